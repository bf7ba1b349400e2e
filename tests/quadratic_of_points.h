/* PyTorch's loss over given points. */
#ifndef TESTS_QUADRATIC_OF_POINTS_H
#define TESTS_QUADRATIC_OF_POINTS_H

#include "downhill/quadratic.h"

static inline dh_quadratic quadratic_of_points(const double *x, const double *y, size_t n)
{
    const dh_moments moments = dh_moments_of(x, y, n);
    return dh_quadratic_of(&moments, 1.0);
}

#endif
