#include "model/shown.h"

model_shown shown_of(model_runs *runs, size_t step, const model_view *view)
{
    dh_run *current = &runs->run[0];
    model_shown shown = {.runs = runs, .view = *view};
    for (int i = 0; i < runs->scene.count; i++)
        shown.step[i] = runs_step(runs, i, step);
    shown.update = *runs_update(runs, shown.step[0]);
    shown.at_last = shown.step[0] + 1 >= current->known;
    shown.batch = dh_run_batch(current, shown.step[0]);
    return shown;
}

dh_row shown_now(const model_shown *shown)
{
    return shown->runs->run[0].row[shown->step[0]];
}
