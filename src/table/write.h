/* Points as a file of columns that reading gives back to the bit. */
#ifndef TABLE_WRITE_H
#define TABLE_WRITE_H

#include "downhill/error.h"
#include "downhill/points.h"

#include <stdbool.h>
#include <stdio.h>

/* What tells a number from every other: one that was drawn is a float32. */
enum { TABLE_FLOAT_DIGITS = 9, TABLE_DOUBLE_DIGITS = 17 };

/* Their columns: names, and numbers of `digits` digits. */
typedef struct table_columns {
    const char *x_name, *y_name;
    const double *x, *y; /* n each */
    size_t n;
    int digits;
} table_columns;

/* Writes the names of the columns and a line for each point. */
void table_write_columns(const table_columns *columns, FILE *stream);

/* Writes a file with the names of the columns and a line for each point. As file_save: whole or
 * not at all. */
bool table_write(const char *path, const dh_points *points, dh_error *error);

#endif
