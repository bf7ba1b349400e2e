#include "plots/slices_plot.h"

#include "plots/marks.h"

#include <math.h>
#include <stdio.h>

enum { SAMPLES = 96 };

static const double HEADROOM = 1.15;     /* times the loss at the start: the top of the axes */
static const double TANGENT = 0.22;      /* share of the axis to either side of the point */
static const double WORDS_HEIGHT = 18.0; /* of the line above a curve */
static const double TICKS_HEIGHT = 24.0; /* below it, for numbers alone */

/* One of the two weights, the other one held. */
typedef struct slice {
    const char *name;
    bool of_slope;
    dh_weights now;
    double value, derivative, next; /* of the weight: now, the gradient's part, after the update */
    double loss;
} slice;

static double loss_at(const dh_objective *objective, const slice *s, double value)
{
    dh_weights w = s->now;
    if (s->of_slope)
        w.slope = value;
    else
        w.intercept = value;
    return dh_objective_loss(objective, w);
}

static void draw_curve(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const dh_objective *objective, const slice *s)
{
    const double far_above = -1e300; /* still a number */
    ui_point points[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        const double share = (double)i / (SAMPLES - 1);
        const double value = frame->x.low + share * (frame->x.high - frame->x.low);
        points[i] = plot_at(frame, value, loss_at(objective, s, value));
        points[i].y = fmax(points[i].y, far_above);
    }
    ui_polyline(canvas, points, SAMPLES,
                (ui_stroke){.width = style->ghost_width, .color = style->line});
}

static void draw_tangent(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const slice *s)
{
    const double reach = TANGENT * (frame->x.high - frame->x.low);
    const ui_point from = plot_at(frame, s->value - reach, s->loss - reach * s->derivative);
    const ui_point to = plot_at(frame, s->value + reach, s->loss + reach * s->derivative);
    ui_line(canvas, from, to,
            (ui_stroke){.width = style->best_width,
                        .color = style->gradient,
                        .dash = style->best_dash,
                        .gap = style->best_gap});
}

static void draw_words(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const slice *s)
{
    char words[TEXT_NUMBER_BYTES + 16];
    snprintf(words, sizeof words, "tangent %s", text_reading(s->derivative).text);
    const ui_rect area = frame->area;
    const double y = area.y - 0.5 * WORDS_HEIGHT;
    const double used = ui_label_width(canvas, style->ui.small, s->name) +
                        ui_label_width(canvas, style->ui.small, words) + style->ui.gap;
    if (used > area.w)
        snprintf(words, sizeof words, "%s", text_reading(s->derivative).text);
    ui_label(canvas, (ui_point){area.x, y}, UI_LEFT, style->ui.small, style->ui.muted, s->name);
    ui_label(canvas, (ui_point){area.x + area.w, y}, UI_RIGHT, style->ui.small, style->gradient,
             words);
}

static void draw_slice(ui_canvas *canvas, const plot_style *style, const plot_weights_def *def,
                       ui_rect rect, dh_range range, const slice *s)
{
    const dh_run *run = def->runs->run[0].run;
    const plot_axis weight = {.low = range.low, .high = range.high};
    const plot_axis loss = {.low = 0.0, .high = fmax(run->row[0].loss * HEADROOM, 1e-300)};
    plot_style inner = *style;
    inner.title_height = WORDS_HEIGHT;
    inner.x_axis_height = TICKS_HEIGHT;
    const plot_frame frame = plot_frame_in(canvas, &inner, rect, weight, loss);
    plot_draw_frame(canvas, &inner, &frame, NULL, NULL, "loss");
    draw_words(canvas, style, &frame, s);
    const ui_px_rect outside = ui_clip(canvas, frame.area);
    draw_curve(canvas, style, &frame, plot_weights_objective(def), s);
    draw_tangent(canvas, style, &frame, s);
    const ui_point now = plot_at(&frame, s->value, s->loss);
    if (def->arrow[PLOT_ARROW_STEP])
        plot_draw_arrow(canvas, style, PLOT_ARROW_STEP, now,
                        (ui_point){plot_position(&frame.x, s->next), now.y});
    ui_unclip(canvas, outside);
    if (ui_contains(frame.area, now)) /* whole, also where the curve touches the axis */
        plot_draw_dot(canvas, style, now);
    else
        ui_label(canvas, ui_center(frame.area), UI_CENTER, style->ui.small, style->line,
                 "the step lies outside");
}

void plot_draw_slices(ui_canvas *canvas, const plot_style *style, const plot_weights_def *def)
{
    const plot_shown_run *current = &def->runs->run[0];
    const dh_row row = current->run->row[current->step];
    const dh_scaling units = plot_weights_units(def);
    const dh_weights now = dh_scaling_line(units, row.weights);
    const dh_weights gradient = dh_objective_at(plot_weights_objective(def), now).gradient;
    const dh_weights next = def->update ? dh_scaling_line(units, def->update->next) : now;
    const slice slope = {.name = plot_slope_name(def),
                         .of_slope = true,
                         .now = now,
                         .value = now.slope,
                         .derivative = gradient.slope,
                         .next = next.slope,
                         .loss = row.loss};
    const slice intercept = {.name = plot_intercept_name(def),
                             .now = now,
                             .value = now.intercept,
                             .derivative = gradient.intercept,
                             .next = next.intercept,
                             .loss = row.loss};
    const dh_weights_range range = def->range ? *def->range : plot_weights_range_of(def, 1.0);
    ui_rect rest = def->rect;
    rest.y += style->title_height;
    rest.h -= style->title_height;
    ui_rect half = rest;
    half.h = floor(0.5 * rest.h);
    ui_label(canvas, (ui_point){rest.x + style->name_width, rest.y - 0.5 * style->title_height},
             UI_LEFT, style->ui.title, style->ui.ink, plot_weights_title(rest.w));
    draw_slice(canvas, style, def, half, range.slope, &slope);
    half.y += half.h;
    draw_slice(canvas, style, def, half, range.intercept, &intercept);
}
