/* A run as an animated GIF.
 *
 * All frames have one palette, fitted to a few of them, and each has only what changed. Frames are
 * timed in hundredths of a second, as GIF has it: rounded so that the whole is as long as it should
 * be, and 2 at least, because viewers play what is faster slowly. */
#ifndef EXPORT_GIF_H
#define EXPORT_GIF_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Writes an export_request. */
bool gif_write(FILE *stream, const void *request, dh_error *error);

#endif
