#include "model/aside.h"

enum { MOMENT = 16000000 /* of work, as runs_advance counts it */ };

void aside_free(model_aside *aside)
{
    ghost_free(&aside->ghost);
    finder_free(&aside->finder);
    checked_free(&aside->checked);
}

void aside_follow(model_aside *aside, const model_runs *runs, size_t work)
{
    const dh_run_def def = scene_run_def(&runs->scene, 0);
    checked_follow(&aside->checked, runs);
    finder_follow(&aside->finder, &runs->problem, &def, finder_range(runs), NULL);
    if (!runs_busy(runs))
        finder_advance(&aside->finder, work);
}

bool aside_busy(const model_aside *aside, const model_runs *runs)
{
    return finder_busy(&aside->finder) || ghost_busy(&aside->ghost, runs);
}

bool aside_advance(model_aside *aside, const model_runs *runs)
{
    if (runs_busy(runs) || !aside_busy(aside, runs))
        return false;
    if (ghost_busy(&aside->ghost, runs))
        ghost_advance(&aside->ghost);
    else
        aside_follow(aside, runs, RUNS_SLICE);
    return true;
}

void aside_settle(model_aside *aside, const model_runs *runs, bool all_rates)
{
    aside_follow(aside, runs, MOMENT);
    while (all_rates && !runs_busy(runs) && finder_busy(&aside->finder))
        aside_follow(aside, runs, RUNS_SLICE);
}
