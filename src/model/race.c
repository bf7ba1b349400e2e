/* A rate suits when the finder says so, over as many decades as the data may ask for. */
#include "model/race.h"

#include "model/finder.h"

#include <math.h>

enum {
    UPDATES_TRIED = 200,
    BATCH_TRIED = 256,     /* with larger batches, or of more points, rates are tried as if all */
    POINTS_TRIED = 100000, /* points were seen, which takes no time */
    WORK = 600000,         /* for each optimizer: where it does not suffice fewer rates are tried */
    DECADES_BELOW = 3,     /* the one of a rate that is about right, */
    DECADES_ABOVE = 2,     /* and beyond it */
};

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
static bool find_rate(const model_runs *runs, dh_run_def *def, model_finder *finder,
                      dh_error *error)
{
    const decades tried = decades_for(runs);
    const dh_range range = {pow(10.0, tried.from), pow(10.0, tried.to)};
    if (!finder_follow(finder, &runs->problem, def, range, error))
        return false;
    finder_advance(finder, WORK);
    if (finder->best >= 0)
        def->recipe.rate.first = finder->rate[finder->best];
    return true;
}

/* The recipe with which an optimizer runs in the race. */
static bool find_recipe(const model_runs *runs, int optimizer, model_finder *finder,
                        dh_recipe *recipe, dh_error *error)
{
    dh_run_def def = scene_run_def(&runs->scene, 0);
    const size_t batch = def.recipe.batch;
    if (optimizer != def.recipe.optimizer)
        dh_recipe_set_optimizer(&def.recipe, optimizer);
    def.recipe.rate.later = NULL;
    def.recipe.batch = batch <= BATCH_TRIED && runs->problem.n <= POINTS_TRIED ? batch : 0;
    def.steps = def.steps < UPDATES_TRIED ? def.steps : UPDATES_TRIED;
    if (!find_rate(runs, &def, finder, error))
        return false;
    def.recipe.batch = batch;
    *recipe = def.recipe;
    return true;
}

bool race_scene(const model_runs *runs, model_scene *next, dh_error *error)
{
    model_finder finder = {.count = 0};
    bool found = true;
    *next = runs->scene;
    next->count = scene_trace(next) ? SCENE_TRACE + 1 : 1;
    next->run[0].name[0] = '\0';
    const int current = runs->scene.run[0].recipe.optimizer;
    for (int i = 0; found && i < dh_optimizer_count(); i++) {
        dh_recipe recipe;
        if (i != current && next->count == SCENE_RUNS)
            continue;
        found = find_recipe(runs, i, &finder, &recipe, error);
        if (found && i == current)
            next->run[0].recipe = recipe;
        else if (found)
            scene_add(next, &recipe, "");
    }
    finder_free(&finder);
    return found;
}
