#include "app/app.h"

#include "app/commands.h"
#include "app/help.h"
#include "app/layout.h"
#include "app/panel.h"
#include "app/player_bar.h"
#include "app/update_strip.h"

#include <math.h>

enum { PASSES_MAX = 4 }; /* for one event; more would mean controls that never settle */

bool app_init(app_program *app, const app_options *options, dh_error *error)
{
    app->ui.canvas.text = ui_text_create();
    if (!app->ui.canvas.text)
        return dh_fail(error, "the fonts cannot be opened: %s", SDL_GetError());
    app->style = plot_style_light();
    app->ui.theme = app->style.ui;
    if (!session_init(&app->session, &options->config, options->interval_ms, error))
        return false;
    if (options->has_at)
        session_show(&app->session, options->at);
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
}

void app_resize(app_program *app, int width_px, int height_px, double scale, int window_width)
{
    app->width_px = width_px;
    app->height_px = height_px;
    app->scale = scale;
    app->event_scale = scale * window_width / width_px;
    app->stale = true;
}

static void pass(app_program *app)
{
    ui_context *ui = &app->ui;
    app_session *session = &app->session;
    ui_begin(ui, app->width_px, app->height_px, app->scale);
    const app_layout at = layout_of(ui_canvas_rect(&ui->canvas));
    ui_box(&ui->canvas, at.window, 0.0, ui->theme.paper);
    ui->covered = session->help_open;
    session->held = false;
    panel_pass(ui, at.panel, session);
    player_bar_pass(ui, at.bar, session);
    update_strip_draw(&ui->canvas, &app->style, at.strip, session);
    pictures_pass(ui, &app->style, &at, session, &app->pictures);
    ui->covered = false;
    help_pass(ui, at.window, session);
    ui_end(ui);
}

static bool escape_leaves_control(app_program *app)
{
    const bool leaves = app->ui.focus != 0 && !app->session.help_open;
    if (leaves)
        ui_set_focus(&app->ui, 0, false);
    return leaves;
}

/* Runs the command of a key or character that no control wanted. */
static void run_command(app_program *app)
{
    const ui_input *input = &app->ui.input;
    command_id id = command_for_key(input->key, input->ctrl, input->alt, input->repeated);
    if (id == COMMAND_COUNT && input->text[0])
        id = command_for_symbol(input->text, input->repeated);
    if (id == COMMAND_COUNT || (id == COMMAND_ESCAPE && escape_leaves_control(app)))
        return;
    command_run(id, &app->session);
    app->ui.again = true;
}

void app_event(app_program *app, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        app->session.quit = true;
    if (!ui_input_event(&app->ui.input, event, app->event_scale))
        return;
    pass(app);
    if (!app->ui.key_taken)
        run_command(app);
    ui_input_settle(&app->ui.input);
    for (int passes = 1; app->ui.again && passes < PASSES_MAX; passes++)
        pass(app);
    app->stale = true;
}

void app_tick(app_program *app, uint64_t now_ms)
{
    if (session_tick(&app->session, now_ms))
        app->stale = true;
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
