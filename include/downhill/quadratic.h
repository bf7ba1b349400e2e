/* The mean squared error of a line as a function of its two weights: exactly a quadratic, known
 * from five numbers of the data. One pass over the points makes it; loss, gradient and curvature
 * then cost the same for one point as for ten million.
 *
 *     L(a0, a1) = lowest_loss + var_x * (a0 - best.slope)^2 + r^2,   r = a1 + a0 * mean_x - mean_y
 *
 * Sources: T. Chan, G. Golub and R. LeVeque, "Algorithms for computing the sample variance",
 * The American Statistician 37(3), 1983 (the merging of blocks). */
#ifndef DOWNHILL_QUADRATIC_H
#define DOWNHILL_QUADRATIC_H

#include <stdbool.h>
#include <stddef.h>

/* A line, or anything else that has a part for each weight: a gradient, a step. */
typedef struct dh_weights {
    double slope;     /* a0 */
    double intercept; /* a1 */
} dh_weights;

typedef struct dh_range {
    double low, high;
} dh_range;

typedef struct dh_quadratic {
    double mean_x, mean_y;
    double var_x, var_y; /* mean squared deviations (1/n) */
    double covariance;   /* of x and y (1/n) */
    dh_range x, y;       /* smallest and largest */

    dh_weights best;    /* the weights of the lowest loss: the least-squares line */
    double lowest_loss; /* the loss at best, summed from residuals */
    bool degenerate;    /* all x are equal: every line through (mean_x, mean_y) is best, and `best`
                           is the level one */

    double curvature_high; /* eigenvalues of the Hessian, the same everywhere */
    double curvature_low;  /* 0 when degenerate */
} dh_quadratic;

/* The quadratic of n >= 1 finite points. Ten digits hold even for x around 1e8 with spread 1. */
dh_quadratic dh_quadratic_of(const double *x, const double *y, size_t n);

/* Mean squared error at w. */
double dh_loss(const dh_quadratic *quadratic, dh_weights w);

/* Its derivatives by slope and intercept at w. */
dh_weights dh_gradient(const dh_quadratic *quadratic, dh_weights w);

#endif
