/* The way from the runs that are shown to the same run as a trace. */
#ifndef MODEL_TRACE_WAY_H
#define MODEL_TRACE_WAY_H

#include "model/session.h"

#include <stdbool.h>

enum { TRACE_WAY_BYTES = 64 };

typedef enum trace_way_kind {
    TRACE_WAY_NONE,        /* there is none, or none is needed */
    TRACE_WAY_LOSS,        /* another loss */
    TRACE_WAY_RATE,        /* another learning rate */
    TRACE_WAY_RECIPE,      /* another optimizer, or mini-batches */
    TRACE_WAY_STANDARDIZE, /* training on standardized x */
    TRACE_WAY_START,       /* another start */
    TRACE_WAY_MISTAKE,     /* a run with the mistake, beside the others */
} trace_way_kind;

/* What it is, in words for a button: "show with half the mean". */
typedef struct trace_way {
    trace_way_kind kind;
    char words[TRACE_WAY_BYTES];
} trace_way;

trace_way trace_way_of(const model_session *session);

/* Goes it: one change. */
void trace_way_go(model_session *session);

#endif
