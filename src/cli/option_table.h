/* Every option of the command line: its names, its help, what it sets. Those for the optimizers'
 * settings are made from the engine's definitions. */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "cli/options.h"

#include <stdbool.h>

typedef struct option_def {
    const char *name;    /* without the dashes */
    char letter;         /* of the short form, 0 for none */
    const char *value;   /* what the value is called, NULL for an option without one */
    const char *help;    /* NULL: the names of the optimizers */
    const char *allowed; /* completes "must be ..."; NULL: recipe_allowed tells it */
    bool (*set)(cli_options *options, const char *value); /* NULL: it is said of the recipe */
} option_def;

/* The options in the order in which help lists them; false after the last. */
bool option_at(int index, option_def *found);

/* Finds the option that an argument names, and the value that is written in the same argument. */
bool option_of(const char *argument, option_def *found, const char **attached);

#endif
