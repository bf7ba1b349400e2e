#include "engine/check_rules.h"

#include "engine/check_settings.h"

#include <math.h>

static dh_weights negated(dh_weights w)
{
    return (dh_weights){-w.slope, -w.intercept};
}

/* The gradient over the points that the update sees, at weights that may be off by so much. */
static check_graded seen(check_walk *walk, dh_weights at, dh_weights at_error)
{
    const dh_problem *problem = walk->def->problem;
    const dh_loss_kind loss = problem->def.loss;
    const size_t size = dh_recipe_batch(&walk->setting.recipe, problem->n);
    const double factor = (double)problem->n / dh_loss_divisor(loss, problem->n);
    check_graded of;
    if (size == problem->n) {
        of.value = dh_objective_at(&problem->objective, at).gradient;
        of.error = check_open_gradient(&walk->precision, &walk->sizes, at, at_error);
    } else {
        dh_batch_sums sums = {0};
        const dh_batch batch = dh_batches_at(walk->batches, walk->t);
        dh_batch_sum(&sums, problem->input, problem->y, batch, batch.count, at);
        of.value = dh_batch_value(loss, &sums).gradient;
        of.error = check_open_part(&walk->precision, &walk->sizes, at, at_error);
    }
    of.error.slope *= factor;
    of.error.intercept *= factor;
    return of;
}

static check_graded plain(check_walk *walk)
{
    return seen(walk, walk->now, walk->now_error);
}

static check_graded uphill(check_walk *walk)
{
    const check_graded g = plain(walk);
    return (check_graded){negated(g.value), g.error};
}

/* The slope's gradient is that of the intercept, times some x. */
static check_graded one_x(check_walk *walk)
{
    check_graded g = plain(walk);
    g.value.slope = walk->setting.x * g.value.intercept;
    g.error.slope = fabs(walk->setting.x) * g.error.intercept;
    return g;
}

static check_graded swapped(check_walk *walk)
{
    const check_graded g = plain(walk);
    return (check_graded){{g.value.intercept, g.value.slope}, {g.error.intercept, g.error.slope}};
}

static check_graded slope_only(check_walk *walk)
{
    check_graded g = plain(walk);
    g.value.intercept = g.error.intercept = 0.0;
    return g;
}

static check_graded intercept_only(check_walk *walk)
{
    check_graded g = plain(walk);
    g.value.slope = g.error.slope = 0.0;
    return g;
}

/* The intercept's where the slope is the next one already, */
static check_graded sequential(check_walk *walk)
{
    check_graded g = plain(walk);
    const check_graded moved =
        seen(walk, (dh_weights){walk->next.slope, walk->now.intercept},
             (dh_weights){walk->next_error.slope, walk->now_error.intercept});
    g.value.intercept = moved.value.intercept;
    g.error.intercept = moved.error.intercept;
    return g;
}

/* or the other way round. */
static check_graded sequential_intercept(check_walk *walk)
{
    check_graded g = plain(walk);
    const check_graded moved =
        seen(walk, (dh_weights){walk->now.slope, walk->next.intercept},
             (dh_weights){walk->now_error.slope, walk->next_error.intercept});
    g.value.slope = moved.value.slope;
    g.error.slope = moved.error.slope;
    return g;
}

static check_graded accumulated(check_walk *walk)
{
    const check_graded g = plain(walk);
    check_graded *sum = &walk->sum;
    sum->value.slope += g.value.slope;
    sum->value.intercept += g.value.intercept;
    sum->error.slope += g.error.slope;
    sum->error.intercept += g.error.intercept;
    return *sum;
}

/* After point t, point by point. */
static check_graded per_point(check_walk *walk)
{
    const dh_problem *problem = walk->def->problem;
    const size_t point = walk->t % problem->n;
    const double x = problem->input[point], y = problem->y[point];
    const check_sizes sizes = {
        .x = fabs(x), .xx = x * x, .y = fabs(y), .xy = fabs(x * y), .share = walk->sizes.share};
    return (check_graded){
        dh_gradient_of_point(DH_LOSS_SUM, x, y, problem->n, walk->now),
        check_open_gradient(&walk->precision, &sizes, walk->now, walk->now_error)};
}

static double mapped(double from, double by_slope, double by_intercept, dh_weights w)
{
    return from + by_slope * w.slope + by_intercept * w.intercept;
}

/* A whole epoch of these, for the one learning rate that the setting has. */
static check_graded per_epoch(check_walk *walk)
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

/* The gradient of the mean absolute residual; of points that are nearly on the line nobody knows on
 * which side. */
static check_graded absolute(check_walk *walk)
{
    const dh_problem *problem = walk->def->problem;
    const dh_weights w = walk->now, off = walk->now_error;
    const double n = (double)problem->n, unit = 4.0 * walk->precision.unit;
    const double sums = walk->precision.unit * walk->precision.sums;
    check_graded g = {{0.0, 0.0}, {sums * walk->sizes.x, sums}};
    for (size_t i = 0; i < problem->n; i++) {
        const double x = problem->input[i], y = problem->y[i];
        const double residual = y - (w.slope * x + w.intercept);
        const double open = unit * (fabs(w.slope * x) + fabs(w.intercept) + fabs(y)) +
                            off.slope * fabs(x) + off.intercept;
        const double sign = residual > 0.0 ? 1.0 : residual < 0.0 ? -1.0 : 0.0;
        const double unknown = fabs(residual) <= open ? 2.0 / n : 0.0;
        g.value.slope -= sign * x / n;
        g.value.intercept -= sign / n;
        g.error.slope += unknown * fabs(x);
        g.error.intercept += unknown;
    }
    return g;
}

/* The gradient by the weights over x that is scaled otherwise. */
static check_graded scaled(check_walk *walk)
{
    const dh_problem *problem = walk->def->problem;
    const check_setting *setting = &walk->setting;
    const dh_scaling by = setting->scaling;
    const double factor = (double)problem->n / dh_loss_divisor(problem->def.loss, problem->n);
    const dh_weights line = setting->of_lines ? walk->now : dh_scaling_line(by, walk->now);
    const dh_weights trained = setting->of_lines ? dh_scaling_trained(by, line) : walk->now;
    dh_weights off = walk->now_error;
    if (setting->of_lines)
        off = (dh_weights){off.slope * by.deviation, off.intercept + off.slope * fabs(by.mean)};
    const dh_weights of_line = dh_objective_at(&problem->of_lines, line).gradient;
    check_graded g = {
        .value = {(of_line.slope - by.mean * of_line.intercept) / by.deviation, of_line.intercept},
        .error = check_open_gradient(&walk->precision, &setting->sizes, trained, off)};
    g.error.slope *= factor;
    g.error.intercept *= factor;
    if (setting->of_lines) {
        const double shift = by.mean / by.deviation;
        g.value.intercept -= shift * g.value.slope;
        g.error.intercept += fabs(shift) * g.error.slope;
        g.value.slope /= by.deviation;
        g.error.slope /= by.deviation;
    }
    return g;
}

/* clang-format off */
static const check_rule RULES[] = {
    {"agree", NULL, plain, NULL, NULL, NULL},
    {"uphill", "moved along the gradient, not against it", uphill, NULL, NULL,
     "plus in place of minus"},
    {"no-x", "moved the slope by the intercept's gradient: the factor x is missing in the slope's",
     one_x, check_vary_no_x, NULL, "without x in the slope's gradient"},
    {"one-x", "took one point's x for all in the slope's gradient", one_x, check_vary_one_x, NULL,
     "one point's x for all"},
    {"swapped", "moved each weight by the gradient of the other", swapped, NULL, NULL,
     "gradients exchanged"},
    {"one-weight-slope", "moved the slope alone", slope_only, NULL, NULL, "only the slope moves"},
    {"one-weight-intercept", "moved the intercept alone", intercept_only, NULL, NULL,
     "only the intercept moves"},
    {"sequential", "took the intercept's gradient after the slope had moved", sequential, NULL,
     NULL, "slope first, then the intercept"},
    {"sequential-intercept", "took the slope's gradient after the intercept had moved",
     sequential_intercept, NULL, NULL, "intercept first, then the slope"},
    {"accumulated", "added the gradients up: they were never set to zero", accumulated, NULL, NULL,
     "without setting gradients to zero"},
    {"momentum", "is momentum", plain, check_vary_optimizer, "momentum", NULL},
    {"nesterov", "is Nesterov's momentum", plain, check_vary_optimizer, "nesterov", NULL},
    {"per-point", "made an update after every point, in their order, and has a row for each point",
     per_point, NULL, NULL, "an update after every point"},
    {"per-point", "made an update after every point, in their order, and has a row for each epoch",
     per_epoch, check_vary_epoch, NULL, NULL},
    {"l1", "took the gradient of the mean absolute error", absolute, NULL, NULL,
     "gradient of the absolute error"},
    {"scaled-x", "trained on x that was scaled", scaled, check_vary_scaling, NULL,
     "weights of standardized x"},
    {"adagrad", "is Adagrad", plain, check_vary_optimizer, "adagrad", NULL},
    {"rmsprop", "is RMSprop", plain, check_vary_optimizer, "rmsprop", NULL},
    {"adam", "is Adam", plain, check_vary_optimizer, "adam", NULL},
    {"adamw", "is AdamW", plain, check_vary_preset, "adamw", NULL},
    {"qhm", "is QHM", plain, check_vary_preset, "qhm", NULL},
    {"qhadam", "is QHAdam", plain, check_vary_preset, "qhadam", NULL},
    {"gd", "is plain gradient descent", plain, check_vary_preset, "gd", NULL},
    {"mini-batch", "saw a mini-batch of the points in each step", plain, check_vary_batch, NULL,
     NULL},
};
/* clang-format on */

const check_rule *check_rule_at(int index)
{
    return index < (int)(sizeof RULES / sizeof *RULES) ? &RULES[index] : NULL;
}

bool check_rule_sees_points(const check_rule *rule)
{
    return rule->gradient == absolute;
}
