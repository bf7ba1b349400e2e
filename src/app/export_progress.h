/* How far an animation is, on a terminal. */
#ifndef APP_EXPORT_PROGRESS_H
#define APP_EXPORT_PROGRESS_H

#include "export/request.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct export_progress {
    FILE *terminal; /* NULL: nobody is told */
    uint64_t began_ms, told_ms;
    bool telling; /* there is a line to be wiped off */
} export_progress;

/* A watch that tells on the stream, where that is a terminal, after a second how much is left. */
export_watch export_progress_watch(export_progress *progress, FILE *stream);

/* Wipes off what was told. */
void export_progress_end(export_progress *progress);

#endif
