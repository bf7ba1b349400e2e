#include "engine/check_absolute.h"

#include "engine/lanes.h"

#include <math.h>

/* On which side of the line points are; of those that are nearly on it nobody knows. */
typedef struct sides {
    double above[LANES], above_x[LANES];   /* points above it less those below, and the same of x */
    double nearly[LANES], nearly_x[LANES]; /* points nearly on it, and the sizes of their x */
} sides;

/* A line, and how near to it nobody knows: so much, and more in proportion to x. */
typedef struct open_line {
    dh_weights line;
    double open, open_by_x;
} open_line;

static inline void add_side(sides *sums, size_t lane, const open_line *at, double x, double y)
{
    const double residual = y - (at->line.slope * x + at->line.intercept);
    const double side = copysign(1.0, residual), size = fabs(x);
    const double open = at->open + at->open_by_x * size;
    const double nearly = 0.5 + copysign(0.5, open - fabs(residual)); /* 1 or 0, without a branch */
    sums->above[lane] += side;
    sums->above_x[lane] += side * x;
    sums->nearly[lane] += nearly;
    sums->nearly_x[lane] += nearly * size;
}

static sides sides_of(const dh_problem *problem, const open_line *at)
{
    const double *x = problem->input, *y = problem->y;
    const size_t whole = problem->n / LANES * LANES;
    sides sums = {.above = {0.0}};
    for (size_t i = 0; i < whole; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            add_side(&sums, lane, at, x[i + lane], y[i + lane]);
    for (size_t i = whole; i < problem->n; i++)
        add_side(&sums, i - whole, at, x[i], y[i]);
    return sums;
}

check_graded check_absolute(check_walk *walk)
{
    const dh_problem *problem = walk->def->problem;
    const check_sizes *sizes = &walk->sizes;
    const dh_weights w = walk->now, off = walk->now_error;
    const double n = (double)problem->n, unit = walk->precision.unit;
    const double largest = fabs(w.slope) * sizes->x_max + fabs(w.intercept) + sizes->y_max;
    const open_line at = {w, 4.0 * unit * largest + off.intercept, off.slope};
    const sides sums = sides_of(problem, &at);
    const double rounding = unit * walk->precision.sums;
    return (check_graded){
        {-sum_of_lanes(sums.above_x) / n, -sum_of_lanes(sums.above) / n},
        {rounding * sizes->x + 2.0 * sum_of_lanes(sums.nearly_x) / n,
         rounding + 2.0 * sum_of_lanes(sums.nearly) / n},
    };
}
