/* Sums over blocks of values that fit the nearest cache. They are kept in LANES independent parts:
 * that fixes the order of the additions on every machine and lets a compiler use vector
 * instructions without reordering them. */
#ifndef ENGINE_LANES_H
#define ENGINE_LANES_H

#include <stddef.h>

enum { BLOCK = 256, LANES = 8 }; /* BLOCK is a multiple of LANES */

/* n, made up to whole lanes: the values beyond n are to be 0. */
static inline size_t padded_to_lanes(size_t n)
{
    return (n + LANES - 1) / LANES * LANES;
}

static inline double sum_of_lanes(const double *lanes)
{
    double sum = 0.0;
    for (int lane = 0; lane < LANES; lane++)
        sum += lanes[lane];
    return sum;
}

static inline double sum_of(const double *values, size_t padded)
{
    double lanes[LANES] = {0};
    for (size_t i = 0; i < padded; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            lanes[lane] += values[i + lane];
    return sum_of_lanes(lanes);
}

static inline double sum_of_products(const double *a, const double *b, size_t padded)
{
    double lanes[LANES] = {0};
    for (size_t i = 0; i < padded; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            lanes[lane] += a[i + lane] * b[i + lane];
    return sum_of_lanes(lanes);
}

#endif
