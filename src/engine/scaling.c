#include "downhill/scaling.h"

#include <math.h>

dh_scaling dh_scaling_none(void)
{
    return (dh_scaling){.mean = 0.0, .deviation = 1.0};
}

dh_scaling dh_scaling_of(const dh_moments *moments)
{
    const double deviation = sqrt(moments->var_x);
    return (dh_scaling){.mean = moments->mean_x, .deviation = deviation > 0.0 ? deviation : 1.0};
}

double dh_scaled(dh_scaling scaling, double x)
{
    return (x - scaling.mean) / scaling.deviation;
}

dh_weights dh_scaling_line(dh_scaling scaling, dh_weights trained)
{
    const double slope = trained.slope / scaling.deviation;
    return (dh_weights){slope, trained.intercept - slope * scaling.mean};
}

dh_weights dh_scaling_trained(dh_scaling scaling, dh_weights line)
{
    return (dh_weights){line.slope * scaling.deviation, line.intercept + line.slope * scaling.mean};
}
