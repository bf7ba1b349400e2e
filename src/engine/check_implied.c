/* A trace of gradient descent on a quadratic tells that quadratic: each update is linear in the
 * weights, and is fitted as such. */
#include "engine/check_implied.h"

#include <math.h>

enum {
    IMPLIED_STEPS = 2000, /* that are looked at */
    IMPLIED_LEAST = 5,    /* that it takes */
};

/* Sums over steps of what weights and updates have in common, each from its mean. */
typedef struct common_sums {
    double ss, si, ii;
    dh_weights by_slope, by_intercept; /* of the weight with the slope's update and so on */
} common_sums;

/* An update as a linear function of the weights. */
typedef struct linear {
    double by_slope, by_intercept, from;
} linear;

static dh_weights moved_at(const check_walk *walk, size_t t)
{
    const dh_weights now = check_row(walk, t), next = check_row(walk, t + 1);
    return (dh_weights){now.slope - next.slope, now.intercept - next.intercept};
}

static linear solved(const common_sums *sums, dh_weights common, double mean, dh_weights at)
{
    const double determinant = sums->ss * sums->ii - sums->si * sums->si;
    const double s = (common.slope * sums->ii - common.intercept * sums->si) / determinant;
    const double i = (common.intercept * sums->ss - common.slope * sums->si) / determinant;
    return (linear){s, i, mean - s * at.slope - i * at.intercept};
}

/* Fits both updates. False where the weights lie on a line. */
static bool fit(const check_walk *walk, size_t steps, linear *slope, linear *intercept)
{
    dh_weights at = {0.0, 0.0}, mean = {0.0, 0.0};
    for (size_t t = 0; t < steps; t++) {
        const dh_weights now = check_row(walk, t), moved = moved_at(walk, t);
        at.slope += now.slope / (double)steps;
        at.intercept += now.intercept / (double)steps;
        mean.slope += moved.slope / (double)steps;
        mean.intercept += moved.intercept / (double)steps;
    }
    common_sums sums = {.ss = 0.0};
    for (size_t t = 0; t < steps; t++) {
        const dh_weights now = check_row(walk, t), moved = moved_at(walk, t);
        const double s = now.slope - at.slope, i = now.intercept - at.intercept;
        sums.ss += s * s;
        sums.si += s * i;
        sums.ii += i * i;
        sums.by_slope.slope += s * (moved.slope - mean.slope);
        sums.by_slope.intercept += i * (moved.slope - mean.slope);
        sums.by_intercept.slope += s * (moved.intercept - mean.intercept);
        sums.by_intercept.intercept += i * (moved.intercept - mean.intercept);
    }
    if (!(sums.ss * sums.ii - sums.si * sums.si > 1e-10 * sums.ss * sums.ii))
        return false;
    *slope = solved(&sums, sums.by_slope, mean.slope, at);
    *intercept = solved(&sums, sums.by_intercept, mean.intercept, at);
    return true;
}

static bool fits(double moved, linear by, dh_weights now, double open)
{
    const double fitted = by.by_slope * now.slope + by.by_intercept * now.intercept + by.from;
    return fabs(moved - fitted) <= open;
}

/* Whether the steps are linear in the weights to a millionth of the largest, or to their digits. */
static bool is_linear(const check_walk *walk, size_t steps, linear slope, linear intercept)
{
    double most = 0.0;
    for (size_t t = 0; t < steps; t++) {
        const dh_weights moved = moved_at(walk, t);
        most = fmax(most, fmax(fabs(moved.slope), fabs(moved.intercept)));
    }
    for (size_t t = 0; t < steps; t++) {
        const dh_weights now = check_row(walk, t), moved = moved_at(walk, t);
        const dh_weights open = check_open_digits(&walk->precision, now);
        if (!fits(moved.slope, slope, now, 1e-6 * most + 4.0 * open.slope) ||
            !fits(moved.intercept, intercept, now, 1e-6 * most + 4.0 * open.intercept))
            return false;
    }
    return true;
}

dh_implied check_implied_of(const check_walk *walk)
{
    const dh_problem *problem = walk->def->problem;
    const double factor = (double)problem->n / dh_loss_divisor(problem->def.loss, problem->n);
    const size_t all = check_steps(walk), steps = all < IMPLIED_STEPS ? all : IMPLIED_STEPS;
    const dh_implied unknown = {.known = false};
    linear slope, intercept;
    if (steps < IMPLIED_LEAST || !fit(walk, steps, &slope, &intercept) ||
        !is_linear(walk, steps, slope, intercept))
        return unknown;
    const double twice = intercept.by_intercept;
    const double x = intercept.by_slope / twice, xx = slope.by_slope / twice;
    const double mirrored = slope.by_intercept / twice;
    if (!(twice > 0.0) || fabs(x - mirrored) > 1e-3 * (fabs(x) + sqrt(fabs(xx))) || xx < x * x)
        return unknown;
    return (dh_implied){.known = true,
                        .rate = twice / (2.0 * factor),
                        .mean_x = x,
                        .mean_xx = xx,
                        .mean_y = -intercept.from / twice,
                        .mean_xy = -slope.from / twice};
}
