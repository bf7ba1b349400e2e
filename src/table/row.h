/* A text of rows, taken apart: into rows, and a row into its fields.
 *
 * This is no use of libcsv because that knows neither white space as a delimiter, nor comments,
 * nor the line that a field is in, and copies every byte of every field. */
#ifndef TABLE_ROW_H
#define TABLE_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ROW_WHITE_SPACE = ' ' }; /* as a delimiter: as much of it as there is */

/* Part of the text, without the white space and the quotes around it. The byte after it is none
 * that a number could go on with. */
typedef struct row_field {
    const char *text;
    uint32_t length;
    bool quoted; /* a quote within it is written twice */
} row_field;

typedef struct row_rules {
    char delimiter;
    bool stops[256]; /* bytes that a field may end at */
} row_rules;

typedef struct table_row { /* zero to begin with; used again for row after row */
    row_field *field;
    size_t count;              /* of its fields; 0 for a comment and for a blank line */
    size_t filled;             /* as many are left without the empty ones at the end */
    size_t lines;              /* that it takes; one that goes on may take more */
    const char *begin, *after; /* it, and the next one */
    size_t capacity;
} table_row;

typedef enum row_state {
    ROW_WHOLE,
    ROW_PART, /* it goes on after the text */
    ROW_OPEN, /* as does a quote in it, or it is not closed */
    ROW_NO_MEMORY
} row_state;

row_rules row_rules_for(char delimiter);

/* Takes the row at `text` apart. The text ends at `end` with a zero byte and has no other; `last`
 * tells that nothing comes after it. */
row_state row_split(table_row *row, const char *text, const char *end, bool last,
                    const row_rules *rules);

void row_free(table_row *row);

/* Lines that end in a part of a text. */
size_t row_line_ends(const char *text, const char *end);

/* What a field says, cut to `size` bytes. */
void row_field_text(row_field field, char *text, size_t size);

#endif
