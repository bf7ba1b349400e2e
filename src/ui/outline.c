/* Every piece of a stroke turns the same way, so that the raster joins them. Strokes of the
 * segments of a polyline are rectangles; a disc fills the wedge where two of them meet at an angle.
 */
#include "ui/outline.h"

#include "ui/line_clip.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* Cuts the segment to the raster's reach, which depends on nothing but the segment: a far-away end
 * gives the same pixels in every band. False when all of it is out of reach. */
static bool within_reach(ui_point *a, ui_point *b)
{
    const double reach = UI_RASTER_REACH - 64.0;
    return ui_line_clip((ui_rect){-reach, -reach, 2.0 * reach, 2.0 * reach}, a, b);
}

/* Whether a segment is wholly above, below or beside the band, so that none of its coverage falls
 * into it. */
static bool misses(const ui_raster *raster, ui_point a, ui_point b, double width)
{
    const ui_px_rect band = raster->band;
    const double around = width + 1.0;
    return fmax(a.y, b.y) < band.top - around || fmin(a.y, b.y) > band.bottom + around ||
           fmax(a.x, b.x) < band.left - around || fmin(a.x, b.x) > band.right + around;
}

static void segment(ui_raster *raster, ui_point a, ui_point b, double width)
{
    if (misses(raster, a, b, width) || !within_reach(&a, &b))
        return;
    const double length = hypot(b.x - a.x, b.y - a.y);
    if (length == 0.0)
        return;
    const double nx = 0.5 * width * (b.y - a.y) / length;
    const double ny = -0.5 * width * (b.x - a.x) / length;
    const ui_point corner[] = {
        {a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}};
    for (int i = 0; i < 4; i++)
        ui_raster_edge(raster, corner[i], corner[(i + 1) % 4]);
}

/* Chords that stay within a twentieth of a pixel of an arc. */
static int chords_of(double radius, double turn)
{
    return (int)ceil(fabs(turn) / sqrt(0.4 / fmax(radius, 0.4)));
}

/* An arc of a circle from angle `from` through `turn`. Returns its last point. */
static ui_point arc(ui_raster *raster, ui_point center, double radius, double from, double turn,
                    int chords)
{
    const double cosine = cos(turn / chords), sine = sin(turn / chords);
    double dx = radius * cos(from), dy = radius * sin(from);
    ui_point at = {center.x + dx, center.y + dy};
    for (int i = 0; i < chords; i++) {
        const double turned = dx * cosine - dy * sine;
        dy = dx * sine + dy * cosine;
        dx = turned;
        const ui_point next = {center.x + dx, center.y + dy};
        ui_raster_edge(raster, at, next);
        at = next;
    }
    return at;
}

/* A whole circle as a polygon of the same area, closed exactly. `turn` is 1 or -1: an outline or a
 * hole in one. */
static void circle(ui_raster *raster, ui_point center, double radius, int turn)
{
    if (radius <= 0.0 || fabs(center.x) + radius > UI_RASTER_REACH ||
        fabs(center.y) + radius > UI_RASTER_REACH)
        return;
    const double whole = 2.0 * PI;
    const int chords = chords_of(radius, whole);
    const double corner = radius * sqrt(whole / chords / sin(whole / chords));
    const ui_point end = arc(raster, center, corner, 0.0, turn * whole, chords);
    ui_raster_edge(raster, end, (ui_point){center.x + corner, center.y});
}

static bool turns_sharply(ui_point a, ui_point b, ui_point c)
{
    const double ux = b.x - a.x, uy = b.y - a.y, vx = c.x - b.x, vy = c.y - b.y;
    const double cross = ux * vy - uy * vx, dot = ux * vx + uy * vy;
    return fabs(cross) > 0.05 * fabs(dot) || dot < 0.0;
}

static bool same(ui_point a, ui_point b)
{
    return a.x == b.x && a.y == b.y;
}

static void solid_polyline(ui_raster *raster, const ui_point *points, size_t count, double width)
{
    ui_point before = points[0]; /* where the segment begins that ends at points[i], */
    bool reached = false;        /* if it does within reach */
    for (size_t i = 0; i + 1 < count; i++) {
        ui_point a = points[i], b = points[i + 1];
        const bool seen = !misses(raster, a, b, width) && within_reach(&a, &b);
        if (seen)
            segment(raster, a, b, width);
        if (seen && reached && same(a, points[i]) && turns_sharply(before, a, b))
            circle(raster, a, 0.5 * width, 1);
        reached = seen && same(b, points[i + 1]);
        before = a;
    }
}

/* The dashes between two points, the first of which is `phase` into the period. */
static void dashes(ui_raster *raster, ui_point a, ui_point b, const ui_shape *stroke, double phase)
{
    const double length = ui_distance(a, b);
    for (double start = -phase; start < length; start += stroke->dash + stroke->gap) {
        const double from = fmax(start, 0.0), to = fmin(start + stroke->dash, length);
        if (from >= to)
            continue;
        const double s = from / length, t = to / length;
        segment(raster, (ui_point){a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)},
                (ui_point){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}, stroke->width);
    }
}

/* Makes only the dashes that can be seen. What cannot still counts for where they are, so that they
 * keep to the line when another part of it is seen. */
static void dashed_polyline(ui_raster *raster, const ui_point *points, size_t count,
                            const ui_shape *stroke)
{
    const ui_px_rect clip = stroke->clip;
    const ui_rect seen =
        ui_inset((ui_rect){clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top},
                 -stroke->width - 1.0);
    const double period = stroke->dash + stroke->gap;
    double phase = 0.0; /* distance into the period */
    for (size_t i = 0; i + 1 < count; i++) {
        ui_point a = points[i], b = points[i + 1];
        const double length = ui_distance(a, b);
        if (!misses(raster, a, b, stroke->width) && ui_line_clip(seen, &a, &b))
            dashes(raster, a, b, stroke, fmod(phase + ui_distance(points[i], a), period));
        phase = fmod(phase + length, period);
    }
}

static void polygon(ui_raster *raster, const ui_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ui_raster_edge(raster, points[i], points[(i + 1) % count]);
}

/* A box with rounded corners; `turn` as for circle. */
static void rounded(ui_raster *raster, ui_rect box, double radius, int turn)
{
    if (box.w <= 0.0 || box.h <= 0.0)
        return;
    const double left = box.x + radius, right = box.x + box.w - radius;
    const double top = box.y + radius, bottom = box.y + box.h - radius;
    const ui_point centers[] = {{right, bottom}, {left, bottom}, {left, top}, {right, top}};
    const ui_point start = {box.x + box.w, turn > 0 ? bottom : top};
    ui_point at = start;
    for (int i = 0; i < 4; i++) {
        const int corner = turn > 0 ? i : 3 - i;
        const double from = 0.5 * PI * (turn > 0 ? corner : corner + 1);
        const ui_point center = centers[corner];
        const ui_point first = {center.x + radius * cos(from), center.y + radius * sin(from)};
        ui_raster_edge(raster, at, first);
        at = first;
        if (radius > 0.0)
            at = arc(raster, center, radius, from, turn * 0.5 * PI, chords_of(radius, 0.5 * PI));
    }
    ui_raster_edge(raster, at, start);
}

static void box_outline(ui_raster *raster, const ui_shape *shape)
{
    rounded(raster, shape->box, shape->radius, 1);
    rounded(raster, ui_inset(shape->box, shape->width), fmax(shape->radius - shape->width, 0.0),
            -1);
}

void ui_outline_shape(ui_raster *raster, const ui_shape *shape, const ui_point *points)
{
    const ui_point center = {shape->box.x, shape->box.y};
    const ui_point *own = points + shape->first;
    switch (shape->kind) {
    case UI_SHAPE_POLYGON:
        polygon(raster, own, shape->count);
        break;
    case UI_SHAPE_POLYLINE:
        if (shape->dash > 0.0)
            dashed_polyline(raster, own, shape->count, shape);
        else
            solid_polyline(raster, own, shape->count, shape->width);
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
