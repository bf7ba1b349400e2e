#include "downhill/check.h"

#include "engine/check_other.h"
#include "engine/check_rules.h"
#include "engine/mistaken.h"

#include <math.h>
#include <string.h>

/* A row beyond that is taken as one that has overflowed: no product of two may. */
static const double WEIGHT_MAX = 1e150;

/* A rule with what was found of it, and the factors with which it predicts every step. */
typedef struct explanation {
    const check_rule *rule;
    check_setting setting;
    dh_range factors;
    int skipped; /* rows, as in check_walk */
    bool single;
} explanation;

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

/* Makes the mini-batches ready that a setting has. */
static bool begin_batches(const check_walk *walk, const check_setting *setting, dh_error *error)
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

/* Whether some step is large enough to tell the factor. */
static bool is_decided(dh_range factors)
{
    return factors.low > 0.0 && isfinite(factors.high);
}

/* Whether factors explain a trace. One that tells nothing is explained by the rule that is meant
 * alone; one that stands still while it should move by none; and a rule that is for one rate must
 * tell it from others. */
static bool is_explained(const check_walk *walk, const explanation *found)
{
    const dh_range factors = found->factors;
    if (!(factors.low <= factors.high))
        return false;
    if (found->setting.rate > 0.0)
        return is_in(found->setting.rate, factors) && factors.high <= 1.5 * factors.low;
    return is_decided(factors) ||
           (found->rule == check_rule_at(0) &&
            (isinf(factors.high) || (walk->def->has_rate && is_in(1.0, factors))));
}

/* Whether a setting that was tried is what is meant anyway. */
static bool is_meant(const check_walk *walk, const check_rule *rule, const check_setting *setting)
{
    const check_rule *meant = check_rule_at(0);
    return setting->meant || (rule != meant && rule->gradient == meant->gradient &&
                              dh_recipe_same_but_rate(&setting->recipe, &walk->def->recipe));
}

static check_setting usual_setting(const check_walk *walk)
{
    return (check_setting){.recipe = walk->def->recipe, .scaling = dh_scaling_none()};
}

/* Tries a rule with everything that it leaves to be found. False, too, when memory runs out, which
 * the error tells. */
static bool explain(check_walk *walk, const check_rule *rule, explanation *found, dh_error *error)
{
    for (int variant = 0;; variant++) {
        found->rule = rule;
        found->setting = usual_setting(walk);
        if (rule->vary ? !rule->vary(walk, rule, variant, &found->setting) : variant > 0)
            return false;
        if (is_meant(walk, rule, &found->setting))
            continue;
        if (!begin_batches(walk, &found->setting, error))
            return false;
        found->factors = check_walk_factors(walk, rule, &found->setting);
        found->skipped = walk->skipped;
        if (is_explained(walk, found))
            return true;
    }
}

/* Whether row 0 of the trace is not the given start. */
static bool starts_elsewhere(const check_walk *walk)
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

/* Tries rules from `first` to before `end` on the trace as it is, with the start before it, and
 * without its first row. */
static bool explain_anyhow(check_walk *walk, int first, int end, explanation *found,
                           dh_error *error)
{
    for (int skipped = 0; skipped < 3; skipped++) {
        walk->skipped = skipped == 2 ? -1 : skipped;
        if ((walk->skipped < 0 && !starts_elsewhere(walk)) ||
            (walk->skipped > 0 && !starts_twice(walk)))
            continue;
        for (int i = first; i < end && check_rule_at(i); i++)
            if (explain(walk, check_rule_at(i), found, error))
                return true;
    }
    return false;
}

/* The rule that is meant, however the trace begins, and then the mistakes; in double arithmetic,
 * and then in float32. */
static bool search_within(check_walk *walk, check_precision precision, explanation *found,
                          dh_error *error)
{
    enum { END = 1000 };
    for (int single = 0; single < 2; single++) {
        walk->precision = single ? check_precision_single(precision) : precision;
        found->single = single;
        if (explain_anyhow(walk, 0, 1, found, error) || explain_anyhow(walk, 1, END, found, error))
            return true;
    }
    return false;
}

/* Numbers with few digits may be so by themselves: only when no rule explains them as they stand
 * they are taken as rounded. */
static bool search(check_walk *walk, explanation *found, dh_error *error)
{
    const check_precision precision = walk->precision;
    return search_within(walk, check_precision_usual(precision), found, error) ||
           search_within(walk, precision, found, error);
}

/* The factor that a person may have meant: one of those that losses differ by, a power of ten, or
 * the shortest number. What is as close to one of them as the digits are fine is meant to be it. */
static double named_factor(const check_walk *walk, const explanation *found)
{
    const bool coarse = found->single || walk->precision.significant < DH_WHOLE_DIGITS;
    const double slack = coarse ? 1e-5 : 1e-12;
    const dh_range factors = {found->factors.low * (1.0 - slack),
                              found->factors.high * (1.0 + slack)};
    const double n = (double)walk->def->problem->n;
    const double usual[] = {1.0, 0.5, n, n / 2.0, 2.0, 2.0 * n, 1.0 / n, 2.0 / n, 0.5 / n};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (is_in(usual[i], factors))
            return usual[i];
    for (int power = 1; power <= 9; power++) {
        if (is_in(pow(10.0, power), factors))
            return pow(10.0, power);
        if (is_in(pow(10.0, -power), factors))
            return pow(10.0, -power);
    }
    return check_shortest_in(found->factors);
}

/* Writes factor and rate. */
static void tell_factor(const check_walk *walk, const explanation *found, dh_verdict *verdict)
{
    const dh_check_def *def = walk->def;
    const double given = def->recipe.rate.first;
    verdict->decided = is_decided(found->factors);
    verdict->factor = 1.0;
    if (found->setting.rate > 0.0) {
        verdict->decided = true;
        verdict->rate = found->setting.rate;
        if (def->has_rate)
            verdict->factor = verdict->rate / given;
    } else if (def->has_rate) {
        verdict->factor = named_factor(walk, found);
        verdict->rate = verdict->factor * given;
    } else {
        verdict->rate = verdict->decided ? check_shortest_in(found->factors) : given;
    }
}

/* How the trace begins; where it may begin one row early, both are tried. */
static dh_trace_start start_of(check_walk *walk, const explanation *found)
{
    if (found->skipped != 0)
        return found->skipped > 0 ? DH_START_LATE : DH_START_EARLY;
    if (!starts_elsewhere(walk))
        return DH_START_SAME;
    explanation early = *found;
    walk->skipped = -1;
    early.factors = check_walk_factors(walk, found->rule, &found->setting);
    walk->skipped = 0;
    const bool same =
        early.factors.low <= found->factors.high && early.factors.high >= found->factors.low;
    return same && is_explained(walk, &early) ? DH_START_EARLY : DH_START_OTHER;
}

/* The name of a run after the rule that is meant. */
static const char *name_of_meant(const check_walk *walk, const dh_verdict *verdict)
{
    const dh_problem *problem = walk->def->problem;
    const double n = (double)problem->n;
    const double times = verdict->factor * n / dh_loss_divisor(problem->def.loss, problem->n);
    if (verdict->factor == 1.0)
        return verdict->start == DH_START_SAME    ? "agree"
               : verdict->start == DH_START_OTHER ? "other-start"
                                                  : "shifted";
    return times == 0.5       ? "half"
           : times == n       ? "sum"
           : times == n / 2.0 ? "half-sum"
                              : "learning-rate";
}

static void tell_also(check_walk *walk, const explanation *found, dh_verdict *verdict)
{
    explanation other = *found;
    bool after = false;
    walk->skipped = found->skipped;
    for (int i = 0; check_rule_at(i) && verdict->also_count < DH_ALSO_MAX; i++) {
        const check_rule *rule = check_rule_at(i);
        bool told = strcmp(rule->name, found->rule->name) == 0;
        for (int j = 0; j < verdict->also_count; j++)
            told |= strcmp(rule->name, verdict->also[j]) == 0;
        if (after && !told && explain(walk, rule, &other, NULL))
            verdict->also[verdict->also_count++] = rule->name;
        after |= rule == found->rule;
    }
    walk->skipped = 0;
}

static void tell_explanation(check_walk *walk, const explanation *found, dh_verdict *verdict)
{
    const bool meant = found->rule == check_rule_at(0);
    verdict->explained = true;
    verdict->single = found->single;
    verdict->says = found->rule->says;
    verdict->recipe = found->setting.recipe;
    verdict->scaling = found->setting.scaling;
    verdict->of_lines = found->setting.of_lines;
    verdict->mistake = mistaken_as(walk->def->problem, found->rule, &found->setting);
    memcpy(verdict->detail, found->setting.detail, sizeof verdict->detail);
    tell_factor(walk, found, verdict);
    verdict->start = start_of(walk, found);
    verdict->name = meant ? name_of_meant(walk, verdict) : found->rule->name;
    if (verdict->decided)
        tell_also(walk, found, verdict);
}

static double ratio(double moved, double by)
{
    return by != 0.0 ? moved / by : (double)NAN;
}

static bool departs(double moved, double tolerance, double by, double error)
{
    return !(fabs(moved - by) <= tolerance + error);
}

/* Looks for the first step that is not as it should be at this learning rate, which is a factor
 * where one was given. */
static void find_departure(check_walk *walk, double factor, dh_departure *departure)
{
    const check_setting usual = usual_setting(walk);
    check_step step;
    if (starts_elsewhere(walk)) {
        *departure = (dh_departure){.departs = true,
                                    .given = check_row(walk, 0),
                                    .here = walk->def->init,
                                    .ratio = {(double)NAN, (double)NAN}};
        return;
    }
    check_walk_begin(walk, check_rule_at(0), &usual);
    for (size_t t = 0; check_walk_next(walk, &step); t++) {
        const dh_weights now = check_row(walk, t), moved = step.moved;
        const dh_weights by = {factor * step.by.value.slope, factor * step.by.value.intercept};
        const bool slope =
            departs(moved.slope, step.tolerance.slope, by.slope, factor * step.by.error.slope);
        const bool intercept = departs(moved.intercept, step.tolerance.intercept, by.intercept,
                                       factor * step.by.error.intercept);
        if (!slope && !intercept)
            continue;
        *departure = (dh_departure){
            .departs = true,
            .step = t + 1,
            .intercept = !slope,
            .given = check_row(walk, t + 1),
            .here = {now.slope - by.slope, now.intercept - by.intercept},
            .ratio = {ratio(moved.slope, by.slope), ratio(moved.intercept, by.intercept)},
        };
        return;
    }
}

/* What of a trace that no rule explains can still be said. */
static void tell_other(check_walk *walk, dh_verdict *verdict)
{
    const check_setting usual = usual_setting(walk);
    verdict->name = "other";
    verdict->recipe = walk->def->recipe;
    verdict->rate =
        walk->def->has_rate ? walk->def->recipe.rate.first : check_nearest_factor(walk, &usual);
    if (check_scatters(walk, &usual)) {
        verdict->name = "mini-batch";
        verdict->says = "is in line with gradients of some of the points: of mini-batches that are "
                        "drawn otherwise than here";
    } else {
        verdict->implied = check_implied_of(walk);
    }
}

static bool judge(check_walk *walk, dh_verdict *verdict, dh_error *error)
{
    dh_error failed = {.out_of_memory = false};
    explanation found = {.rule = NULL};
    const check_setting usual = usual_setting(walk);
    verdict->digits = walk->precision.significant;
    const bool explained = search(walk, &found, &failed);
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
    if (!begin_batches(walk, &usual, error))
        return false;
    if (!explained)
        tell_other(walk, verdict);
    if (strcmp(verdict->name, "agree") != 0)
        find_departure(walk, walk->def->has_rate ? 1.0 : verdict->rate, &verdict->departure);
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
