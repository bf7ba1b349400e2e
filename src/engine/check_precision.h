/* What is left open of a number: by the digits that it was written with, and by the arithmetic that
 * it was computed in. */
#ifndef ENGINE_CHECK_PRECISION_H
#define ENGINE_CHECK_PRECISION_H

#include "downhill/trace.h"

/* How large the points are, which tells what rounding can do to sums over them. */
typedef struct check_sizes {
    double x, xx, y, xy; /* means of sizes: of x, of x squared, of y, of x times y */
    double x_max, y_max; /* largest ones */
    double share;        /* of a rounding that is already in each x: 1 + what scaling adds */
} check_sizes;

typedef struct check_precision {
    int significant, decimals; /* digits that the numbers have at most */
    double unit;               /* of the arithmetic: half the distance from 1 to the next */
    double sums;               /* roundings that a sum over all points is worth */
} check_precision;

/* Of the points, when x is scaled. */
check_sizes check_sizes_of(const dh_problem *problem, dh_scaling scaling);

/* The digits of a trace's numbers, which what stands still does not show, and double arithmetic. */
check_precision check_precision_of(const dh_trace *trace, size_t rows, size_t points);

/* The same with at least the digits that programs usually write. */
check_precision check_precision_usual(check_precision precision);

/* The same with float32 arithmetic. */
check_precision check_precision_single(check_precision precision);

/* How far off a number may be because of its digits; both weights. */
dh_weights check_open_digits(const check_precision *precision, dh_weights weights);

/* How far off a gradient at weights may be, which are themselves off by so much: over all points;
 * over any of them, each as large as the largest. */
dh_weights check_open_gradient(const check_precision *precision, const check_sizes *sizes,
                               dh_weights at, dh_weights at_error);
dh_weights check_open_part(const check_precision *precision, const check_sizes *sizes,
                           dh_weights at, dh_weights at_error);

/* The shortest decimal number in a range that is not empty. */
double check_shortest_in(dh_range range);

/* A number rounded to so many significant digits. */
double check_rounded(double value, int digits);

#endif
