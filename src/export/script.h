/* The runs as a Python script of a page, with PyTorch or with numpy alone: it makes the same
 * points, trains the same way, and prints what --print prints.
 *
 * A script has parts, which are the cells of a notebook: what it imports, the points, the loss, and
 * one for each run. */
#ifndef EXPORT_SCRIPT_H
#define EXPORT_SCRIPT_H

#include "export/request.h"
#include "export/script_runs.h"

#include <stdbool.h>
#include <stdio.h>

/* Whether a script can tell an export_request: not what was written elsewhere, nor a mistake. */
bool script_can(const export_request *request, dh_error *error);

/* Writes an export_request as a script. */
bool script_write(FILE *stream, const void *request, dh_error *error);

/* The script of runs, and its parts. */
script script_of(const model_runs *runs, bool numpy);
int script_parts(const script *of);
void script_write_part(const script *of, int part, FILE *stream);

#endif
