/* The window's life: events and time go into the program, pictures and lines come out. */
#ifndef APP_LOOP_H
#define APP_LOOP_H

#include "cli/options.h"

#include <stdbool.h>

/* Opens the window that the options describe and returns when it is closed. False when it could not
 * be opened or shown; standard error says why. */
bool loop_run(const cli_options *options);

#endif
