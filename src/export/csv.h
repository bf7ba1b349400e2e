/* A run, or the points, as a table. */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Writes what --print does; of an export_request with points_only the points. */
bool csv_write(FILE *stream, const void *request, dh_error *error);

#endif
