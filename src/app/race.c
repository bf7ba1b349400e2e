/* A rate suits when with it the run comes within 1 % of the lowest loss soonest; where none does,
 * or two come alike, when it ends lower. Round rates are tried, so that what is found can be said.
 */
#include "app/race.h"

#include <math.h>

enum {
    UPDATES_TRIED = 200,
    BATCH_TRIED = 256, /* larger ones are tried as if all points were seen, which costs no more */
    DECADE_FROM = -4,
    DECADE_TO = 2, /* not included */
};

static bool is_better(const dh_run *run, const dh_run *than)
{
    if (run->diverged || than->diverged)
        return !run->diverged;
    if (run->near_lowest != than->near_lowest)
        return run->near_lowest < than->near_lowest;
    return run->row[run->known - 1].loss < than->row[than->known - 1].loss;
}

/* Leaves in config the rate that suits its recipe. */
static bool find_rate(const app_session *session, dh_config *config, dh_run trial[2],
                      dh_error *error)
{
    static const double round_rates[] = {1.0, 2.0, 5.0};
    int best = -1; /* which of the trials has the best run so far */
    double best_rate = 0.0;
    for (int decade = DECADE_FROM; decade < DECADE_TO; decade++)
        for (int i = 0; i < 3; i++) {
            dh_run *run = &trial[best == 0 ? 1 : 0];
            config->recipe.rate.first = round_rates[i] * pow(10.0, decade);
            if (!dh_run_start(run, config, &session->data, &session->quadratic, error))
                return false;
            dh_run_advance(run, UPDATES_TRIED);
            if (best >= 0 && !is_better(run, &trial[best]))
                continue;
            best = best == 0 ? 1 : 0;
            best_rate = config->recipe.rate.first;
        }
    config->recipe.rate.first = best_rate;
    return true;
}

/* The recipe with which an optimizer runs in the race. */
static bool find_recipe(const app_session *session, int optimizer, dh_run trial[2],
                        dh_recipe *recipe, dh_error *error)
{
    dh_config config = session->scene.config;
    const size_t batch = config.recipe.batch;
    if (optimizer != config.recipe.optimizer)
        dh_recipe_set_optimizer(&config.recipe, optimizer);
    config.recipe.rate.changes = 0;
    config.recipe.batch = batch <= BATCH_TRIED ? batch : 0;
    config.steps = config.steps < UPDATES_TRIED ? config.steps : UPDATES_TRIED;
    if (!find_rate(session, &config, trial, error))
        return false;
    config.recipe.batch = batch;
    dh_recipe_copy(recipe, &config.recipe);
    return true;
}

bool race_scene(const app_session *session, app_scene *next, dh_error *error)
{
    dh_run trial[2] = {0};
    bool found = true;
    scene_copy(next, &session->scene);
    next->kept_count = 0;
    next->name[0] = '\0';
    for (int i = 0; found && i < dh_optimizer_count(); i++) {
        dh_recipe recipe;
        found = find_recipe(session, i, trial, &recipe, error);
        if (!found)
            break;
        if (i == session->scene.config.recipe.optimizer)
            dh_recipe_copy(&next->config.recipe, &recipe);
        else
            scene_keep(next, &recipe, "");
    }
    dh_run_free(&trial[0]);
    dh_run_free(&trial[1]);
    return found;
}
