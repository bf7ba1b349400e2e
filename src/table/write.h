/* Points as a file of columns that reading gives back to the bit. */
#ifndef TABLE_WRITE_H
#define TABLE_WRITE_H

#include "downhill/error.h"
#include "downhill/points.h"

#include <stdbool.h>

/* Writes a file with the names of the columns and a line for each point. As file_save: whole or
 * not at all. */
bool table_write(const char *path, const dh_points *points, dh_error *error);

#endif
