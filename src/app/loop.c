#include "app/loop.h"

#include "app/app.h"
#include "app/complaint.h"
#include "app/window.h"
#include "cli/progress.h"

#include <SDL.h>
#include <stdio.h>

/* Takes the window's size and scale over into the app when they changed. */
static void follow_window(app_program *app, app_window *window, const cli_options *options)
{
    int width_px, height_px, width;
    double scale;
    window_measure(window, options->scale, &width_px, &height_px, &width, &scale);
    if (width_px != app->width_px || height_px != app->height_px || scale != app->scale)
        app_resize(app, width_px, height_px, scale, width);
}

static void take_event(app_program *app, app_window *window, const SDL_Event *event)
{
    window_event(window, event);
    app_event(app, event);
}

/* Waits until an event comes or time has work to do, and acts on all that has come. Of a row of
 * mouse movements only the last counts. */
static void take_events(app_program *app, app_window *window)
{
    const int wait = app_wait(app, SDL_GetTicks64());
    SDL_Event event;
    int more = wait < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, wait);
    app_tick(app, SDL_GetTicks64());
    while (more) {
        SDL_Event next;
        more = SDL_PollEvent(&next);
        const bool overtaken =
            more && event.type == SDL_MOUSEMOTION && next.type == SDL_MOUSEMOTION;
        if (!overtaken)
            take_event(app, window, &event);
        event = next;
    }
}

static bool show(app_program *app, app_window *window, cli_progress *progress, dh_error *error)
{
    if (!app_draw(app))
        return dh_fail(error, "not enough memory to draw the window");
    complain_of_missing(stderr, app->ui.canvas.text);
    if ((app->painter.changed_count > 0 || window->exposed) &&
        !window_show(window, &app->painter, error))
        return false;
    progress_write(progress, app->session, stdout);
    return true;
}

static bool play(app_program *app, app_window *window, const cli_options *options, dh_error *error)
{
    cli_progress progress = {0};
    session_set_refresh(app->session, window_refresh_ms(window));
    app_tick(app, SDL_GetTicks64());
    if (!options->has_at)
        session_play(app->session);
    while (!session_wishes(app->session)->quit) {
        follow_window(app, window, options);
        if (!show(app, window, &progress, error))
            return false;
        take_events(app, window);
        window_set_full_screen(window, session_wishes(app->session)->full_screen);
        window_set_pointer(window, app->ui.pointer);
    }
    return true;
}

bool loop_run(const cli_options *options)
{
    dh_error error = {""};
    app_program app = {0};
    app_window window = {0};
    const bool done =
        app_init(&app, options, &error) &&
        window_open(&window, options->width, options->height, options->scale, &error) &&
        play(&app, &window, options, &error);
    window_close(&window);
    app_free(&app);
    SDL_Quit();
    if (!done)
        complain(stderr, error.text);
    return done;
}
