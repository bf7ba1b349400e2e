/* Pixels from a canvas, and only those that changed.
 *
 * The picture is divided into square tiles. Where a tile's list of shapes is that of the frame
 * before, its pixels are still right. Where the lists begin alike, as they do when something moves
 * over what stays, the pixels after that beginning are kept beside the picture, in the ground; the
 * next frame that begins so goes on from there. What was painted is listed, in strips of
 * neighbouring tiles, for whoever shows the picture. */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "ui/canvas.h"
#include "ui/image.h"
#include "ui/raster.h"
#include "ui/tiles.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ui_painter {
    ui_image image;  /* the picture */
    ui_image ground; /* of the same size */
    ui_raster raster;
    ui_tiles shown;      /* what is in the image */
    ui_tiles wanted;     /* what is to be in it */
    uint64_t *kept;      /* hash of what is in the ground in every tile, 0 for nothing; owned */
    ui_px_rect *changed; /* what the last call painted, owned */
    size_t changed_count;
    size_t capacity; /* tiles there is room for in these two */
} ui_painter;

/* Brings painter->image to what the canvas shows. The canvas's first shape covers all of it. False
 * when memory runs out; the image is then as it was, or empty. */
bool ui_paint(ui_painter *painter, const ui_canvas *canvas);

/* Lets the next call paint everything anew. */
void ui_painter_forget(ui_painter *painter);

void ui_painter_free(ui_painter *painter);

#endif
