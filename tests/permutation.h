/* torch.randperm, whole. */
#ifndef TESTS_PERMUTATION_H
#define TESTS_PERMUTATION_H

#include "downhill/random.h"

static inline void draw_permutation(dh_random *random, size_t n, uint32_t *order)
{
    for (size_t i = 0; i < n; i++)
        order[i] = (uint32_t)i;
    dh_random_shuffle(random, n, order, 0, n);
}

#endif
