#include "downhill/trial.h"

#include <assert.h>
#include <math.h>
#include <string.h>

bool dh_outcome_is_better(dh_outcome a, dh_outcome b)
{
    if (a.rose != b.rose)
        return b.rose;
    if (a.near_from != b.near_from)
        return a.near_from < b.near_from;
    return a.near_from == DH_NEVER && a.loss < b.loss;
}

dh_outcome_kind dh_outcome_kind_of(const dh_outcome *outcome, double start_loss, bool stable)
{
    if (outcome->diverged)
        return DH_OUTCOME_DIVERGES;
    if (outcome->near_from != DH_NEVER)
        return DH_OUTCOME_NEAR;
    if (!stable)
        return DH_OUTCOME_DIVERGES;
    return outcome->loss > start_loss ? DH_OUTCOME_ROSE : DH_OUTCOME_SHORT;
}

bool dh_trial_prepare(dh_trial *trial, const dh_run_def *def, const dh_problem *problem,
                      dh_error *error)
{
    assert(def->recipe.mistake == 0 && def->given.rows == 0);
    if (!dh_run_check(def, problem, error))
        return false;
    const size_t batch = dh_recipe_batch(&def->recipe, problem->n);
    const bool has_batches = batch < problem->n;
    if (has_batches && !dh_batches_begin(&trial->batches, problem->n, batch, &problem->after))
        return dh_fail_memory(error, "not enough memory for mini-batches of %zu points",
                              problem->n);
    dh_recipe_hold(&def->recipe);
    dh_recipe_drop(&trial->def.recipe);
    trial->def = *def;
    trial->problem = problem;
    trial->has_batches = has_batches;
    dh_trial_start(trial, def->recipe.rate.first);
    return true;
}

void dh_trial_free(dh_trial *trial)
{
    dh_batches_free(&trial->batches);
    dh_recipe_drop(&trial->def.recipe);
    *trial = (dh_trial){.problem = NULL};
}

/* What the loss at the present step tells. */
static void count_step(dh_trial *trial)
{
    dh_outcome *outcome = &trial->outcome;
    const double loss = trial->value.loss;
    outcome->near_from =
        dh_near_from(outcome->near_from, trial->step, loss, trial->problem->objective.minimum.loss);
    outcome->loss = loss;
}

void dh_trial_start(dh_trial *trial, double rate)
{
    const dh_problem *problem = trial->problem;
    assert(problem);
    if (trial->has_batches) {
        const bool begun =
            dh_batches_begin(&trial->batches, problem->n, trial->batches.size, &problem->after);
        assert(begun); /* the memory is there */
        (void)begun;
    }
    trial->rate = rate;
    trial->step = 0;
    trial->sums = (dh_batch_sums){0};
    trial->weights = trial->def.init;
    trial->value = dh_objective_at(&problem->objective, trial->weights);
    memset(trial->state, 0, sizeof trial->state);
    trial->outcome = (dh_outcome){.near_from = DH_NEVER};
    count_step(trial);
}

static void diverge(dh_trial *trial)
{
    trial->outcome =
        (dh_outcome){.near_from = DH_NEVER, .loss = HUGE_VAL, .diverged = true, .rose = true};
}

bool dh_trial_spend(dh_trial *trial, size_t *work)
{
    const dh_recipe *recipe = &trial->def.recipe;
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const dh_objective *objective = &trial->problem->objective;
    const size_t cost = 1 + (size_t)optimizer->terms;
    const double start_loss = dh_objective_loss(objective, trial->def.init);
    dh_update update;
    while (*work > 0 && !trial->outcome.diverged && trial->step < trial->def.steps) {
        const dh_update_from from = {.t = trial->step,
                                     .rate =
                                         dh_rate_scaled_at(&recipe->rate, trial->rate, trial->step),
                                     .weights = trial->weights,
                                     .state = trial->state};
        dh_value seen = trial->value;
        if (trial->has_batches &&
            !dh_update_see(trial->problem, &trial->batches, &from, &trial->sums, work, &seen))
            return false;
        dh_update_make(recipe, &from, &seen, &update);
        trial->value = dh_objective_at(objective, update.next);
        trial->weights = update.next;
        *work -= cost < *work ? cost : *work;
        if (!dh_update_is_finite(update.next, trial->value.loss)) {
            diverge(trial);
            break;
        }
        dh_update_remember(recipe, &update, trial->state);
        trial->step++;
        trial->outcome.rose |= trial->value.loss > start_loss;
        count_step(trial);
    }
    return trial->outcome.diverged || trial->step == trial->def.steps;
}
