/* What --check prints: whether a run that was written elsewhere is this one, and why not. */
#ifndef CLI_CHECK_OPTION_H
#define CLI_CHECK_OPTION_H

#include "cli/options.h"
#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Judges the run that the options name and prints the verdict. False, and the error is the line to
 * say, for what cannot be judged. */
bool check_run(const cli_options *options, FILE *stream, bool *agrees, dh_error *error);

#endif
