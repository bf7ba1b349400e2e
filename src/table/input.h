/* The bytes of a file, of a pipe or of a text, as they come: asking for them never waits. A named
 * pipe may take a few seconds to find somebody who writes to it. */
#ifndef TABLE_INPUT_H
#define TABLE_INPUT_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct table_input {
    int file;          /* -1: it is a text */
    bool shared;       /* the file is open for others too, and must not be changed for them */
    bool pipe;         /* somebody may still be writing what is read */
    int64_t opened_ms; /* on a clock of its own */
    const char *text;  /* what is left of it, not owned */
    size_t length;
    uint64_t read, total; /* bytes; total is 0 when it is not known */
} table_input;

typedef enum input_state {
    INPUT_BYTES,
    INPUT_WAITING, /* there are none yet */
    INPUT_END,
    INPUT_FAILED
} input_state;

/* Opens a file; "-" is standard input. False, and the reason alone, when there is none to read. */
bool input_open(table_input *input, const char *path, dh_error *reason);

/* A text as bytes; it must stay until the input is closed. */
table_input input_of_text(const char *text, size_t length);

/* Puts up to `size` bytes into `bytes`, at least one when it returns INPUT_BYTES. */
input_state input_read(table_input *input, void *bytes, size_t size, size_t *got, dh_error *reason);

/* Waits until there is something to read, for so many milliseconds at most. */
void input_wait(const table_input *input, int milliseconds);

void input_close(table_input *input);

#endif
