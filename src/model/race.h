/* A race: the optimizers from the same start, each at a rate that suits it. */
#ifndef MODEL_RACE_H
#define MODEL_RACE_H

#include "model/runs.h"

/* The scene with one run for each optimizer, the current run's own and as many others as there is
 * room for: it stays current, they take the place of what was beside it but for a trace. Batch size
 * and, where they are the current optimizer's, settings stay as they are. Fails when memory runs
 * out. */
bool race_scene(const model_runs *runs, model_scene *next, dh_error *error);

#endif
