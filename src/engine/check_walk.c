#include "engine/check_walk.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

size_t check_steps(const check_walk *walk)
{
    return walk->rows - 1 - (size_t)walk->skipped;
}

dh_weights check_row(const check_walk *walk, size_t index)
{
    if (walk->skipped < 0 && index == 0)
        return walk->def->init;
    const size_t row = index + (size_t)walk->skipped;
    return (dh_weights){walk->def->trace.slope[row], walk->def->trace.intercept[row]};
}

/* Takes the row after `now` as the next one. */
static void look_at_next(check_walk *walk)
{
    walk->next = check_row(walk, walk->t + 1);
    walk->next_error = check_open_digits(&walk->precision, walk->next);
}

void check_walk_begin(check_walk *walk, const check_rule *rule, const check_setting *setting)
{
    walk->rule = rule;
    walk->setting = *setting;
    walk->t = 0;
    walk->sum = (check_graded){.value = {0.0, 0.0}};
    memset(walk->state, 0, sizeof walk->state);
    walk->before = walk->now = check_row(walk, 0);
    walk->now_error = check_open_digits(&walk->precision, walk->now);
    look_at_next(walk);
}

/* What the engine divides by, as the form has it. */
static double divisor_of(const check_setting *setting, double denominator)
{
    return setting->form == CHECK_EPS_INSIDE ? sqrt(denominator * denominator + setting->eps)
                                             : denominator;
}

/* What a weight's part of the optimizer makes of a gradient, at learning rate 1; goes on with its
 * state. */
static double stepped(const check_walk *walk, double weight, double gradient, double *state)
{
    const dh_recipe *recipe = &walk->setting.recipe;
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const bool uncorrected = walk->setting.form == CHECK_UNCORRECTED;
    dh_weight_update update = {.value = recipe->value,
                               .number = uncorrected ? SIZE_MAX : walk->t + 1,
                               .rate = 1.0,
                               .weight = weight,
                               .gradient = gradient,
                               .before = state};
    optimizer->update(&update);
    memcpy(state, update.term, (size_t)optimizer->kept * sizeof *state);
    return (weight - update.base) +
           update.numerator / divisor_of(&walk->setting, update.denominator);
}

static dh_weights largest(dh_weights a, dh_weights b)
{
    return (dh_weights){fmax(a.slope, b.slope), fmax(a.intercept, b.intercept)};
}

/* The direction that the optimizer makes of a gradient. Where it is linear, errors with one sign
 * add up the most; elsewhere it is not known how they do. */
static check_graded directed(check_walk *walk, check_graded gradient)
{
    const dh_recipe *recipe = &walk->setting.recipe;
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const double decay = dh_change_by(optimizer, recipe->value, &optimizer->gradient);
    if (recipe->optimizer == DH_GRADIENT_DESCENT && decay == 0.0)
        return gradient;
    static const double signs[4][CHECK_COPIES] = {
        {0.0, 1.0, 1.0, 1.0, 1.0},
        {0.0, 1.0, -1.0, 1.0, -1.0},
        {0.0, 1.0, 1.0, -1.0, -1.0},
        {0.0, 1.0, -1.0, -1.0, 1.0},
    };
    const double *sign = signs[walk->t % 4];
    const double own = 16.0 * walk->precision.unit; /* roundings of the update itself */
    const bool linear = isfinite(optimizer->recurrence(recipe->value, 0.0).trace);
    check_graded made = {.value = {0.0, 0.0}};
    for (int i = 0; i < CHECK_COPIES; i++) {
        const dh_weights value = gradient.value, error = gradient.error;
        const dh_weights by = {
            stepped(walk, walk->now.slope, value.slope + sign[i] * error.slope, walk->state[i]),
            stepped(walk, walk->now.intercept, value.intercept + sign[i] * error.intercept,
                    walk->state[i] + optimizer->kept)};
        const dh_weights off = {fabs(by.slope - made.value.slope),
                                fabs(by.intercept - made.value.intercept)};
        if (i == 0)
            made.value = by;
        else if (linear)
            made.error = largest(made.error, off);
        else
            made.error = (dh_weights){made.error.slope + 2.0 * off.slope,
                                      made.error.intercept + 2.0 * off.intercept};
    }
    made.error.slope += own * fabs(made.value.slope) + decay * walk->now_error.slope;
    made.error.intercept += own * fabs(made.value.intercept) + decay * walk->now_error.intercept;
    return made;
}

/* What a step is times, apart from the factor. */
static double rate_of(const check_walk *walk)
{
    if (walk->setting.rate > 0.0 || !walk->def->has_rate)
        return 1.0;
    return dh_rate_at(&walk->def->recipe.rate, walk->t);
}

static double tolerance(double unit, double now, double next, double now_error, double next_error)
{
    return now_error + next_error + 2.0 * unit * (fabs(now) + fabs(next));
}

bool check_walk_next(check_walk *walk, check_step *step)
{
    const double unit = walk->precision.unit, rate = rate_of(walk);
    if (walk->t >= check_steps(walk))
        return false;
    const dh_weights now = walk->now, next = walk->next;
    const dh_weights now_error = walk->now_error, next_error = walk->next_error;
    const check_graded by = directed(walk, walk->rule->gradient(walk));
    *step = (check_step){
        .moved = {now.slope - next.slope, now.intercept - next.intercept},
        .tolerance = {tolerance(unit, now.slope, next.slope, now_error.slope, next_error.slope),
                      tolerance(unit, now.intercept, next.intercept, now_error.intercept,
                                next_error.intercept)},
        .by = {.value = {rate * by.value.slope, rate * by.value.intercept},
               .error = {rate * by.error.slope, rate * by.error.intercept}},
    };
    walk->t++;
    if (walk->t < check_steps(walk)) {
        walk->before = now;
        walk->now = next;
        walk->now_error = next_error;
        look_at_next(walk);
    }
    return true;
}

/* Leaves the factors f >= 0 with f * a <= b. */
static void constrain(dh_range *factors, double a, double b)
{
    if (a > 0.0)
        factors->high = fmin(factors->high, b / a);
    else if (a < 0.0)
        factors->low = fmax(factors->low, b / a);
    else if (b < 0.0)
        factors->high = -1.0;
}

/* Leaves those with |moved - f * by| <= tolerance + f * error. */
static void constrain_weight(dh_range *factors, double moved, double tolerance, double by,
                             double error)
{
    constrain(factors, by - error, moved + tolerance);
    constrain(factors, -(by + error), tolerance - moved);
}

void check_narrow(dh_range *factors, const check_step *step)
{
    constrain_weight(factors, step->moved.slope, step->tolerance.slope, step->by.value.slope,
                     step->by.error.slope);
    constrain_weight(factors, step->moved.intercept, step->tolerance.intercept,
                     step->by.value.intercept, step->by.error.intercept);
}

dh_range check_walk_factors(check_walk *walk, const check_rule *rule, const check_setting *setting)
{
    dh_range factors = {0.0, HUGE_VAL};
    check_step step;
    check_walk_begin(walk, rule, setting);
    while (factors.low <= factors.high && check_walk_next(walk, &step))
        check_narrow(&factors, &step);
    return factors;
}
