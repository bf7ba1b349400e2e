#include "model/remedy.h"

#include "text/number.h"

/* Of what is advised, so that the words on a button are what it does. The 5 % that this changes at
 * most leave both advices below the limit. */
enum { ADVICE_DIGITS = 2 };

/* Of a run whose rate stays as it is. */
static bool knows_fastest(const model_finder *finder)
{
    return finder && finder->count > 0 && !finder_busy(finder) &&
           !finder->trial.def.recipe.rate.later &&
           finder_kind_of(finder, finder->best) == DH_OUTCOME_NEAR;
}

/* The rate that was found to be fastest is the better advice, or else the one that theory tells,
 * unless it is near the limit: then the steep direction zigzags for long, and with other points or
 * a digit less the run diverges. On narrow bowls (one direction curves more than nine times as much
 * as the other) gradient descent's always is. Half the limit makes an end of the steep direction at
 * once, is at most twice as slow in the flat one, and never rises. */
static double better_rate(const dh_rates *rates, const model_finder *finder)
{
    const double safe = 0.9 * rates->stable;
    if (knows_fastest(finder) && finder->rate[finder->best] <= safe)
        return finder->rate[finder->best];
    return rates->fastest > 0.0 && rates->fastest <= safe ? rates->fastest : 0.5 * rates->stable;
}

/* Whether the rate would converge with x of mean 0 and deviation 1. */
static bool standardizing_helps(const model_runs *runs, double rate)
{
    const dh_objective *objective = &runs->problem.objective;
    const dh_quadratic *now = dh_objective_quadratic(objective);
    const dh_recipe *recipe = &runs->run[0].recipe;
    if (runs->problem.def.standardize || !now || !objective->minimum.unique)
        return false;
    const dh_moments standardized = {.n = runs->problem.n, .var_x = 1.0};
    const dh_quadratic round_bowl = dh_quadratic_of(&standardized, now->factor);
    dh_rates rates;
    return dh_rates_of(dh_optimizer_at(recipe->optimizer), recipe->value, &round_bowl, &rates) &&
           rate < rates.stable;
}

model_remedy remedy_at(const model_runs *runs, const model_finder *finder, size_t step)
{
    const dh_schedule *schedule = &runs->scene.run[0].recipe.rate;
    const double rate = dh_rate_at(schedule, step);
    dh_rates rates;
    if (!runs_rates(runs, 0, &rates) || !(rate > rates.stable))
        return (model_remedy){.needed = false};
    return (model_remedy){.needed = true,
                          .rate = rate,
                          .limit = rates.stable,
                          .goes_on = dh_rate_at(schedule, runs->scene.steps) > rates.stable,
                          .better = number_rounded(better_rate(&rates, finder), ADVICE_DIGITS),
                          .standardize = standardizing_helps(runs, rate)};
}
