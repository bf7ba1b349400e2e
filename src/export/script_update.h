/* An optimizer in a script: PyTorch's, or its few lines from the rules that the program itself is
 * compiled from. */
#ifndef EXPORT_SCRIPT_UPDATE_H
#define EXPORT_SCRIPT_UPDATE_H

#include "downhill/recipe.h"

#include <stdbool.h>
#include <stdio.h>

/* Whether PyTorch has the optimizer. */
bool script_update_is_torchs(const dh_recipe *recipe);

/* Writes the line that makes PyTorch's optimizer. */
void script_update_write_torchs(const dh_recipe *recipe, FILE *stream);

/* Writes what an optimizer begins with where it is written out, and its update of the array
 * `weights` by the gradient `g`, each line after `indent`. In PyTorch the weights are changed in
 * place. */
void script_update_begin(const dh_recipe *recipe, bool numpy, FILE *stream);
void script_update_write(const dh_recipe *recipe, bool numpy, const char *indent, FILE *stream);

#endif
