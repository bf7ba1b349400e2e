/* The runs as a Jupyter notebook (nbformat 4): the script in cells, and the page as the output of
 * the last. */
#ifndef EXPORT_NOTEBOOK_H
#define EXPORT_NOTEBOOK_H

#include "export/request.h"

#include <stdbool.h>
#include <stdio.h>

/* Whether a notebook can tell an export_request: what a script and a page can. */
bool notebook_can(const export_request *request, dh_error *error);

/* Writes an export_request as a notebook. */
bool notebook_write(FILE *stream, const void *request, dh_error *error);

#endif
