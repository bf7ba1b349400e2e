/* What the command line says. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "model/figure_parts.h"
#include "model/recipe_text.h"
#include "model/setup.h"
#include "model/trace.h"

#include <stdbool.h>

typedef enum options_action {
    OPTIONS_WINDOW,
    OPTIONS_PRINT,
    OPTIONS_PRINT_DATA,
    OPTIONS_CHECK,
    OPTIONS_SCREENSHOT,
    OPTIONS_EXPORT,
    OPTIONS_VERSION,
    OPTIONS_HELP,
} options_action;

enum {
    OPTIONS_WIDTH = 1280, /* the usual size, in logical pixels */
    OPTIONS_HEIGHT = 800,
    OPTIONS_WIDTH_MIN = 800, /* the least that a window is given room for */
    OPTIONS_HEIGHT_MIN = 560,
    OPTIONS_SIDE_MAX = 32767,         /* of window or screenshot, in output pixels, */
    OPTIONS_PIXELS_MAX = 8192 * 8192, /* and in all */
};

#define OPTIONS_SCALE_MIN 0.5
#define OPTIONS_SCALE_MAX 4.0

typedef struct cli_options {
    options_action action;
    bool too_many_actions; /* more than one of printing and drawing was asked for */
    model_setup setup;     /* its schedules are those of `recipe` and `vs`, its points its own,
                              good until options_free */
    recipe_words recipe;   /* what was said of the current run's recipe, */
    recipe_words vs[SCENE_RUNS]; /* and of the other runs' */
    const char *vs_text[SCENE_RUNS];
    int vs_count;
    const char *data;              /* the file that the points are in; "-": standard input */
    const char *columns;           /* which of its columns; of xy, their names */
    const char *trace_file;        /* the file of a run to check, or to show, */
    const char *trace_columns;     /* which of its columns, */
    bool columns_of_trace;         /* it was named after the points: --columns is about it */
    model_trace *trace;            /* and what was read; held */
    bool has_init, has_steps;      /* start and steps were given */
    const char *sample;            /* the sample that they are */
    const char *xy;                /* they themselves, */
    const char *called;            /* and their name */
    char remark[sizeof(dh_error)]; /* what of the file was left out, or empty */
    const char *drawn;             /* an option that says how points are drawn, if one was given */
    const char *screenshot;        /* file to write, for OPTIONS_SCREENSHOT */
    const char *export_file;       /* file to write, for OPTIONS_EXPORT; */
    bool has_framework, numpy;     /* a script's framework was given; it is numpy */
    bool points_only;              /* of the CSV: the points, not the runs */
    figure_parts parts;            /* of a figure, as --show names them */
    bool has_from, has_to;         /* the first and last step of an animation were given */
    size_t from, to;
    bool has_at; /* the step to show was given; otherwise a screenshot shows the last */
    size_t at;
    int width, height; /* of the window or screenshot, in logical pixels */
    double scale;      /* output pixels per logical pixel; 0: what the display asks for */
} cli_options;

cli_options options_default(void);

/* Whether the options could not be taken for want of memory: no fault of theirs. */
bool options_out_of_memory(const cli_options *options);

/* Lets go of what the options hold. */
void options_free(cli_options *options);

#endif
