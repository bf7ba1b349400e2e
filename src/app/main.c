#include "app/app.h"
#include "app/window.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/usage.h"
#include "file/save.h"
#include "screen/help.h"
#include "text/line.h"
#include "ui/png.h"

#include <SDL.h>
#include <stdio.h>

enum { EXIT_OK = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* What has been typed can be in it, the name of a file, too: nothing of that may reach the terminal
 * as a command. */
static int fail(const char *what)
{
    char line[sizeof(dh_error)];
    text_copy(line, sizeof line, what);
    text_make_printable(line);
    fprintf(stderr, "downhill: %s\n", line);
    return EXIT_FAILED;
}

/* Ends a command that has written to the terminal. */
static int flushed(const char *what)
{
    dh_error error = {""};
    return file_flush(stdout, what, &error) ? EXIT_OK : fail(error.text);
}

static int print_help(void)
{
    puts("Usage: downhill [options]\n"
         "Shows gradient descent fitting a straight line.\n");
    options_describe(stdout);
    puts("\nIn the window:");
    help_describe(stdout);
    return flushed("the help");
}

/* Says once when something is shown as a box because no font has it. */
static void tell_of_missing(ui_text *text)
{
    uint32_t code;
    if (ui_text_take_missing(text, &code))
        fprintf(stderr, "downhill: no font here has the character U+%04X, shown as a box\n",
                (unsigned)code);
}

static bool write_png(FILE *stream, const void *image, dh_error *error)
{
    char reason[128];
    return ui_png_write(image, stream, reason, sizeof reason) || dh_fail(error, "%s", reason);
}

static bool draw_screenshot(app_program *app, const cli_options *options, dh_error *error)
{
    const size_t last = session_last(app->session);
    session_show(app->session, options->has_at ? options->at : last);
    session_settle(app->session);
    if (!app_draw(app))
        return dh_fail(error, "not enough memory to draw the picture");
    tell_of_missing(app->ui.canvas.text);
    return file_save(options->screenshot, write_png, &app->painter.image, error);
}

static int take_screenshot(const cli_options *options)
{
    dh_error error = {""};
    app_program app = {0};
    const bool done = app_init(&app, options, &error) && draw_screenshot(&app, options, &error);
    app_free(&app);
    return done ? EXIT_OK : fail(error.text);
}

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
    tell_of_missing(app->ui.canvas.text);
    if ((app->painter.changed_count > 0 || window->exposed) &&
        !window_show(window, &app->painter, error))
        return false;
    progress_write(progress, app->session, stdout);
    return true;
}

static bool loop(app_program *app, app_window *window, const cli_options *options, dh_error *error)
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

static int open_window(const cli_options *options)
{
    dh_error error = {""};
    app_program app = {0};
    app_window window = {0};
    const bool done =
        app_init(&app, options, &error) &&
        window_open(&window, options->width, options->height, options->scale, &error) &&
        loop(&app, &window, options, &error);
    window_close(&window);
    app_free(&app);
    SDL_Quit();
    return done ? EXIT_OK : fail(error.text);
}

/* Ends a command that has printed, or could not. */
static int printed(bool done, const dh_error *error)
{
    return done ? EXIT_OK : fail(error->text);
}

static int act(const cli_options *options)
{
    dh_error error = {""};
    switch (options->action) {
    case OPTIONS_HELP:
        return print_help();
    case OPTIONS_VERSION:
        puts("downhill " DOWNHILL_VERSION);
        return flushed("the version");
    case OPTIONS_PRINT:
        return printed(print_runs(options, stdout, stderr, &error), &error);
    case OPTIONS_PRINT_DATA:
        return printed(print_data(options, stdout, &error), &error);
    case OPTIONS_SCREENSHOT:
        return take_screenshot(options);
    case OPTIONS_WINDOW:
        return open_window(options);
    }
    return EXIT_FAILED;
}

int main(int argc, char **argv)
{
    dh_error error = {""};
    cli_options options = options_default();
    int status;
    if (options_parse(&options, argc - 1, argv + 1, &error)) {
        status = act(&options);
    } else {
        status = options_out_of_memory(&options) ? EXIT_FAILED : EXIT_USAGE;
        fail(error.text);
    }
    options_free(&options);
    return status;
}
