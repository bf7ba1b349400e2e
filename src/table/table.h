/* Columns of numbers, as they were read from somewhere. */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H

#include "downhill/error.h"
#include "downhill/points.h"
#include "table/request.h"
#include "table/survey.h"

#include <stddef.h>

enum {
    TABLE_ORIGIN_BYTES = 81,
    TABLE_LINES = 5, /* of skipped rows */
};

typedef struct table_data {
    char origin[TABLE_ORIGIN_BYTES]; /* for people: "points.csv", "standard input" */
    bool rather;                     /* it is what its request would rather have */
    size_t n;                        /* rows */
    int count;                       /* columns, one for each wish */
    double *column[TABLE_COLUMNS];   /* n each; NULL for an optional one that is not there */
    char name[TABLE_COLUMNS][SURVEY_NAME_BYTES]; /* of the header, "" without one */
    size_t skipped;                   /* rows without a number in all that must be there */
    size_t skipped_line[TABLE_LINES]; /* the first of them: lines of the file, from 1 */
} table_data;

/* The first two columns as points of this place, NULL for none, with one holder, the caller. NULL,
 * and error says why, when there are no rows or memory runs out. The table can go. */
dh_points *table_points(const table_data *table, const dh_points_place *place, dh_error *error);

/* What to tell about skipped rows, and "" when there are none: "points.csv: 3 rows skipped, no
 * number in both columns (lines 3, 5, 7)". Cut to `size` bytes. */
void table_notice(const table_data *table, char *text, size_t size);

#endif
