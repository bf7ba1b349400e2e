/* What the first rows tell of a table: its delimiter, whether they begin with a header, and which
 * columns hold numbers.
 *
 * A first row is a header when it has a name over a column of numbers: a word, or anything in
 * quotes over numbers that are in none. A text that begins like a number, or one over nothing, is a
 * name only when no column has numbers from the first row on. And a row of 0, 1, 2 ... after an
 * empty field is one when a column of 0, 1, 2 ... is below that field: so pandas writes columns and
 * rows without names. */
#ifndef TABLE_SURVEY_H
#define TABLE_SURVEY_H

#include "table/row.h"
#include "table/value.h"

enum { SURVEY_NAME_BYTES = 128 };

typedef struct survey_column {
    value_kind first; /* what it has in the first row */
    value_kind below; /* and the first thing below that is not missing, */
    row_field below_field;
} survey_column;

typedef struct table_survey { /* zero to begin with */
    row_rules rules;
    table_row first; /* the first row, a header or not; its fields are in the text */
    table_row row;   /* to work with */
    bool has_header;
    size_t unnamed;        /* columns before those that the header names: 1 for row names of R */
    survey_column *column; /* width of them */
    size_t width;
    size_t rows;         /* after the first one */
    size_t least_fields; /* in any of those */
    bool counting;       /* the first column counts those, */
    size_t count_from;   /* from 0 or 1 */
} table_survey;

/* Looks at a text as row_split takes it. False when there is no memory. What was looked at before
 * is forgotten. */
bool survey_take(table_survey *survey, const char *text, const char *end, bool last);

/* What a column holds, which is what it begins with; VALUE_MISSING when nothing has been seen in
 * it. */
value_kind survey_kind(const table_survey *survey, size_t column);

/* A field of a column that holds VALUE_OTHER which is why, below a header if there can be one. */
row_field survey_other(const table_survey *survey, size_t column);

/* Whether the first column has no name and only counts rows, as pandas and R write it. */
bool survey_counts_rows(const table_survey *survey);

/* What the first row has over a column, "" for nothing; a name when it is a header. */
void survey_name(const table_survey *survey, size_t column, char name[static SURVEY_NAME_BYTES]);

/* A field as a name: one line of UTF-8, cut to fit. What is no UTF-8 is taken as Latin-1. */
void survey_clean(row_field field, char name[static SURVEY_NAME_BYTES]);

void survey_free(table_survey *survey);

#endif
