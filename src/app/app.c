#include "app/app.h"

#include "app/incoming.h"
#include "app/keeping.h"
#include "model/wait.h"
#include "screen/commands.h"
#include "screen/help.h"
#include "screen/layout.h"
#include "screen/legend.h"
#include "screen/player_bar.h"
#include "screen/update_strip.h"
#include "screen/words_line.h"

#include <math.h>

enum { PASSES_MAX = 4 }; /* for one frame; more would mean controls that never settle */

bool app_init(app_program *app, const cli_options *options, dh_error *error)
{
    app->ui.canvas.text = ui_text_create();
    if (!app->ui.canvas.text)
        return dh_fail(error, "the fonts cannot be opened: %s", SDL_GetError());
    app->session = session_create(&options->setup, error);
    if (!app->session)
        return false;
    if (options->has_at)
        session_show(app->session, options->at);
    const double scale = options->scale > 0.0 ? options->scale : 1.0;
    const int width = (int)lround(options->width * scale);
    app_resize(app, width, (int)lround(options->height * scale), scale, width);
    return true;
}

void app_free(app_program *app)
{
    session_free(app->session);
    pictures_free(&app->pictures);
    ui_painter_free(&app->painter);
    ui_text_destroy(app->ui.canvas.text);
    ui_canvas_free(&app->ui.canvas);
    copied_free(&app->copied);
}

void app_resize(app_program *app, int width_px, int height_px, double scale, int window_width)
{
    app->width_px = width_px;
    app->height_px = height_px;
    app->scale = scale;
    app->event_scale = scale * window_width / width_px;
    app->stale = app->resized = true;
}

/* Bounds the size that a person asked for, so that the window keeps room for everything. */
static void bound_size(app_program *app)
{
    const double room = fmin(app->width_px / (double)OPTIONS_WIDTH_MIN,
                             app->height_px / (double)OPTIONS_HEIGHT_MIN);
    const double most = fmin(fmax(room, app->scale), OPTIONS_SCALE_MAX) / app->scale;
    const double least = fmin(OPTIONS_SCALE_MIN / app->scale, 1.0);
    const dh_error largest = {.text = "this is as large as fits the window"};
    model_view bounded = *session_view(app->session);
    if (bounded.size > most && !app->resized) /* a person has asked for more */
        session_refuse(app->session, &largest);
    app->resized = false;
    bounded.size = ui_clamp(bounded.size, least, most);
    session_set_view(app->session, &bounded);
}

/* Output pixels per logical pixel. */
static double drawing_scale(const app_program *app)
{
    return app->scale * session_view(app->session)->size;
}

static void pass(app_program *app)
{
    ui_context *ui = &app->ui;
    model_session *session = app->session;
    bound_size(app);
    const model_view *view = session_view(session);
    app->style = plot_style_of(view->theme == VIEW_DARK);
    plot_style_give_look(&app->style, session_scene(session)->run[0].look);
    ui->theme = app->style.ui;
    ui_begin(ui, app->width_px, app->height_px, drawing_scale(app));
    const ui_rect window = ui_canvas_rect(&ui->canvas);
    session_point_at_rate(session, 0.0); /* until something of this pass does */
    const model_shown shown = session_shown(session);
    const layout_heights heights = {.strip = update_strip_height(&shown, window.h),
                                    .strip_least = update_strip_least(window.h),
                                    .legend = legend_height(session),
                                    .words = words_line_size(&ui->theme, view)};
    const screen_layout at = layout_of(window, view, heights);
    ui_box(&ui->canvas, at.window, 0.0, ui->theme.paper);
    ui->covered |= session_wishes(session)->help || session_wishes(session)->open;
    if (view->alone == VIEW_ALL) {
        panel_pass(ui, &app->style, at.panel, session, &app->panel);
        player_bar_pass(ui, at.bar, session);
    }
    words_line_pass(ui, at.words, session);
    legend_pass(ui, &app->style, at.legend, session);
    update_strip_pass(ui, &app->style, at.strip, session);
    pictures_pass(ui, &app->style, &at, session, &app->pictures);
    ui->covered = false;
    help_pass(ui, &app->style, at.window, session);
    open_box_pass(ui, &app->style, at.window, session, &app->open_box);
    copied_draw(&ui->canvas, &app->style, at.bar.h > 0.0 ? at.bar.y : window.h, &app->copied);
    ui_end(ui);
    session_set_dragging(session, ui->dragging);
}

/* Passes until nothing asks for another. */
static void pass_until_settled(app_program *app)
{
    int passes = 0;
    do
        pass(app);
    while (app->ui.again && ++passes < PASSES_MAX);
}

char *app_command_line(const app_program *app)
{
    const double scale = drawing_scale(app);
    const model_setup setup = session_setup(app->session);
    const command_line_picture picture = {.width = (int)lround(app->width_px / scale),
                                          .height = (int)lround(app->height_px / scale),
                                          .scale = scale,
                                          .step = session_player(app->session)->playhead};
    return command_line_of(&setup, &picture);
}

/* Does what was asked for that only the program can. */
static void grant_wishes(app_program *app)
{
    const model_wishes asked = *session_wishes(app->session);
    model_wishes wishes = asked;
    wishes.copy = wishes.save = wishes.paste = wishes.paste_selected = false;
    session_wish(app->session, wishes);
    if (asked.copy)
        keeping_copy(app->session, &app->copied, app_command_line(app));
    if (asked.save)
        keeping_save(app->session, &app->copied);
    if (asked.paste || asked.paste_selected)
        incoming_paste(app->session, asked.paste_selected);
}

static bool escape_leaves_control(app_program *app)
{
    const bool leaves = app->ui.focus != 0 && !session_wishes(app->session)->help;
    app->ui.edit.message[0] = '\0';
    if (leaves)
        ui_set_focus(&app->ui, 0, false);
    return leaves;
}

/* Runs the command of a key or character that no control wanted. */
static void run_command(app_program *app)
{
    const ui_input *input = &app->ui.input;
    command_id id = command_for_key(input);
    if (id == COMMAND_COUNT && input->text[0])
        id = command_for_symbol(input->text, input->repeated);
    if (id == COMMAND_COUNT || (id == COMMAND_ESCAPE && escape_leaves_control(app)))
        return;
    command_run(id, app->session);
    app->ui.again = true;
}

/* Hints wait for a pointer that rests. */
static bool hint_is_due(const app_program *app, uint64_t now_ms)
{
    return app->ui.hinted != 0 && now_ms >= app->ui.hint_due_ms && !app->ui.hint_shown;
}

/* A press or a key is something new: what the one before could not do is no longer told. */
static void begin_action(app_program *app)
{
    const ui_input *input = &app->ui.input;
    if (input->pressed || input->right || input->key != SDLK_UNKNOWN)
        session_begin_action(app->session, input->pressed, input->clicks > 1);
}

void app_event(app_program *app, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        command_run(COMMAND_QUIT, app->session);
    app->stale |= incoming_event(app->session, event);
    if (!ui_input_event(&app->ui.input, event, app->event_scale * session_view(app->session)->size))
        return;
    app->ui.unseen = true;
    if (app->ui.again) /* the event before has not been followed by a frame */
        pass_until_settled(app);
    begin_action(app);
    pass(app);
    if (!app->ui.key_taken)
        run_command(app);
    ui_input_settle(&app->ui.input);
    grant_wishes(app);
    app->stale = true;
}

void app_tick(app_program *app, uint64_t now_ms)
{
    const uint64_t points = session_runs(app->session)->problem.version;
    if (session_tick(app->session, now_ms))
        app->stale = true;
    if (session_runs(app->session)->problem.version != points)
        ui_end_drag(&app->ui);
    app->ui.now_ms = now_ms;
    if (hint_is_due(app, now_ms))
        app->stale = true;
    if (copied_tick(&app->copied, now_ms))
        app->stale = true;
}

static int sooner(int wait, uint64_t due_ms, uint64_t now_ms)
{
    return wait_sooner(wait, due_ms > now_ms ? (int)(due_ms - now_ms) : 0);
}

int app_wait(const app_program *app, uint64_t now_ms)
{
    int wait = session_wait(app->session, now_ms);
    if (app->copied.until_ms != 0)
        wait = sooner(wait, app->copied.until_ms, now_ms);
    if (app->ui.hinted != 0 && !app->ui.hint_shown)
        wait = sooner(wait, app->ui.hint_due_ms, now_ms);
    return wait;
}

bool app_draw(app_program *app)
{
    app->painter.changed_count = 0;
    if (!app->stale)
        return true;
    app->ui.unseen = false;
    ui_text_take_failure(app->ui.canvas.text);
    pass_until_settled(app);
    app->stale = false;
    return ui_paint(&app->painter, &app->ui.canvas) && !app->ui.canvas.full &&
           !ui_text_take_failure(app->ui.canvas.text);
}
