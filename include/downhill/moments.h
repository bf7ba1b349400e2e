/* What is known of the points once two passes have gone through them: how they lie, and the line
 * that fits them best.
 *
 * Up to 2^19 = 524,288 points the best line, mean_x and var_x are known to about twice the digits
 * of a double: what they leave out as doubles is in the low parts. Above, where a point takes a
 * third of the time, their error is some 1e-17 of the spread of the points, and the low parts say
 * what is known of the rest.
 *
 * Sources: T. Chan, G. Golub and R. LeVeque, "Algorithms for computing the sample variance",
 * The American Statistician 37(3), 1983 (the merging of blocks); src/engine/pair.h names those of
 * the second pass. */
#ifndef DOWNHILL_MOMENTS_H
#define DOWNHILL_MOMENTS_H

#include "downhill/weights.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct dh_moments {
    size_t n;
    dh_range x, y; /* smallest and largest */
    double mean_x, mean_y;
    double var_x, var_y; /* mean squared deviations (1/n) */
    double covariance;   /* of x and y (1/n) */
    bool degenerate;     /* all x are equal: every line through (mean_x, mean_y) is best, and `best`
                            is the level one */
    dh_weights best;     /* the least-squares line */
    double residual;     /* mean of the squared residuals of the best line */

    double mean_x_low, var_x_low; /* what is left of these three after rounding to doubles: the */
    dh_weights best_low;          /* exact values are nearer to best + best_low */
} dh_moments;

/* Of n >= 1 finite points. Ten digits hold even for x around 1e8 with spread 1. */
dh_moments dh_moments_of(const double *x, const double *y, size_t n);

#endif
