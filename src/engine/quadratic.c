/* The pass goes through the points in blocks that fit the nearest cache. A block is copied as
 * deviations, first from a pivot (the first point, so that points far from zero lose no digits),
 * then from its own mean; its moments are merged into the total as Chan, Golub and LeVeque do it.
 * Sums are kept in LANES independent parts: that fixes the order of the additions on every machine
 * and lets a compiler use vector instructions without reordering them. */
#include "downhill/quadratic.h"

#include <math.h>

enum { BLOCK = 256, LANES = 8 }; /* BLOCK is a multiple of LANES */

/* Some of the points as deviations from a centre, padded with zeros to whole LANES. */
typedef struct block {
    double x[BLOCK], y[BLOCK];
    size_t points, padded;
} block;

typedef struct moments {
    double count;
    double mean_x, mean_y; /* from the pivot */
    double sum_xx, sum_yy; /* squared deviations from the means */
    double sum_xy;
    dh_range x, y;
} moments;

static double sum_of_lanes(const double *lanes)
{
    double sum = 0.0;
    for (int lane = 0; lane < LANES; lane++)
        sum += lanes[lane];
    return sum;
}

static double sum_of(const double *values, size_t padded)
{
    double lanes[LANES] = {0};
    for (size_t i = 0; i < padded; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            lanes[lane] += values[i + lane];
    return sum_of_lanes(lanes);
}

static double sum_of_products(const double *a, const double *b, size_t padded)
{
    double lanes[LANES] = {0};
    for (size_t i = 0; i < padded; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            lanes[lane] += a[i + lane] * b[i + lane];
    return sum_of_lanes(lanes);
}

static double lower(double a, double b)
{
    return a < b ? a : b;
}

static double higher(double a, double b)
{
    return a > b ? a : b;
}

static dh_range range_of(const double *values, size_t n)
{
    double low[LANES], high[LANES];
    for (size_t lane = 0; lane < LANES; lane++)
        low[lane] = high[lane] = values[0];
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) {
            low[lane] = lower(values[i + lane], low[lane]);
            high[lane] = higher(values[i + lane], high[lane]);
        }
    for (size_t lane = 0; i < n; i++, lane++) {
        low[lane] = lower(values[i], low[lane]);
        high[lane] = higher(values[i], high[lane]);
    }
    dh_range range = {low[0], high[0]};
    for (size_t lane = 1; lane < LANES; lane++) {
        range.low = lower(low[lane], range.low);
        range.high = higher(high[lane], range.high);
    }
    return range;
}

/* Fills b with the deviations of n points from pivot + centre, taken off one after the other. */
static void load(block *b, const double *x, const double *y, size_t n, const moments *centre,
                 double pivot_x, double pivot_y)
{
    for (size_t i = 0; i < n; i++) {
        b->x[i] = (x[i] - pivot_x) - centre->mean_x;
        b->y[i] = (y[i] - pivot_y) - centre->mean_y;
    }
    b->points = n;
    b->padded = (n + LANES - 1) / LANES * LANES;
    for (size_t i = n; i < b->padded; i++)
        b->x[i] = b->y[i] = 0.0;
}

static moments moments_of(const double *x, const double *y, size_t n, double pivot_x,
                          double pivot_y)
{
    block b;
    moments m = {.count = (double)n, .x = range_of(x, n), .y = range_of(y, n)};
    load(&b, x, y, n, &m, pivot_x, pivot_y);
    m.mean_x = sum_of(b.x, b.padded) / m.count;
    m.mean_y = sum_of(b.y, b.padded) / m.count;
    load(&b, x, y, n, &m, pivot_x, pivot_y);
    m.sum_xx = sum_of_products(b.x, b.x, b.padded);
    m.sum_yy = sum_of_products(b.y, b.y, b.padded);
    m.sum_xy = sum_of_products(b.x, b.y, b.padded);
    return m;
}

static moments merged(const moments *a, const moments *b)
{
    const double count = a->count + b->count;
    const double dx = b->mean_x - a->mean_x;
    const double dy = b->mean_y - a->mean_y;
    const double weight = a->count * b->count / count;
    return (moments){
        .count = count,
        .mean_x = a->mean_x + dx * (b->count / count),
        .mean_y = a->mean_y + dy * (b->count / count),
        .sum_xx = a->sum_xx + b->sum_xx + dx * dx * weight,
        .sum_yy = a->sum_yy + b->sum_yy + dy * dy * weight,
        .sum_xy = a->sum_xy + b->sum_xy + dx * dy * weight,
        .x = {lower(a->x.low, b->x.low), higher(a->x.high, b->x.high)},
        .y = {lower(a->y.low, b->y.low), higher(a->y.high, b->y.high)},
    };
}

/* The sum of squared residuals of the best line, from the residuals themselves: subtracting
 * covariance^2 / var_x from var_y would lose every digit of a close fit. */
static double squared_residuals(const double *x, const double *y, size_t n, const moments *m,
                                double slope)
{
    double total = 0.0;
    for (size_t start = 0; start < n; start += BLOCK) {
        block b;
        load(&b, x + start, y + start, n - start < BLOCK ? n - start : BLOCK, m, x[0], y[0]);
        for (size_t i = 0; i < b.points; i++)
            b.y[i] -= slope * b.x[i];
        total += sum_of_products(b.y, b.y, b.padded);
    }
    return total;
}

static void set_curvatures(dh_quadratic *q)
{
    const double a = q->var_x + q->mean_x * q->mean_x;
    q->curvature_high = (a + 1.0) + hypot(a - 1.0, 2.0 * q->mean_x);
    q->curvature_low = 4.0 * q->var_x / q->curvature_high; /* their product is the determinant */
}

dh_quadratic dh_quadratic_of(const double *x, const double *y, size_t n)
{
    moments total = {.x = {x[0], x[0]}, .y = {y[0], y[0]}};
    for (size_t start = 0; start < n; start += BLOCK) {
        const size_t count = n - start < BLOCK ? n - start : BLOCK;
        const moments next = moments_of(x + start, y + start, count, x[0], y[0]);
        total = merged(&total, &next);
    }
    dh_quadratic q = {
        .mean_x = x[0] + total.mean_x,
        .mean_y = y[0] + total.mean_y,
        .var_x = total.sum_xx / total.count,
        .var_y = total.sum_yy / total.count,
        .covariance = total.sum_xy / total.count,
        .x = total.x,
        .y = total.y,
        .degenerate = !(total.sum_xx > 0.0),
    };
    if (q.degenerate)
        q.var_x = q.covariance = 0.0;
    else
        q.best.slope = total.sum_xy / total.sum_xx;
    q.best.intercept = q.mean_y - q.best.slope * q.mean_x;
    q.lowest_loss = squared_residuals(x, y, n, &total, q.best.slope) / total.count;
    set_curvatures(&q);
    return q;
}

double dh_loss(const dh_quadratic *q, dh_weights w)
{
    const double from_best = w.slope - q->best.slope;
    const double offset = w.intercept + w.slope * q->mean_x - q->mean_y;
    return q->lowest_loss + q->var_x * from_best * from_best + offset * offset;
}

dh_weights dh_gradient(const dh_quadratic *q, dh_weights w)
{
    const double offset = w.intercept + w.slope * q->mean_x - q->mean_y;
    return (dh_weights){
        .slope = 2.0 * q->var_x * (w.slope - q->best.slope) + 2.0 * q->mean_x * offset,
        .intercept = 2.0 * offset,
    };
}
