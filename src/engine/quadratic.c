#include "downhill/quadratic.h"

#include "engine/pair.h"

#include <math.h>

/* A part of the gradient that is smaller than this part of what slope alone makes of it has lost so
 * much to rounding that it is made anew from pairs. What is above keeps an error of five roundings
 * of what cancels: 5 * 2^-53 * 2^7 = 7e-14. */
static const double CANCELS = 0x1p-7;

dh_quadratic dh_quadratic_of(const dh_moments *m, double factor)
{
    const double a = m->var_x + m->mean_x * m->mean_x;
    const double high = (a + 1.0) + hypot(a - 1.0, 2.0 * m->mean_x);
    const double low = 4.0 * m->var_x / high; /* their product is the determinant */
    return (dh_quadratic){
        .best = m->best,
        .best_low = m->best_low,
        .lowest = factor * m->residual,
        .degenerate = m->degenerate,
        .mean_x = m->mean_x,
        .mean_x_low = m->mean_x_low,
        .var_x = m->var_x,
        .var_x_low = m->var_x_low,
        .factor = factor,
        .ss = 2.0 * factor * a,
        .si = 2.0 * factor * m->mean_x,
        .ii = 2.0 * factor,
        .curvature_high = factor * high,
        .curvature_low = factor * low,
    };
}

/* How far a line is from the best one, and the gradient that this makes. */
typedef struct distance {
    double slope;
    double at_mean; /* the difference in height at mean_x */
    dh_weights gradient;
} distance;

static distance distance_in_pairs(const dh_quadratic *q, dh_weights w)
{
    const pair mean_x = {q->mean_x, q->mean_x_low}, var_x = {q->var_x, q->var_x_low};
    const pair slope_low = {q->best_low.slope, 0.0}, intercept_low = {q->best_low.intercept, 0.0};
    const pair slope = pair_minus(two_diff(w.slope, q->best.slope), slope_low);
    const pair intercept = pair_minus(two_diff(w.intercept, q->best.intercept), intercept_low);
    const pair at_mean = pair_plus(intercept, pair_times(mean_x, slope));
    const pair moment = pair_plus(pair_times(var_x, slope), pair_times(mean_x, at_mean));
    return (distance){slope.high, at_mean.high, {q->ii * moment.high, q->ii * at_mean.high}};
}

static inline distance distance_of(const dh_quadratic *q, dh_weights w)
{
    const double slope = (w.slope - q->best.slope) - q->best_low.slope;
    const double intercept = (w.intercept - q->best.intercept) - q->best_low.intercept;
    const double at_mean = intercept + q->mean_x * slope;
    const double moment = q->var_x * slope + q->mean_x * at_mean;
    const dh_weights gradient = {q->ii * moment, q->ii * at_mean};
    if (fabs(gradient.intercept) < CANCELS * fabs(q->si * slope) ||
        fabs(gradient.slope) < CANCELS * fabs(q->ss * slope))
        return distance_in_pairs(q, w);
    return (distance){slope, at_mean, gradient};
}

static inline double loss_at(const dh_quadratic *q, const distance *from_best)
{
    const double s = from_best->slope, r = from_best->at_mean;
    return q->lowest + q->factor * (q->var_x * s * s + r * r);
}

dh_value dh_quadratic_at(const dh_quadratic *q, dh_weights w)
{
    const distance from_best = distance_of(q, w);
    return (dh_value){.loss = loss_at(q, &from_best), .gradient = from_best.gradient};
}

double dh_quadratic_loss(const dh_quadratic *q, dh_weights w)
{
    const distance from_best = distance_of(q, w);
    return loss_at(q, &from_best);
}
