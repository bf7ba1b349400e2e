#include "model/runs.h"

#include "model/fields.h"

#include <assert.h>
#include <string.h>

static bool start_run(model_runs *runs, const model_scene *scene, int run, dh_error *error)
{
    const dh_run_def def = scene_run_def(scene, run);
    return dh_run_start(&runs->run[run], &def, &runs->problem, error);
}

/* Whether a run is what a scene wants in a place; and likewise, but for its learning rate. */
static bool is_wanted(const dh_run *run, const model_scene *scene, int place)
{
    const dh_run_def def = scene_run_def(scene, place);
    return dh_recipe_equal(&def.recipe, &run->recipe) && dh_run_same_given(&def.given, &run->given);
}

static bool is_wanted_but_for_rate(const dh_run *run, const model_scene *scene, int place)
{
    const dh_run_def def = scene_run_def(scene, place);
    return dh_recipe_same_but_rate(&def.recipe, &run->recipe) &&
           dh_run_same_given(&def.given, &run->given);
}

/* Where the runs of a scene come from. */
typedef struct arrangement {
    int from[SCENE_RUNS]; /* the place that the run in each place had before */
    bool has[SCENE_RUNS]; /* it is the one that the scene wants there */
} arrangement;

/* Nothing is moved. */
static arrangement as_they_are(void)
{
    arrangement same = {.has = {false}};
    for (int i = 0; i < SCENE_RUNS; i++)
        same.from[i] = i;
    return same;
}

/* Which of the runs another scene of the same problem and start can take over, so that they are not
 * computed again. Of the other places each keeps the run it had, if no other has it now. */
static arrangement arrangement_for(const model_runs *runs, const model_scene *scene)
{
    arrangement found = {.has = {false}};
    bool taken[SCENE_RUNS] = {false};
    for (int i = 0; i < scene->count; i++)
        for (int j = 0; j < runs->scene.count && !found.has[i]; j++)
            if (!taken[j] && is_wanted(&runs->run[j], scene, i)) {
                found.from[i] = j;
                found.has[i] = taken[j] = true;
            }
    for (int i = 0; i < SCENE_RUNS; i++) {
        int j = i;
        while (!found.has[i] && taken[j])
            j = (j + 1) % SCENE_RUNS;
        if (!found.has[i])
            found.from[i] = j;
        taken[found.from[i]] = true;
    }
    return found;
}

/* Moves the runs to their places, or back to those they had. */
static void arrange(model_runs *runs, const arrangement *at, bool back)
{
    dh_run old[SCENE_RUNS];
    memcpy(old, runs->run, sizeof old);
    for (int i = 0; i < SCENE_RUNS; i++) {
        const int from = at->from[i];
        runs->run[back ? from : i] = old[back ? i : from];
    }
}

/* A run that is in its place already and is the one that another place wants, too; or NULL. */
static const dh_run *equal_run(const model_runs *runs, const model_scene *scene,
                               const arrangement *at, int place)
{
    for (int i = 0; i < scene->count; i++)
        if (at->has[i] && is_wanted(&runs->run[i], scene, place))
            return &runs->run[i];
    return NULL;
}

/* Makes those runs as long as the scene wants them that are in their places already, or that differ
 * in the learning rate alone. */
static bool keep_runs(model_runs *runs, const model_scene *scene, arrangement *at, dh_error *error)
{
    for (int i = 0; i < scene->count; i++) {
        dh_run *run = &runs->run[i];
        const dh_schedule rate = scene_run_def(scene, i).recipe.rate;
        const bool is_present = at->from[i] < runs->scene.count && run->row;
        const bool stays = at->has[i] || (is_present && is_wanted_but_for_rate(run, scene, i));
        if (stays && !dh_run_resize(run, scene->steps, error))
            return false;
        if (stays && !at->has[i])
            dh_run_reschedule(run, &rate);
        at->has[i] = stays;
    }
    return true;
}

/* Starts the runs of a scene over the problem that is posed: those that are not in their places
 * already, and of one that differs in the learning rate or the number of steps alone only what
 * comes after the difference. */
static bool start_runs(model_runs *runs, const model_scene *scene, const arrangement *at,
                       dh_error *error)
{
    const bool same = fields_same_but_steps(scene, &runs->scene);
    arrangement kept = *at;
    if (same && !keep_runs(runs, scene, &kept, error))
        return false;
    for (int i = 0; i < scene->count; i++) {
        if (kept.has[i])
            continue;
        const dh_run *equal = same ? equal_run(runs, scene, &kept, i) : NULL;
        const bool started =
            equal ? dh_run_copy(&runs->run[i], equal, error) : start_run(runs, scene, i, error);
        if (!started)
            return false;
    }
    return true;
}

/* Starts the runs of the present scene again, each in its own place: there is room for them there.
 */
static void restore(model_runs *runs, const arrangement *at, bool poses)
{
    arrange(runs, at, true);
    bool restored = !poses || dh_problem_pose(&runs->problem, &runs->scene.problem, NULL);
    for (int i = 0; i < runs->scene.count; i++)
        restored &= start_run(runs, &runs->scene, i, NULL);
    assert(restored);
    (void)restored;
    runs->version++;
}

bool runs_take(model_runs *runs, const model_scene *scene, dh_error *error)
{
    const bool first = runs->version == 0;
    const bool poses = first || !fields_same_problem(scene, &runs->scene);
    const bool same = !first && fields_same_but_steps(scene, &runs->scene);
    const arrangement at = same ? arrangement_for(runs, scene) : as_they_are();
    if (poses && !dh_problem_pose(&runs->problem, &scene->problem, error))
        return false;
    arrange(runs, &at, false);
    if (!start_runs(runs, scene, &at, error)) {
        if (!first)
            restore(runs, &at, poses);
        return false;
    }
    const model_scene before = runs->scene;
    scene_hold(scene);
    runs->scene = *scene;
    scene_drop(&before);
    runs->version++;
    return true;
}

void runs_free(model_runs *runs)
{
    scene_drop(&runs->scene);
    for (int i = 0; i < SCENE_RUNS; i++)
        dh_run_free(&runs->run[i]);
    dh_problem_free(&runs->problem);
    *runs = (model_runs){.version = 0};
}

bool runs_keep_place(const model_runs *runs, const model_scene *scene)
{
    const dh_recipe *recipe = &scene->run[0].recipe, *now = &runs->scene.run[0].recipe;
    if (runs->version == 0 || !fields_same_but_steps(scene, &runs->scene))
        return false;
    for (int i = 0; i < runs->scene.count; i++)
        if (!runs->scene.run[i].trace && dh_recipe_equal(recipe, &runs->scene.run[i].recipe))
            return true;
    return dh_recipe_same_but_rate(recipe, now) && recipe->rate.first == now->rate.first;
}

/* How many of the runs that are hidden, or that are not, have something to compute. */
static int growing_runs(const model_runs *runs, bool hidden)
{
    int count = 0;
    for (int i = 0; i < runs->scene.count; i++)
        count += runs->scene.run[i].hidden == hidden && !dh_run_settled(&runs->run[i]);
    return count;
}

static bool any_growing(const model_runs *runs)
{
    return growing_runs(runs, false) + growing_runs(runs, true) > 0;
}

/* What is hidden waits for what is not. */
void runs_advance(model_runs *runs, size_t work)
{
    const bool hidden = growing_runs(runs, false) == 0;
    const int growing = growing_runs(runs, hidden);
    for (int i = 0; i < runs->scene.count; i++) {
        dh_run *run = &runs->run[i];
        if (runs->scene.run[i].hidden == hidden && !dh_run_settled(run))
            dh_run_spend(run, work / (size_t)growing);
    }
}

size_t runs_known(const model_runs *runs)
{
    size_t longest = 0, sure = DH_NEVER;
    for (int i = 0; i < runs->scene.count; i++) {
        const dh_run *run = &runs->run[i];
        if (runs->scene.run[i].hidden)
            continue;
        if (!dh_run_complete(run) && run->known < sure)
            sure = run->known;
        if (run->known > longest)
            longest = run->known;
    }
    return sure < longest ? sure : longest;
}

bool runs_complete(const model_runs *runs)
{
    for (int i = 0; i < runs->scene.count; i++)
        if (!runs->scene.run[i].hidden && !dh_run_complete(&runs->run[i]))
            return false;
    return true;
}

bool runs_busy(const model_runs *runs)
{
    return runs->visiting || any_growing(runs);
}

size_t runs_last(model_runs *runs)
{
    while (any_growing(runs))
        runs_advance(runs, SIZE_MAX);
    return runs_known(runs) - 1;
}

size_t runs_step(const model_runs *runs, int run, size_t step)
{
    assert(run >= 0 && run < runs->scene.count);
    const size_t last = runs->run[run].known - 1;
    return step < last ? step : last;
}

bool runs_have_batches(const model_runs *runs)
{
    return dh_run_has_batches(&runs->run[0]);
}

bool runs_use_seed(const model_runs *runs)
{
    bool used = runs->scene.problem.source.kind == DH_SOURCE_GENERATED;
    for (int i = 0; i < runs->scene.count; i++)
        used |= dh_run_has_batches(&runs->run[i]);
    return used;
}

bool runs_rates(const model_runs *runs, int run, dh_rates *rates)
{
    assert(run >= 0 && run < runs->scene.count);
    const dh_recipe *recipe = &runs->scene.run[run].recipe;
    return !dh_run_has_batches(&runs->run[run]) &&
           dh_objective_rates(&runs->problem.objective, dh_optimizer_at(recipe->optimizer),
                              recipe->value, rates);
}
