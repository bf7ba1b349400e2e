/* A request as `downhill --export FILE LINE` makes it. */
#ifndef TESTS_UI_EXPORT_REQUEST_H
#define TESTS_UI_EXPORT_REQUEST_H

#include "app/export_option.h"
#include "cli/parse.h"
#include "export/form.h"
#include "split_line.h"

#include <stdio.h>

typedef struct asked_export {
    cli_options options;
    export_watch watch;
    export_request request;
    char line[1024];
} asked_export;

/* `asked` stays where it is: the request points into it. */
static void ask_export(asked_export *asked, const char *path, const char *line)
{
    char *arguments[SPLIT_WORDS];
    dh_error error = {.text = ""};
    *asked = (asked_export){.options = options_default()};
    snprintf(asked->line, sizeof asked->line, "--export %s %s", path, line);
    const int count = split_line(asked->line, arguments);
    if (!options_parse(&asked->options, count, arguments, &error))
        fail_msg("%s", error.text);
    asked->request = export_option_request(&asked->options, &asked->watch);
}

static void export_line(const char *path, const char *line)
{
    asked_export asked;
    dh_error error = {.text = ""};
    ask_export(&asked, path, line);
    if (!form_check(&asked.request, &error) || !form_save(&asked.request, &error))
        fail_msg("%s", error.text);
    options_free(&asked.options);
}

#endif
