/* What is to be taken away, and how. */
#ifndef EXPORT_REQUEST_H
#define EXPORT_REQUEST_H

#include "model/figure_parts.h"
#include "model/setup.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who waits for a file that takes its time. */
typedef struct export_watch {
    /* Told after every frame of an animation how many of them there are; false stops it. NULL: not
     * asked. */
    bool (*goes_on)(void *who, size_t done, size_t all);
    void *who;
    char remark[160]; /* afterwards: what is to be said besides, or empty; */
    uint32_t missing; /* the first character that no font had, 0 for none */
} export_watch;

typedef struct export_request {
    const char *path;         /* of the file; its ending says the form */
    const model_setup *setup; /* what is shown */
    bool has_framework;       /* it was said what a script is written with: */
    bool numpy;               /* with numpy; false: with PyTorch */
    bool points_only;         /* the points and not the runs */
    figure_parts parts;       /* of a picture */
    int width, height;        /* in logical pixels, 1/96 of an inch on paper */
    double scale;             /* output pixels per logical pixel */
    bool has_at;              /* the step of a still picture was given; else it is the last */
    size_t at;
    bool has_from, has_to; /* the first and the last step of an animation were given; else it is */
    size_t from, to;       /* the whole run */
    export_watch *watch;   /* or NULL */
} export_request;

#endif
