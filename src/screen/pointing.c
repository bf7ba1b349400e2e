#include "screen/pointing.h"

#include "plots/marks.h"
#include "plots/sampling.h"
#include "plots/weights_path.h"

#include <math.h>
#include <stdio.h>

static const double DOWNHILL_WORD = 12.0;                     /* from its tip to its name */
static const double DOWNHILL_MIN = 24.0, DOWNHILL_MAX = 72.0; /* pixels of an arrow */
static const double POINT_REACH = 10.0; /* what is nearer to the pointer is pointed at */
static const double ARROW_REACH = 5.0;  /* and of arrows */

/* The step of the path nearest to the pointer, if one is within `reach`, which becomes how far it
 * is. */
static bool find_on_path(const dh_run *run, const figure_frames *frames, ui_point mouse,
                         double *reach, size_t *step)
{
    bool found = false;
    for (size_t i = 0; i < run->known; i = plot_next_step(run, i)) {
        const double away = ui_distance(
            plot_at_weights(&frames->weights, frames->units, run->row[i].weights), mouse);
        if (away < *reach) {
            *reach = away;
            *step = i;
            found = true;
        }
    }
    return found;
}

/* Among the weights: a step of the path or an arrow, whichever is nearer, or else the place. */
static void find_among_weights(const dh_run *run, const figure_frames *frames, ui_point mouse,
                               figure_touch *touch)
{
    double step_away = POINT_REACH, arrow_away = ARROW_REACH;
    const bool on_path = find_on_path(run, frames, mouse, &step_away, &touch->step);
    touch->arrow = plot_nearest_arrow(&frames->arrows, mouse, &arrow_away);
    touch->on_arrow = touch->arrow >= 0 && !touch->on_start && arrow_away < step_away;
    touch->pointed = on_path && !touch->on_arrow;
    touch->on_weights = !touch->pointed && !touch->on_arrow && !touch->on_start;
    touch->place =
        dh_scaling_trained(frames->units, (dh_weights){plot_value(&frames->weights.x, mouse.x),
                                                       plot_value(&frames->weights.y, mouse.y)});
}

void pointing_find(ui_context *ui, const model_runs *runs, const figure_frames *frames,
                   figure_touch *touch)
{
    const ui_point mouse = ui->input.mouse;
    const dh_run *run = &runs->run[0];
    touch->pointed = touch->on_arrow = touch->on_weights = false;
    if (ui->covered || !ui->input.mouse_here || touch->gripped)
        return;
    if (ui_contains(frames->weights.area, mouse)) {
        find_among_weights(run, frames, mouse, touch);
    } else if (ui_contains(frames->loss.area, mouse)) {
        const double step = round(plot_value(&frames->loss.x, mouse.x));
        touch->step = (size_t)ui_clamp(step, 0.0, (double)(run->known - 1));
        touch->pointed = true;
    }
}

void pointing_draw_card(ui_context *ui, const plot_style *style, ui_rect room, ui_point beside,
                        char lines[][POINTING_CARD_BYTES], int count)
{
    const ui_theme *theme = &style->ui;
    const ui_rect window = ui_canvas_rect(&ui->canvas);
    const double line = theme->number.size + theme->label_gap;
    double width = 0.0;
    for (int i = 0; i < count; i++)
        width = fmax(width, ui_label_width(&ui->canvas, theme->number, lines[i]));
    const double pad = theme->gap;
    ui_rect card = {beside.x + 2.0 * pad, beside.y + 2.0 * pad, width + 2.0 * pad,
                    count * line + 2.0 * pad - theme->label_gap};
    const double right = card.x + card.w + pad, to_left = beside.x - card.w - pad;
    if (right > window.w || (right > room.x + room.w && to_left >= room.x))
        card.x = to_left;
    if (card.y + card.h > window.h - pad)
        card.y = beside.y - card.h - pad;
    card.x = ui_snap(&ui->canvas, card.x);
    card.y = ui_snap(&ui->canvas, card.y);
    ui_box(&ui->canvas, card, theme->corner, theme->paper);
    ui_outline(&ui->canvas, card, theme->corner, theme->border_width, theme->border);
    for (int i = 0; i < count; i++)
        ui_label(&ui->canvas,
                 (ui_point){card.x + pad, card.y + pad + (i + 0.5) * line - 0.5 * theme->label_gap},
                 UI_LEFT, theme->number, theme->ink, lines[i]);
}

static void draw_step_card(ui_context *ui, const plot_style *style, const dh_run *run, size_t step)
{
    const dh_row row = run->row[step];
    const dh_weights gradient = dh_objective_at(&run->problem->objective, row.weights).gradient;
    char lines[4][POINTING_CARD_BYTES];
    snprintf(lines[0], sizeof lines[0], "step      %zu", step);
    snprintf(lines[1], sizeof lines[1], "loss      %s", text_reading(row.loss).text);
    snprintf(lines[2], sizeof lines[2], "weights   %s, %s", text_reading(row.weights.slope).text,
             text_reading(row.weights.intercept).text);
    snprintf(lines[3], sizeof lines[3], "gradient  %s, %s", text_reading(gradient.slope).text,
             text_reading(gradient.intercept).text);
    pointing_draw_card(ui, style, ui_canvas_rect(&ui->canvas), ui->input.mouse, lines, 4);
}

/* From the pointer, the way downhill: as plain gradient descent would go at the present learning
 * rate, but not so short that it cannot be seen, nor longer than an arrow that is. */
static void draw_downhill(ui_context *ui, const plot_style *style, const model_shown *shown,
                          const figure_frames *frames, dh_weights from, dh_weights gradient)
{
    const double rate = dh_rate_at(&shown->runs->run[0].recipe.rate, shown->step[0]);
    const dh_weights next = {from.slope - rate * gradient.slope,
                             from.intercept - rate * gradient.intercept};
    const ui_point at = ui->input.mouse;
    const ui_point tip = plot_at_weights(&frames->weights, frames->units, next);
    const double length = ui_distance(at, tip);
    if (!(length > 0.0) || !isfinite(length))
        return;
    const double drawn = ui_clamp(length, DOWNHILL_MIN, DOWNHILL_MAX);
    const ui_point way = {(tip.x - at.x) / length, (tip.y - at.y) / length};
    const double word = drawn + DOWNHILL_WORD;
    const ui_px_rect outside = ui_clip(&ui->canvas, frames->weights.area);
    plot_draw_arrow(&ui->canvas, style, PLOT_ARROW_STEP, at,
                    (ui_point){at.x + drawn * way.x, at.y + drawn * way.y});
    plot_draw_haloed(&ui->canvas, style, (ui_point){at.x + word * way.x, at.y + word * way.y},
                     way.x < -0.5  ? UI_RIGHT
                     : way.x > 0.5 ? UI_LEFT
                                   : UI_CENTER,
                     style->ui.ink, "downhill");
    ui_unclip(&ui->canvas, outside);
}

/* What the loss is where the pointer is, and which way is downhill. */
static void draw_place(ui_context *ui, const plot_style *style, const model_shown *shown,
                       const figure_frames *frames, dh_weights at)
{
    const dh_value loss = dh_objective_at(&shown->runs->problem.objective, at);
    const dh_weights seen = dh_scaling_line(frames->units, at);
    char lines[4][POINTING_CARD_BYTES];
    draw_downhill(ui, style, shown, frames, at, loss.gradient);
    snprintf(lines[0], sizeof lines[0], "slope     %s", text_reading(seen.slope).text);
    snprintf(lines[1], sizeof lines[1], "intercept %s", text_reading(seen.intercept).text);
    snprintf(lines[2], sizeof lines[2], "loss      %s", text_reading(loss.loss).text);
    snprintf(lines[3], sizeof lines[3], "gradient  %s, %s", text_reading(loss.gradient.slope).text,
             text_reading(loss.gradient.intercept).text);
    pointing_draw_card(ui, style, ui_canvas_rect(&ui->canvas), ui->input.mouse, lines, 4);
}

/* What an arrow stands for: all but the step's are times the learning rate. */
static void draw_arrow_card(ui_context *ui, const plot_style *style, const model_shown *shown,
                            const plot_update_arrows *arrows, int number)
{
    const dh_weights change = arrows->at[number].change;
    char lines[4][POINTING_CARD_BYTES];
    int count = 0;
    if (arrows->at[number].arrow == PLOT_ARROW_STEP)
        snprintf(lines[count++], sizeof lines[0], "%s", arrows->at[number].name);
    else
        snprintf(lines[count++], sizeof lines[0], "%s × %s", arrows->at[number].name,
                 text_reading(shown->update.rate).text);
    snprintf(lines[count++], sizeof lines[0], "slope     %s", text_reading(change.slope).text);
    snprintf(lines[count++], sizeof lines[0], "intercept %s", text_reading(change.intercept).text);
    if (arrows->factor > 1.0)
        snprintf(lines[count++], sizeof lines[0], "drawn %s× as long",
                 text_rounded(arrows->factor, 2).text);
    pointing_draw_card(ui, style, ui_canvas_rect(&ui->canvas), ui->input.mouse, lines, count);
}

static void draw_mark(ui_context *ui, const plot_style *style, const model_shown *shown,
                      const figure_frames *frames, size_t mark)
{
    const dh_run *run = &shown->runs->run[0];
    const dh_row row = run->row[mark];
    const ui_point on_path = plot_at_weights(&frames->weights, frames->units, row.weights);
    const ui_point on_curve = plot_at(&frames->loss, (double)mark, row.loss);
    const double radius = style->dot_radius + style->pointed_gap;
    if (ui_contains(frames->weights.area, on_path))
        ui_ring(&ui->canvas, on_path, radius, style->ghost_width, style->pointed);
    if (ui_contains(ui_inset(frames->loss.area, -radius), on_curve))
        ui_ring(&ui->canvas, on_curve, radius, style->ghost_width, style->pointed);
    draw_step_card(ui, style, run, mark);
}

static bool find_point(ui_context *ui, const dh_problem *problem, const plot_frame *frame,
                       size_t *found)
{
    const ui_point mouse = ui->input.mouse;
    if (ui->covered || !ui->input.mouse_here || ui->held != 0 || problem->n > PLOT_SCATTER_POINTS ||
        !ui_contains(frame->area, mouse))
        return false;
    return plot_nearest_point(frame, problem, mouse, POINT_REACH, found);
}

/* A coordinate, or a distance along one, with digits that tell a ten-thousandth of the range in
 * which the points lie; far outside it, and where those would not tell it from zero, as numbers are
 * read elsewhere. */
static text_number placed(double value, dh_range range)
{
    const double step = pow(10.0, floor(log10(1e-4 * (range.high - range.low))));
    const double most = 10.0 * fmax(fabs(range.low), fabs(range.high));
    if (!(step > 1e-14 * most) || !(fabs(value) <= most) ||
        (value != 0.0 && fabs(value) < 0.5 * step))
        return text_reading(value);
    return text_stepped(value, step);
}

/* What a point adds to the gradient of the update about to be made: nothing, outside its batch. */
static dh_weights pull_of(const model_shown *shown, size_t point)
{
    const dh_problem *problem = &shown->runs->problem;
    const dh_batch *batch = &shown->batch;
    const bool all = !dh_run_has_batches(&shown->runs->run[0]);
    bool seen = all;
    for (size_t i = 0; i < batch->count && batch->point && !seen; i++)
        seen = batch->point[i] == point;
    if (!seen)
        return (dh_weights){0.0, 0.0};
    return dh_gradient_of_point(problem->def.loss, dh_scaled(problem->scaling, problem->x[point]),
                                problem->y[point], all ? problem->n : batch->count,
                                shown_now(shown).weights);
}

static void draw_point_card(ui_context *ui, const plot_style *style, const model_shown *shown,
                            const plot_frame *frame, size_t point, ui_point beside)
{
    const dh_problem *problem = &shown->runs->problem;
    const dh_row now = shown_now(shown);
    const double x = problem->x[point], y = problem->y[point];
    const dh_weights line = dh_problem_line(problem, now.weights);
    const double prediction = line.slope * x + line.intercept;
    const dh_range of_x = problem->moments.x, of_y = problem->moments.y;
    const double part = dh_loss_of_point(problem->def.loss, x, y, problem->n, line);
    const dh_weights pull = pull_of(shown, point);
    char lines[6][POINTING_CARD_BYTES];
    snprintf(lines[0], sizeof lines[0], "x           %s", placed(x, of_x).text);
    snprintf(lines[1], sizeof lines[1], "y           %s", placed(y, of_y).text);
    snprintf(lines[2], sizeof lines[2], "prediction  %s", placed(prediction, of_y).text);
    snprintf(lines[3], sizeof lines[3], "residual    %s", placed(y - prediction, of_y).text);
    snprintf(lines[4], sizeof lines[4], "of the loss %s %%",
             text_fixed(now.loss > 0.0 ? 100.0 * (part / now.loss) : 0.0, 2).text);
    snprintf(lines[5], sizeof lines[5], "of gradient %s, %s", text_reading(pull.slope).text,
             text_reading(pull.intercept).text);
    const ui_px_rect outside = ui_clip(&ui->canvas, frame->area);
    plot_mark_point(&ui->canvas, style, frame, problem, point, false);
    ui_unclip(&ui->canvas, outside);
    pointing_draw_card(ui, style, frame->area, beside, lines, 6);
}

void pointing_draw(ui_context *ui, const plot_style *style, const model_shown *shown,
                   const figure_frames *frames, const figure_touch *touch)
{
    size_t point = 0;
    if (touch->pointed)
        draw_mark(ui, style, shown, frames, touch->step);
    else if (touch->on_arrow && touch->arrow < frames->arrows.count)
        draw_arrow_card(ui, style, shown, &frames->arrows, touch->arrow);
    else if (touch->on_weights)
        draw_place(ui, style, shown, frames, touch->place);
    else if (touch->on_point)
        draw_point_card(ui, style, shown, &frames->data, touch->point, touch->beside);
    else if (!touch->edits && find_point(ui, &shown->runs->problem, &frames->data, &point))
        draw_point_card(ui, style, shown, &frames->data, point, ui->input.mouse);
}
