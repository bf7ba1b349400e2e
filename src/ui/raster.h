/* Exact-coverage antialiasing of polygons.
 *
 * The edges of a shape are added one by one; each leaves in the cells of a band of rows how much of
 * them lies to its right, in whole units of 1/131072 of a pixel. Filling sums the cells of a row
 * from left to right, which gives every pixel's coverage. Pieces that overlap and turn the same way
 * join into one shape, because coverage above one counts as one. All sums are of integers, so that
 * a picture painted part by part is bit for bit the picture painted at once. */
#ifndef UI_RASTER_H
#define UI_RASTER_H

#include "ui/geometry.h"
#include "ui/image.h"

enum { UI_RASTER_ROWS = 64 }; /* the height of a band at most */

typedef struct ui_raster {
    int32_t *cells; /* (width + 2) a row, zero between shapes; owned */
    int capacity;   /* cells there is room for in a row */
    ui_px_rect band;
    int first[UI_RASTER_ROWS],
        last[UI_RASTER_ROWS]; /* touched cells of a row; first > last: none */
} ui_raster;

/* Makes room for bands up to this width. False when memory runs out. */
bool ui_raster_reserve(ui_raster *raster, int width_px);

/* Shapes now fall into this band, at most UI_RASTER_ROWS high and as wide as was reserved. */
void ui_raster_set_band(ui_raster *raster, ui_px_rect band);

/* An edge of a closed outline, in output pixels. Coordinates are kept within UI_RASTER_REACH. */
#define UI_RASTER_REACH 16384.0
void ui_raster_edge(ui_raster *raster, ui_point from, ui_point to);

/* Blends color into the target where the outlines added since the last call cover it, and forgets
 * them. Only pixels inside clip are touched. */
void ui_raster_fill(ui_raster *raster, ui_image *target, ui_px_rect clip, ui_color color);

void ui_raster_free(ui_raster *raster);

#endif
