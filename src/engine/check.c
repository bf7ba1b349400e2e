#include "downhill/check.h"

#include "engine/check_departure.h"
#include "engine/check_factor.h"
#include "engine/check_implied.h"
#include "engine/check_losses.h"
#include "engine/check_other.h"
#include "engine/check_rules.h"
#include "engine/check_search.h"
#include "engine/check_settings.h"
#include "engine/mistaken.h"

#include <math.h>
#include <string.h>

/* A row beyond that is taken as one that has overflowed: no product of two may. */
static const double WEIGHT_MAX = 1e150;

static bool is_row(const dh_trace *trace, size_t row)
{
    return fabs(trace->slope[row]) <= WEIGHT_MAX && fabs(trace->intercept[row]) <= WEIGHT_MAX;
}

static size_t finite_rows(const dh_trace *trace)
{
    size_t rows = 0;
    while (rows < trace->rows && is_row(trace, rows))
        rows++;
    return rows;
}

/* Writes factor and rate. */
static void tell_factor(const check_walk *walk, const check_explanation *found, dh_verdict *verdict)
{
    const dh_check_def *def = walk->def;
    const double given = def->recipe.rate.first;
    verdict->decided = check_is_decided(found->factors);
    verdict->factor = 1.0;
    if (found->setting.rate > 0.0) {
        verdict->decided = true;
        verdict->rate = found->setting.rate;
        if (def->has_rate)
            verdict->factor = verdict->rate / given;
    } else if (def->has_rate) {
        verdict->factor = check_factor_of(walk, found->factors, found->single);
        verdict->rate = check_rounded(verdict->factor * given, 15);
    } else {
        verdict->rate = verdict->decided ? check_shortest_in(found->factors) : given;
    }
}

/* How the trace begins; where it may begin one row early, both are tried. */
static dh_trace_start start_of(check_walk *walk, const check_explanation *found)
{
    if (found->skipped != 0)
        return found->skipped > 0 ? DH_START_LATE : DH_START_EARLY;
    if (!check_starts_elsewhere(walk))
        return DH_START_SAME;
    check_explanation early = *found;
    walk->skipped = -1;
    early.factors = check_walk_factors(walk, found->rule, &found->setting);
    walk->skipped = 0;
    const bool same =
        early.factors.low <= found->factors.high && early.factors.high >= found->factors.low;
    return same && check_is_explained(walk, &early) ? DH_START_EARLY : DH_START_OTHER;
}

/* The name of a run after the rule that is meant. */
static const char *name_of_meant(const check_walk *walk, const dh_verdict *verdict)
{
    const double n = (double)walk->def->problem->n, factor = verdict->factor;
    if (factor == 1.0)
        return verdict->start == DH_START_SAME    ? "agree"
               : verdict->start == DH_START_OTHER ? "other-start"
                                                  : "shifted";
    return factor == 0.5       ? "half"
           : factor == n       ? "sum"
           : factor == n / 2.0 ? "half-sum"
                               : "learning-rate";
}

static void tell_also(check_walk *walk, const check_explanation *found, dh_verdict *verdict)
{
    check_explanation other = *found;
    bool after = false;
    walk->skipped = found->skipped;
    for (int i = 0; check_rule_at(i) && verdict->also_count < DH_ALSO_MAX; i++) {
        const check_rule *rule = check_rule_at(i);
        bool told = strcmp(rule->name, found->rule->name) == 0;
        for (int j = 0; j < verdict->also_count; j++)
            told |= strcmp(rule->name, verdict->also[j]) == 0;
        if (after && !told && check_explain(walk, rule, check_usual_variants(), &other, NULL))
            verdict->also[verdict->also_count++] = rule->name;
        after |= rule == found->rule;
    }
    walk->skipped = 0;
}

/* Whether the recipe, and x scaled so, make the same run. */
static bool is_as_here(const check_explanation *found)
{
    const check_setting *setting = &found->setting;
    const bool scaled =
        setting->scaling.deviation != 1.0 && !setting->of_lines && setting->of_y.deviation == 1.0;
    return setting->form == CHECK_AS_HERE &&
           (found->rule->gradient == check_rule_at(0)->gradient || scaled);
}

static void tell_explanation(check_walk *walk, const check_explanation *found, dh_verdict *verdict)
{
    const bool meant = found->rule == check_rule_at(0);
    verdict->explained = true;
    verdict->single = found->single;
    verdict->says = found->rule->says;
    verdict->recipe = found->setting.recipe;
    verdict->as_here = is_as_here(found);
    verdict->scaling = found->setting.scaling;
    verdict->of_lines = found->setting.of_lines;
    verdict->mistake = mistaken_as(walk->def->problem, found->rule, &found->setting);
    memcpy(verdict->detail, found->setting.detail, sizeof verdict->detail);
    if (found->setting.form == CHECK_EPS_INSIDE)
        verdict->recipe.value[check_eps_of(&verdict->recipe)] = found->setting.eps;
    tell_factor(walk, found, verdict);
    verdict->start = start_of(walk, found);
    verdict->name = meant ? name_of_meant(walk, verdict) : found->rule->name;
    if (verdict->decided)
        tell_also(walk, found, verdict);
}

/* What of a trace that no rule explains can still be said. */
static void tell_other(check_walk *walk, dh_verdict *verdict)
{
    const check_setting usual = check_usual_setting(walk);
    const double given = walk->def->has_rate ? walk->def->recipe.rate.first : 1.0;
    const double factor = check_nearest_factor(walk, &usual);
    verdict->name = "other";
    verdict->recipe = walk->def->recipe;
    verdict->rate = walk->def->has_rate ? given : factor;
    if (!walk->def->recipe.rate.later && check_varies(walk, &usual, &verdict->varying)) {
        verdict->varying.low *= given;
        verdict->varying.high *= given;
    } else if (check_scatters(walk, &usual, factor)) {
        verdict->name = "mini-batch";
        verdict->says = "is in line with gradients of some of the points: of mini-batches that are "
                        "drawn otherwise than here";
        verdict->rate = check_rounded(factor * given, 2);
    } else {
        verdict->implied = check_implied_of(walk);
    }
}

static bool judge(check_walk *walk, dh_verdict *verdict, dh_error *error)
{
    dh_error failed = {.out_of_memory = false};
    check_explanation found = {.rule = NULL};
    const check_setting usual = check_usual_setting(walk);
    verdict->digits = walk->precision.significant;
    const bool explained = check_search(walk, &found, &failed);
    if (failed.out_of_memory) {
        if (error)
            *error = failed;
        return false;
    }
    verdict->steps = walk->rows - 1;
    verdict->factor = 1.0;
    if (explained)
        tell_explanation(walk, &found, verdict);
    walk->skipped = 0;
    if (!check_begin_batches(walk, &usual, error))
        return false;
    if (!explained)
        tell_other(walk, verdict);
    if (strcmp(verdict->name, "agree") != 0)
        check_find_departure(walk, walk->def->has_rate ? 1.0 : verdict->rate, &verdict->departure);
    if (strcmp(verdict->name, "scaled-x") != 0)
        verdict->loss = check_losses_of(walk);
    return true;
}

bool dh_check(const dh_check_def *def, dh_verdict *verdict, dh_error *error)
{
    dh_batches own = {.n = 0};
    dh_batches *batches = def->batches ? def->batches : &own;
    check_walk walk = {.def = def, .rows = finite_rows(&def->trace), .batches = batches};
    batches->size = 0; /* of another check */
    if (walk.rows == 0)
        return dh_fail(error, "the first row is not finite");
    if (walk.rows == 1)
        return dh_fail(error, def->trace.rows == 1 ? "there is one row, and so no step"
                                                   : "the second row is not finite: there is no "
                                                     "step to check");
    walk.precision = check_precision_of(&def->trace, walk.rows, def->problem->n);
    walk.sizes = check_sizes_of(def->problem, def->problem->scaling);
    *verdict = (dh_verdict){.name = NULL};
    const bool done = judge(&walk, verdict, error);
    dh_batches_free(&own);
    return done;
}
