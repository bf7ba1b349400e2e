#include "screen/pictures.h"

#include "model/player.h"
#include "plots/marks.h"
#include "plots/slices_plot.h"
#include "screen/command_button.h"
#include "screen/notice.h"
#include "screen/pointing.h"

#include <math.h>
#include <stdio.h>

static const double CLICK_REACH = 4.0; /* a press that moves less is a click */
static const double ZOOM_PER_NOTCH = 1.2;

enum { NOTE_BYTES = 80 };

static plot_weights_range range_of(const plot_frame *frame)
{
    return (plot_weights_range){{frame->x.low, frame->x.high}, {frame->y.low, frame->y.high}};
}

/* A value read off the picture, rounded to what a pixel can tell. */
static double read_off(const plot_axis *axis, double position)
{
    const double per_pixel = fabs((axis->high - axis->low) / (axis->to - axis->from));
    return ui_on_grid(plot_value(axis, position), pow(10.0, floor(log10(per_pixel))));
}

static void move_start(ui_context *ui, model_session *session, const plot_frame *frame, ui_point to)
{
    dh_config config = session->scene.config;
    config.init = (dh_weights){read_off(&frame->x, to.x), read_off(&frame->y, to.y)};
    if (config.init.slope == session->scene.config.init.slope &&
        config.init.intercept == session->scene.config.init.intercept)
        return;
    session_configure(session, &config);
    ui->again = true;
}

static dh_range moved(dh_range range, double by)
{
    return (dh_range){range.low + by, range.high + by};
}

static void pan(model_session *session, const screen_pictures *pictures, ui_point mouse)
{
    const plot_frame *frame = &pictures->weights;
    const dh_range slope = pictures->taken.slope, intercept = pictures->taken.intercept;
    const plot_weights_range next = {
        moved(slope, -(mouse.x - pictures->pressed.x) * (slope.high - slope.low) / frame->area.w),
        moved(intercept,
              (mouse.y - pictures->pressed.y) * (intercept.high - intercept.low) / frame->area.h)};
    if (!plot_weights_range_is_usable(&next))
        return;
    session->view.zoomed = true;
    session->view.weights = next;
}

static dh_range scaled(dh_range range, double fixed, double factor)
{
    return (dh_range){fixed + (range.low - fixed) * factor, fixed + (range.high - fixed) * factor};
}

static void zoom(model_session *session, const plot_frame *frame, ui_point mouse, double notches)
{
    const double factor = pow(ZOOM_PER_NOTCH, -notches);
    const plot_weights_range now = range_of(frame);
    const plot_weights_range next = {scaled(now.slope, plot_value(&frame->x, mouse.x), factor),
                                     scaled(now.intercept, plot_value(&frame->y, mouse.y), factor)};
    if (!plot_weights_range_is_usable(&next))
        return;
    session->view.zoomed = true;
    session->view.weights = next;
}

static bool over_start(const model_session *session, const plot_style *style,
                       const plot_frame *frame, ui_point mouse)
{
    const ui_point start = plot_at_weights(frame, session->run[0].row[0].weights);
    return ui_distance(start, mouse) <= style->handle_radius + CLICK_REACH;
}

/* The first click of a double click has moved the start; it was not meant, and leaves no trace. */
static void take_back_click(model_session *session, const screen_pictures *p)
{
    const dh_weights init = session->scene.config.init;
    if (init.slope == p->start_before.slope && init.intercept == p->start_before.intercept)
        return;
    session_undo(session);
    session->redo_count = 0;
    player_seek(session, p->step_before);
    session->playing = p->playing_before;
}

static void press_weights(ui_context *ui, const plot_style *style, model_session *session,
                          screen_pictures *p, bool doubled)
{
    const ui_point mouse = ui->input.mouse;
    p->grip = over_start(session, style, &p->weights, mouse) ? GRIP_START : GRIP_BACKGROUND;
    p->pressed = mouse;
    p->moved = false;
    p->taken = range_of(&p->weights);
    if (ui->input.clicks == 1) {
        p->start_before = session->scene.config.init;
        p->step_before = session->playhead;
        p->playing_before = session->playing;
        return;
    }
    p->grip = GRIP_NONE;
    if (!doubled)
        return;
    session->view.zoomed = false;
    take_back_click(session, p);
    ui->again = true;
}

/* Returns whether the start is under the pointer or held. */
static bool weights_input(ui_context *ui, const plot_style *style, model_session *session,
                          screen_pictures *p)
{
    const ui_touch_result touch =
        ui_touch_area(ui, "weights picture", p->weights.area, p->weights.area.w > 0.0);
    const ui_point mouse = ui->input.mouse;
    if (touch.pressed)
        press_weights(ui, style, session, p, touch.doubled);
    p->moved |= ui_distance(mouse, p->pressed) > CLICK_REACH;
    if (touch.held && p->moved && p->grip == GRIP_START) {
        move_start(ui, session, &p->weights, mouse);
        session->held = true;
    } else if (touch.held && p->moved && p->grip == GRIP_BACKGROUND) {
        pan(session, p, mouse);
    } else if (touch.clicked && !p->moved && p->grip == GRIP_BACKGROUND) {
        move_start(ui, session, &p->weights, mouse);
    }
    if (!touch.held)
        p->grip = GRIP_NONE;
    if (touch.wheel != 0) {
        zoom(session, &p->weights, mouse, touch.wheel);
        ui->again = true;
    }
    const bool on_start =
        p->grip == GRIP_START || (touch.hovered && over_start(session, style, &p->weights, mouse));
    if (on_start)
        ui->pointer = UI_POINTER_HAND;
    else if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_CROSS;
    return on_start;
}

static void loss_input(ui_context *ui, model_session *session, screen_pictures *p)
{
    const ui_touch_result touch =
        ui_touch_area(ui, "loss picture", p->loss.area, p->loss.area.w > 0.0);
    if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_SIDES;
    if (!touch.held)
        return;
    const double step = round(plot_value(&p->loss.x, ui->input.mouse.x));
    session->held = true;
    const size_t before = session->playhead;
    player_seek(session, (size_t)ui_clamp(step, 0.0, (double)session->run[0].steps));
    ui->again |= session->playhead != before;
}

_Static_assert((int)PLOT_LOOKS == (int)SCENE_RUNS, "every run has a look of its own");

/* The runs that are not hidden. */
static plot_shown_runs shown_runs(const model_session *session)
{
    plot_shown_runs shown = {.count = 0};
    for (int i = 0; i < scene_runs(&session->scene); i++)
        if (!scene_hidden(&session->scene, i))
            shown.run[shown.count++] = (plot_shown_run){.run = &session->run[i],
                                                        .step = session_step(session, i),
                                                        .look = scene_look(&session->scene, i)};
    return shown;
}

/* "epoch 2, batch 3 of 10": what the update about to be made sees. */
static void write_batch(const model_session *session, char text[static NOTE_BYTES])
{
    const size_t t = session_step(session, 0);
    const size_t per_epoch = dh_batches_per_epoch(session->data.n, session->run[0].recipe.batch);
    snprintf(text, NOTE_BYTES, "epoch %zu, batch %zu of %zu", t / per_epoch + 1, t % per_epoch + 1,
             per_epoch);
}

static void draw_data_picture(ui_context *ui, const plot_style *style, ui_rect rect,
                              model_session *session, const plot_shown_runs *runs,
                              screen_pictures *p)
{
    const bool has_batches = session_has_batches(session);
    char note[NOTE_BYTES];
    dh_batch batch;
    if (has_batches) {
        batch = dh_run_batch(&session->run[0], session_step(session, 0));
        write_batch(session, note);
    }
    const plot_data_def data = {
        .rect = rect,
        .data = &session->data,
        .data_version = session->data_version,
        .runs = runs,
        .batch = has_batches ? &batch : NULL,
        .note = has_batches ? note : NULL,
        .mark = p->marked ? &session->run[0].row[p->mark].weights : NULL,
        .residuals = session->view.residuals,
    };
    p->data = plot_draw_data(&ui->canvas, style, &data, &p->scatter);
}

static void draw_pictures(ui_context *ui, const plot_style *style, const screen_layout *at,
                          model_session *session, screen_pictures *p, bool handle_hovered)
{
    const model_view *view = &session->view;
    const plot_shown_runs runs = shown_runs(session);
    const plot_weights_range *range = view->zoomed            ? &view->weights
                                      : p->grip == GRIP_START ? &p->taken
                                                              : NULL;
    const bool at_last = runs.run[0].step + 1 >= session->run[0].known;
    const plot_weights_def weights = {
        .rect = at->weights,
        .runs = &runs,
        .update = at_last ? NULL : session_update(session),
        .arrow = {[PLOT_ARROW_VELOCITY] = !view->hide_velocity_arrow,
                  [PLOT_ARROW_FULL_GRADIENT] = !view->hide_gradient_arrow,
                  [PLOT_ARROW_GRADIENT] = !view->hide_gradient_arrow,
                  [PLOT_ARROW_STEP] = !view->hide_step_arrow},
        .range = range,
        .handle_hovered = handle_hovered};
    const plot_loss_def loss = {.rect = at->loss,
                                .runs = &runs,
                                .linear = view->linear_loss,
                                .batch_loss = view->batch_loss && session_has_batches(session)};
    p->data = p->weights = p->loss = (plot_frame){0};
    if (at->data.w > 0.0)
        draw_data_picture(ui, style, at->data, session, &runs, p);
    if (at->weights.w > 0.0 && view->slices)
        plot_draw_slices(&ui->canvas, style, &weights);
    else if (at->weights.w > 0.0)
        p->weights = plot_draw_weights(&ui->canvas, style, &weights);
    if (at->loss.w > 0.0)
        p->loss = plot_draw_loss(&ui->canvas, style, &loss);
}

/* What can be switched in the heading of each picture. */
static void words(ui_context *ui, const plot_style *style, const screen_layout *at,
                  model_session *session)
{
    const model_view *view = &session->view;
    const struct {
        const char *scope;
        ui_rect picture;
        const char *name;
        bool on;
        command_id command, alone_command;
    } table[] = {
        {"data", at->data, "residuals", view->residuals, COMMAND_RESIDUALS, COMMAND_DATA_ALONE},
        {"weights", at->weights, "slices", view->slices, COMMAND_SLICES, COMMAND_WEIGHTS_ALONE},
        {"loss", at->loss, "linear", view->linear_loss, COMMAND_LOSS_AXIS, COMMAND_LOSS_ALONE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const ui_rect picture = table[i].picture;
        if (!(picture.w > 0.0))
            continue;
        const double y = picture.y + 0.5 * style->title_height;
        ui_push(ui, table[i].scope);
        double end = command_word(ui, picture.x + picture.w, y, "alone", view->alone != VIEW_ALL,
                                  table[i].alone_command, session);
        end = command_word(ui, end, y, table[i].name, table[i].on, table[i].command, session);
        if (table[i].command == COMMAND_LOSS_AXIS && session_has_batches(session))
            command_word(ui, end, y, "batch", view->batch_loss, COMMAND_BATCH_LOSS, session);
        ui_pop(ui);
    }
}

/* The gap between the data picture and the others, which can be dragged. */
static void splitter(ui_context *ui, const plot_style *style, const screen_layout *at,
                     model_session *session)
{
    if (!(at->splitter.w > 0.0))
        return;
    const ui_touch_result touch = ui_touch(ui, "splitter", at->splitter, true);
    const double before = session->view.split;
    double wanted = before;
    if (touch.held && !touch.pressed)
        wanted = (ui->input.mouse.x - 0.5 * at->splitter.w - at->pictures.x) / at->pictures.w;
    if (touch.focused && ui_take_key(ui, SDLK_LEFT))
        wanted -= 0.01;
    if (touch.focused && ui_take_key(ui, SDLK_RIGHT))
        wanted += 0.01;
    if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_SIDES;
    ui_hint(ui, &touch, at->splitter, "Drag to share the width; double-click for the usual");
    if (touch.doubled)
        wanted = view_default().split;
    const double percent =
        ui_clamp(round(100.0 * wanted), VIEW_SPLIT_PERCENT_MIN, VIEW_SPLIT_PERCENT_MAX);
    session->view.split = wanted == before ? before : percent / 100.0;
    ui->again |= session->view.split != before;
    if (touch.hovered || touch.held || (touch.focused && ui->show_focus)) {
        const double x = ui_snap_middle(&ui->canvas, at->splitter.x + 0.5 * at->splitter.w);
        ui_line(&ui->canvas, (ui_point){x, style->title_height},
                (ui_point){x, at->splitter.h - style->title_height},
                (ui_stroke){.width = style->ghost_width, .color = style->ui.accent});
    }
}

/* Over the first of the pictures that shows. */
static void draw_notice(ui_context *ui, const plot_style *style, const screen_layout *at,
                        const model_session *session, const screen_pictures *p)
{
    const screen_notice notice = notice_of(session);
    ui_rect over = at->weights; /* the slices, which have no one frame */
    over.y += style->title_height;
    const ui_rect areas[] = {p->data.area, p->weights.area, p->loss.area};
    for (int i = 2; i >= 0; i--)
        if (areas[i].w > 0.0)
            over = areas[i];
    if (notice.text[0])
        plot_draw_notice(&ui->canvas, style, over, notice.text, notice.alarming);
}

void pictures_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session, screen_pictures *p)
{
    const bool handle_hovered = weights_input(ui, style, session, p);
    rate_marks_input(ui, session, &p->loss, &p->rate_marks);
    loss_input(ui, session, p);
    pointing_find_step(ui, session, p);
    draw_pictures(ui, style, at, session, p, handle_hovered);
    rate_marks_draw(ui, style, session, &p->loss, &p->rate_marks);
    draw_notice(ui, style, at, session, p);
    words(ui, style, at, session);
    splitter(ui, style, at, session);
    pointing_draw(ui, style, session, p);
}

void pictures_free(screen_pictures *pictures)
{
    plot_scatter_free(&pictures->scatter);
}
