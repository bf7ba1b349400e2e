/* The command line, read. */
#ifndef CLI_PARSE_H
#define CLI_PARSE_H

#include "cli/options.h"
#include "downhill/error.h"

#include <stdbool.h>

/* Reads the arguments after the program's name into options, which are as options_default gives
 * them. Fails with a text that names the option, the value and what is allowed. */
bool options_parse(cli_options *options, int argc, char *const *argv, dh_error *error);

#endif
