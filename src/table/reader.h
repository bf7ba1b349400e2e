/* Files of numbers in columns, as people have them, read a slice at a time: comma, semicolon, tab
 * or white space between fields; with a header or without; quotes, comments, a decimal comma where
 * commas do not part fields; UTF-8 or UTF-16. Nothing is guessed: a row that lacks a number is
 * skipped and counted, anything else that is no number is an error. */
#ifndef TABLE_READER_H
#define TABLE_READER_H

#include "table/table.h"

typedef struct table_reader table_reader;

typedef enum table_state {
    TABLE_MORE,    /* to be advanced again */
    TABLE_WAITING, /* the same, but nothing has come yet: a pipe or a terminal */
    TABLE_DONE,
    TABLE_FAILED
} table_state;

typedef struct table_progress {
    uint64_t read, total; /* bytes; total is 0 when it is not known */
} table_progress;

/* Opens a file, "-" being standard input; the caller closes it. The request's texts must stay until
 * then. NULL, and one line of error that names the file, when it cannot be read. Never waits. */
table_reader *table_open(const char *path, const table_request *request, dh_error *error);

/* The same for a text of so many bytes, which is copied; `origin` names it: "pasted text". */
table_reader *table_open_text(const char *text, size_t length, const char *origin,
                              const table_request *request, dh_error *error);

/* Reads on, about so many bytes (a megabyte takes some milliseconds), and returns without waiting
 * for more. One line of error names the file, and what it is about the line and column. Not to be
 * called again after TABLE_DONE and TABLE_FAILED. */
table_state table_advance(table_reader *reader, size_t bytes, dh_error *error);

/* Waits until there is something to read, for so many milliseconds at most. */
void table_wait(const table_reader *reader, int milliseconds);

table_progress table_progress_of(const table_reader *reader);

/* The table, which is the reader's; whole when it is done. */
const table_data *table_of(const table_reader *reader);

/* Frees all; reader may be NULL. */
void table_close(table_reader *reader);

#endif
