/* The first pass goes through the points in blocks. A block is copied as deviations, first from a
 * pivot (the first point, so that points far from zero lose no digits), then from its own mean; its
 * moments are merged into the total as Chan, Golub and LeVeque do it. The second pass is that of
 * residuals.h, from the line that the first one finds. */
#include "downhill/moments.h"

#include "engine/lanes.h"
#include "engine/residuals.h"

#include <math.h>

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

/* Fills b with the deviations of n points from the pivot. */
static void load(block *b, const double *x, const double *y, size_t n, double pivot_x,
                 double pivot_y)
{
    for (size_t i = 0; i < n; i++) {
        b->x[i] = x[i] - pivot_x;
        b->y[i] = y[i] - pivot_y;
    }
    b->points = n;
    b->padded = padded_to_lanes(n);
    for (size_t i = n; i < b->padded; i++)
        b->x[i] = b->y[i] = 0.0;
}

static void move_centre(block *b, double x, double y)
{
    for (size_t i = 0; i < b->points; i++) {
        b->x[i] -= x;
        b->y[i] -= y;
    }
}

static moments moments_of(const double *x, const double *y, size_t n, double pivot_x,
                          double pivot_y)
{
    block b;
    moments m = {.count = (double)n, .x = range_of(x, n), .y = range_of(y, n)};
    load(&b, x, y, n, pivot_x, pivot_y);
    m.mean_x = sum_of(b.x, b.padded) / m.count;
    m.mean_y = sum_of(b.y, b.padded) / m.count;
    move_centre(&b, m.mean_x, m.mean_y);
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

/* From the first pass: everything, to about 15 digits of the spread of the points; but for the
 * residuals. */
static dh_moments rounded(const moments *total, const double *x, const double *y, size_t n)
{
    dh_moments m = {
        .n = n,
        .x = total->x,
        .y = total->y,
        .mean_x = x[0] + total->mean_x,
        .mean_y = y[0] + total->mean_y,
        .var_x = total->sum_xx / total->count,
        .var_y = total->sum_yy / total->count,
        .covariance = total->sum_xy / total->count,
        .degenerate = !(total->sum_xx > 0.0),
    };
    if (m.degenerate)
        m.var_x = m.covariance = 0.0;
    else
        m.best.slope = total->sum_xy / total->sum_xx;
    m.best.intercept = m.mean_y - m.best.slope * m.mean_x;
    return m;
}

/* The mean of the squared residuals of the best line, which is turned and raised against the line
 * that the sums are taken from. They are summed themselves, because subtracting
 * covariance^2 / var_x from var_y would lose every digit of a close fit. */
static double least_residual(const residual_sums *sums, pair ur, pair turn, pair mean_r, double n)
{
    if (!isfinite(sums->rr.high))
        return HUGE_VAL;
    const pair by_turn = pair_times(turn, ur), by_rise = pair_times(mean_r, sums->r);
    const pair least = pair_minus(pair_minus(sums->rr, by_turn), by_rise);
    const double rounding = 0x1p-50 * sums->rr.high;
    return least.high > rounding ? least.high / n : 0.0;
}

/* A mean to 2^-48 of the standard deviation. Points as doubles lie on a coarser grid than their
 * mean; taking off one that has digits below theirs would round many of them the same way, and that
 * adds up. */
static double coarse(double mean, double variance)
{
    const double shift = 0x1.8p4 * sqrt(variance);
    return isfinite(shift) ? (mean + shift) - shift : mean;
}

/* Takes from the residuals of the line found first what it lacks. Where a sum over- or underflows
 * the line stays as it was. */
static void refine(dh_moments *m, const double *x, const double *y)
{
    const close_line line = {coarse(m->mean_x, m->var_x), coarse(m->mean_y, m->var_y),
                             m->best.slope};
    const residual_sums sums = residual_sums_of(x, y, m->n, line);
    const pair n = {(double)m->n, 0.0}, none = {0.0, 0.0};
    const pair mean_u = pair_over(sums.u, n), mean_r = pair_over(sums.r, n);
    const pair uu = pair_minus(sums.uu, pair_times(mean_u, sums.u));
    const pair ur = pair_minus(sums.ur, pair_times(mean_u, sums.r));
    const pair turn = m->degenerate ? none : pair_over(ur, uu);
    const pair var_x = m->degenerate ? none : pair_over(uu, n);
    const pair mean_x = pair_plus((pair){line.x, 0.0}, mean_u);
    const pair slope = pair_plus((pair){line.slope, 0.0}, turn);
    const pair at_middle = pair_plus((pair){line.y, 0.0}, mean_r);
    const pair at_zero = pair_minus(at_middle, two_product(line.slope, line.x));
    const pair intercept = pair_minus(at_zero, pair_times(turn, mean_x));
    if (!isfinite(slope.low) || !isfinite(intercept.low) || !isfinite(var_x.low)) {
        m->residual = least_residual(&sums, none, none, none, n.high);
        return;
    }
    m->mean_x = mean_x.high;
    m->mean_x_low = mean_x.low;
    m->var_x = var_x.high;
    m->var_x_low = var_x.low;
    m->best = (dh_weights){slope.high, intercept.high};
    m->best_low = (dh_weights){slope.low, intercept.low};
    m->residual = least_residual(&sums, ur, turn, mean_r, n.high);
}

dh_moments dh_moments_of(const double *x, const double *y, size_t n)
{
    moments total = {.x = {x[0], x[0]}, .y = {y[0], y[0]}};
    for (size_t start = 0; start < n; start += BLOCK) {
        const size_t count = n - start < BLOCK ? n - start : BLOCK;
        const moments next = moments_of(x + start, y + start, count, x[0], y[0]);
        total = merged(&total, &next);
    }
    dh_moments m = rounded(&total, x, y, n);
    refine(&m, x, y);
    return m;
}
