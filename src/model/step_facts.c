#include "model/step_facts.h"

#include <assert.h>
#include <math.h>

static const double NEAR_LOWEST = 1e-6; /* above the lowest, in parts of it, */
static const double NEAR_ZERO = 1e-12;  /* or in parts of a level line's loss, where it is 0 */

static double along(dh_weights a, dh_weights b)
{
    return a.slope * b.slope + a.intercept * b.intercept;
}

static dh_weights difference(dh_weights a, dh_weights b)
{
    return (dh_weights){a.slope - b.slope, a.intercept - b.intercept};
}

/* Where all points are on a line, the loss of the best line is not exactly 0, nor is any. */
bool step_is_lowest(const step_facts *facts)
{
    const dh_problem *problem = facts->run->problem;
    const dh_objective *objective = &problem->objective;
    const double of_level =
        dh_objective_loss(objective, (dh_weights){0.0, problem->moments.mean_y});
    const double of_zero = dh_objective_loss(objective, (dh_weights){0.0, 0.0});
    return facts->now.loss <= fmax(objective->minimum.loss * (1.0 + NEAR_LOWEST),
                                   NEAR_ZERO * of_level + NEAR_ZERO * NEAR_ZERO * of_zero);
}

double step_length(dh_weights a)
{
    return hypot(a.slope, a.intercept);
}

/* Of length 1, so that products with it stay finite; NaN where there is no length. */
static dh_weights unit(dh_weights a)
{
    const double length = step_length(a);
    return (dh_weights){a.slope / length, a.intercept / length};
}

double step_cosine(dh_weights a, dh_weights b)
{
    return along(unit(a), unit(b));
}

/* On its way a quadratic is a parabola, whose slope grows evenly from that before to that after. */
static double passed_by(dh_weights before, dh_weights after, dh_weights moved)
{
    const dh_weights way = unit(moved);
    const double at_first = along(before, way), at_last = along(after, way);
    return at_first < 0.0 ? at_last / -at_first : (double)NAN;
}

step_facts step_facts_of(const dh_run *run, size_t step)
{
    assert(step < run->known);
    const dh_row now = run->row[step];
    const dh_value value = dh_objective_at(&run->problem->objective, now.weights);
    step_facts facts = {.run = run,
                        .step = step,
                        .is_last = dh_run_complete(run) && step + 1 == run->known,
                        .now = now,
                        .gradient = value.gradient};
    if (step == 0)
        return facts;
    facts.before = run->row[step - 1];
    facts.update = dh_run_update(run, step - 1);
    facts.moved = difference(now.weights, facts.before.weights);
    facts.passed = passed_by(facts.update.full, value.gradient, facts.moved);
    return facts;
}

bool step_height_is_at_0(const dh_problem *problem)
{
    return fabs(problem->moments.mean_x) <= sqrt(problem->moments.var_x);
}

step_change step_change_by(const dh_problem *problem, dh_weights by)
{
    const double at = step_height_is_at_0(problem) ? 0.0 : problem->moments.mean_x;
    return (step_change){.turn = by.slope / problem->scaling.deviation,
                         .rise = by.intercept + by.slope * dh_scaled(problem->scaling, at)};
}

dh_weights step_taken(const step_facts *facts)
{
    const dh_update *update = &facts->update;
    return (dh_weights){update->next.slope - update->slope.base,
                        update->next.intercept - update->intercept.base};
}

size_t step_batch(const step_facts *facts)
{
    const size_t n = facts->run->problem->n, size = dh_recipe_batch(&facts->run->recipe, n);
    const size_t begin = (facts->step - 1) % dh_batches_per_epoch(n, size) * size;
    return n - begin < size ? n - begin : size;
}

step_sides step_sides_of(const dh_problem *problem, dh_weights weights)
{
    const dh_weights line = dh_problem_line(problem, weights);
    const double mean_x = problem->moments.mean_x;
    double left = 0.0, right = 0.0;
    size_t count = 0;
    for (size_t i = 0; i < problem->n; i++) {
        const double x = problem->x[i];
        const double residual = problem->y[i] - (line.slope * x + line.intercept);
        *(x > mean_x ? &right : &left) += residual;
        count += x > mean_x;
    }
    const double rights = (double)count, all = (double)problem->n;
    return (step_sides){.left = count < problem->n ? left / (all - rights) : 0.0,
                        .right = count > 0 ? right / rights : 0.0,
                        .all = (left + right) / all};
}

/* The eigenvector of the lower curvature: from that row of the Hessian which tells it better. */
static dh_weights flattest(const dh_quadratic *q)
{
    const dh_weights a = {-q->si, q->ss - q->curvature_low};
    const dh_weights b = {q->ii - q->curvature_low, -q->si};
    return unit(step_length(a) > step_length(b) ? a : b);
}

step_valley step_valley_of(const step_facts *facts)
{
    const dh_objective *objective = &facts->run->problem->objective;
    const dh_quadratic *q = dh_objective_quadratic(objective);
    if (!q || !objective->minimum.unique)
        return (step_valley){.known = false};
    const dh_weights to_best = difference(objective->minimum.at, facts->now.weights);
    const dh_weights direction = flattest(q), normal = {-direction.intercept, direction.slope};
    const double left = along(to_best, direction), off = along(to_best, normal);
    const double low = q->curvature_low * left * left, high = q->curvature_high * off * off;
    return (step_valley){.known = low + high > 0.0,
                         .flatter = q->curvature_high / q->curvature_low,
                         .by_slope = q->ss / q->ii,
                         .across = high / (low + high),
                         .left = fabs(left)};
}
