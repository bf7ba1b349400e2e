#include "engine/check_rules.h"

#include "engine/check_absolute.h"
#include "engine/check_settings.h"

#include <math.h>

/* So many times a gradient of the mean is one of the loss. */
static double loss_factor(const dh_problem *problem)
{
    return (double)problem->n / dh_loss_divisor(problem->def.loss, problem->n);
}

static check_graded graded(dh_weights gradient, dh_weights error_of_mean, double factor)
{
    return (check_graded){gradient,
                          {factor * error_of_mean.slope, factor * error_of_mean.intercept}};
}

/* The gradient over some of the points, `from` on or those that the batch names. */
static check_graded over_batch(const check_walk *walk, size_t from, dh_batch batch, dh_weights at,
                               dh_weights off)
{
    const dh_problem *problem = walk->def->problem;
    dh_batch_sums sums = {0};
    dh_batch_sum(&sums, problem->input + from, problem->y + from, batch, batch.count, at);
    return graded(dh_batch_value(problem->def.loss, &sums).gradient,
                  check_open_part(&walk->precision, &walk->sizes, at, off), loss_factor(problem));
}

/* The gradient over the points that the update sees, at weights that may be off by so much. */
static check_graded seen(check_walk *walk, dh_weights at, dh_weights off)
{
    const dh_problem *problem = walk->def->problem;
    if (dh_recipe_batch(&walk->setting.recipe, problem->n) < problem->n)
        return over_batch(walk, 0, dh_batches_at(walk->batches, walk->t), at, off);
    return graded(dh_objective_at(&problem->objective, at).gradient,
                  check_open_gradient(&walk->precision, &walk->sizes, at, off),
                  loss_factor(problem));
}

static check_graded plain(check_walk *walk)
{
    return seen(walk, walk->now, walk->now_error);
}

/* The slope's part of one, the intercept's of another. */
static check_graded joined(check_graded slope, check_graded intercept)
{
    return (check_graded){{slope.value.slope, intercept.value.intercept},
                          {slope.error.slope, intercept.error.intercept}};
}

static check_graded uphill(check_walk *walk)
{
    const check_graded g = plain(walk);
    return (check_graded){{-g.value.slope, -g.value.intercept}, g.error};
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
    return joined(plain(walk), (check_graded){.value = {0.0, 0.0}});
}

static check_graded intercept_only(check_walk *walk)
{
    return joined((check_graded){.value = {0.0, 0.0}}, plain(walk));
}

static check_graded sequential(check_walk *walk)
{
    const dh_weights at = {walk->next.slope, walk->now.intercept};
    const dh_weights off = {walk->next_error.slope, walk->now_error.intercept};
    return joined(plain(walk), seen(walk, at, off));
}

static check_graded sequential_intercept(check_walk *walk)
{
    const dh_weights at = {walk->now.slope, walk->next.intercept};
    const dh_weights off = {walk->now_error.slope, walk->next_error.intercept};
    return joined(seen(walk, at, off), plain(walk));
}

/* Where the momentum alone would take the weights. */
static check_graded ahead(check_walk *walk)
{
    const dh_weights now = walk->now, before = walk->before;
    const double kept = walk->setting.ahead;
    const dh_weights at = {now.slope + kept * (now.slope - before.slope),
                           now.intercept + kept * (now.intercept - before.intercept)};
    const double open = 1.0 + 2.0 * kept;
    return seen(walk, at,
                (dh_weights){open * walk->now_error.slope, open * walk->now_error.intercept});
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

/* Over the next batch, in the points' order. */
static check_graded in_order(check_walk *walk)
{
    const size_t n = walk->def->problem->n, size = walk->setting.in_order;
    const size_t from = walk->t % dh_batches_per_epoch(n, size) * size;
    const dh_batch batch = {NULL, size < n - from ? size : n - from};
    return over_batch(walk, from, batch, walk->now, walk->now_error);
}

/* The gradient by weights over x that is scaled, where the line over x as it is is this one; of the
 * weights so much is open. */
static check_graded over_scaled(const check_walk *walk, dh_weights line, dh_weights off)
{
    const dh_problem *problem = walk->def->problem;
    const dh_scaling by = walk->setting.scaling;
    const dh_weights of_line = dh_objective_at(&problem->of_lines, line).gradient;
    const dh_weights gradient = {(of_line.slope - by.mean * of_line.intercept) / by.deviation,
                                 of_line.intercept};
    return graded(gradient,
                  check_open_gradient(&walk->precision, &walk->setting.sizes,
                                      dh_scaling_trained(by, line), off),
                  loss_factor(problem));
}

/* Where the rows are lines over x as it is. */
static check_graded scaled_lines(const check_walk *walk)
{
    const dh_scaling by = walk->setting.scaling;
    const dh_weights off = {walk->now_error.slope * by.deviation,
                            walk->now_error.intercept + walk->now_error.slope * fabs(by.mean)};
    const double shift = by.mean / by.deviation;
    check_graded g = over_scaled(walk, walk->now, off);
    g.value.intercept -= shift * g.value.slope;
    g.error.intercept += fabs(shift) * g.error.slope;
    g.value.slope /= by.deviation;
    g.error.slope /= by.deviation;
    return g;
}

/* Where they are the weights that were trained; y may be scaled, too. */
static check_graded scaled_weights(const check_walk *walk)
{
    const dh_scaling of_y = walk->setting.of_y;
    const double times = of_y.deviation;
    const dh_weights now = {times * walk->now.slope, times * walk->now.intercept + of_y.mean};
    const dh_weights off = {times * walk->now_error.slope, times * walk->now_error.intercept};
    const check_graded g = over_scaled(walk, dh_scaling_line(walk->setting.scaling, now), off);
    return (check_graded){{g.value.slope / times, g.value.intercept / times},
                          {g.error.slope / times, g.error.intercept / times}};
}

static check_graded scaled(check_walk *walk)
{
    return walk->setting.of_lines ? scaled_lines(walk) : scaled_weights(walk);
}

/* clang-format off */
static const check_rule RULES[] = {
    {"agree", NULL, plain, NULL, NULL, NULL},
    {"uphill", "moved along the gradient, not against it", uphill, NULL, NULL,
     "plus in place of minus"},
    {"one-weight-slope", "moved the slope alone", slope_only, NULL, NULL, "only the slope moves"},
    {"one-weight-intercept", "moved the intercept alone", intercept_only, NULL, NULL,
     "only the intercept moves"},
    {"no-x", "moved the slope by the intercept's gradient: the factor x is missing in the slope's",
     one_x, check_vary_no_x, NULL, "without x in the slope's gradient"},
    {"one-x", "took one point's x for all in the slope's gradient", one_x, check_vary_one_x, NULL,
     "one point's x for all"},
    {"swapped", "moved each weight by the gradient of the other", swapped, NULL, NULL,
     "gradients exchanged"},
    {"sequential", "took the intercept's gradient after the slope had moved", sequential, NULL,
     NULL, "slope first, then the intercept"},
    {"sequential-intercept", "took the slope's gradient after the intercept had moved",
     sequential_intercept, NULL, NULL, "intercept first, then the slope"},
    {"accumulated", "added the gradients up: they were never set to zero", accumulated, NULL, NULL,
     "without setting gradients to zero"},
    {"momentum", "is momentum", plain, check_vary_optimizer, "momentum", NULL},
    {"nesterov", "is Nesterov's momentum", plain, check_vary_optimizer, "nesterov", NULL},
    {"nesterov", "is Nesterov's momentum with the gradient taken ahead, as textbooks have it", ahead,
     check_vary_ahead, "momentum", NULL},
    {"per-point", "made an update after every point, in their order, and has a row for each point",
     per_point, NULL, NULL, "an update after every point"},
    {"per-point", "made an update after every point, in their order, and has a row for each epoch",
     check_per_epoch, check_vary_epoch, NULL, NULL},
    {"l1", "took the gradient of the mean absolute error", check_absolute, NULL, NULL,
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
    {"mini-batch", "saw a mini-batch of the points in each step, in their order", in_order,
     check_vary_in_order, NULL, NULL},
};
/* clang-format on */

const check_rule *check_rule_at(int index)
{
    return index < (int)(sizeof RULES / sizeof *RULES) ? &RULES[index] : NULL;
}

bool check_rule_sees_points(const check_rule *rule)
{
    return rule->gradient == check_absolute;
}
