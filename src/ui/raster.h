/* Exact-coverage antialiasing of polygons.
 *
 * The outlines of a shape are added one by one; each edge leaves in the cells of a square of
 * pixels, the band, how much of them lies to its right, in whole units of 1/131072 of a pixel.
 * Filling sums the cells of a row from left to right, which gives every pixel's coverage. Pieces
 * that overlap and turn the same way join into one shape, because coverage above one counts as one.
 * All sums are of integers, so that a picture painted part by part is bit for bit the picture
 * painted at once. */
#ifndef UI_RASTER_H
#define UI_RASTER_H

#include "ui/geometry.h"
#include "ui/image.h"

#include <stddef.h>
#include <stdint.h>

enum { UI_RASTER_PX = 64 }; /* the side of a band at most */

/* A place in 1/256 of a pixel; in the band, unless it says otherwise. */
typedef struct ui_raster_point {
    int x, y;
} ui_raster_point;

/* Zeroed, it is ready for ui_raster_set_band. */
typedef struct ui_raster {
    ui_px_rect band;
    ui_raster_point corner, size; /* the band's top left, in the picture; its right bottom */
    ui_raster_point start, at;    /* of the outline being added */
    int top, bottom; /* rows of it with touched cells lie between; none: top >= bottom */
    uint64_t touched[UI_RASTER_PX]; /* a bit for every cell of a row but the last two; the cell
                                       after a touched one counts as touched too */
    int32_t cells[UI_RASTER_PX][UI_RASTER_PX + 2]; /* zero between shapes */
} ui_raster;

/* Shapes now fall into this band. */
void ui_raster_set_band(ui_raster *raster, ui_px_rect band);

/* A closed outline, in output pixels: where it begins, every corner after that, and its end, from
 * which it goes back to where it began. Edges above, below and to the right of the band count for
 * nothing and may be left out. Coordinates are kept within UI_RASTER_REACH. */
#define UI_RASTER_REACH 16384.0
void ui_raster_begin(ui_raster *raster, ui_point at);
void ui_raster_line(ui_raster *raster, ui_point to);
void ui_raster_close(ui_raster *raster);

/* Blends color into the target where the outlines added since the last call cover it, and forgets
 * them. Only pixels inside clip are touched. */
void ui_raster_fill(ui_raster *raster, ui_image *target, ui_px_rect clip, ui_color color);

#endif
