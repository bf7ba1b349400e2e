#include "screen/pictures.h"

#include "model/finder_words.h"
#include "plots/marks.h"
#include "screen/command_button.h"
#include "screen/notice.h"
#include "screen/pointing.h"
#include "screen/rate_finder.h"
#include "screen/splitter.h"
#include "text/line.h"

#include <math.h>

static void loss_input(ui_context *ui, model_session *session, const plot_frame *frame)
{
    const ui_touch_result touch =
        ui_touch_area(ui, "loss picture", frame->area, frame->area.w > 0.0);
    if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_SIDES;
    if (!touch.held)
        return;
    const double step = round(plot_value(&frame->x, ui->input.mouse.x));
    const double last = (double)session_scene(session)->steps;
    const size_t before = session_player(session)->playhead;
    ui->dragging = true;
    session_seek(session, (size_t)ui_clamp(step, 0.0, last));
    ui->again |= session_player(session)->playhead != before;
}

/* The middle button pastes points, as it pastes text elsewhere. */
static void paste_input(ui_context *ui, model_session *session, const plot_frame *data)
{
    model_wishes wishes = *session_wishes(session);
    if (!ui->input.middle || ui->covered || !ui_contains(data->area, ui->input.mouse))
        return;
    wishes.paste_selected = true;
    session_wish(session, wishes);
}

/* What can be switched in the heading of each picture. */
static void words(ui_context *ui, const plot_style *style, const screen_layout *at,
                  model_session *session)
{
    const model_view *view = session_view(session);
    const bool alone = view->alone != VIEW_ALL;
    const bool has_batches = runs_have_batches(session_runs(session));
    const bool standardizes = session_scene(session)->problem.standardize;
    const bool wide = at->weights.w >= style->weights_words_from;
    const struct {
        const char *scope;
        ui_rect picture;
        command_word_def word[4]; /* from the right; those without a name are not there */
    } table[] = {
        {"data",
         at->data,
         {{"enlarge", alone, COMMAND_DATA_ALONE},
          {"residuals", view->residuals, COMMAND_RESIDUALS},
          {at->data.w >= style->data_words_from ? "predictions" : NULL, view->predictions,
           COMMAND_PREDICTIONS}}},
        {"weights",
         at->weights,
         {{"enlarge", alone, COMMAND_WEIGHTS_ALONE},
          {view->finder || (wide && !standardizes) ? "rates" : NULL, view->finder, COMMAND_FINDER},
          {view->finder ? NULL : "slices", view->slices, COMMAND_SLICES},
          {standardizes && !view->finder && wide ? "own units" : NULL, view->own_units,
           COMMAND_OWN_UNITS}}},
        {"loss",
         at->loss,
         {{"enlarge", alone, COMMAND_LOSS_ALONE},
          {"linear", view->linear_loss, COMMAND_LOSS_AXIS},
          {has_batches ? "batch" : NULL, view->batch_loss, COMMAND_BATCH_LOSS}}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const ui_rect picture = table[i].picture;
        ui_point end = {picture.x + picture.w, picture.y + 0.5 * style->title_height};
        if (!(picture.w > 0.0))
            continue;
        ui_push(ui, table[i].scope);
        for (int w = 0; w < 4; w++)
            if (table[i].word[w].name)
                end.x = command_word(ui, end, table[i].word[w], session);
        ui_pop(ui);
    }
}

/* The picture that a notice is over: the first that shows. */
static ui_rect first_picture(const screen_layout *at)
{
    return at->data.w > 0.0 ? at->data : at->weights.w > 0.0 ? at->weights : at->loss;
}

static void notice_over(ui_context *ui, const plot_style *style, const screen_layout *at,
                        const notice_layout *layout, model_session *session, screen_pictures *p)
{
    ui_rect over = at->weights; /* the slices, which have no one frame */
    over.y += style->title_height;
    const ui_rect areas[] = {p->frames.data.area, p->frames.weights.area, p->frames.loss.area};
    for (int i = 2; i >= 0; i--)
        if (areas[i].w > 0.0)
            over = areas[i];
    p->notice = notice_pass(ui, style, over, layout, session);
}

/* What the mouse does in the pictures; nothing where the notice is over them. */
static void input(ui_context *ui, const plot_style *style, model_session *session,
                  screen_pictures *p)
{
    const bool mouse_here = ui->input.mouse_here;
    ui->input.mouse_here &= !ui_contains(p->notice, ui->input.mouse);
    p->weights.units = p->frames.units;
    p->touch.on_start = weights_tool_input(ui, style, &p->frames.weights, session, &p->weights);
    p->touch.gripped = ui->held != 0 && p->weights.grip != GRIP_NONE;
    p->touch.holds_range = p->weights.grip == GRIP_START;
    p->touch.range = p->weights.taken;
    p->touch.steady = ui->dragging && p->frames.weights.area.w > 0.0;
    p->touch.before = weights_tool_range(&p->frames.weights);
    rate_marks_input(ui, session, &p->frames.loss, &p->rate_marks);
    points_tool_input(ui, &p->frames.data, session, &p->points, &p->touch);
    loss_input(ui, session, &p->frames.loss);
    paste_input(ui, session, &p->frames.data);
    p->rate =
        rate_finder_touch(ui, "rate picture", p->frames.rates.area, &p->frames.rates.x, session);
    pointing_find(ui, session_runs(session), &p->frames, &p->touch);
    ui->input.mouse_here = mouse_here;
}

/* What the rate does that is pointed at. */
static void rate_card(ui_context *ui, const plot_style *style, const model_session *session,
                      const screen_pictures *p)
{
    char lines[1][POINTING_CARD_BYTES];
    const model_finder *finder = session_finder(session);
    if (!(p->rate > 0.0) || finder->known == 0)
        return;
    text_copy(lines[0], sizeof lines[0],
              finder_words_of(finder, finder_nearest(finder, p->rate)).text);
    pointing_draw_card(ui, style, p->frames.rates.area, ui->input.mouse, lines, 1);
}

static bool same_frame(const plot_frame *a, const plot_frame *b)
{
    return plot_same_axis(&a->x, &b->x) && plot_same_axis(&a->y, &b->y);
}

/* Draws the pictures. What the pointer is on was looked up in those before: where they have moved
 * under it, that is to be done again. */
static void draw_figure(ui_context *ui, const plot_style *style, const model_shown *shown,
                        const figure_places *places, screen_pictures *p)
{
    const figure_frames before = p->frames;
    p->frames = figure_draw(&ui->canvas, style, shown, places, &p->touch, &p->scatter);
    const plot_frame *was[] = {&before.data, &before.weights, &before.loss, &before.rates};
    const plot_frame *now[] = {&p->frames.data, &p->frames.weights, &p->frames.loss,
                               &p->frames.rates};
    for (int i = 0; i < 4 && ui->input.mouse_here; i++)
        ui->again |= ui_contains(now[i]->area, ui->input.mouse) && !same_frame(was[i], now[i]);
}

void pictures_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session, screen_pictures *p)
{
    const figure_places places = {at->data, at->weights, at->loss};
    input(ui, style, session, p);
    const model_shown shown = session_shown(session);
    const screen_notice notice = notice_of(session);
    const notice_layout layout = notice_lay_out(ui, style, first_picture(at).w, &notice);
    p->touch.covered = notice_covers(&style->ui, &layout);
    if (!ui->unseen)
        draw_figure(ui, style, &shown, &places, p);
    if (p->touch.edits)
        points_tool_draw(ui, style, &p->frames.data, session, &p->points);
    rate_marks_draw(ui, style, session, &p->frames.loss, &p->rate_marks);
    notice_over(ui, style, at, &layout, session, p);
    words(ui, style, at, session);
    splitter_pass(ui, style, at, session);
    if (!ui_contains(p->notice, ui->input.mouse))
        pointing_draw(ui, style, &shown, &p->frames, &p->touch);
    rate_card(ui, style, session, p);
}

void pictures_free(screen_pictures *pictures)
{
    plot_scatter_free(&pictures->scatter);
    points_tool_free(&pictures->points);
}
