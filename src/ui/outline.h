/* The outlines of the canvas's shapes, added edge by edge to a raster. */
#ifndef UI_OUTLINE_H
#define UI_OUTLINE_H

#include "ui/canvas.h"
#include "ui/raster.h"

/* Adds the outline of a polygon, polyline, disc, ring, box or box outline. `points` are the
 * canvas's; edges are in output pixels. */
void ui_outline_shape(ui_raster *raster, const ui_shape *shape, const ui_point *points);

#endif
