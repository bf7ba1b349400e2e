#include "plots/weights_plot.h"

#include "plots/contours.h"
#include "plots/marks.h"
#include "plots/sampling.h"
#include "plots/update_arrows.h"
#include "plots/weights_labels.h"
#include "plots/weights_path.h"

#include <math.h>

static const double MARGIN = 0.18;       /* around what the range holds, as a share of it */
static const double SMALLEST = 1e-9;     /* range, as a share of the weights themselves: in less
                                            than that doubles have steps */
static const double PATH_LIMIT = 3.0;    /* the path may widen start and minimum so many times */
static const double UNEQUAL_UNITS = 6.0; /* beyond this a common unit would lose an axis */
static const double ROOMY = 1.6;         /* a range may be so many times as long as it needs to */

static dh_range around(double a, double b)
{
    return (dh_range){fmin(a, b), fmax(a, b)};
}

static void widen(dh_range *range, double value, dh_range limit)
{
    if (value < limit.low || value > limit.high)
        return;
    range->low = fmin(range->low, value);
    range->high = fmax(range->high, value);
}

static void widen_by_path(dh_weights_range *range, const dh_run *run, dh_scaling units,
                          const dh_weights_range *limit)
{
    for (size_t i = 1; i < run->known; i = plot_next_step(run, i)) {
        const dh_weights at = dh_scaling_line(units, run->row[i].weights);
        widen(&range->slope, at.slope, limit->slope);
        widen(&range->intercept, at.intercept, limit->intercept);
    }
}

static double length_of(dh_range range)
{
    return range.high - range.low;
}

static dh_range grown(dh_range range, double length)
{
    const double middle = 0.5 * (range.low + range.high);
    return (dh_range){middle - 0.5 * length, middle + 0.5 * length};
}

/* The range within which the path may widen one that holds start and minimum. */
static dh_range limit_of(dh_range range, double other_length)
{
    const double length = fmax(length_of(range), other_length);
    return grown(range, length * PATH_LIMIT);
}

dh_scaling plot_weights_units(const plot_weights_def *def)
{
    return def->own_units ? def->runs->run[0].run->problem->scaling : dh_scaling_none();
}

const dh_objective *plot_weights_objective(const plot_weights_def *def)
{
    const dh_problem *problem = def->runs->run[0].run->problem;
    return def->own_units ? &problem->of_lines : &problem->objective;
}

/* How much slope changes the loss as much as a unit of intercept: 1 divided by the size of x. The
 * two weights are in different units, and this is what compares them. */
static double slope_per_intercept(const dh_objective *objective)
{
    const dh_quadratic *q = dh_objective_quadratic(objective);
    return q && q->ss > 0.0 ? sqrt(q->ii / q->ss) : 1.0;
}

/* Of the intercept, where nothing has a length: as far as the loss is twice the lowest, or, where
 * that is 0, as the weight itself. */
static double length_at_rest(const dh_objective *objective)
{
    const dh_quadratic *q = dh_objective_quadratic(objective);
    const double best = fabs(objective->minimum.at.intercept);
    const double doubled = q ? sqrt(2.0 * (objective->minimum.loss / q->ii)) : 0.0;
    const double length = fmax(doubled, SMALLEST * best);
    return length > 0.0 ? length : best > 0.0 ? best : 1.0;
}

static bool has_length(dh_range range)
{
    return length_of(range) > SMALLEST * fmax(fabs(range.low), fabs(range.high));
}

/* The range that holds start, minimum and what of the paths stays readable, without a margin. */
static dh_weights_range held_range(const plot_weights_def *def)
{
    const dh_scaling units = plot_weights_units(def);
    const dh_objective *objective = plot_weights_objective(def);
    const dh_weights start = dh_scaling_line(units, def->runs->run[0].run->row[0].weights);
    const dh_weights best = objective->minimum.at;
    const double per = slope_per_intercept(objective);
    dh_weights_range range = {around(start.slope, best.slope),
                              around(start.intercept, best.intercept)};
    const dh_weights_range limit = {limit_of(range.slope, length_of(range.intercept) * per),
                                    limit_of(range.intercept, length_of(range.slope) / per)};
    for (int i = 0; i < def->runs->count; i++)
        widen_by_path(&range, def->runs->run[i].run, units, &limit);
    return range;
}

/* Whether a common unit loses neither. */
static bool are_alike(double a, double b)
{
    return a < UNEQUAL_UNITS * b && b < UNEQUAL_UNITS * a;
}

dh_weights_range plot_weights_range_of(const plot_weights_def *def, double aspect)
{
    const dh_objective *objective = plot_weights_objective(def);
    const dh_weights_range range = held_range(def);
    const bool has_width = has_length(range.slope), has_height = has_length(range.intercept);
    const double per = slope_per_intercept(objective);
    double width = length_of(range.slope), height = length_of(range.intercept);
    if (!has_width && !has_height)
        height = length_at_rest(objective);
    if (!has_width) { /* the contours are as wide as they are high */
        width = fmax(height * aspect * per, SMALLEST * fabs(range.slope.high));
    } else if (!has_height) {
        height = fmax(width / (aspect * per), SMALLEST * fabs(range.intercept.high));
    } else if (are_alike(per, 1.0) && are_alike(width, height * aspect)) {
        height = fmax(width / aspect, height);
        width = height * aspect;
    }
    const double factor = 1.0 + 2.0 * MARGIN;
    return (dh_weights_range){grown(range.slope, width * factor),
                              grown(range.intercept, height * factor)};
}

/* Where x is standardized, it is said which of the two lines' weights these are. */
const char *plot_slope_name(const plot_weights_def *def)
{
    return !def->runs->run[0].run->problem->def.standardize ? "slope a₀"
           : def->own_units                                 ? "slope in the data's units"
                                                            : "slope a₀ of standardized x";
}

const char *plot_intercept_name(const plot_weights_def *def)
{
    return !def->runs->run[0].run->problem->def.standardize ? "intercept a₁"
           : def->own_units                                 ? "intercept in the data's units"
                                                            : "intercept a₁ of standardized x";
}

const char *plot_weights_title(double width)
{
    const double room_for_long = 290.0; /* for the long title and a word beside it */
    return width < room_for_long ? "Weights" : "Loss over the weights";
}

static void draw_minimum(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const dh_minimum *minimum)
{
    if (!minimum->unique)
        return;
    const ui_point at = plot_at(frame, minimum->at.slope, minimum->at.intercept);
    const double reach = style->cross_reach;
    const ui_stroke stroke = {.width = style->ghost_width, .color = style->minimum};
    ui_line(canvas, (ui_point){at.x - reach, at.y}, (ui_point){at.x + reach, at.y}, stroke);
    ui_line(canvas, (ui_point){at.x, at.y - reach}, (ui_point){at.x, at.y + reach}, stroke);
}

/* Where the step that is shown lies when it is outside: a mark at the edge that points to it. */
static void point_to(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     ui_point now)
{
    const ui_rect area = frame->area;
    const ui_point middle = ui_center(area);
    const double dx = now.x - middle.x, dy = now.y - middle.y;
    const double share = fmin(0.5 * area.w / fabs(dx), 0.5 * area.h / fabs(dy));
    const double length = hypot(dx, dy);
    if (!isfinite(length) || !(length > 0.0))
        return;
    const double size = 2.0 * style->exit_size;
    const ui_point tip = {middle.x + share * dx, middle.y + share * dy};
    const ui_point base = {tip.x - size * dx / length, tip.y - size * dy / length};
    plot_draw_triangle(canvas, base, tip, style->exit_half * size, style->casing);
    const double inset = 3.0 * style->casing_width;
    plot_draw_triangle(canvas,
                       (ui_point){base.x + inset * dx / length, base.y + inset * dy / length},
                       (ui_point){tip.x - inset * dx / length, tip.y - inset * dy / length},
                       style->exit_half * size - inset, style->line);
}

static void draw_handle(ui_canvas *canvas, const plot_style *style, ui_point at, bool hovered)
{
    const double radius = style->handle_radius;
    if (hovered)
        ui_disc(canvas, at, radius + style->ui.knob_halo,
                ui_faded(style->path, style->ui.halo_held));
    ui_disc(canvas, at, radius + style->casing_width, style->casing);
    ui_disc(canvas, at, radius, style->path);
    ui_disc(canvas, at, radius - style->ui.knob_rim, style->casing);
}

static plot_frame frame_for(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                            dh_weights_range range)
{
    const plot_axis slope = {.low = range.slope.low, .high = range.slope.high};
    const plot_axis intercept = {.low = range.intercept.low, .high = range.intercept.high};
    return plot_frame_in(canvas, style, rect, slope, intercept);
}

/* Whether a range that was shown before does for what is to be shown now: it holds all of that, and
 * not much more. */
static bool does_for(dh_range before, dh_range now)
{
    return before.low <= now.low && now.high <= before.high &&
           length_of(before) <= ROOMY * length_of(now);
}

/* While something is dragged a picture that does stays, and one that does not gets room, so that
 * neither the contours nor what lies on them jumps about. */
static dh_weights_range steady_range(const plot_weights_def *def, dh_weights_range now)
{
    const dh_weights_range *before = def->before;
    const double room = 0.5 * (1.0 + ROOMY);
    if (!before)
        return now;
    if (does_for(before->slope, now.slope) && does_for(before->intercept, now.intercept))
        return *before;
    return (dh_weights_range){grown(now.slope, room * length_of(now.slope)),
                              grown(now.intercept, room * length_of(now.intercept))};
}

/* The proportions of the area depend a little on the width of the numbers beside it, and these on
 * the range: they are found for a range that is almost right. */
static plot_frame frame_of(ui_canvas *canvas, const plot_style *style, const plot_weights_def *def)
{
    if (def->range)
        return frame_for(canvas, style, def->rect, *def->range);
    const plot_frame near = frame_for(canvas, style, def->rect, plot_weights_range_of(def, 1.0));
    const double aspect = fmax(near.area.w, 1.0) / fmax(near.area.h, 1.0);
    return frame_for(canvas, style, def->rect,
                     steady_range(def, plot_weights_range_of(def, aspect)));
}

/* The paths of the runs beside the current one, up to where they are. */
static void draw_kept(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                      const plot_shown_runs *runs)
{
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        const ui_stroke stroke = plot_kept_stroke(style, shown);
        const ui_stroke casing = {.width = stroke.width + 2.0 * style->casing_width,
                                  .color = ui_faded(style->casing, style->halo)};
        plot_draw_path(canvas, plane, shown->run, 0, shown->step, casing);
        plot_draw_path(canvas, plane, shown->run, 0, shown->step, stroke);
    }
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        const ui_point now = plot_plane_at(plane, shown->run->row[shown->step].weights);
        if (ui_contains(plane->frame.area, now))
            plot_draw_kept_dot(canvas, style, style->look[shown->look].color, now);
    }
}

static void draw_departures(ui_canvas *canvas, const plot_style *style,
                            const plot_weights_plane *plane, const plot_shown_runs *runs)
{
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        if (shown->mark >= shown->run->known)
            continue;
        const ui_point at = plot_plane_at(plane, shown->run->row[shown->mark].weights);
        if (ui_contains(plane->frame.area, at))
            plot_draw_departure(canvas, style, style->look[shown->look].color, at);
    }
}

static void draw_current(ui_canvas *canvas, const plot_style *style,
                         const plot_weights_plane *plane, const plot_shown_run *shown)
{
    const dh_run *run = shown->run;
    const double casing = 2.0 * style->casing_width;
    plot_draw_path(canvas, plane, run, 0, shown->step,
                   (ui_stroke){.width = style->path_width + casing, .color = style->casing});
    plot_draw_path(canvas, plane, run, 0, shown->step,
                   (ui_stroke){.width = style->path_width, .color = style->path});
    plot_draw_steps(canvas, style, plane, run, shown->step);
    plot_mark_exit(canvas, style, plane, run);
    const ui_point now = plot_plane_at(plane, run->row[shown->step].weights);
    if (ui_contains(plane->frame.area, now))
        plot_draw_dot(canvas, style, now);
    else
        point_to(canvas, style, &plane->frame, now);
}

static void draw_ahead(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                       const plot_shown_run *shown)
{
    const dh_run *run = shown->run;
    const double width = style->best_width;
    plot_draw_path(canvas, plane, run, shown->step, run->known - 1,
                   (ui_stroke){.width = width + 2.0 * style->casing_width,
                               .color = ui_faded(style->casing, 0.6)});
    plot_draw_path(canvas, plane, run, shown->step, run->known - 1,
                   (ui_stroke){.width = width, .color = style->path_ahead});
}

/* The whole path of a run that is pointed at, and where it would be. */
static void draw_ghost(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                       const plot_shown_run *ghost)
{
    const ui_stroke stroke = plot_ghost_stroke(style);
    const size_t last = ghost->run->known - 1;
    plot_draw_path(canvas, plane, ghost->run, 0, last,
                   (ui_stroke){.width = stroke.width + 2.0 * style->casing_width,
                               .color = ui_faded(style->casing, style->halo)});
    plot_draw_path(canvas, plane, ghost->run, 0, last, stroke);
    const ui_point now = plot_plane_at(plane, ghost->run->row[ghost->step].weights);
    if (ui_contains(plane->frame.area, now))
        plot_draw_kept_dot(canvas, style, stroke.color, now);
}

plot_frame plot_draw_weights(ui_canvas *canvas, const plot_style *style,
                             const plot_weights_def *def, plot_update_arrows *arrows)
{
    const plot_shown_run *current = &def->runs->run[0];
    const dh_objective *objective = plot_weights_objective(def);
    const plot_weights_plane plane = {frame_of(canvas, style, def), plot_weights_units(def)};
    const plot_frame *frame = &plane.frame;
    plot_draw_frame(canvas, style, frame, plot_weights_title(frame->area.w), plot_slope_name(def),
                    plot_y_name(canvas, style, frame, plot_intercept_name(def), "intercept"));
    const plot_contours contours = plot_contours_of(style, frame, objective);
    plot_draw_contours(canvas, style, frame, &contours);
    const ui_px_rect outside = ui_clip(canvas, frame->area);
    draw_ahead(canvas, style, &plane, current);
    draw_minimum(canvas, style, frame, &objective->minimum);
    draw_kept(canvas, style, &plane, def->runs);
    draw_current(canvas, style, &plane, current);
    draw_departures(canvas, style, &plane, def->runs);
    if (def->ghost)
        draw_ghost(canvas, style, &plane, def->ghost);
    *arrows = plot_update_arrows_of(&plane, current->run, def->update, def->arrow);
    plot_draw_update_arrows(canvas, style, arrows);
    plot_label_weights(canvas, style, &plane, def->runs, objective, &contours, arrows);
    draw_handle(canvas, style, plot_plane_at(&plane, current->run->row[0].weights),
                def->handle_hovered);
    ui_unclip(canvas, outside);
    return *frame;
}
