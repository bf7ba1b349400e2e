#include "plots/loss_plot.h"

#include "plots/marks.h"
#include "plots/sampling.h"

#include <math.h>
#include <stdio.h>

enum { COLUMNS_MAX = 2048 }; /* a curve of more steps is drawn by the extremes in each column */

static const double LINEAR_MARGIN = 0.06;      /* share of the range */
static const double LOGARITHMIC_MARGIN = 1.25; /* factor */
static const double READABLE = 10.0; /* times the first loss: a linear axis shows no more */

bool plot_loss_can_be_logarithmic(const dh_run *run)
{
    return run->loss.low > 0.0 && run->quadratic.lowest_loss > 0.0;
}

static plot_axis loss_axis(const dh_run *run, bool linear)
{
    const double low = fmin(run->loss.low, run->quadratic.lowest_loss);
    const double high = run->loss.high;
    if (!linear && plot_loss_can_be_logarithmic(run))
        return (plot_axis){.low = low / LOGARITHMIC_MARGIN,
                           .high = fmin(high, 1e300) * LOGARITHMIC_MARGIN,
                           .logarithmic = true};
    const double first = run->row[0].loss;
    return plot_axis_around(0.0, high > READABLE * first ? READABLE * first : high, LINEAR_MARGIN);
}

static ui_point at_step(const plot_frame *frame, const dh_run *run, size_t step)
{
    const double beyond = 1e4; /* pixels: far outside, and still a number */
    const ui_point at = plot_at(frame, (double)step, run->row[step].loss);
    return (ui_point){at.x, ui_clamp(at.y, -beyond, beyond)};
}

/* The curve from step 0 through `last`. */
static void draw_curve(ui_canvas *canvas, const plot_frame *frame, const dh_run *run, size_t last,
                       ui_stroke stroke)
{
    ui_point points[2 * COLUMNS_MAX];
    size_t count = 0;
    const size_t columns = (size_t)ui_clamp(frame->area.w, 1.0, COLUMNS_MAX);
    const size_t bundle = run->steps / columns + 1; /* steps drawn as one column */
    const size_t stride = plot_stride_within(bundle);
    for (size_t begin = 0; begin <= last; begin += bundle) {
        const size_t end = begin + bundle <= last + 1 ? begin + bundle : last + 1;
        size_t lowest = begin, highest = begin;
        for (size_t step = begin + stride; step < end; step += stride) {
            if (run->row[step].loss < run->row[lowest].loss)
                lowest = step;
            if (run->row[step].loss > run->row[highest].loss)
                highest = step;
        }
        const size_t first = lowest < highest ? lowest : highest;
        const size_t second = lowest < highest ? highest : lowest;
        points[count++] = at_step(frame, run, first);
        if (second != first)
            points[count++] = at_step(frame, run, second);
    }
    ui_polyline(canvas, points, count, stroke);
}

static void draw_lowest(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        double lowest)
{
    const ui_rect area = frame->area;
    const double y = plot_position(&frame->y, lowest);
    const ui_stroke stroke = {.width = style->best_width,
                              .color = style->best,
                              .dash = style->best_dash,
                              .gap = style->best_gap};
    ui_line(canvas, (ui_point){area.x, y}, (ui_point){area.x + area.w, y}, stroke);
    char text[PLOT_NUMBER_BYTES + 32];
    const plot_number number = plot_fixed(lowest, 4);
    snprintf(text, sizeof text, "lowest possible %s", number.text);
    if (ui_label_width(canvas, style->ui.small, text) > area.w)
        snprintf(text, sizeof text, "%s", number.text);
    const double cap = ui_label_height(canvas, style->ui.small);
    plot_draw_haloed(canvas, style,
                     (ui_point){area.x + area.w, y - style->ui.label_gap - 0.5 * cap}, UI_RIGHT,
                     style->ui.muted, text);
}

plot_frame plot_draw_loss(ui_canvas *canvas, const plot_style *style, const plot_loss_def *def)
{
    const dh_run *run = def->run;
    const plot_axis steps = {.low = 0.0, .high = (double)run->steps};
    const plot_frame frame =
        plot_frame_in(canvas, style, def->rect, steps, loss_axis(run, def->linear));
    plot_draw_frame(canvas, style, &frame, "Loss", "step", NULL);
    const ui_rect room = ui_inset(frame.area, -style->line_width);
    const ui_px_rect outside = ui_clip(canvas, room);
    draw_curve(canvas, &frame, run, run->known - 1,
               (ui_stroke){.width = style->ghost_width, .color = style->ghost});
    draw_lowest(canvas, style, &frame, run->quadratic.lowest_loss);
    draw_curve(canvas, &frame, run, def->playhead,
               (ui_stroke){.width = style->line_width, .color = style->line});
    ui_unclip(canvas, outside);
    ui_point now = at_step(&frame, run, def->playhead);
    now.y = ui_clamp(now.y, frame.area.y, frame.area.y + frame.area.h);
    plot_draw_dot(canvas, style, now);
    return frame;
}
