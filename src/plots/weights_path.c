#include "plots/weights_path.h"

#include "plots/marks.h"
#include "plots/sampling.h"
#include "ui/line_clip.h"

#include <float.h>
#include <math.h>

static const double DOT_SPACING = 5.0;  /* pixels between the dots of steps, at least */
static const double LINE_SPACING = 0.5; /* pixels between what a path is made of */
enum { PATH_POINTS = 1024 };            /* points of a path drawn at once */

ui_point plot_at_weights(const plot_frame *frame, dh_scaling units, dh_weights trained)
{
    const dh_weights shown = dh_scaling_line(units, trained);
    return plot_at(frame, shown.slope, shown.intercept);
}

ui_point plot_plane_at(const plot_weights_plane *plane, dh_weights trained)
{
    return plot_at_weights(&plane->frame, plane->units, trained);
}

/* Weights that are too large for the picture's scale have no place in it, not even far outside. */
static bool has_place(ui_point at)
{
    return fabs(at.x) < 1e300 && fabs(at.y) < 1e300;
}

/* Where a part of a path goes across the picture, from outside to outside. */
typedef struct crossing {
    ui_point from, to;
} crossing;

static bool lie_together(ui_point a, ui_point b)
{
    return ui_distance(a, b) < LINE_SPACING;
}

/* Whether the way between two places only crosses the picture, and either where the crossing before
 * it did, as the steps of a run that diverges do, back and forth, or so far from one to the other
 * that their rounding decides where. `last` becomes the crossing. */
static bool shows_nothing_new(const plot_frame *frame, ui_point from, ui_point to, crossing *last)
{
    const ui_rect area = ui_inset(frame->area, -LINE_SPACING);
    crossing now = {from, to};
    if (ui_contains(area, from) || ui_contains(area, to) || !ui_line_clip(area, &now.from, &now.to))
        return false;
    if (ui_distance(from, to) * DBL_EPSILON > LINE_SPACING ||
        (lie_together(now.from, last->from) && lie_together(now.to, last->to)) ||
        (lie_together(now.from, last->to) && lie_together(now.to, last->from)))
        return true;
    *last = now;
    return false;
}

void plot_draw_path(ui_canvas *canvas, const plot_weights_plane *plane, const dh_run *run,
                    size_t from, size_t to, ui_stroke stroke)
{
    ui_point points[PATH_POINTS + 1];
    size_t count = 0;
    crossing last = {{HUGE_VAL, HUGE_VAL}, {HUGE_VAL, HUGE_VAL}};
    for (size_t next = from; next <= to; next = plot_next_step(run, next)) {
        const bool is_last = plot_next_step(run, next) > to;
        const size_t step = is_last ? to : next;
        const ui_point at = plot_plane_at(plane, run->row[step].weights);
        if (!has_place(at)) {
            ui_polyline(canvas, points, count, stroke);
            count = 0;
            continue;
        }
        if (count > 0 && !is_last && ui_distance(at, points[count - 1]) < LINE_SPACING)
            continue;
        if (count > 0 && shows_nothing_new(&plane->frame, points[count - 1], at, &last)) {
            ui_polyline(canvas, points, count, stroke);
            count = 0;
        }
        points[count++] = at;
        if (count == PATH_POINTS) {
            ui_polyline(canvas, points, count, stroke);
            points[0] = points[count - 1];
            count = 1;
        }
    }
    ui_polyline(canvas, points, count, stroke);
}

void plot_draw_steps(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                     const dh_run *run, size_t last)
{
    ui_point previous = plot_plane_at(plane, run->row[0].weights);
    for (size_t step = 1; step < last; step = plot_next_step(run, step)) {
        const ui_point at = plot_plane_at(plane, run->row[step].weights);
        if (ui_distance(at, previous) < DOT_SPACING)
            continue;
        ui_disc(canvas, at, style->step_radius, style->path);
        previous = at;
    }
}

/* A triangle at the edge of the picture that points the way from one place to another. */
static void draw_exit(ui_canvas *canvas, const plot_style *style, ui_point edge, ui_point from,
                      ui_point to)
{
    const double length = ui_distance(from, to), back = style->exit_size;
    const ui_point base = {edge.x - back * (to.x - from.x) / length,
                           edge.y - back * (to.y - from.y) / length};
    if (isfinite(length) && length > 0.0)
        plot_draw_triangle(canvas, base, edge, style->exit_half * back, style->path);
}

void plot_mark_exit(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                    const dh_run *run)
{
    ui_point from = plot_plane_at(plane, run->row[0].weights);
    for (size_t step = 1; step < run->known; step = plot_next_step(run, step)) {
        const ui_point to = plot_plane_at(plane, run->row[step].weights);
        ui_point first = from, edge = to;
        if (has_place(from) && has_place(to) && !ui_contains(plane->frame.area, to) &&
            ui_line_clip(plane->frame.area, &first, &edge)) {
            draw_exit(canvas, style, edge, from, to);
            return;
        }
        from = to;
    }
}
