/* What the check says of the trace that is beside the runs. */
#ifndef MODEL_CHECKED_H
#define MODEL_CHECKED_H

#include "model/trace_scene.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CHECKED_WORDS_BYTES = 256 };

typedef struct model_checked { /* zeroed to begin with */
    uint64_t version;          /* of the runs that it is about */
    bool there;                /* there is a trace, */
    bool judged;               /* and a verdict; else why not is in the error */
    dh_verdict verdict;
    dh_error error;
    size_t rows;        /* of the trace that were judged */
    dh_batches batches; /* memory to judge with */
} model_checked;

void checked_free(model_checked *checked);

/* Judges the trace of the runs, where that has not been done yet. */
void checked_follow(model_checked *checked, const model_runs *runs);

/* The row of the trace from which on it departs, DH_NEVER for none. */
size_t checked_departure(const model_checked *checked);

/* What the verdict means, in a line. */
void checked_words(const model_checked *checked, const model_runs *runs, char *text, size_t size);

/* The update that the trace made from a row that is not its last known one, and the one that the
 * current run's recipe would have made from there. */
typedef struct checked_update {
    dh_weights made, due;
    bool slope_departs, intercept_departs;
} checked_update;

checked_update checked_update_at(const model_checked *checked, const model_runs *runs, size_t step);

#endif
