/* What is found out beside the runs: what the check says of a trace; and once they are known what
 * every learning rate would do, and the run of one that is pointed at. */
#ifndef MODEL_ASIDE_H
#define MODEL_ASIDE_H

#include "model/checked.h"
#include "model/finder.h"
#include "model/ghost.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct model_aside { /* zeroed to begin with */
    model_checked checked;
    model_finder finder;
    model_ghost ghost;
} model_aside;

void aside_free(model_aside *aside);

/* Judges the trace; has the finder follow the current run, and goes on for so much work when the
 * runs are known. Without memory no rates are found. */
void aside_follow(model_aside *aside, const model_runs *runs, size_t work);

/* Whether there is something to find out; and finds out a slice more of it, once the runs are
 * known. Returns whether anything is to be shown. */
bool aside_busy(const model_aside *aside, const model_runs *runs);
bool aside_advance(model_aside *aside, const model_runs *runs);

/* All that a picture waits for: every rate where they are a picture of their own, else as many as
 * are found in a moment. */
void aside_settle(model_aside *aside, const model_runs *runs, bool all_rates);

#endif
