/* A run that a person's own program wrote, as it was read. It is immutable from its making on,
 * shared by all who hold it, and freed when the last one drops it. */
#ifndef MODEL_TRACE_H
#define MODEL_TRACE_H

#include "downhill/error.h"
#include "downhill/trace.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct model_trace {
    size_t holders;
    dh_trace rows;       /* the weights before each update; its numbers are the trace's own */
    char *origin;        /* where it came from, for people: "run.csv" */
    char *path;          /* of the file, from the root on; "" where it cannot be read again */
    char *columns;       /* which of the file's, as was asked for; "" where they were found */
    int64_t modified_ns; /* when the file was changed last before it was read, since 1970 */
} model_trace;

/* Where a trace can be had again; its words may be NULL: "". */
typedef struct trace_place {
    const char *path, *columns;
    int64_t modified_ns;
} trace_place;

/* What is wanted of its table; the columns as table_request has them, NULL for those that have the
 * usual names. */
table_request trace_request(const char *columns);

/* The same by names alone, static: to tell a trace from points. */
const table_request *trace_request_by_names(void);

/* Makes a trace of such a table, with one holder, the caller; the table can go. NULL, and error is
 * the line to say, when rows lie more than a step apart, when the first is not finite or the only
 * one, or when memory runs out. */
model_trace *trace_create(const table_data *table, const trace_place *place, dh_error *error);

/* One holder more, and one less; trace may be NULL. */
model_trace *trace_hold(model_trace *trace);
void trace_drop(model_trace *trace);

/* Whether two are the same in rows and place; either may be NULL. */
bool trace_equal(const model_trace *a, const model_trace *b);

/* Bytes that it takes in memory, nearly. */
size_t trace_bytes(const model_trace *trace);

#endif
