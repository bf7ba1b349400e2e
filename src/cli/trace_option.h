/* The run that the command line names to be checked. */
#ifndef CLI_TRACE_OPTION_H
#define CLI_TRACE_OPTION_H

#include "cli/options.h"
#include "downhill/trace.h"

/* Reads the file of --check, if there is one; it is the options' until options_free. False, and the
 * error is the line to say, for what is no run. */
bool trace_option_take(cli_options *options, dh_error *error);

/* What was read. */
dh_trace trace_option_read(const cli_options *options);

#endif
