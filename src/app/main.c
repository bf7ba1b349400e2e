#include "app/app.h"
#include "app/complaint.h"
#include "app/export_option.h"
#include "app/export_progress.h"
#include "app/loop.h"
#include "app/standard_files.h"
#include "cli/check_option.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/print.h"
#include "cli/usage.h"
#include "export/form.h"
#include "file/save.h"
#include "screen/help.h"
#include "ui/png.h"

#include <stdio.h>

enum { EXIT_OK = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_DEPARTS = 3 };

static int fail(const char *what)
{
    complain(stderr, what);
    return EXIT_FAILED;
}

/* Ends a command that has written to the terminal. */
static int flushed(const char *what)
{
    dh_error error = {.text = ""};
    return file_flush(stdout, what, &error) ? EXIT_OK : fail(error.text);
}

static int print_help(void)
{
    puts("Usage: downhill [options] [FILE]\n"
         "Shows gradient descent fitting a straight line.\n");
    options_describe(stdout);
    puts("\nFiles that --export writes, by the end of the name:");
    form_describe(stdout);
    puts("\nIn the window:");
    help_describe(stdout);
    return flushed("the help");
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
        return dh_fail_memory(error, "not enough memory to draw the picture");
    complain_of_missing(stderr, app->ui.canvas.text);
    return file_save(options->screenshot, write_png, &app->painter.image, error);
}

static int take_screenshot(const cli_options *options)
{
    dh_error error = {.text = ""};
    app_program app = {0};
    const bool done = app_init(&app, options, &error) && draw_screenshot(&app, options, &error);
    app_free(&app);
    return done ? EXIT_OK : fail(error.text);
}

static int export(const cli_options *options)
{
    dh_error error = {.text = ""};
    export_progress progress;
    export_watch watch = export_progress_watch(&progress, stderr);
    const export_request request = export_option_request(options, &watch);
    if (!form_check(&request, &error)) {
        fail(error.text);
        return error.out_of_memory ? EXIT_FAILED : EXIT_USAGE;
    }
    const bool saved = form_save(&request, &error);
    export_progress_end(&progress);
    if (!saved)
        return fail(error.text);
    if (watch.remark[0])
        complain(stderr, watch.remark);
    if (watch.missing)
        complain_of_character(stderr, watch.missing);
    return EXIT_OK;
}

/* Ends a command that has printed, or could not. */
static int printed(bool done, const dh_error *error)
{
    return done ? EXIT_OK : fail(error->text);
}

static int check(const cli_options *options)
{
    dh_error error = {.text = ""};
    bool agrees = false;
    if (!check_run(options, stdout, &agrees, &error)) {
        fail(error.text);
        return error.out_of_memory ? EXIT_FAILED : EXIT_USAGE;
    }
    const int status = flushed("the verdict");
    return status == EXIT_OK && !agrees ? EXIT_DEPARTS : status;
}

static int act(const cli_options *options)
{
    dh_error error = {.text = ""};
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
    case OPTIONS_CHECK:
        return check(options);
    case OPTIONS_SCREENSHOT:
        return take_screenshot(options);
    case OPTIONS_EXPORT:
        return export(options);
    case OPTIONS_WINDOW:
        return loop_run(options) ? EXIT_OK : EXIT_FAILED;
    }
    return EXIT_FAILED;
}

int main(int argc, char **argv)
{
    standard_files_open();
    dh_error error = {.text = ""};
    cli_options options = options_default();
    int status;
    if (options_parse(&options, argc - 1, argv + 1, &error)) {
        if (options.remark[0])
            complain(stderr, options.remark);
        status = act(&options);
    } else {
        const bool fault = !options_out_of_memory(&options) && !error.out_of_memory;
        status = fault ? EXIT_USAGE : EXIT_FAILED;
        fail(error.text);
    }
    options_free(&options);
    return status;
}
