#include "app/loop.h"

#include "app/app.h"
#include "app/complaint.h"
#include "app/ending.h"
#include "app/inbox.h"
#include "app/standard_files.h"
#include "app/window.h"
#include "cli/courtesy.h"
#include "cli/progress.h"
#include "model/wait.h"

#include <SDL.h>
#include <stdio.h>
#include <unistd.h>

enum {
    EVENTS_MS = 8,   /* for events before a frame; one that takes longer is the last */
    OFFER_MS = 1000, /* so often is looked whether a busy reader of the lines has time again */
};

typedef struct loop_terminal {
    cli_courtesy lines; /* of the run */
    cli_courtesy notes; /* of what goes wrong */
} loop_terminal;

/* Takes the window's size and scale over into the app when they changed. */
static void follow_window(app_program *app, const app_window *window)
{
    const window_size size = window_measure(window);
    if (size.width_px != app->width_px || size.height_px != app->height_px ||
        size.scale != app->scale)
        app_resize(app, size.width_px, size.height_px, size.scale, size.width);
}

typedef struct loop_receiver {
    app_program *app;
    app_window *window;
} loop_receiver;

static void take_event(void *context, const SDL_Event *event)
{
    const loop_receiver *receiver = context;
    window_event(receiver->window, event);
    app_event(receiver->app, event);
}

/* Waits until an event comes or time has work to do, and acts on it. While nobody sees the window,
 * time stands still: nothing is due, and it goes on from where it was. */
static void take_events(app_program *app, app_window *window, loop_terminal *terminal)
{
    const bool seen = window_is_seen(window);
    loop_receiver receiver = {app, window};
    const inbox_reader reader = {take_event, SDL_GetTicks64, &receiver, EVENTS_MS};
    int wait = seen ? app_wait(app, SDL_GetTicks64()) : -1;
    if (courtesy_offer(&terminal->lines))
        wait = wait_sooner(wait, OFFER_MS);
    SDL_Event event;
    const bool came = wait < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, wait);
    if (seen)
        app_tick(app, SDL_GetTicks64());
    if (came)
        inbox_read(&reader, &event);
}

static bool show(app_program *app, app_window *window, FILE *notes, dh_error *error)
{
    follow_window(app, window);
    if (!app_draw(app))
        return dh_fail_memory(error, "not enough memory to draw the window");
    window_set_pointer(window, app->ui.pointer);
    complain_of_missing(notes, app->ui.canvas.text);
    return (app->painter.changed_count == 0 && !window->exposed) ||
           window_show(window, &app->painter, error);
}

static bool play(app_program *app, app_window *window, loop_terminal *terminal, bool starts,
                 dh_error *error)
{
    cli_progress progress = {0};
    session_set_refresh(app->session, window_refresh_ms(window));
    app_tick(app, SDL_GetTicks64());
    if (starts)
        session_play(app->session);
    while (!session_wishes(app->session)->quit) {
        if (window_is_seen(window)) {
            if (!show(app, window, terminal->notes.stream, error))
                return false;
            progress_write(&progress, app->session, terminal->lines.stream);
        }
        take_events(app, window, terminal);
        window_set_full_screen(window, session_wishes(app->session)->full_screen);
    }
    return true;
}

static bool open_and_play(const cli_options *options, loop_terminal *terminal, dh_error *error)
{
    app_program app = {0};
    app_window window = {0};
    const bool done =
        app_init(&app, options, error) &&
        window_open(&window, options->width, options->height, options->scale, error) &&
        play(&app, &window, terminal, !options->has_at, error);
    window_close(&window);
    app_free(&app);
    SDL_Quit();
    return done;
}

/* What SDL has to say goes the way of this program's own words. */
static void print_log(void *notes, int category, SDL_LogPriority priority, const char *message)
{
    (void)category;
    (void)priority;
    complain(notes, message);
}

bool loop_run(const cli_options *options)
{
    dh_error error = {.text = "not enough memory for the terminal"};
    loop_terminal terminal = {.lines = {.fd = -1}, .notes = {.fd = -1}};
    standard_files_outlive_readers();
    bool done = courtesy_open(&terminal.lines, STDOUT_FILENO) &&
                courtesy_open(&terminal.notes, STDERR_FILENO);
    if (done) {
        SDL_LogSetOutputFunction(print_log, terminal.notes.stream);
        ending_await_signals();
        done = open_and_play(options, &terminal, &error);
        SDL_LogSetOutputFunction(NULL, NULL);
        if (!done)
            complain(terminal.notes.stream, error.text);
    }
    courtesy_close(&terminal.lines);
    courtesy_close(&terminal.notes);
    return done;
}
