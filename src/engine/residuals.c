#include "engine/residuals.h"

#include "engine/lanes.h"

/* LANES parts of the sums, each a loose pair. */
typedef struct lane_sums {
    pair u[LANES], r[LANES], uu[LANES], ur[LANES], rr[LANES];
} lane_sums;

static pair with_double(pair sum, double term)
{
    return with_term(sum, (pair){term, 0.0});
}

/* Adds LANES points; what is rounded of them is about 2^-106 of their size. */
static void add_pairs(lane_sums *sums, const double *x, const double *y, close_line line)
{
    for (size_t i = 0; i < LANES; i++) {
        const pair u = two_diff(x[i], line.x), v = two_diff(y[i], line.y);
        const pair rise = two_product(line.slope, u.high);
        pair r = two_diff(v.high, rise.high);
        r.low += v.low - (rise.low + line.slope * u.low);
        pair uu = two_product(u.high, u.high), ur = two_product(u.high, r.high);
        uu.low += 2.0 * u.high * u.low;
        ur.low += u.high * r.low + u.low * r.high;
        const double residual = r.high + r.low;
        sums->u[i] = with_term(sums->u[i], u);
        sums->r[i] = with_term(sums->r[i], r);
        sums->uu[i] = with_term(sums->uu[i], uu);
        sums->ur[i] = with_term(sums->ur[i], ur);
        sums->rr[i] = with_double(sums->rr[i], residual * residual);
    }
}

static pair pair_of_lanes(const pair *lanes)
{
    pair sum = tightened(lanes[0]);
    for (int lane = 1; lane < LANES; lane++)
        sum = pair_plus(sum, tightened(lanes[lane]));
    return sum;
}

static residual_sums sums_in_pairs(const double *x, const double *y, size_t n, close_line line)
{
    lane_sums sums = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        add_pairs(&sums, x + i, y + i, line);
    double last_x[LANES], last_y[LANES];
    for (size_t lane = 0; lane < LANES; lane++) { /* filled up with what adds nothing */
        last_x[lane] = i + lane < n ? x[i + lane] : line.x;
        last_y[lane] = i + lane < n ? y[i + lane] : line.y;
    }
    add_pairs(&sums, last_x, last_y, line);
    return (residual_sums){pair_of_lanes(sums.u), pair_of_lanes(sums.r), pair_of_lanes(sums.uu),
                           pair_of_lanes(sums.ur), pair_of_lanes(sums.rr)};
}

static void add_block(residual_sums *sums, const double *x, const double *y, size_t n,
                      close_line line)
{
    double u[BLOCK], r[BLOCK];
    for (size_t i = 0; i < n; i++) {
        u[i] = x[i] - line.x;
        r[i] = (y[i] - line.y) - line.slope * u[i];
    }
    const size_t padded = padded_to_lanes(n);
    for (size_t i = n; i < padded; i++)
        u[i] = r[i] = 0.0;
    sums->u = with_double(sums->u, sum_of(u, padded));
    sums->r = with_double(sums->r, sum_of(r, padded));
    sums->uu = with_double(sums->uu, sum_of_products(u, u, padded));
    sums->ur = with_double(sums->ur, sum_of_products(u, r, padded));
    sums->rr = with_double(sums->rr, sum_of_products(r, r, padded));
}

static residual_sums sums_by_blocks(const double *x, const double *y, size_t n, close_line line)
{
    residual_sums sums = {0};
    for (size_t start = 0; start < n; start += BLOCK)
        add_block(&sums, x + start, y + start, n - start < BLOCK ? n - start : BLOCK, line);
    return (residual_sums){tightened(sums.u), tightened(sums.r), tightened(sums.uu),
                           tightened(sums.ur), tightened(sums.rr)};
}

residual_sums residual_sums_of(const double *x, const double *y, size_t n, close_line line)
{
    return n <= RESIDUALS_IN_PAIRS ? sums_in_pairs(x, y, n, line) : sums_by_blocks(x, y, n, line);
}
