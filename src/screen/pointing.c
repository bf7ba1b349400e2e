#include "screen/pointing.h"

#include "plots/sampling.h"

#include <math.h>
#include <stdio.h>

enum { CARD_BYTES = 2 * TEXT_NUMBER_BYTES + 16 }; /* of a line on a card */

static const double POINT_REACH = 10.0; /* what is nearer to the pointer is pointed at */

/* The step of the path nearest to the pointer, if it is near. */
static bool find_on_path(const model_session *session, const plot_frame *frame, ui_point mouse,
                         size_t *step)
{
    double nearest = POINT_REACH;
    for (size_t i = 0; i < session->run[0].known; i = plot_next_step(&session->run[0], i)) {
        const double away =
            ui_distance(plot_at_weights(frame, session->run[0].row[i].weights), mouse);
        if (away < nearest) {
            nearest = away;
            *step = i;
        }
    }
    return nearest < POINT_REACH;
}

void pointing_find_step(ui_context *ui, const model_session *session, screen_pictures *p)
{
    const ui_point mouse = ui->input.mouse;
    p->marked = false;
    if (ui->covered || !ui->input.mouse_here || (ui->held != 0 && p->grip != GRIP_NONE))
        return;
    if (ui_contains(p->weights.area, mouse)) {
        p->marked = find_on_path(session, &p->weights, mouse, &p->mark);
    } else if (ui_contains(p->loss.area, mouse)) {
        const double step = round(plot_value(&p->loss.x, mouse.x));
        p->mark = (size_t)ui_clamp(step, 0.0, (double)(session->run[0].known - 1));
        p->marked = true;
    }
}

static void draw_card(ui_context *ui, const plot_style *style, char lines[][CARD_BYTES], int count)
{
    const ui_theme *theme = &style->ui;
    const ui_rect window = ui_canvas_rect(&ui->canvas);
    const double line = theme->number.size + theme->label_gap;
    double width = 0.0;
    for (int i = 0; i < count; i++)
        width = fmax(width, ui_label_width(&ui->canvas, theme->number, lines[i]));
    const double pad = theme->gap;
    ui_rect card = {ui->input.mouse.x + 2.0 * pad, ui->input.mouse.y + 2.0 * pad, width + 2.0 * pad,
                    count * line + 2.0 * pad - theme->label_gap};
    if (card.x + card.w > window.w - pad)
        card.x = ui->input.mouse.x - card.w - pad;
    if (card.y + card.h > window.h - pad)
        card.y = ui->input.mouse.y - card.h - pad;
    card.x = ui_snap(&ui->canvas, card.x);
    card.y = ui_snap(&ui->canvas, card.y);
    ui_box(&ui->canvas, card, theme->corner, theme->paper);
    ui_outline(&ui->canvas, card, theme->corner, theme->border_width, theme->border);
    for (int i = 0; i < count; i++)
        ui_label(&ui->canvas,
                 (ui_point){card.x + pad, card.y + pad + (i + 0.5) * line - 0.5 * theme->label_gap},
                 UI_LEFT, theme->number, theme->ink, lines[i]);
}

static void draw_step_card(ui_context *ui, const plot_style *style, const model_session *session,
                           size_t step)
{
    const dh_step row = session->run[0].row[step];
    const dh_weights gradient = dh_gradient(&session->quadratic, row.weights);
    char lines[4][CARD_BYTES];
    snprintf(lines[0], sizeof lines[0], "step      %zu", step);
    snprintf(lines[1], sizeof lines[1], "loss      %s", text_fixed(row.loss, 4).text);
    snprintf(lines[2], sizeof lines[2], "weights   %s, %s", text_fixed(row.weights.slope, 4).text,
             text_fixed(row.weights.intercept, 4).text);
    snprintf(lines[3], sizeof lines[3], "gradient  %s, %s", text_fixed(gradient.slope, 4).text,
             text_fixed(gradient.intercept, 4).text);
    draw_card(ui, style, lines, 4);
}

static void draw_mark(ui_context *ui, const plot_style *style, const model_session *session,
                      const screen_pictures *p)
{
    const dh_step row = session->run[0].row[p->mark];
    const ui_point on_path = plot_at_weights(&p->weights, row.weights);
    const ui_point on_curve = plot_at(&p->loss, (double)p->mark, row.loss);
    const double radius = style->dot_radius + style->mark_gap;
    if (ui_contains(p->weights.area, on_path))
        ui_ring(&ui->canvas, on_path, radius, style->ghost_width, style->mark);
    if (ui_contains(ui_inset(p->loss.area, -radius), on_curve))
        ui_ring(&ui->canvas, on_curve, radius, style->ghost_width, style->mark);
    draw_step_card(ui, style, session, p->mark);
}

static bool find_point(ui_context *ui, const model_session *session, const screen_pictures *p,
                       size_t *found)
{
    const ui_point mouse = ui->input.mouse;
    if (ui->covered || !ui->input.mouse_here || ui->held != 0 ||
        session->data.n > PLOT_SCATTER_MARKS || !ui_contains(p->data.area, mouse))
        return false;
    double nearest = POINT_REACH;
    for (size_t i = 0; i < session->data.n; i++) {
        const double away =
            ui_distance(plot_at(&p->data, session->data.x[i], session->data.y[i]), mouse);
        if (away < nearest) {
            nearest = away;
            *found = i;
        }
    }
    return nearest < POINT_REACH;
}

static void draw_point_card(ui_context *ui, const plot_style *style, const model_session *session,
                            const screen_pictures *p, size_t point)
{
    const dh_step now = session_now(session);
    const double x = session->data.x[point], y = session->data.y[point];
    const double prediction = now.weights.slope * x + now.weights.intercept;
    const double residual = y - prediction;
    const double share = residual * residual / ((double)session->data.n * now.loss);
    char lines[5][CARD_BYTES];
    snprintf(lines[0], sizeof lines[0], "x           %s", text_fixed(x, 4).text);
    snprintf(lines[1], sizeof lines[1], "y           %s", text_fixed(y, 4).text);
    snprintf(lines[2], sizeof lines[2], "prediction  %s", text_fixed(prediction, 4).text);
    snprintf(lines[3], sizeof lines[3], "residual    %s", text_fixed(residual, 4).text);
    snprintf(lines[4], sizeof lines[4], "of the loss %s %%",
             text_fixed(now.loss > 0.0 ? 100.0 * share : 0.0, 2).text);
    ui_ring(&ui->canvas, plot_at(&p->data, x, y),
            plot_mark_radius(session->data.n) + style->mark_gap, style->ghost_width, style->mark);
    draw_card(ui, style, lines, 5);
}

void pointing_draw(ui_context *ui, const plot_style *style, const model_session *session,
                   const screen_pictures *p)
{
    size_t point = 0;
    if (p->marked)
        draw_mark(ui, style, session, p);
    else if (find_point(ui, session, p, &point))
        draw_point_card(ui, style, session, p, point);
}
