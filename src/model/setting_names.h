/* The settings of all optimizers by name: where several optimizers have one of a name, it means the
 * same thing and is one option. */
#ifndef MODEL_SETTING_NAMES_H
#define MODEL_SETTING_NAMES_H

#include "model/fields.h"

#include <stdbool.h>
#include <stddef.h>

enum { SETTING_NAMES_MAX = 32 };

/* Each name once, as the field of the first optimizer that has it; those that all have come last.
 * False after the last. */
bool setting_named(int number, model_field *found);

/* The number of the setting of that name, -1 for none. */
int setting_number(const char *name);

/* Optimizers that have a setting of that name, and with this preset (any, if it is not a number):
 * "momentum, nesterov". */
void setting_owners(const char *name, double preset, char *text, size_t size);

#endif
