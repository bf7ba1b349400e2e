/* Every option of the command line, in the order in which help lists them: those of the fields,
 * which are made from their definitions, and those that only a command line has. */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "cli/option_values.h"
#include "model/fields.h"

#include <stdbool.h>

/* What an option sets. */
typedef enum option_sets {
    OPTION_SETS_OWN,    /* what `set` does */
    OPTION_SETS_FIELD,  /* `field`, and as many after it as the option has parts */
    OPTION_SETS_RECIPE, /* the field of that name in the recipe of the current run */
} option_sets;

typedef struct option_def {
    option_sets sets;
    const char *name;  /* without the dashes */
    char letter;       /* of the short form, 0 for none */
    const char *value; /* what the value is called, NULL for an option without one */
    const char *help;  /* NULL: what it may be, */
    void (*explain)(char *text, size_t size); /* or what this writes */
    const char *allowed; /* completes "must be ..."; NULL: as the field has it */
    bool decimals;       /* a comma in its value may be meant for a decimal point */
    option_setter *set;
    field_id field;
} option_def;

/* The options; false after the last. */
bool option_at(int index, option_def *found);

/* What an option may be, to complete "must be ...". */
void option_allowed(const option_def *option, char *text, size_t size);

/* What to say before it where a comma stands for a decimal point, else "". */
const char *option_comma_advice(const option_def *option, const char *value);

/* Finds the option that an argument names, and the value that is written in the same argument. */
bool option_of(const char *argument, option_def *found, const char **attached);

#endif
