/* The wanted numbers of one row after another, collected in columns. */
#ifndef TABLE_COLLECT_H
#define TABLE_COLLECT_H

#include "table/table.h"

typedef struct table_collector { /* zero to begin with, but for request, line and origin */
    table_request request;
    size_t column[TABLE_COLUMNS]; /* of the text, for each wish; CHOICE_NONE for none */
    size_t fields_max;            /* of a row */
    char first_mark, mark;        /* decimal, as value_read has it: to begin with, and so far */
    size_t line;                  /* of the text, from 1, that the next row begins with */
    size_t capacity;              /* rows that there is memory for */
    table_data table;
} table_collector;

/* Chooses the columns. Like all here it ends, where it fails, in one line of error that names the
 * table's origin. */
bool collect_begin(table_collector *collector, table_survey *survey, dh_error *error);

/* Adds a row, or counts it as skipped. */
bool collect_row(table_collector *collector, const table_row *row, dh_error *error);

void collect_free(table_collector *collector);

#endif
