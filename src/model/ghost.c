#include "model/ghost.h"

static bool is_there(const model_ghost *ghost, const model_runs *runs)
{
    return ghost->version == runs->version && ghost->rate == ghost->wanted;
}

static bool begin(model_ghost *ghost, const model_runs *runs)
{
    dh_run_def def = scene_run_def(&runs->scene, 0);
    dh_schedule made;
    ghost->version = 0;
    if (!dh_schedule_scale(&def.recipe.rate, ghost->wanted, &made, NULL))
        return false;
    def.recipe.rate = made;
    const bool begun = dh_run_start(&ghost->run, &def, &runs->problem, NULL);
    dh_schedule_drop(&made);
    if (!begun)
        return false;
    ghost->rate = ghost->wanted;
    ghost->version = runs->version;
    ghost_advance(ghost);
    return true;
}

const dh_run *ghost_beside(model_ghost *ghost, const model_runs *runs)
{
    if (!(ghost->wanted > 0.0))
        return NULL;
    return is_there(ghost, runs) || begin(ghost, runs) ? &ghost->run : NULL;
}

void ghost_free(model_ghost *ghost)
{
    dh_run_free(&ghost->run);
}

bool ghost_busy(const model_ghost *ghost, const model_runs *runs)
{
    return ghost->wanted > 0.0 && is_there(ghost, runs) && !dh_run_complete(&ghost->run);
}

void ghost_advance(model_ghost *ghost)
{
    dh_run_spend(&ghost->run, RUNS_SLICE);
}
