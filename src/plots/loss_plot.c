#include "plots/loss_plot.h"

#include "plots/marks.h"
#include "plots/sampling.h"

#include <math.h>
#include <stdio.h>

enum { COLUMNS_MAX = 2048 }; /* a curve of more steps is drawn by the extremes in each column */

static const char TITLE[] = "Loss";

static const double LINEAR_MARGIN = 0.06;      /* share of the range */
static const double LOGARITHMIC_MARGIN = 1.25; /* factor */
static const double LOWEST_WORDS = 20.0;       /* pixels for the name of the lowest loss */
static const double BATCH_DEPTH =
    0.1; /* times the lowest loss: batch losses are shown down to there */
static const double WORDS_FROM =
    90.0; /* pixels: a lower picture names the lowest loss by its number */
static const double READABLE = 10.0; /* times the first loss: a linear axis shows no more, and a run
                                        beside the current one does not stretch any axis farther */

/* Lowest and highest loss that the picture is to hold. */
static dh_range losses_of(const plot_loss_def *def)
{
    const plot_shown_runs *runs = def->runs;
    const dh_run *current = runs->run[0].run;
    dh_range range = current->loss;
    if (def->batch_loss) /* those of a few points can be next to nothing */
        range = (dh_range){fmax(current->batch_losses.low, BATCH_DEPTH * range.low),
                           current->batch_losses.high};
    for (int i = 1; i < runs->count; i++) {
        const dh_range loss = runs->run[i].run->loss;
        const double most = fmax(range.high, READABLE * current->row[0].loss);
        range = (dh_range){fmin(range.low, loss.low), fmax(range.high, fmin(loss.high, most))};
    }
    return range;
}

/* `below` is the share of the axis to keep below the lowest loss, for the words that name it. */
static plot_axis loss_axis(const plot_loss_def *def, double below)
{
    const dh_run *run = def->runs->run[0].run;
    const double lowest = run->problem->objective.minimum.loss;
    const dh_range range = losses_of(def);
    if (!def->linear && range.low > 0.0) {
        const double low = lowest > 0.0 ? fmin(range.low, lowest) : range.low;
        const double top = fmin(range.high, 1e300) * LOGARITHMIC_MARGIN;
        const double ratio = fmin(pow(top / low, below / (1.0 - below)), 1e30);
        return (plot_axis){
            .low = low / fmax(ratio, LOGARITHMIC_MARGIN), .high = top, .logarithmic = true};
    }
    const double most = READABLE * run->row[0].loss;
    return plot_axis_around(0.0, fmin(range.high, most), LINEAR_MARGIN);
}

/* A loss for each of a number of steps of a run. */
typedef struct losses {
    const double *first;
    size_t stride; /* doubles from one to the next */
    size_t count;
} losses;

static losses losses_until(const dh_run *run, size_t last)
{
    return (losses){&run->row[0].loss, sizeof *run->row / sizeof(double), last + 1};
}

static double loss_at(const losses *of, size_t step)
{
    return of->first[step * of->stride];
}

static ui_point at_step(const plot_frame *frame, size_t step, double loss)
{
    const double beyond = 1e300; /* pixels: still a number, and the way there still right */
    const ui_point at = plot_at(frame, (double)step, loss);
    return (ui_point){at.x, ui_clamp(at.y, -beyond, beyond)};
}

static void draw_curve(ui_canvas *canvas, const plot_frame *frame, size_t steps, losses of,
                       ui_stroke stroke)
{
    ui_point points[2 * COLUMNS_MAX];
    size_t count = 0;
    const size_t columns = (size_t)ui_clamp(frame->area.w, 1.0, COLUMNS_MAX);
    const size_t bundle = steps / columns + 1; /* steps drawn as one column */
    const size_t stride = plot_stride_within(bundle);
    for (size_t begin = 0; begin < of.count; begin += bundle) {
        const size_t end = begin + bundle <= of.count ? begin + bundle : of.count;
        size_t lowest = begin, highest = begin;
        for (size_t step = begin + stride; step < end; step += stride) {
            if (loss_at(&of, step) < loss_at(&of, lowest))
                lowest = step;
            if (loss_at(&of, step) > loss_at(&of, highest))
                highest = step;
        }
        const size_t first = lowest < highest ? lowest : highest;
        const size_t second = lowest < highest ? highest : lowest;
        points[count++] = at_step(frame, first, loss_at(&of, first));
        if (second != first)
            points[count++] = at_step(frame, second, loss_at(&of, second));
    }
    ui_polyline(canvas, points, count, stroke);
}

/* The curves of the runs beside the current one. */
static void draw_kept(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                      const plot_shown_runs *runs)
{
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        ui_stroke stroke = plot_kept_stroke(style, shown);
        const ui_color color = stroke.color;
        stroke.color = ui_faded(color, style->kept_ahead);
        draw_curve(canvas, frame, shown->run->steps,
                   losses_until(shown->run, shown->run->known - 1), stroke);
        stroke.color = color;
        draw_curve(canvas, frame, shown->run->steps, losses_until(shown->run, shown->step), stroke);
        const ui_point now = at_step(frame, shown->step, shown->run->row[shown->step].loss);
        if (now.y >= frame->area.y)
            plot_draw_kept_dot(canvas, style, color, now);
    }
}

/* Where they depart. */
static void draw_departures(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                            const plot_shown_runs *runs)
{
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        if (shown->mark >= shown->run->known)
            continue;
        const ui_point at = at_step(frame, shown->mark, shown->run->row[shown->mark].loss);
        if (at.y >= frame->area.y)
            plot_draw_departure(canvas, style, style->look[shown->look].color, at);
    }
}

static void draw_current(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const plot_loss_def *def)
{
    const plot_shown_run *shown = &def->runs->run[0];
    const dh_run *run = shown->run;
    if (def->batch_loss && run->seen)
        draw_curve(canvas, frame, run->steps,
                   (losses){&run->seen[0].loss, sizeof *run->seen / sizeof(double), run->known - 1},
                   (ui_stroke){.width = style->grid_width, .color = style->gradient});
    draw_curve(canvas, frame, run->steps, losses_until(run, run->known - 1),
               (ui_stroke){.width = style->ghost_width, .color = style->ghost});
    draw_curve(canvas, frame, run->steps, losses_until(run, shown->step),
               (ui_stroke){.width = style->line_width, .color = style->line});
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
}

/* The words that name it, over the curves and beside the dot at `now`: as many as there is room
 * for. */
static void name_lowest(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        double lowest, ui_point now)
{
    static const char *const forms[] = {"lowest possible ", "lowest ", ""};
    const ui_rect area = frame->area;
    const double y = plot_position(&frame->y, lowest);
    const double reach = plot_dot_reach(style);
    const bool fits_below = y + LOWEST_WORDS <= area.y + area.h;
    const double half = fits_below ? 0.5 : 0.8; /* with the tail of a p, where that is next to it */
    const double apart = reach + half * ui_label_height(canvas, style->ui.small);
    const double away = apart + 1.0; /* a dot that has all but come down is not in the way */
    const double middle = fits_below ? y + away : y - away;
    double from = area.x, to = area.x + area.w;
    if (y > area.y + area.h)
        return;
    if (fabs(now.y - middle) < apart && now.x < area.x + 0.5 * area.w)
        from = now.x + reach + style->ui.label_gap;
    else if (fabs(now.y - middle) < apart)
        to = now.x - reach - style->ui.label_gap;
    for (int form = area.h < WORDS_FROM ? 2 : 0; form < 3; form++) {
        char text[TEXT_NUMBER_BYTES + 32];
        snprintf(text, sizeof text, "%s%s", forms[form], text_reading(lowest).text);
        if (ui_label_width(canvas, style->ui.small, text) > to - from)
            continue;
        plot_draw_haloed(canvas, style, (ui_point){to, middle}, UI_RIGHT, style->ui.muted, text);
        return;
    }
}

/* The step that is shown; above the frame, a mark that points to it. */
static void draw_now(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     ui_point now)
{
    const double top = frame->area.y, size = 2.0 * style->exit_size;
    if (now.y >= top)
        plot_draw_dot(canvas, style, now);
    else
        plot_draw_triangle(canvas, (ui_point){now.x, top + size}, (ui_point){now.x, top},
                           style->exit_half * size, style->line);
}

/* The loss at the step that is shown: after the title, or in a narrow picture within it. */
static void draw_reading(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const plot_loss_def *def, double loss)
{
    const ui_rect area = frame->area;
    const text_number text = text_reading(loss);
    const double gap = style->ui.gap;
    /* The right end is the lowest loss's in a low picture; the dot of an early step is at the left.
     */
    const bool early = 2.0 * (double)def->runs->run[0].step < (double)def->runs->run[0].run->steps;
    const bool low = area.h < 3.0 * LOWEST_WORDS || (area.h < WORDS_FROM && !early);
    const double left = frame->title_x + ui_label_width(canvas, style->ui.title, TITLE) + 2.0 * gap;
    const bool more = dh_run_has_batches(def->runs->run[0].run);
    const double words = style->words_width + (more ? 0.5 * style->more_words : 0.0);
    const double room = area.x + area.w - words - left;
    if (ui_label_width(canvas, style->ui.number, text.text) <= room)
        ui_label(canvas, (ui_point){left, area.y - 0.5 * style->title_height}, UI_LEFT,
                 style->ui.number, style->line, text.text);
    else
        plot_draw_haloed(canvas, style,
                         (ui_point){low ? area.x + gap : area.x + area.w - gap, area.y + 2.0 * gap},
                         low ? UI_LEFT : UI_RIGHT, style->line, text.text);
}

plot_frame plot_draw_loss(ui_canvas *canvas, const plot_style *style, const plot_loss_def *def)
{
    const plot_shown_run *current = &def->runs->run[0];
    const dh_run *run = current->run;
    const plot_axis steps = {.low = 0.0, .high = (double)run->steps};
    const double height =
        fmax(def->rect.h - style->title_height - plot_x_axis_height(style, def->rect.h), 1.0);
    const double below = fmin(LOWEST_WORDS / height, 0.4);
    const plot_frame frame = plot_frame_in(canvas, style, def->rect, steps, loss_axis(def, below));
    plot_draw_frame(
        canvas, style, &frame, TITLE, "step",
        plot_y_name(canvas, style, &frame, dh_loss_words_of(run->problem->def.loss).loss, "loss"));
    ui_rect room = ui_inset(frame.area, -style->line_width);
    room.y = frame.area.y;
    room.h = frame.area.h + style->line_width;
    const ui_px_rect outside = ui_clip(canvas, room);
    draw_lowest(canvas, style, &frame, run->problem->objective.minimum.loss);
    draw_kept(canvas, style, &frame, def->runs);
    draw_current(canvas, style, &frame, def);
    draw_departures(canvas, style, &frame, def->runs);
    if (def->ghost)
        draw_curve(canvas, &frame, run->steps,
                   losses_until(def->ghost->run, def->ghost->run->known - 1),
                   plot_ghost_stroke(style));
    const ui_point now = at_step(&frame, current->step, run->row[current->step].loss);
    name_lowest(canvas, style, &frame, run->problem->objective.minimum.loss, now);
    ui_unclip(canvas, outside);
    draw_reading(canvas, style, &frame, def, run->row[current->step].loss);
    draw_now(canvas, style, &frame, now);
    return frame;
}
