#include "plots/loss_plot.h"

#include "plots/marks.h"
#include "plots/sampling.h"

#include <math.h>
#include <stdio.h>

enum { COLUMNS_MAX = 2048 }; /* a curve of more steps is drawn by the extremes in each column */

static const double LINEAR_MARGIN = 0.06;      /* share of the range */
static const double LOGARITHMIC_MARGIN = 1.25; /* factor */
static const double LOWEST_WORDS = 20.0;       /* pixels for the name of the lowest loss */
static const double READABLE = 10.0; /* times the first loss: a linear axis shows no more */

static bool can_be_logarithmic(const dh_run *run)
{
    return run->loss.low > 0.0;
}

/* `below` is the share of the axis to keep below the lowest loss, for the words that name it. */
static plot_axis loss_axis(const dh_run *run, bool linear, double below)
{
    const double lowest = run->quadratic.lowest_loss;
    const double high = run->loss.high;
    if (!linear && can_be_logarithmic(run)) {
        const double low = lowest > 0.0 ? fmin(run->loss.low, lowest) : run->loss.low;
        const double top = fmin(high, 1e300) * LOGARITHMIC_MARGIN;
        const double ratio = fmin(pow(top / low, below / (1.0 - below)), 1e30);
        return (plot_axis){
            .low = low / fmax(ratio, LOGARITHMIC_MARGIN), .high = top, .logarithmic = true};
    }
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
    if (y > area.y + area.h)
        return; /* zero has no place on a logarithmic axis */
    ui_line(canvas, (ui_point){area.x, y}, (ui_point){area.x + area.w, y}, stroke);
    char text[PLOT_NUMBER_BYTES + 32];
    const plot_number number = plot_fixed(lowest, 4);
    snprintf(text, sizeof text, "lowest possible %s", number.text);
    if (ui_label_width(canvas, style->ui.small, text) > area.w)
        snprintf(text, sizeof text, "%s", number.text);
    const double away = 0.5 * LOWEST_WORDS;
    const bool fits_below = y + LOWEST_WORDS <= area.y + area.h;
    ui_label(canvas, (ui_point){area.x + area.w, fits_below ? y + away : y - away}, UI_RIGHT,
             style->ui.small, style->ui.muted, text);
}

/* The step that is shown; above the frame, a mark that points to it. */
static void draw_now(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     ui_point now)
{
    const double top = frame->area.y, size = 2.0 * style->arrow_head;
    if (now.y >= top)
        plot_draw_dot(canvas, style, now);
    else
        plot_draw_triangle(canvas, (ui_point){now.x, top + size}, (ui_point){now.x, top},
                           style->exit_half * size, style->line);
}

plot_frame plot_draw_loss(ui_canvas *canvas, const plot_style *style, const plot_loss_def *def)
{
    const dh_run *run = def->run;
    const plot_axis steps = {.low = 0.0, .high = (double)run->steps};
    const double height = fmax(def->rect.h - style->title_height - style->x_axis_height, 1.0);
    const double below = fmin(LOWEST_WORDS / height, 0.4);
    const plot_frame frame =
        plot_frame_in(canvas, style, def->rect, steps, loss_axis(run, def->linear, below));
    plot_draw_frame(canvas, style, &frame, "Loss", "step", NULL);
    ui_rect room = ui_inset(frame.area, -style->line_width);
    room.y = frame.area.y;
    room.h = frame.area.h + style->line_width;
    const ui_px_rect outside = ui_clip(canvas, room);
    draw_lowest(canvas, style, &frame, run->quadratic.lowest_loss);
    draw_curve(canvas, &frame, run, run->known - 1,
               (ui_stroke){.width = style->ghost_width, .color = style->ghost});
    draw_curve(canvas, &frame, run, def->playhead,
               (ui_stroke){.width = style->line_width, .color = style->line});
    ui_unclip(canvas, outside);
    draw_now(canvas, style, &frame, at_step(&frame, run, def->playhead));
    return frame;
}
