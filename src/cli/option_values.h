/* What the options set that are no fields: what to do, and the size of the picture. Each takes the
 * option's value; false for one that it cannot have. */
#ifndef CLI_OPTION_VALUES_H
#define CLI_OPTION_VALUES_H

#include "cli/options.h"

#include <stdbool.h>

typedef bool option_setter(cli_options *options, const char *value);

option_setter option_vs, option_show, option_at_step, option_size, option_scale;
option_setter option_data, option_columns, option_sample, option_xy, option_called;
option_setter option_print, option_print_data, option_check, option_trace, option_screenshot,
    option_export, option_framework, option_points_only, option_from, option_to, option_help,
    option_version;

/* Writes the help of --show: the words that it takes; and of --sample. */
void option_explain_show(char *text, size_t size);
void option_explain_sample(char *text, size_t size);

#endif
