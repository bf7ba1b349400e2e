#include "downhill/optimizer.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Each reading of optimizers.inc defines what it needs of it; the rest is then empty. */
/* clang-format off */

/* The settings of each optimizer, and an empty one after the last. */
#define OPTIMIZER(id, label) static const dh_setting id##_settings[] = {
#define SETTING(id, ...)         {.symbol = #id, __VA_ARGS__},
#define END                      {.symbol = NULL}};
#include "engine/optimizers.inc"

/* Likewise the terms. */
#define OPTIMIZER(id, label) static const dh_term id##_terms[] = {
#define KEPT(name, formula)      {.symbol = #name, .rule = #formula},
#define MADE(name, formula)      {.symbol = #name, .rule = #formula},
#define END                      {.symbol = NULL}};
#include "engine/optimizers.inc"

/* How many of the terms are kept. */
#define OPTIMIZER(id, label) enum { id##_kept = 0
#define KEPT(symbol, rule)       + 1
#define END                      };
#include "engine/optimizers.inc"

#define ENTRIES(array) ((int)(sizeof(array) / sizeof *(array)) - 1)

/* The update of a weight: its rules, one after the other. */
#define OPTIMIZER(id, label)                                                                       \
    static double id##_update(dh_weight_update *u)                                                 \
    {                                                                                              \
        _Static_assert(ENTRIES(id##_settings) <= DH_SETTINGS_MAX, "too many settings");            \
        _Static_assert(ENTRIES(id##_terms) <= DH_TERMS_MAX, "too many terms");                     \
        const double t = (double)u->number, rate = u->rate;                                        \
        const double weight = u->weight, gradient = u->gradient;                                   \
        const double *next_setting = u->value, *next_before = u->before;                           \
        double *next_term = u->term;                                                               \
        double g = gradient, base = weight;                                                        \
        (void)t, (void)next_setting, (void)next_before, (void)next_term;
#define SETTING(id, ...)                                                                           \
        const double id = *next_setting++;
#define GRADIENT(setting, rule)                                                                    \
        g = rule;
#define BASE(setting, rule)                                                                        \
        base = rule;
#define KEPT(symbol, rule)                                                                         \
        double symbol = *next_before++;                                                            \
        *next_term++ = symbol = rule;
#define MADE(symbol, rule)                                                                         \
        const double symbol = *next_term++ = rule;
#define STEP(above)                                                                                \
        const double numerator = above, denominator = 1.0;                                         \
        const double next = base - rate * numerator;
#define STEP_OVER(above, below)                                                                    \
        const double numerator = above, denominator = below;                                       \
        const double next = base - rate * numerator / denominator;
#define INNER(label, rule)                                                                         \
        u->inner = rule;
#define END                                                                                        \
        u->g = g;                                                                                  \
        u->base = base;                                                                            \
        u->numerator = numerator;                                                                  \
        u->denominator = denominator;                                                              \
        return next;                                                                               \
    }
#include "engine/optimizers.inc"

/* The recurrence of errors. */
#define OPTIMIZER(id, label)                                                                       \
    static dh_recurrence id##_recurrence(const double *value, double c)                            \
    {                                                                                              \
        (void)value, (void)c;
#define SETTING(id, ...)                                                                           \
        const double id = *value++;                                                                \
        (void)id;
#define RECURRENCE(of_trace, of_determinant)                                                       \
        return (dh_recurrence){of_trace, of_determinant};
#define END                                                                                        \
        return (dh_recurrence){(double)NAN, (double)NAN};                                          \
    }
#include "engine/optimizers.inc"

/* The table. */
static const dh_optimizer OPTIMIZERS[] = {
#define OPTIMIZER(id, title)                                                                       \
    {                                                                                              \
        .name = #id, .label = title,                                                               \
        .setting = id##_settings, .settings = ENTRIES(id##_settings),                              \
        .term = id##_terms, .terms = ENTRIES(id##_terms), .kept = id##_kept,                       \
        .update = id##_update, .recurrence = id##_recurrence,
#define GRADIENT(setting, formula)                                                                 \
        .gradient = {.rule = #formula, .unless_0 = #setting},
#define BASE(setting, formula)                                                                     \
        .base = {.rule = #formula, .unless_0 = #setting},
#define STEP(above)                                                                                \
        .numerator = #above,
#define STEP_OVER(above, below)                                                                    \
        .numerator = #above, .denominator = #below,
#define DIVISOR(words)                                                                             \
        .divisor = words,
#define INNER(title, rule)                                                                         \
        .inner = title,
#define END                                                                                        \
    },
#include "engine/optimizers.inc"
};

/* clang-format on */

int dh_optimizer_count(void)
{
    return (int)(sizeof OPTIMIZERS / sizeof *OPTIMIZERS);
}

const dh_optimizer *dh_optimizer_at(int index)
{
    assert(index >= 0 && index < dh_optimizer_count());
    return &OPTIMIZERS[index];
}

int dh_optimizer_find(const char *name)
{
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (strcmp(OPTIMIZERS[i].name, name) == 0)
            return i;
    return -1;
}

int dh_setting_find(const dh_optimizer *optimizer, const char *name)
{
    for (int i = 0; i < optimizer->settings; i++)
        if (strcmp(optimizer->setting[i].name, name) == 0)
            return i;
    return -1;
}

bool dh_setting_allows(const dh_setting *setting, double value)
{
    return isfinite(value) && value >= setting->least && value < setting->below;
}

double dh_change_by(const dh_optimizer *optimizer, const double *value, const dh_change *change)
{
    for (int i = 0; change->rule && i < optimizer->settings; i++)
        if (strcmp(optimizer->setting[i].symbol, change->unless_0) == 0)
            return value[i];
    return 0.0;
}

/* Where what grows or falls evenly from `from` on and is at `at_1` when c is 1 comes to 0. */
static double zero_of(double from, double at_1)
{
    return at_1 < from ? from / (from - at_1) : HUGE_VAL;
}

/* Learning rate times curvature from which on errors grow, 0 where they do for any. Roots lie
 * within the unit circle while 1 - trace + determinant, 1 + trace + determinant and 1 - determinant
 * are above 0 (Jury), and each of these depends on c linearly. The first is 0 where c is. */
static double limit_of(const dh_optimizer *optimizer, const double *value)
{
    const dh_recurrence from = optimizer->recurrence(value, 0.0);
    const dh_recurrence at_1 = optimizer->recurrence(value, 1.0);
    if (!(at_1.determinant - at_1.trace > from.determinant - from.trace) ||
        !(from.determinant < 1.0))
        return 0.0;
    return fmin(zero_of(1.0 + from.trace + from.determinant, 1.0 + at_1.trace + at_1.determinant),
                zero_of(1.0 - from.determinant, 1.0 - at_1.determinant));
}

/* How slowly errors vanish: what an update leaves of them in the long run, which is the size of the
 * larger root. Complex roots are often of one size over a whole range of rates; there the trace
 * tells which rate is in its middle. */
typedef struct slowness {
    double root, trace;
} slowness;

static slowness slowness_of(dh_recurrence r)
{
    const double discriminant = r.trace * r.trace - 4.0 * r.determinant;
    const double root =
        discriminant < 0.0 ? sqrt(r.determinant) : 0.5 * (fabs(r.trace) + sqrt(discriminant));
    return (slowness){root, fabs(r.trace)};
}

static bool is_slower(slowness a, slowness b)
{
    return a.root != b.root ? a.root > b.root : a.trace > b.trace;
}

/* Of the directions of the highest and the lowest curvature the slower one. */
static slowness slowness_with(const dh_optimizer *optimizer, const double *value, double rate,
                              dh_range curvature)
{
    const slowness high = slowness_of(optimizer->recurrence(value, rate * curvature.high));
    const slowness low = slowness_of(optimizer->recurrence(value, rate * curvature.low));
    return is_slower(high, low) ? high : low;
}

/* The rate of the least slowness: it has no other valley below the stable rate, so that of two
 * rates the slower one, and all beyond it, can be left out (golden-section search). Two rates that
 * are too low to do anything that a double could tell are equally slow: the higher one is better.
 */
static double fastest_rate(const dh_optimizer *optimizer, const double *value, double stable,
                           dh_range curvature)
{
    const double golden = 0.5 * (sqrt(5.0) - 1.0);
    double from = 0.0, to = stable;
    double low = to - golden * (to - from), high = from + golden * (to - from);
    slowness at_low = slowness_with(optimizer, value, low, curvature);
    slowness at_high = slowness_with(optimizer, value, high, curvature);
    while (from < low && low < high && high < to) {
        if (!is_slower(at_high, at_low)) {
            from = low;
            low = high;
            at_low = at_high;
            high = from + golden * (to - from);
            at_high = slowness_with(optimizer, value, high, curvature);
        } else {
            to = high;
            high = low;
            at_high = at_low;
            low = to - golden * (to - from);
            at_low = slowness_with(optimizer, value, low, curvature);
        }
    }
    return 0.5 * (from + to);
}

bool dh_rates_of(const dh_optimizer *optimizer, const double *value, const dh_quadratic *quadratic,
                 dh_rates *rates)
{
    const double limit = limit_of(optimizer, value);
    if (!(limit > 0.0))
        return false;
    const double decay = dh_change_by(optimizer, value, &optimizer->gradient);
    const double high = quadratic->curvature_high + decay;
    /* without decay, a direction without curvature is one in which nothing moves */
    const double lowest = quadratic->curvature_low + decay, low = lowest > 0.0 ? lowest : high;
    const double stable = limit / high;
    *rates = (dh_rates){.fastest = fastest_rate(optimizer, value, stable, (dh_range){low, high}),
                        .stable = stable};
    return true;
}
