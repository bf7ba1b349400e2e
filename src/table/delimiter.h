/* Which character parts the fields of a text, from its first rows. */
#ifndef TABLE_DELIMITER_H
#define TABLE_DELIMITER_H

#include "table/row.h"

/* Spreadsheets may say so in a first line "sep=;". Returns its length with the line's end, and 0
 * when there is none. */
size_t delimiter_said(const char *text, const char *end, char *delimiter);

/* Comma, semicolon, tab or white space: whichever makes most of the fields numbers, and two or more
 * of a row. `row` is what to work with. False when there is no memory. */
bool delimiter_guess(const char *text, const char *end, bool last, table_row *row, char *delimiter);

/* The decimal mark to begin with: a comma is none where it parts fields. */
char delimiter_mark(char delimiter);

#endif
