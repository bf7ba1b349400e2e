/* Pixels from a canvas, and only those that changed.
 *
 * The picture is divided into square tiles. A tile's hash tells what was drawn into it; where the
 * hash is that of the frame before, the pixels are still right. The rest is painted in strips of
 * neighbouring tiles, and the strips are listed for whoever shows the picture. */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "ui/canvas.h"
#include "ui/image.h"
#include "ui/raster.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ui_painter {
    ui_image image; /* the picture */
    ui_raster raster;
    uint64_t *shown;     /* hash of every tile as it is in the image, 0 when unknown; owned */
    uint64_t *wanted;    /* hash of every tile of the frame being painted */
    ui_px_rect *changed; /* what the last call painted */
    size_t changed_count;
    size_t capacity; /* tiles there is room for */
    int columns, rows;
} ui_painter;

/* Brings painter->image to what the canvas shows. The canvas's first shape covers all of it. False
 * when memory runs out; the image is then as it was, or empty. */
bool ui_paint(ui_painter *painter, const ui_canvas *canvas);

/* Lets the next call paint everything anew. */
void ui_painter_forget(ui_painter *painter);

void ui_painter_free(ui_painter *painter);

#endif
