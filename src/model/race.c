/* A rate suits when with it the run soonest comes to stay within 1 % of the lowest loss and is
 * never above its start; where none does, when it ends lowest. Round rates are tried, so that what
 * is found can be said. */
#include "model/race.h"

#include <math.h>

enum {
    UPDATES_TRIED = 200,
    BATCH_TRIED = 256,     /* with larger batches, or of more points, rates are tried as if all */
    POINTS_TRIED = 100000, /* points were seen, which takes no time */
    DECADES_BELOW = 3,     /* the one of a rate that is about right, */
    DECADES_ABOVE = 2,     /* and beyond it */
};

/* How well a run has gone. */
typedef struct verdict {
    bool rose;      /* it diverged, or was above its start */
    size_t settled; /* from this step on its loss is within 1 % of the lowest, or DH_NEVER */
    double last_loss;
} verdict;

static verdict verdict_on(const dh_run *run)
{
    const double near = DH_NEAR_LOWEST * run->problem->objective.minimum.loss;
    size_t settled = run->known;
    while (settled > 0 && run->row[settled - 1].loss <= near)
        settled--;
    return (verdict){.rose = run->diverged || run->loss.high > run->row[0].loss,
                     .settled = run->diverged || settled == run->known ? DH_NEVER : settled,
                     .last_loss = run->diverged ? HUGE_VAL : run->row[run->known - 1].loss};
}

/* Of rates that settle alike the lower one, which is tried first, is the calmer. */
static bool is_better(verdict a, verdict b)
{
    if (a.rose != b.rose)
        return b.rose;
    if (a.settled != b.settled)
        return a.settled < b.settled;
    return a.settled == DH_NEVER && a.last_loss < b.last_loss;
}

/* Powers of ten, the last not included. */
typedef struct decades {
    int from, to;
} decades;

static decades around(double rate)
{
    const int decade = (int)floor(log10(rate));
    return (decades){decade - DECADES_BELOW, decade + 1 + DECADES_ABOVE};
}

/* The decades in which to look. Where a step is as long as the gradient, a rate is about right that
 * is the inverse of the curvature; where it is as long as the rate, one that is as long as the
 * way. Both follow the data, whatever their scale. */
static decades decades_for(const model_runs *runs)
{
    const dh_objective *objective = &runs->problem.objective;
    const dh_weights start = runs->scene.init, best = objective->minimum.at;
    const double way = hypot(start.slope - best.slope, start.intercept - best.intercept);
    decades tried = around(1.0 / dh_objective_curvature(objective));
    if (way > 0.0 && isfinite(way)) {
        const decades of_way = around(way);
        tried.from = of_way.from < tried.from ? of_way.from : tried.from;
        tried.to = of_way.to > tried.to ? of_way.to : tried.to;
    }
    return tried;
}

/* Leaves in def the rate that suits its recipe. */
static bool find_rate(const model_runs *runs, dh_run_def *def, dh_run *trial, dh_error *error)
{
    static const double round_rates[] = {1.0, 2.0, 5.0};
    const decades tried = decades_for(runs);
    double best_rate = 0.0;
    verdict best = {.rose = true, .settled = DH_NEVER, .last_loss = HUGE_VAL};
    for (int decade = tried.from; decade < tried.to; decade++)
        for (int i = 0; i < 3; i++) {
            def->recipe.rate.first = round_rates[i] * pow(10.0, decade);
            if (!dh_run_start(trial, def, &runs->problem, error))
                return false;
            dh_run_advance(trial, UPDATES_TRIED);
            const verdict on = verdict_on(trial);
            if (!is_better(on, best))
                continue;
            best = on;
            best_rate = def->recipe.rate.first;
        }
    def->recipe.rate.first = best_rate;
    return true;
}

/* The recipe with which an optimizer runs in the race. */
static bool find_recipe(const model_runs *runs, int optimizer, dh_run *trial, dh_recipe *recipe,
                        dh_error *error)
{
    dh_run_def def = scene_run_def(&runs->scene, 0);
    const size_t batch = def.recipe.batch;
    if (optimizer != def.recipe.optimizer)
        dh_recipe_set_optimizer(&def.recipe, optimizer);
    def.recipe.rate.later = NULL;
    def.recipe.batch = batch <= BATCH_TRIED && runs->problem.n <= POINTS_TRIED ? batch : 0;
    def.steps = def.steps < UPDATES_TRIED ? def.steps : UPDATES_TRIED;
    if (!find_rate(runs, &def, trial, error))
        return false;
    def.recipe.batch = batch;
    *recipe = def.recipe;
    return true;
}

bool race_scene(const model_runs *runs, model_scene *next, dh_error *error)
{
    dh_run trial = {0};
    bool found = true;
    *next = runs->scene;
    next->count = 1;
    next->run[0].name[0] = '\0';
    const int current = runs->scene.run[0].recipe.optimizer;
    for (int i = 0; found && i < dh_optimizer_count(); i++) {
        dh_recipe recipe;
        if (i != current && next->count == SCENE_RUNS)
            continue;
        found = find_recipe(runs, i, &trial, &recipe, error);
        if (found && i == current)
            next->run[0].recipe = recipe;
        else if (found)
            scene_add(next, &recipe, "");
    }
    dh_run_free(&trial);
    return found;
}
