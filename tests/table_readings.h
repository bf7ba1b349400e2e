/* What a table is to be read as. Every text is read whole and a byte at a time, with the same end.
 */
#ifndef TESTS_TABLE_READINGS_H
#define TESTS_TABLE_READINGS_H

#include "cmocka_includes.h"
#include "read_table.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN_BYTES = 512 };

/* A table as one line: "x,y: 1 2|3 4" or the error, and the notice after "; ". */
static inline void show(const table_data *table, char *shown)
{
    char notice[256];
    size_t length = 0;
    for (int i = 0; i < table->count; i++)
        length += (size_t)snprintf(shown + length, SHOWN_BYTES - length, "%s%s", i ? "," : "",
                                   table->name[i]);
    for (size_t row = 0; row < table->n && length < SHOWN_BYTES; row++)
        for (int i = 0; i < table->count && length < SHOWN_BYTES; i++)
            if (table->column[i])
                length += (size_t)snprintf(shown + length, SHOWN_BYTES - length, "%s%.15g",
                                           i     ? " "
                                           : row ? "|"
                                                 : ": ",
                                           table->column[i][row]);
    table_notice(table, notice, sizeof notice);
    if (*notice && length < SHOWN_BYTES)
        snprintf(shown + length, SHOWN_BYTES - length, "; %s", notice);
}

static inline void read_bytes(const char *text, size_t length, const table_request *request,
                              size_t slice, char shown[static SHOWN_BYTES])
{
    dh_error error = {.text = ""};
    table_reader *reader = table_open_text(text, length, "t", request, &error);
    assert_non_null(reader);
    if (read_slices(reader, slice, &error) == TABLE_DONE)
        show(table_of(reader), shown);
    else
        snprintf(shown, SHOWN_BYTES, "%s", error.text);
    assert_true(strchr(error.text, '\n') == NULL);
    assert_int_equal(table_progress_of(reader).total, length);
    table_close(reader);
}

static inline void assert_request(const char *text, size_t length, const table_request *request,
                                  const char *wanted)
{
    const size_t slices[] = {1000000, 1, 3};
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++) {
        char shown[SHOWN_BYTES];
        read_bytes(text, length, request, slices[i], shown);
        if (strcmp(shown, wanted) != 0)
            fail_msg("in slices of %zu bytes, of\n%s\nis read: %s\nand not: %s", slices[i], text,
                     shown, wanted);
    }
}

typedef struct reading {
    const char *text, *columns, *wanted;
} reading;

static inline void assert_readings(const reading *readings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const table_request request = table_request_points(readings[i].columns);
        assert_request(readings[i].text, strlen(readings[i].text), &request, readings[i].wanted);
    }
}

#define assert_read(...)                                                                           \
    assert_readings((const reading[]){__VA_ARGS__},                                                \
                    sizeof((const reading[]){__VA_ARGS__}) / sizeof(reading))

#endif
