/* Files of points that numpy.loadtxt reads as they are. */
#ifndef EXPORT_PLAIN_FILE_H
#define EXPORT_PLAIN_FILE_H

#include "downhill/points.h"

#include <stdbool.h>
#include <stddef.h>

/* What to tell numpy.loadtxt. */
typedef struct plain_file {
    char delimiter; /* between columns; ' ': any white space */
    size_t skipped; /* lines before the first point */
    int x, y;       /* the columns, from 0 */
} plain_file;

/* Whether the file that points were read from is such a one, and these are its points to the bit:
 * nothing that was left out, no decimal commas, no quotes. */
bool plain_file_of(const dh_points *points, plain_file *found);

#endif
