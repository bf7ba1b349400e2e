/* The loss of a line as a function of its two weights: exactly a quadratic, known from a few
 * numbers of the data. Loss, gradient and curvature then cost the same for one point as for ten
 * million.
 *
 *     L(a0, a1) = lowest + factor * (var_x * s^2 + r^2)
 *     dL/da1 = 2 * factor * r,   dL/da0 = 2 * factor * (var_x * s + mean_x * r)
 *     s = a0 - best.slope,   r = s * mean_x + (a1 - best.intercept)
 *
 * The distance from the best line is taken before anything that could cancel, so gradients are as
 * good beside the minimum as far from it. Up to 2^19 points each part of a gradient is within 1e-13
 * of itself, at any weights and in every direction from the minimum, however far x is from zero;
 * only where less than 1e-16 is left of the terms that cancel in that part are there fewer digits,
 * down to 1e-29 of those terms. tests/unit/test_exact_gradient.c holds it to exact arithmetic. For
 * more points the best line is not known as well: with x around zero the error is some 1e-18 over
 * the distance from the minimum (1e-10 of the gradient at 1e-8), and in the valley of x that are
 * 1000 times their spread away from zero only about five digits are right. */
#ifndef DOWNHILL_QUADRATIC_H
#define DOWNHILL_QUADRATIC_H

#include "downhill/moments.h"
#include "downhill/weights.h"

#include <stdbool.h>

typedef struct dh_quadratic {
    dh_weights best, best_low; /* the weights of the lowest loss, and what is left of them after
                                  rounding */
    double lowest;             /* the loss at best */
    bool degenerate;           /* all x are equal, and the loss the same along a valley */
    double mean_x, mean_x_low; /* as dh_moments has them */
    double var_x, var_x_low;
    double factor;         /* the loss is so many times the mean squared residual */
    double ss, si, ii;     /* the Hessian, the same everywhere: twice by slope, by slope and
                              intercept, twice by intercept */
    double curvature_high; /* its eigenvalues */
    double curvature_low;  /* 0 when degenerate */
} dh_quadratic;

/* The loss that is factor > 0 times the mean of the squared residuals: 1 for PyTorch's MSELoss,
 * 1/2 for half of it, n for the sum. A factor that is a power of two changes no bit but the
 * exponents'. */
dh_quadratic dh_quadratic_of(const dh_moments *moments, double factor);

typedef struct dh_value {
    double loss;
    dh_weights gradient; /* the loss's derivatives by slope and intercept */
} dh_value;

/* Loss and gradient at w. */
dh_value dh_quadratic_at(const dh_quadratic *quadratic, dh_weights w);

/* Only the loss. */
double dh_quadratic_loss(const dh_quadratic *quadratic, dh_weights w);

#endif
