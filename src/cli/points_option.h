/* The points that the command line names: a file, a sample, or the points themselves. */
#ifndef CLI_POINTS_OPTION_H
#define CLI_POINTS_OPTION_H

#include "cli/options.h"

/* Takes what --data, --columns, --sample, --xy and --called say into the scene, which holds it
 * until options_free. False, and the error is the line to say, for what cannot be had. */
bool points_option_take(cli_options *options, dh_error *error);

#endif
