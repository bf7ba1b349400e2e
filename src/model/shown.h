/* What is shown of the runs, as one value: pictures of any size on any canvas are drawn from it. */
#ifndef MODEL_SHOWN_H
#define MODEL_SHOWN_H

#include "model/checked.h"
#include "model/finder.h"
#include "model/runs.h"
#include "model/view.h"

#include <stdbool.h>
#include <stddef.h>

enum { SHOWN_BATCH_POINTS = 2000 }; /* of a large mini-batch, at most */

typedef struct model_shown {
    const model_runs *runs;
    size_t step[SCENE_RUNS]; /* that each run shows: the step of all, or its own last */
    bool has_update;         /* false while a large mini-batch is gone through */
    dh_update update;        /* that the current run is about to make */
    bool at_last;            /* it makes none: this is its last known step */
    dh_batch batch;      /* the points that the update sees: the first of many, none while they are
                            being drawn; good until the runs are asked about another */
    const dh_run *ghost; /* the current run at the learning rate that is pointed at, or NULL; */
    size_t ghost_step;   /* and the step that it shows */
    const model_finder *finder;
    const model_checked *checked; /* what the check says of the trace */
    model_view view;
} model_shown;

/* What the runs show at a step. */
model_shown shown_of(model_runs *runs, size_t step, const model_view *view);

/* The row of the current run. */
dh_row shown_now(const model_shown *shown);

#endif
