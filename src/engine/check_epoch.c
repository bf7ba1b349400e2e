/* Updates after every point, of which only the last of each epoch is told. An epoch is an affine
 * map of the weights, known after one pass through the points, but not linear in the learning rate:
 * the rates to try are those that were given, and those with which the first epoch does what it
 * did. */
#include "engine/check_settings.h"

#include <math.h>

enum {
    RATES_LOOKED_AT = 96, /* from the highest on, twelve for a power of ten */
    PASSES_MAX = 100000,  /* points in which rates are looked for */
    HALVINGS = 60,
};

static double mapped(double from, double by_slope, double by_intercept, dh_weights w)
{
    return from + by_slope * w.slope + by_intercept * w.intercept;
}

check_graded check_per_epoch(check_walk *walk)
{
    const check_map *map = &walk->setting.epoch;
    const double rate = walk->setting.rate;
    const dh_weights now = walk->now, off = walk->now_error;
    const dh_weights none = {0.0, 0.0};
    const dh_weights next = {mapped(map->from.slope, map->ss, map->si, now),
                             mapped(map->from.intercept, map->is, map->ii, now)};
    const dh_weights each = check_open_part(&walk->precision, &walk->sizes, now, none);
    const double gain = map->gain, unit = walk->precision.unit * walk->precision.sums / rate;
    return (check_graded){
        {(now.slope - next.slope) / rate, (now.intercept - next.intercept) / rate},
        {gain * (each.slope + unit * fabs(now.slope)) +
             (fabs(1.0 - map->ss) * off.slope + fabs(map->si) * off.intercept) / rate,
         gain * (each.intercept + unit * fabs(now.intercept)) +
             (fabs(map->is) * off.slope + fabs(1.0 - map->ii) * off.intercept) / rate}};
}

/* What an epoch makes of weights. */
static dh_weights after_epoch(const dh_problem *problem, double rate, dh_weights w)
{
    for (size_t i = 0; i < problem->n; i++) {
        const double x = problem->input[i];
        const double pull = 2.0 * rate * (problem->y[i] - (w.slope * x + w.intercept));
        w.slope += pull * x;
        w.intercept += pull;
    }
    return w;
}

/* Makes the map from the last point back: what comes after a point is what becomes of a rounding
 * there. */
static check_map map_of(const dh_problem *problem, double rate)
{
    check_map map = {.ss = 1.0, .ii = 1.0};
    double gains = 0.0;
    for (size_t i = problem->n; i-- > 0;) {
        gains += map.ss * map.ss + map.si * map.si + map.is * map.is + map.ii * map.ii;
        const double x = problem->input[i], twice = 2.0 * rate;
        const double to_slope = twice * (map.ss * x + map.si);
        const double to_intercept = twice * (map.is * x + map.ii);
        map.ss -= to_slope * x;
        map.si -= to_slope;
        map.is -= to_intercept * x;
        map.ii -= to_intercept;
    }
    map.from = after_epoch(problem, rate, (dh_weights){0.0, 0.0});
    map.gain = fmax(1.0, sqrt(gains / (double)problem->n));
    return map;
}

/* How far beyond the second row the first epoch goes. */
static double beyond(const check_walk *walk, double rate, bool intercept)
{
    const dh_weights w = after_epoch(walk->def->problem, rate, check_row(walk, 0));
    const dh_weights there = check_row(walk, 1);
    return intercept ? w.intercept - there.intercept : w.slope - there.slope;
}

static double root_between(const check_walk *walk, double low, double high, bool intercept)
{
    const bool from_below = beyond(walk, low, intercept) < 0.0;
    for (int i = 0; i < HALVINGS; i++) {
        const double middle = 0.5 * (low + high);
        if ((beyond(walk, middle, intercept) < 0.0) == from_below)
            low = middle;
        else
            high = middle;
    }
    return 0.5 * (low + high);
}

/* Rates with which the first epoch ends as the second row has it, in the weight that moved most. */
static void find_rates(check_walk *walk)
{
    const check_sizes *sizes = &walk->sizes;
    const dh_weights from = check_row(walk, 0), to = check_row(walk, 1);
    const bool intercept = fabs(to.intercept - from.intercept) > fabs(to.slope - from.slope);
    const double apart = pow(10.0, 1.0 / 12.0);
    const int found_for = 2 + walk->skipped;
    if (walk->found_for == found_for)
        return;
    walk->found_for = found_for;
    walk->found_count = 0;
    if (walk->def->problem->n > PASSES_MAX)
        return;
    double high = 2.0 / (1.0 + sizes->xx);
    double at_high = beyond(walk, high, intercept);
    for (int i = 0; i < RATES_LOOKED_AT && walk->found_count < CHECK_FOUND_MAX; i++) {
        const double low = high / apart, at_low = beyond(walk, low, intercept);
        if ((at_low < 0.0) != (at_high < 0.0))
            walk->found[walk->found_count++] = root_between(walk, low, high, intercept);
        high = low;
        at_high = at_low;
    }
}

bool check_vary_epoch(check_walk *walk, const check_rule *rule, int variant, check_setting *setting)
{
    static const double factors[] = {1.0, 0.5, 2.0, 0.1, 10.0, 0.01, 100.0};
    static const int digits[] = {1, 2, 3, 4, 6, DH_DOUBLE_DIGITS};
    const int given = (int)(sizeof factors / sizeof *factors);
    const int roundings = (int)(sizeof digits / sizeof *digits);
    const int found = variant - given;
    (void)rule;
    find_rates(walk);
    if (found >= walk->found_count * roundings)
        return false;
    setting->rate = found < 0
                        ? factors[variant] * walk->def->recipe.rate.first
                        : check_rounded(walk->found[found / roundings], digits[found % roundings]);
    setting->epoch = map_of(walk->def->problem, setting->rate);
    return true;
}
