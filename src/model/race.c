/* A rate suits when with it the run soonest comes to stay within 1 % of the lowest loss and is
 * never above its start; where none does, when it ends lowest. Round rates are tried, so that what
 * is found can be said. */
#include "model/race.h"

#include <math.h>

enum {
    UPDATES_TRIED = 200,
    BATCH_TRIED = 256,     /* with larger batches, or of more points, rates are tried as if all */
    POINTS_TRIED = 100000, /* points were seen, which takes no time */
    DECADE_FROM = -4,
    DECADE_TO = 2, /* not itself */
};

/* How well a run has gone. */
typedef struct verdict {
    bool rose;      /* it diverged, or was above its start */
    size_t settled; /* from this step on its loss is within 1 % of the lowest, or DH_NEVER */
    double last_loss;
} verdict;

static verdict verdict_on(const dh_run *run)
{
    const double near = DH_NEAR_LOWEST * run->quadratic.lowest_loss;
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

/* Leaves in config the rate that suits its recipe. */
static bool find_rate(const model_session *session, dh_config *config, dh_run *trial,
                      dh_error *error)
{
    static const double round_rates[] = {1.0, 2.0, 5.0};
    double best_rate = 0.0;
    verdict best = {.rose = true, .settled = DH_NEVER, .last_loss = HUGE_VAL};
    for (int decade = DECADE_FROM; decade < DECADE_TO; decade++)
        for (int i = 0; i < 3; i++) {
            config->recipe.rate.first = round_rates[i] * pow(10.0, decade);
            if (!dh_run_start(trial, config, &session->data, &session->quadratic, error))
                return false;
            dh_run_advance(trial, UPDATES_TRIED);
            const verdict on = verdict_on(trial);
            if (!is_better(on, best))
                continue;
            best = on;
            best_rate = config->recipe.rate.first;
        }
    config->recipe.rate.first = best_rate;
    return true;
}

/* The recipe with which an optimizer runs in the race. */
static bool find_recipe(const model_session *session, int optimizer, dh_run *trial,
                        dh_recipe *recipe, dh_error *error)
{
    dh_config config = session->scene.config;
    const size_t batch = config.recipe.batch;
    if (optimizer != config.recipe.optimizer)
        dh_recipe_set_optimizer(&config.recipe, optimizer);
    config.recipe.rate.changes = 0;
    config.recipe.batch = batch <= BATCH_TRIED && session->data.n <= POINTS_TRIED ? batch : 0;
    config.steps = config.steps < UPDATES_TRIED ? config.steps : UPDATES_TRIED;
    if (!find_rate(session, &config, trial, error))
        return false;
    config.recipe.batch = batch;
    dh_recipe_copy(recipe, &config.recipe);
    return true;
}

bool race_scene(const model_session *session, model_scene *next, dh_error *error)
{
    dh_run trial = {0};
    bool found = true;
    scene_copy(next, &session->scene);
    next->kept_count = 0;
    next->name[0] = '\0';
    for (int i = 0; found && i < dh_optimizer_count(); i++) {
        dh_recipe recipe;
        found = find_recipe(session, i, &trial, &recipe, error);
        if (found && i == session->scene.config.recipe.optimizer)
            dh_recipe_copy(&next->config.recipe, &recipe);
        else if (found)
            scene_keep(next, &recipe, "");
    }
    dh_run_free(&trial);
    return found;
}
