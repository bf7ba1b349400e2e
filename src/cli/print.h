/* What is printed instead of opening a window: the runs, the points, as CSV. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "cli/options.h"
#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Prints step,slope,intercept,loss of the run that the options describe; of several, after a first
 * column `run` that counts them from 1. What diverged is said on `notes`. */
bool print_runs(const cli_options *options, FILE *stream, FILE *notes, dh_error *error);

/* Prints x,y. */
bool print_data(const cli_options *options, FILE *stream, dh_error *error);

#endif
