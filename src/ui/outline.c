/* Every piece of a stroke turns the same way, so that the raster joins them. Strokes of the
 * segments of a polyline are rectangles; a disc fills the wedge where two of them meet at an angle.
 */
#include "ui/outline.h"

#include "ui/line_clip.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

static const double REACH = UI_RASTER_REACH - 64.0;

static bool is_near(ui_point p)
{
    return p.x >= -REACH && p.x <= REACH && p.y >= -REACH && p.y <= REACH;
}

bool ui_segment_is_near(ui_segment segment)
{
    return is_near(segment.from) && is_near(segment.to);
}

/* Cuts the segment to the raster's reach, which depends on nothing but the segment: a far-away end
 * gives the same pixels in every band. False when all of it is out of reach. */
static bool within_reach(ui_point *a, ui_point *b)
{
    if (is_near(*a) && is_near(*b))
        return true;
    return ui_line_clip((ui_rect){-REACH, -REACH, 2.0 * REACH, 2.0 * REACH}, a, b);
}

static void segment(ui_raster *raster, ui_point a, ui_point b, double width)
{
    if (!within_reach(&a, &b))
        return;
    const double length = hypot(b.x - a.x, b.y - a.y);
    if (length == 0.0)
        return;
    const double nx = 0.5 * width * (b.y - a.y) / length;
    const double ny = -0.5 * width * (b.x - a.x) / length;
    ui_raster_begin(raster, (ui_point){a.x + nx, a.y + ny});
    ui_raster_line(raster, (ui_point){b.x + nx, b.y + ny});
    ui_raster_line(raster, (ui_point){b.x - nx, b.y - ny});
    ui_raster_line(raster, (ui_point){a.x - nx, a.y - ny});
    ui_raster_close(raster);
}

/* Chords that stay within a twentieth of a pixel of an arc. */
static int chords_of(double radius, double turn)
{
    return (int)ceil(fabs(turn) / sqrt(0.4 / fmax(radius, 0.4)));
}

/* A point that goes round a center, as seen from there. */
typedef struct turning {
    double x, y;
    double cosine, sine; /* of the angle from one place to the next */
} turning;

static turning turning_from(double radius, double angle, double step)
{
    return (turning){radius * cos(angle), radius * sin(angle), cos(step), sin(step)};
}

static void turn_on(turning *t)
{
    const double x = t->x * t->cosine - t->y * t->sine;
    t->y = t->x * t->sine + t->y * t->cosine;
    t->x = x;
}

/* The corners of a whole circle as a polygon of the same area. */
typedef struct circle_corners {
    int count;
    turning first;
} circle_corners;

/* `turn` is 1 or -1: an outline or a hole in one. */
static circle_corners corners_of(double radius, int turn)
{
    const double whole = 2.0 * PI;
    const int chords = chords_of(radius, whole);
    const double corner = radius * sqrt(whole / chords / sin(whole / chords));
    return (circle_corners){chords, turning_from(corner, 0.0, turn * whole / chords)};
}

static void circle_at(ui_raster *raster, ui_point center, double radius, circle_corners corners)
{
    if (radius <= 0.0 || fabs(center.x) + radius > UI_RASTER_REACH ||
        fabs(center.y) + radius > UI_RASTER_REACH)
        return;
    turning t = corners.first;
    ui_raster_begin(raster, (ui_point){center.x + t.x, center.y});
    for (int i = 0; i < corners.count; i++) {
        turn_on(&t);
        ui_raster_line(raster, (ui_point){center.x + t.x, center.y + t.y});
    }
    ui_raster_close(raster);
}

static void circle(ui_raster *raster, ui_point center, double radius, int turn)
{
    circle_at(raster, center, radius, corners_of(radius, turn));
}

static bool turns_sharply(ui_point a, ui_point b, ui_point c)
{
    const double ux = b.x - a.x, uy = b.y - a.y, vx = c.x - b.x, vy = c.y - b.y;
    const double cross = ux * vy - uy * vx, dot = ux * vx + uy * vy;
    return fabs(cross) > 0.05 * fabs(dot) || dot < 0.0;
}

/* Whether a segment reaches into the band. What does not, adds up to nothing there. */
static bool reaches(const ui_raster *raster, ui_segment segment)
{
    const ui_extent extent = ui_segment_extent(segment);
    const ui_px_rect band = raster->band;
    return extent.right > band.left && extent.left < band.right && extent.bottom > band.top &&
           extent.top < band.bottom;
}

/* Whether a disc is to fill the wedge at b. Out of reach there is no joint: both segments are cut
 * before it. */
static bool needs_joint(ui_point a, ui_point b, ui_point c)
{
    return is_near(b) && within_reach(&a, &b) && within_reach(&b, &c) && turns_sharply(a, b, c);
}

static void solid_polyline(ui_raster *raster, const ui_shape *stroke, const ui_point *points,
                           ui_piece piece)
{
    const double radius = 0.5 * stroke->width;
    const circle_corners joint = corners_of(radius, 1);
    for (size_t i = piece.first; i <= piece.last; i++) {
        if (!reaches(raster, ui_polyline_segment(stroke, points, i)))
            continue;
        segment(raster, points[i], points[i + 1], stroke->width);
        if (i > 0 && needs_joint(points[i - 1], points[i], points[i + 1]))
            circle_at(raster, points[i], radius, joint);
    }
}

static double period_of(const ui_shape *stroke)
{
    return stroke->dash + stroke->gap;
}

double ui_phase_after(const ui_shape *stroke, ui_segment segment, double phase)
{
    return fmod(phase + ui_distance(segment.from, segment.to), period_of(stroke));
}

/* The dashes between two points, the first of which is `phase` into the period. */
static void dashes(ui_raster *raster, ui_point a, ui_point b, const ui_shape *stroke, double phase)
{
    const double length = ui_distance(a, b);
    for (double start = -phase; start < length; start += period_of(stroke)) {
        const double from = fmax(start, 0.0), to = fmin(start + stroke->dash, length);
        if (from >= to)
            continue;
        const double s = from / length, t = to / length;
        const ui_point ends[] = {{a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)},
                                 {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}};
        if (reaches(raster, ui_polyline_segment(stroke, ends, 0)))
            segment(raster, ends[0], ends[1], stroke->width);
    }
}

/* Makes only the dashes that can be seen. What cannot still counts for where they are, so that they
 * keep to the line when another part of it is seen. */
static void dashed_polyline(ui_raster *raster, const ui_shape *stroke, const ui_point *points,
                            ui_piece piece)
{
    const ui_px_rect clip = stroke->clip;
    const ui_rect seen =
        ui_inset((ui_rect){clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top},
                 -stroke->width - 1.0);
    double phase = piece.phase;
    for (size_t i = piece.first; i <= piece.last; i++) {
        const ui_segment next = ui_polyline_segment(stroke, points, i);
        ui_point a = next.from, b = next.to;
        if (reaches(raster, next) && ui_line_clip(seen, &a, &b))
            dashes(raster, a, b, stroke,
                   fmod(phase + ui_distance(next.from, a), period_of(stroke)));
        if (i < piece.last)
            phase = ui_phase_after(stroke, next, phase);
    }
}

/* Whether an edge leaves nothing in the band: to the left of it, it would. */
static bool is_beside(const ui_raster *raster, ui_point a, ui_point b)
{
    const double right = raster->band.right + 1.0;
    const double top = raster->band.top - 1.0, bottom = raster->band.bottom + 1.0;
    return (a.y < top && b.y < top) || (a.y > bottom && b.y > bottom) ||
           (a.x > right && b.x > right);
}

static void polygon(ui_raster *raster, const ui_point *points, size_t count)
{
    ui_point from = points[count - 1];
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        const bool beside = is_beside(raster, from, points[i]);
        if (!beside && !begun)
            ui_raster_begin(raster, from);
        if (!beside)
            ui_raster_line(raster, points[i]);
        begun = !beside;
        from = points[i];
    }
}

/* A box with rounded corners; `turn` as for circle. */
static void rounded(ui_raster *raster, ui_rect box, double radius, int turn)
{
    if (box.w <= 0.0 || box.h <= 0.0)
        return;
    const double left = box.x + radius, right = box.x + box.w - radius;
    const double top = box.y + radius, bottom = box.y + box.h - radius;
    const ui_point centers[] = {{right, bottom}, {left, bottom}, {left, top}, {right, top}};
    const int chords = chords_of(radius, 0.5 * PI);
    ui_raster_begin(raster, (ui_point){box.x + box.w, turn > 0 ? bottom : top});
    for (int i = 0; i < 4; i++) {
        const int corner = turn > 0 ? i : 3 - i;
        const ui_point center = centers[corner];
        turning t = turning_from(radius, 0.5 * PI * (turn > 0 ? corner : corner + 1),
                                 turn * 0.5 * PI / chords);
        ui_raster_line(raster, (ui_point){center.x + t.x, center.y + t.y});
        for (int chord = 0; chord < chords && radius > 0.0; chord++) {
            turn_on(&t);
            ui_raster_line(raster, (ui_point){center.x + t.x, center.y + t.y});
        }
    }
    ui_raster_close(raster);
}

static void box_outline(ui_raster *raster, const ui_shape *shape)
{
    rounded(raster, shape->box, shape->radius, 1);
    rounded(raster, ui_inset(shape->box, shape->width), fmax(shape->radius - shape->width, 0.0),
            -1);
}

void ui_outline_shape(ui_raster *raster, const ui_shape *shape, const ui_point *points,
                      ui_piece piece)
{
    const ui_point center = {shape->box.x, shape->box.y};
    const ui_point *own = points + shape->first;
    switch (shape->kind) {
    case UI_SHAPE_POLYGON:
        polygon(raster, own, shape->count);
        break;
    case UI_SHAPE_POLYLINE:
        if (shape->dash > 0.0)
            dashed_polyline(raster, shape, own, piece);
        else
            solid_polyline(raster, shape, own, piece);
        break;
    case UI_SHAPE_DISC:
        circle(raster, center, shape->radius, 1);
        break;
    case UI_SHAPE_RING:
        circle(raster, center, shape->radius + 0.5 * shape->width, 1);
        circle(raster, center, shape->radius - 0.5 * shape->width, -1);
        break;
    case UI_SHAPE_BOX:
        rounded(raster, shape->box, shape->radius, 1);
        break;
    case UI_SHAPE_OUTLINE:
        box_outline(raster, shape);
        break;
    case UI_SHAPE_TEXT:
    case UI_SHAPE_IMAGE:
        break; /* masks and pixels, not outlines */
    }
}
