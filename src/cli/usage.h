/* The table of options, as --help shows it. */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <stdio.h>

void options_describe(FILE *stream);

#endif
