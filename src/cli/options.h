/* The command line. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "model/recipe_text.h"
#include "model/session.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef enum options_action {
    OPTIONS_WINDOW,
    OPTIONS_PRINT,
    OPTIONS_PRINT_DATA,
    OPTIONS_SCREENSHOT,
    OPTIONS_VERSION,
    OPTIONS_HELP,
} options_action;

enum {
    OPTIONS_INTERVAL_MS = 20, /* the usual interval, and size */
    OPTIONS_WIDTH = 1280,
    OPTIONS_HEIGHT = 800,
    OPTIONS_WIDTH_MIN = 800,
    OPTIONS_HEIGHT_MIN = 560,
    OPTIONS_SIZE_MAX = 8192, /* of a screenshot, in output pixels each way */
};

#define OPTIONS_SCALE_MIN 0.5
#define OPTIONS_SCALE_MAX 4.0

typedef struct cli_options {
    options_action action;
    bool too_many_actions; /* more than one of printing and drawing was asked for */
    model_scene scene;
    recipe_words recipe;        /* what was said of the current run's recipe, */
    const char *vs[SCENE_KEPT]; /* and of the other runs' */
    int vs_count;
    uint32_t interval_ms;   /* milliseconds a frame */
    const char *screenshot; /* file to write, for OPTIONS_SCREENSHOT */
    bool has_at;            /* the step to show was given; otherwise a screenshot shows the last */
    size_t at;
    int width, height; /* of the window or screenshot, in logical pixels */
    double scale;      /* output pixels per logical pixel; 0: what the display asks for */
    session_repeat repeat;
    model_view view;
} cli_options;

cli_options options_default(void);

/* Reads the arguments after the program's name. Fails with a text that names the option, the value
 * and what is allowed. */
bool options_parse(cli_options *options, int argc, char *const *argv, dh_error *error);

/* Writes the table of options to a stream, as --help shows it. */
void options_describe(FILE *stream);

#endif
