#include "plots/sampling.h"

enum { EVERY_ONE_OF = 4096, THEN_ABOUT = 4096, IN_A_BUNDLE = 256 };

size_t plot_next_step(const dh_run *run, size_t step)
{
    if (step < EVERY_ONE_OF || run->steps < EVERY_ONE_OF)
        return step + 1;
    return step + ((run->steps - EVERY_ONE_OF) / THEN_ABOUT | 1);
}

size_t plot_stride_within(size_t bundle)
{
    return bundle / IN_A_BUNDLE | 1;
}
