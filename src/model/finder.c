#include "model/finder.h"

#include "text/number.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    PER_DECADE = 80,  /* rates, or half as many, and so on, where the range has very many decades */
    COARSE = 64,      /* rates apart are those that are tried first */
    DIGITS = 3,       /* of a rate, as dragging its slider gives */
    WORK_TO_START = 8 /* a run */
};

static const double DECADES = 1000.0; /* the lowest rate of the slider is so much below the highest
                                         or lower */

dh_range finder_range(const model_runs *runs)
{
    const double about = 2.0 / dh_objective_curvature(&runs->problem.objective);
    dh_rates rates;
    const double limit = runs_rates(runs, 0, &rates) ? rates.stable : 0.0;
    const double beyond = 3.0;
    return (dh_range){beyond * about / DECADES, beyond * fmax(about, limit)};
}

static bool same_schedule(const dh_schedule *a, const dh_schedule *b)
{
    const size_t count = dh_schedule_changes(a);
    bool same =
        count == dh_schedule_changes(b) && (count == 0 || (a->first == 0.0) == (b->first == 0.0));
    for (size_t i = 0; same && i < count; i++) {
        const dh_rate_change change = dh_schedule_change(b, i);
        same = dh_schedule_change(a, i).step == change.step &&
               dh_rate_scaled_at(a, b->first, change.step) == change.rate;
    }
    return same;
}

/* Whether it is all known already, or being found out. */
static bool follows(const model_finder *finder, const dh_problem *problem, const dh_run_def *def,
                    dh_range range)
{
    const dh_run_def *now = &finder->trial.def;
    return finder->trial.problem == problem && finder->problem == problem->version &&
           finder->range.low == range.low && finder->range.high == range.high &&
           now->init.slope == def->init.slope && now->init.intercept == def->init.intercept &&
           now->steps == def->steps && dh_recipe_same_but_rate(&now->recipe, &def->recipe) &&
           same_schedule(&now->recipe.rate, &def->recipe.rate);
}

/* So many rates a decade, equally far apart by their ratios, and those of any two ranges the same
 * where they overlap. */
static void lay_rates(model_finder *finder, dh_range range)
{
    double per_decade = PER_DECADE;
    const double low = log10(range.low), high = log10(range.high);
    while ((high - low) * per_decade >= FINDER_RATES)
        per_decade /= 2.0;
    finder->count = 0;
    for (double i = ceil(low * per_decade); i <= high * per_decade; i++)
        finder->rate[finder->count++] = number_rounded(pow(10.0, i / per_decade), DIGITS);
}

static double limit_of(const dh_problem *problem, const dh_recipe *recipe)
{
    dh_rates rates;
    const bool told = !recipe->rate.later && dh_recipe_batch(recipe, problem->n) == problem->n &&
                      dh_objective_rates(&problem->objective, dh_optimizer_at(recipe->optimizer),
                                         recipe->value, &rates);
    return told ? rates.stable : HUGE_VAL;
}

bool finder_follow(model_finder *finder, const dh_problem *problem, const dh_run_def *def,
                   dh_range range, dh_error *error)
{
    if (finder->count > 0 && follows(finder, problem, def, range))
        return true;
    finder->count = finder->known = 0;
    finder->best = -1;
    if (!(range.low > 0.0 && range.low < range.high && isfinite(range.high)))
        return true;
    if (!dh_trial_prepare(&finder->trial, def, problem, error))
        return false;
    finder->problem = problem->version;
    finder->range = range;
    finder->limit = limit_of(problem, &def->recipe);
    finder->at = 0;
    finder->stride = COARSE;
    finder->under_way = false;
    lay_rates(finder, range);
    memset(finder->tried, 0, sizeof finder->tried);
    return true;
}

void finder_free(model_finder *finder)
{
    dh_trial_free(&finder->trial);
    finder->count = 0;
}

/* On to the next rate of its turn, or, after the last one, to those in the middle between all that
 * have been tried. */
static void go_on(model_finder *finder)
{
    finder->at += finder->stride == COARSE ? COARSE : 2 * finder->stride;
    while (finder->at >= finder->count && finder->stride > 1)
        finder->at = finder->stride /= 2;
}

static void note(model_finder *finder)
{
    const int at = finder->at, best = finder->best;
    const dh_outcome outcome = finder->trial.outcome;
    finder->outcome[at] = outcome;
    finder->tried[at] = true;
    finder->known++;
    if (best < 0 || dh_outcome_is_better(outcome, finder->outcome[best]) ||
        (at < best && !dh_outcome_is_better(finder->outcome[best], outcome)))
        finder->best = at;
}

bool finder_busy(const model_finder *finder)
{
    return finder->known < finder->count;
}

void finder_advance(model_finder *finder, size_t work)
{
    while (work > 0 && finder_busy(finder)) {
        if (!finder->under_way) {
            dh_trial_start(&finder->trial, finder->rate[finder->at]);
            work -= WORK_TO_START < work ? WORK_TO_START : work;
        }
        finder->under_way = !dh_trial_spend(&finder->trial, &work);
        if (finder->under_way)
            return;
        note(finder);
        go_on(finder);
    }
}

int finder_nearest(const model_finder *finder, double rate)
{
    int nearest = -1;
    double least = HUGE_VAL;
    for (int i = 0; i < finder->count; i++) {
        const double away = fabs(log(finder->rate[i] / rate));
        if (finder->tried[i] && away < least) {
            least = away;
            nearest = i;
        }
    }
    return nearest;
}

double finder_start_loss(const model_finder *finder)
{
    const dh_trial *trial = &finder->trial;
    return dh_objective_loss(&trial->problem->objective, trial->def.init);
}

dh_outcome_kind finder_kind_of(const model_finder *finder, int index)
{
    assert(index >= 0 && index < finder->count && finder->tried[index]);
    return dh_outcome_kind_of(&finder->outcome[index], finder_start_loss(finder),
                              finder->rate[index] < finder->limit);
}
