#include "model/view.h"

#include <math.h>

static const double SIZES[] = {0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

enum { SIZE_COUNT = sizeof SIZES / sizeof *SIZES };

model_view view_default(void)
{
    return (model_view){.split = 59, .size = 1.0};
}

double view_next_size(double size, int direction)
{
    for (int i = 0; i < SIZE_COUNT; i++) {
        const double next = SIZES[direction > 0 ? i : SIZE_COUNT - 1 - i];
        if (direction > 0 ? next > size : next < size)
            return next;
    }
    return size;
}

static bool is_usable(dh_range range)
{
    const double length = range.high - range.low;
    const double size = fmax(fabs(range.low), fabs(range.high));
    return isfinite(length) && length > 1e-9 * size && length > 1e-30 && size < 1e110;
}

bool view_range_is_usable(const dh_weights_range *range)
{
    return is_usable(range->slope) && is_usable(range->intercept);
}
