#include "engine/check_search.h"

#include "engine/check_factor.h"
#include "engine/check_rules.h"

#include <limits.h>
#include <math.h>

/* Variants of a rule, counted from its first; all hundredths of momentum are chosen ones. */
enum { USUAL = 24, CHOSEN = 104 };

bool check_begin_batches(const check_walk *walk, const check_setting *setting, dh_error *error)
{
    const dh_problem *problem = walk->def->problem;
    const size_t size = dh_recipe_batch(&setting->recipe, problem->n);
    return size == problem->n || walk->batches->size == size ||
           dh_batches_begin(walk->batches, problem->n, size, &problem->after) ||
           dh_fail_memory(error, "not enough memory for mini-batches of %zu points", problem->n);
}

static bool is_in(double value, dh_range range)
{
    return value >= range.low && value <= range.high;
}

bool check_is_decided(dh_range factors)
{
    return factors.low > 0.0 && isfinite(factors.high);
}

check_variants check_usual_variants(void)
{
    return (check_variants){0, USUAL};
}

/* A trace that tells nothing is explained by the rule that is meant
 * alone; one that stands still while it should move by none; and a rule that is for one rate must
 * tell it from others. */
bool check_is_explained(const check_walk *walk, const check_explanation *found)
{
    const dh_range factors = found->factors;
    if (!(factors.low <= factors.high))
        return false;
    if (found->setting.rate > 0.0)
        return is_in(found->setting.rate, factors) && factors.high <= 1.5 * factors.low;
    return check_is_decided(factors) ||
           (found->rule == check_rule_at(0) &&
            (isinf(factors.high) || (walk->def->has_rate && is_in(1.0, factors))));
}

/* Whether a setting that was tried is what is meant anyway. */
static bool is_meant(const check_walk *walk, const check_rule *rule, const check_setting *setting)
{
    const check_rule *meant = check_rule_at(0);
    return setting->meant ||
           (rule != meant && rule->gradient == meant->gradient && setting->form == CHECK_AS_HERE &&
            dh_recipe_same_but_rate(&setting->recipe, &walk->def->recipe));
}

check_setting check_usual_setting(const check_walk *walk)
{
    return (check_setting){
        .recipe = walk->def->recipe, .scaling = dh_scaling_none(), .of_y = dh_scaling_none()};
}

bool check_explain(check_walk *walk, const check_rule *rule, check_variants variants,
                   check_explanation *found, dh_error *error)
{
    walk->fails_at_once = false;
    for (int variant = variants.first; variant < variants.end; variant++) {
        found->rule = rule;
        found->variant = variant;
        found->setting = check_usual_setting(walk);
        if (rule->vary ? !rule->vary(walk, rule, variant, &found->setting) : variant > 0)
            return false;
        if (is_meant(walk, rule, &found->setting))
            continue;
        if (!check_begin_batches(walk, &found->setting, error))
            return false;
        found->factors = check_walk_factors(walk, rule, &found->setting);
        found->skipped = walk->skipped;
        walk->fails_at_once = walk->t == 1 && found->factors.low > found->factors.high;
        if (check_is_explained(walk, found))
            return true;
    }
    return false;
}

bool check_starts_elsewhere(const check_walk *walk)
{
    const dh_check_def *def = walk->def;
    const dh_weights row = {def->trace.slope[0], def->trace.intercept[0]}, init = def->init;
    const check_precision precision = check_precision_single(walk->precision);
    const dh_weights open = check_open_digits(&precision, row);
    return def->has_init &&
           (fabs(row.slope - init.slope) > open.slope + precision.unit * fabs(init.slope) ||
            fabs(row.intercept - init.intercept) >
                open.intercept + precision.unit * fabs(init.intercept));
}

static bool starts_twice(const check_walk *walk)
{
    const dh_trace *trace = &walk->def->trace;
    return walk->rows > 2 && trace->slope[0] == trace->slope[1] &&
           trace->intercept[0] == trace->intercept[1];
}

/* Tries rules from `first` to before `end` on the trace as it is, without its first row, and with
 * the start before it. */
static bool explain_anyhow(check_walk *walk, int first, int end, check_variants variants,
                           check_explanation *found, dh_error *error)
{
    static const int skipped[] = {0, 1, -1};
    for (int i = 0; i < 3; i++) {
        walk->skipped = skipped[i];
        if ((walk->skipped < 0 && !check_starts_elsewhere(walk)) ||
            (walk->skipped > 0 && !starts_twice(walk)))
            continue;
        for (int rule = first; rule < end && check_rule_at(rule); rule++)
            if (check_explain(walk, check_rule_at(rule), variants, found, error))
                return true;
    }
    return false;
}

/* The rule that is meant, however the trace begins, and then the mistakes: as they usually are,
 * with settings that people may choose, and with any. */
static bool explain_somehow(check_walk *walk, check_explanation *found, dh_error *error)
{
    const check_variants tried[] = {{0, USUAL}, {USUAL, CHOSEN}, {CHOSEN, INT_MAX}};
    if (explain_anyhow(walk, 0, 1, tried[0], found, error))
        return true;
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        if (explain_anyhow(walk, 1, INT_MAX, tried[i], found, error))
            return true;
    return false;
}

/* In double arithmetic, and then in float32. */
static bool search_within(check_walk *walk, check_precision precision, check_explanation *found,
                          dh_error *error)
{
    for (int single = 0; single < 2; single++) {
        walk->precision = single ? check_precision_single(precision) : precision;
        found->single = single;
        if (explain_somehow(walk, found, error))
            return true;
    }
    return false;
}

/* Whether an explanation is one that a person may have meant: no odd setting, no odd factor. */
static bool is_plain(const check_walk *walk, const check_explanation *found)
{
    return found->variant < CHOSEN && check_factor_is_plain(walk, found->factors, found->single);
}

/* Whether the trace has few rows that differ. */
static bool is_short(const check_walk *walk)
{
    enum { ROWS = 16, DIFFERENT = 4 };
    const dh_trace *trace = &walk->def->trace;
    int different = 0;
    for (size_t row = 0; row < walk->rows && row < ROWS; row++) {
        bool known = false;
        for (size_t i = 0; i < row; i++)
            known |= trace->slope[i] == trace->slope[row] &&
                     trace->intercept[i] == trace->intercept[row];
        different += !known;
    }
    return different <= DIFFERENT;
}

/* Numbers with few digits are rounded, but in a short trace they may be so by themselves, if
 * something plain explains them as they stand. */
bool check_search(check_walk *walk, check_explanation *found, dh_error *error)
{
    const check_precision precision = walk->precision, usual = check_precision_usual(precision);
    const bool few =
        precision.significant < usual.significant || precision.decimals < usual.decimals;
    const bool as_they_stand = few && is_short(walk) && search_within(walk, usual, found, error);
    return (as_they_stand && is_plain(walk, found)) || search_within(walk, precision, found, error);
}
