/* How x becomes what the line is trained on, and the line back: as scikit-learn's StandardScaler
 * does it, input = (x - mean) / deviation. */
#ifndef DOWNHILL_SCALING_H
#define DOWNHILL_SCALING_H

#include "downhill/moments.h"
#include "downhill/weights.h"

#include <stdbool.h>

typedef struct dh_scaling {
    double mean;
    double deviation; /* standard deviation of all points (1/n); above 0 */
} dh_scaling;

/* Leaves everything as it is. */
dh_scaling dh_scaling_none(void);

/* Makes the mean of these points 0 and their deviation 1; where all x are equal, which have no
 * deviation, the mean alone. */
dh_scaling dh_scaling_of(const dh_moments *moments);

static inline bool dh_scaling_same(dh_scaling a, dh_scaling b)
{
    return a.mean == b.mean && a.deviation == b.deviation;
}

/* The input that an x becomes. */
double dh_scaled(dh_scaling scaling, double x);

/* The line in the data's own units that trained weights are, and the weights of such a line. */
dh_weights dh_scaling_line(dh_scaling scaling, dh_weights trained);
dh_weights dh_scaling_trained(dh_scaling scaling, dh_weights line);

#endif
