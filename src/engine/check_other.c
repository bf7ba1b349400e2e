#include "engine/check_other.h"

#include "engine/check_rules.h"
#include "engine/check_search.h"

#include <math.h>

enum {
    SCATTER_STEPS = 200, /* that are looked at */
    SCATTER_LEAST = 8,   /* that it takes */
    VARYING_LEAST = 5,   /* steps whose factors are told */
};

double check_nearest_factor(check_walk *walk, const check_setting *setting)
{
    double product = 0.0, square = 0.0;
    check_step step;
    check_walk_begin(walk, check_rule_at(0), setting);
    while (check_walk_next(walk, &step)) {
        const dh_weights by = step.by.value;
        product += step.moved.slope * by.slope + step.moved.intercept * by.intercept;
        square += by.slope * by.slope + by.intercept * by.intercept;
    }
    return square > 0.0 && isfinite(product / square) ? product / square : 0.0;
}

bool check_varies(check_walk *walk, const check_setting *setting, dh_range *factors)
{
    dh_range all = {HUGE_VAL, 0.0};
    size_t told = 0;
    check_step step;
    check_walk_begin(walk, check_rule_at(0), setting);
    while (check_walk_next(walk, &step)) {
        dh_range now = {0.0, HUGE_VAL};
        check_narrow(&now, &step);
        if (!(now.low <= now.high))
            return false;
        if (!check_is_decided(now))
            continue;
        const double factor = check_shortest_in(now);
        all.low = fmin(all.low, factor);
        all.high = fmax(all.high, factor);
        told++;
    }
    if (told < VARYING_LEAST)
        return false;
    *factors = all;
    return true;
}

/* The gradients that single points have at weights: the least and the most of each part. */
static dh_weights_range gradients_at(const dh_problem *problem, dh_weights at)
{
    dh_weights_range range = {{HUGE_VAL, -HUGE_VAL}, {HUGE_VAL, -HUGE_VAL}};
    for (size_t i = 0; i < problem->n; i++) {
        const dh_weights g =
            dh_gradient_of_point(DH_LOSS_SUM, problem->input[i], problem->y[i], problem->n, at);
        range.slope.low = fmin(range.slope.low, g.slope);
        range.slope.high = fmax(range.slope.high, g.slope);
        range.intercept.low = fmin(range.intercept.low, g.intercept);
        range.intercept.high = fmax(range.intercept.high, g.intercept);
    }
    return range;
}

/* A weight's steps about those that the rule has. */
typedef struct scatter {
    size_t steps, changes; /* of side */
    bool above;
} scatter;

/* Takes a step that was `moved` where the rule has `by`. False where no batch has such a gradient,
 * which is `unit` times the step. */
static bool scatter_step(scatter *about, double moved, double by, double open, double unit,
                         dh_range gradients)
{
    const double gradient = moved * unit,
                 slack = open * unit + 1e-6 * (gradients.high - gradients.low);
    if (gradient < gradients.low - slack || gradient > gradients.high + slack)
        return false;
    if (fabs(moved - by) <= open)
        return true;
    about->changes += about->steps > 0 && about->above != (moved > by);
    about->above = moved > by;
    about->steps++;
    return true;
}

static bool is_scattered(const scatter *about)
{
    return about->steps >= SCATTER_LEAST && 4 * about->changes >= about->steps;
}

/* Mistakes are on one side of the rule for long; what is left of gradients by batches is not. */
bool check_scatters(check_walk *walk, const check_setting *setting, double factor)
{
    const dh_problem *problem = walk->def->problem;
    const double n = (double)problem->n;
    const double mean = dh_loss_divisor(problem->def.loss, problem->n) / n;
    scatter slope = {.steps = 0}, intercept = {.steps = 0};
    check_step step;
    if (setting->recipe.optimizer != DH_GRADIENT_DESCENT || !(factor > 0.0))
        return false;
    check_walk_begin(walk, check_rule_at(0), setting);
    for (size_t t = 0; t < SCATTER_STEPS && check_walk_next(walk, &step); t++) {
        const double rate = walk->def->has_rate ? dh_rate_at(&walk->def->recipe.rate, t) : 1.0;
        const double unit = mean / (factor * rate);
        const dh_weights_range range = gradients_at(problem, check_row(walk, t));
        if (!scatter_step(&slope, step.moved.slope, factor * step.by.value.slope,
                          step.tolerance.slope + factor * step.by.error.slope, unit, range.slope) ||
            !scatter_step(&intercept, step.moved.intercept, factor * step.by.value.intercept,
                          step.tolerance.intercept + factor * step.by.error.intercept, unit,
                          range.intercept))
            return false;
    }
    return is_scattered(&slope) && is_scattered(&intercept);
}
