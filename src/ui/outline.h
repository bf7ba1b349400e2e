/* The outlines of the canvas's shapes, added edge by edge to a raster. */
#ifndef UI_OUTLINE_H
#define UI_OUTLINE_H

#include "ui/canvas.h"
#include "ui/raster.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A straight piece of a polyline with all that its stroke may cover. */
typedef struct ui_segment {
    ui_point from, to;
    double margin; /* around it, for the width of the stroke and its joints */
} ui_segment;

/* Output pixels and parts of them. */
typedef struct ui_extent {
    double left, top, right, bottom;
} ui_extent;

/* The segment from point i of a polyline to the next. `points` are the polyline's own. */
static inline ui_segment ui_polyline_segment(const ui_shape *shape, const ui_point *points,
                                             size_t i)
{
    return (ui_segment){points[i], points[i + 1], 0.6 * shape->width + 1.0};
}

static inline ui_extent ui_segment_extent(ui_segment s)
{
    return (ui_extent){(s.from.x < s.to.x ? s.from.x : s.to.x) - s.margin,
                       (s.from.y < s.to.y ? s.from.y : s.to.y) - s.margin,
                       (s.from.x < s.to.x ? s.to.x : s.from.x) + s.margin,
                       (s.from.y < s.to.y ? s.to.y : s.from.y) + s.margin};
}

/* Whether it is drawn between its very ends: what goes out of the raster's reach is cut, and may
 * come out elsewhere for want of digits. */
bool ui_segment_is_near(ui_segment segment);

/* The part of a polyline that reaches somewhere: what does lies between two of its segments. */
typedef struct ui_piece {
    uint32_t first, last;
    double phase; /* of the dashes, where the first begins: the distance into their period */
} ui_piece;

/* The phase at the end of a dashed segment that begins with this one. */
double ui_phase_after(const ui_shape *stroke, ui_segment segment, double phase);

/* Adds the outline of a polygon, polyline, disc, ring, box or box outline. `points` are the
 * canvas's; edges are in output pixels. Of a polyline, those segments of the piece that reach into
 * the raster's band. */
void ui_outline_shape(ui_raster *raster, const ui_shape *shape, const ui_point *points,
                      ui_piece piece);

#endif
