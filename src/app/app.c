#include "app/app.h"

#include "model/player.h"
#include "screen/commands.h"
#include "screen/help.h"
#include "screen/layout.h"
#include "screen/legend.h"
#include "screen/player_bar.h"
#include "screen/update_strip.h"

#include <SDL_clipboard.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    COPIED_MS = 3000, /* so long it is said what was copied */
    COPIED_SHOWN = 250,
    PASSES_MAX = 4
}; /* for one event; more would mean controls that never settle */

static const double COPIED_WIDTH = 560.0; /* of what is said, at most */

bool app_init(app_program *app, const cli_options *options, dh_error *error)
{
    app->ui.canvas.text = ui_text_create();
    if (!app->ui.canvas.text)
        return dh_fail(error, "the fonts cannot be opened: %s", SDL_GetError());
    if (!session_init(&app->session, &options->scene, options->interval_ms, error))
        return false;
    app->session.view = options->view;
    app->session.repeat = options->repeat;
    if (options->has_at)
        player_show(&app->session, options->at);
    const double scale = options->scale > 0.0 ? options->scale : 1.0;
    const int width = (int)lround(options->width * scale);
    app_resize(app, width, (int)lround(options->height * scale), scale, width);
    return true;
}

void app_free(app_program *app)
{
    session_free(&app->session);
    pictures_free(&app->pictures);
    ui_painter_free(&app->painter);
    ui_text_destroy(app->ui.canvas.text);
    ui_canvas_free(&app->ui.canvas);
    free(app->copied);
}

void app_resize(app_program *app, int width_px, int height_px, double scale, int window_width)
{
    app->width_px = width_px;
    app->height_px = height_px;
    app->scale = scale;
    app->event_scale = scale * window_width / width_px;
    app->stale = true;
}

/* Says what was copied, above everything. */
static void draw_copied(app_program *app, ui_rect window)
{
    const ui_theme *theme = &app->style.ui;
    ui_canvas *canvas = &app->ui.canvas;
    if (app->copied_until_ms == 0)
        return;
    const char *title =
        app->copy_failed ? "There is no clipboard; this is the command" : "Copied to the clipboard";
    char beginning[COPIED_SHOWN]; /* as much of it as a window could show */
    snprintf(beginning, sizeof beginning, "%s", app->copied);
    const double width = fmin(fmax(ui_label_width(canvas, theme->number, beginning),
                                   ui_label_width(canvas, theme->heading, title)),
                              COPIED_WIDTH) +
                         2.0 * theme->margin;
    const double height = 2.0 * theme->button_height;
    const double kept = fmin(width, window.w - 2.0 * theme->gap);
    const ui_rect card = {ui_snap(canvas, 0.5 * (window.w - kept)), ui_snap(canvas, theme->gap),
                          kept, height};
    const double line = card.h / 3.0;
    ui_box(canvas, card, theme->corner, theme->paper);
    ui_outline(canvas, card, theme->corner, theme->border_width, theme->accent);
    ui_label(canvas, (ui_point){card.x + theme->margin, card.y + line}, UI_LEFT, theme->heading,
             theme->ink, title);
    ui_label_cut(canvas, (ui_point){card.x + theme->margin, card.y + 2.0 * line},
                 card.w - 2.0 * theme->margin, theme->number, theme->muted, beginning);
}

/* The size that a person asked for, as far as the window keeps room for everything. */
static double bounded_size(const app_program *app)
{
    const double room = fmin(app->width_px / (double)OPTIONS_WIDTH_MIN,
                             app->height_px / (double)OPTIONS_HEIGHT_MIN);
    const double most = fmin(fmax(room, app->scale), OPTIONS_SCALE_MAX) / app->scale;
    const double least = fmin(OPTIONS_SCALE_MIN / app->scale, 1.0);
    return ui_clamp(app->session.view.size, least, most);
}

/* Output pixels per logical pixel. */
static double drawing_scale(const app_program *app)
{
    return app->scale * app->session.view.size;
}

static void pass(app_program *app)
{
    ui_context *ui = &app->ui;
    model_session *session = &app->session;
    session->view.size = bounded_size(app);
    app->style = plot_style_of(session->view.dark);
    ui->theme = app->style.ui;
    ui_begin(ui, app->width_px, app->height_px, drawing_scale(app));
    const ui_rect window = ui_canvas_rect(&ui->canvas);
    const layout_heights heights = {.strip = update_strip_height(session, window.h),
                                    .legend = legend_height(session)};
    const screen_layout at = layout_of(window, &session->view, heights);
    ui_box(&ui->canvas, at.window, 0.0, ui->theme.paper);
    ui->covered |= session->help_open;
    session->held = false;
    if (session->view.alone == VIEW_ALL) {
        panel_pass(ui, &app->style, at.panel, session, &app->panel);
        player_bar_pass(ui, at.bar, session);
    }
    legend_pass(ui, &app->style, at.legend, session);
    update_strip_pass(ui, &app->style, at.strip, session);
    pictures_pass(ui, &app->style, &at, session, &app->pictures);
    ui->covered = false;
    help_pass(ui, at.window, session);
    draw_copied(app, at.window);
    ui_end(ui);
    if (!session->held)
        session->gesture = false;
}

char *app_command_line(const app_program *app)
{
    const double scale = drawing_scale(app);
    return command_line_of(&app->session, (int)lround(app->width_px / scale),
                           (int)lround(app->height_px / scale), scale);
}

static void copy_command_line(app_program *app)
{
    char *line = app_command_line(app);
    app->session.copy_wanted = false;
    if (!line) {
        dh_fail(&app->session.error, "not enough memory for the command line");
        return;
    }
    free(app->copied);
    app->copied = line;
    app->copied_until_ms = app->session.now_ms + COPIED_MS;
    app->copy_failed = SDL_SetClipboardText(line) != 0;
}

static bool escape_leaves_control(app_program *app)
{
    const bool leaves = app->ui.focus != 0 && !app->session.help_open;
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
    command_run(id, &app->session);
    app->ui.again = true;
}

/* Hints wait for a pointer that rests. */
static bool hint_is_due(const app_program *app, uint64_t now_ms)
{
    return app->ui.hinted != 0 && now_ms >= app->ui.hint_due_ms && !app->ui.hint_shown;
}

/* A press or a key is something new: what the one before could not do is no longer told. The second
 * press of a double click goes on with what the first has changed. */
static void begin_action(app_program *app)
{
    model_session *session = &app->session;
    const ui_input *input = &app->ui.input;
    if (input->pressed || input->key != SDLK_UNKNOWN)
        session->error.text[0] = '\0';
    if (input->pressed && input->clicks == 1)
        app->history_before = session->history_at;
    else if (input->pressed)
        session->gesture = session->history_at != app->history_before;
}

void app_event(app_program *app, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        app->session.quit = true;
    if (!ui_input_event(&app->ui.input, event, app->event_scale * app->session.view.size))
        return;
    begin_action(app);
    pass(app);
    if (!app->ui.key_taken)
        run_command(app);
    ui_input_settle(&app->ui.input);
    if (app->session.copy_wanted)
        copy_command_line(app);
    for (int passes = 1; app->ui.again && passes < PASSES_MAX; passes++)
        pass(app);
    app->stale = true;
}

void app_tick(app_program *app, uint64_t now_ms)
{
    if (player_tick(&app->session, now_ms))
        app->stale = true;
    app->ui.now_ms = now_ms;
    if (hint_is_due(app, now_ms))
        app->stale = true;
    if (app->copied_until_ms != 0 && now_ms >= app->copied_until_ms) {
        app->copied_until_ms = 0;
        app->stale = true;
    }
}

static int sooner(int wait, uint64_t due_ms, uint64_t now_ms)
{
    const int until = due_ms > now_ms ? (int)(due_ms - now_ms) : 0;
    return wait < 0 || until < wait ? until : wait;
}

int app_wait(const app_program *app, uint64_t now_ms)
{
    int wait = player_wait(&app->session, now_ms);
    if (app->copied_until_ms != 0)
        wait = sooner(wait, app->copied_until_ms, now_ms);
    if (app->ui.hinted != 0 && !app->ui.hint_shown)
        wait = sooner(wait, app->ui.hint_due_ms, now_ms);
    return wait;
}

bool app_draw(app_program *app)
{
    app->painter.changed_count = 0;
    if (!app->stale)
        return true;
    pass(app);
    app->stale = false;
    return ui_paint(&app->painter, &app->ui.canvas) && !app->ui.canvas.full;
}
