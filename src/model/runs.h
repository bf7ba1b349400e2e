/* The runs of a scene over its problem. */
#ifndef MODEL_RUNS_H
#define MODEL_RUNS_H

#include "downhill/problem.h"
#include "downhill/run.h"
#include "model/scene.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RUNS_SLICE = 80000 /* work done in a frame, as runs_advance counts it */ };

typedef struct model_runs {
    model_scene scene; /* held */
    dh_problem problem;
    dh_run run[SCENE_RUNS]; /* of the scene, and after those some that have memory to use again */
    uint64_t version;       /* grows whenever anything about the runs changes; 0: no scene yet */
    bool visiting;          /* the batch that is shown has not been reached yet */
} model_runs;

/* Takes another scene: poses its problem when that differs and starts the runs that are not there.
 * runs is zeroed before the first. Fails, leaving scene, problem and runs as they were, but perhaps
 * less known of them, when the scene cannot be run or memory runs out. */
bool runs_take(model_runs *runs, const model_scene *scene, dh_error *error);
void runs_free(model_runs *runs);

/* Whether the current run of another scene may be shown from the present step on: it is a run that
 * is shown already, or differs only in its length or in what its learning rate changes to on the
 * way. */
bool runs_keep_place(const model_runs *runs, const model_scene *scene);

/* Computes a part of what is not known yet: a unit of work is about 30 ns. */
void runs_advance(model_runs *runs, size_t work);

/* Whether there is anything not known yet, of hidden runs or of the batch that is shown, too. */
bool runs_busy(const model_runs *runs);

/* Steps that can be shown, from 0 on: those that every run has, or that the longest has when all
 * are complete; and whether they are. Hidden runs do not count. */
size_t runs_known(const model_runs *runs);
bool runs_complete(const model_runs *runs);

/* The last step of the runs; computes what is not known of them yet, however long that takes. */
size_t runs_last(model_runs *runs);

/* The step that a run shows at this step of all: the same, or its own last. */
size_t runs_step(const model_runs *runs, int run, size_t step);

/* Whether the current run sees mini-batches, not all points at once. */
bool runs_have_batches(const model_runs *runs);

/* Whether the seed matters: points are drawn, or a run sees mini-batches. */
bool runs_use_seed(const model_runs *runs);

/* The learning rates that theory tells for a run; false where it tells none: of an optimizer that
 * is not linear, and with mini-batches. */
bool runs_rates(const model_runs *runs, int run, dh_rates *rates);

#endif
