/* Sums over the residuals of a line that is close to the best one. They are small, so what they
 * still have in common with x tells how far the best line is away to many more digits than sums
 * over y can. */
#ifndef ENGINE_RESIDUALS_H
#define ENGINE_RESIDUALS_H

#include "engine/pair.h"

#include <stddef.h>

enum {
    /* Up to so many points every sum is held as a pair, which takes 7 ns a point and so 4 ms at
     * most; blocks take 1 ns a point. */
    RESIDUALS_IN_PAIRS = 1 << 19
};

typedef struct close_line {
    double x, y;  /* a point on it, in the middle of the points */
    double slope; /* through that point */
} close_line;

/* With u = x - line.x and r = y - line.y - line.slope * u. */
typedef struct residual_sums {
    pair u, r, uu, ur, rr;
} residual_sums;

/* Of n >= 1 points. Up to RESIDUALS_IN_PAIRS points the error of a sum is about n * 2^-106 of the
 * sum of its terms' sizes (rr: 2^-51 of itself). Above, blocks are summed as doubles and only what
 * they give as pairs; the error is then about 2^-53 of the sum of the terms' sizes, and less by the
 * root of the number of blocks where rounding has no preference. */
residual_sums residual_sums_of(const double *x, const double *y, size_t n, close_line line);

#endif
