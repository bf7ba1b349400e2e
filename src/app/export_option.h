/* What the command line asks to be taken away. */
#ifndef APP_EXPORT_OPTION_H
#define APP_EXPORT_OPTION_H

#include "cli/options.h"
#include "export/request.h"

/* The request of options that have an --export; as long as they and the watch are there. */
export_request export_option_request(const cli_options *options, export_watch *watch);

#endif
