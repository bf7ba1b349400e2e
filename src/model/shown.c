#include "model/shown.h"

enum { VISIT_WORK = RUNS_SLICE / 16 };

model_shown shown_of(model_runs *runs, size_t step, const model_view *view)
{
    dh_run *current = &runs->run[0];
    model_shown shown = {.runs = runs, .view = *view};
    size_t work = VISIT_WORK;
    for (int i = 0; i < runs->scene.count; i++)
        shown.step[i] = runs_step(runs, i, step);
    shown.at_last = shown.step[0] + 1 >= current->known;
    shown.has_update = dh_run_update_known(current, shown.step[0]);
    if (shown.has_update)
        shown.update = dh_run_update(current, shown.step[0]);
    runs->visiting = !dh_run_batch(current, shown.step[0], SHOWN_BATCH_POINTS, &work, &shown.batch);
    if (runs->visiting)
        shown.batch = (dh_batch){.point = NULL, .count = 0};
    return shown;
}

dh_row shown_now(const model_shown *shown)
{
    return shown->runs->run[0].row[shown->step[0]];
}
