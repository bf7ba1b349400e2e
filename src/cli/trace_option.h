/* The run that the command line names to be checked, or to be shown beside. */
#ifndef CLI_TRACE_OPTION_H
#define CLI_TRACE_OPTION_H

#include "cli/options.h"

/* Reads the file of --check or --trace, if there is one; it is the options' until options_free. One
 * that is to be shown is run 1 of their scene, and start, steps and learning rate are its own where
 * they were not given. False, and the error is the line to say, for what is no run. */
bool trace_option_take(cli_options *options, dh_error *error);

#endif
