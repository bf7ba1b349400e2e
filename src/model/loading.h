/* Points or a trace that are being read, a part at a time, while everything else goes on. */
#ifndef MODEL_LOADING_H
#define MODEL_LOADING_H

#include "downhill/error.h"
#include "downhill/points.h"
#include "file/facts.h"
#include "model/trace.h"
#include "table/reader.h"

#include <stdbool.h>

typedef enum loading_kind {
    LOADING_POINTS,
    LOADING_TRACE,
    LOADING_EITHER, /* a trace where the columns have the names of one, else points */
} loading_kind;

/* What was read: one of both, with one holder, the caller. */
typedef struct loading_result {
    dh_points *points;
    model_trace *trace;
} loading_result;

/* Zeroed while nothing is read. */
typedef struct model_loading {
    table_reader *reader; /* owned; NULL: nothing is read */
    table_request request;
    char path[FILE_PATH_BYTES]; /* of the file, from the root on; "" of a text */
    char *columns;              /* that were asked for; owned, or NULL */
    int64_t modified_ns;        /* when the file was changed last */
    bool waiting;               /* there was nothing more to read yet */
    loading_kind kind;
    char notice[sizeof(dh_error)]; /* what was left out, after LOADING_DONE; or empty */
} model_loading;

typedef enum loading_state { LOADING_MORE, LOADING_DONE, LOADING_FAILED } loading_state;

/* Begins with a file, "-" being standard input, and those of its columns, NULL for the first, or
 * for those with the names of a trace's; or with points in a text, which is copied. What was being
 * read before is left. False, and the error is the line to say, when it cannot be read. */
bool loading_open(model_loading *loading, loading_kind kind, const char *path, const char *columns,
                  dh_error *error);
bool loading_paste(model_loading *loading, const char *text, dh_error *error);

/* Reads on for some milliseconds at most. Once done, *result is what there was. */
loading_state loading_advance(model_loading *loading, loading_result *result, dh_error *error);

/* Lets go of it. */
void loading_drop(const loading_result *result);

/* Waits until there is more to read, for so many milliseconds at most; milliseconds until it is
 * worth to read on. */
void loading_wait(const model_loading *loading, int milliseconds);
int loading_pause(const model_loading *loading);

/* Whether something is being read, and what to say of it: "reading points.csv: 34 %". */
bool loading_busy(const model_loading *loading);
void loading_tell(const model_loading *loading, char *text, size_t size);

/* Leaves what is being read. */
void loading_stop(model_loading *loading);

#endif
