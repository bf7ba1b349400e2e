/* Reads a table whole, in slices of a size. */
#ifndef TESTS_READ_TABLE_H
#define TESTS_READ_TABLE_H

#include "table/reader.h"

/* Ends in TABLE_DONE or TABLE_FAILED. Waits for whoever writes. */
static inline table_state read_slices(table_reader *reader, size_t bytes, dh_error *error)
{
    table_state state;
    while ((state = table_advance(reader, bytes, error)) < TABLE_DONE)
        if (state == TABLE_WAITING)
            table_wait(reader, 1000);
    return state;
}

#endif
