#include "plots/axis.h"

#include <math.h>

double plot_position(const plot_axis *axis, double value)
{
    return axis->from + (value - axis->low) / (axis->high - axis->low) * (axis->to - axis->from);
}

double plot_value(const plot_axis *axis, double position)
{
    return axis->low + (position - axis->from) / (axis->to - axis->from) * (axis->high - axis->low);
}

static double round_step(double at_least)
{
    const double power = pow(10.0, floor(log10(at_least)));
    const double steps[] = {1.0, 2.0, 5.0, 10.0};
    for (int i = 0; i < 4; i++)
        if (steps[i] * power >= at_least * (1.0 - 1e-12))
            return steps[i] * power;
    return 10.0 * power;
}

plot_ticks plot_ticks_of(const plot_axis *axis, double spacing)
{
    const double length = axis->high - axis->low;
    const double pixels = fabs(axis->to - axis->from);
    if (!(pixels >= 1.0))
        return (plot_ticks){.step = 1.0};
    const double step = round_step(length * fmin(spacing / pixels, 1.0));
    const double slack = 1e-9 * step;
    const double first = ceil((axis->low - slack) / step) * step;
    const double last = floor((axis->high + slack) / step) * step;
    return (plot_ticks){
        .first = first, .step = step, .count = (int)fmax(0.0, round((last - first) / step) + 1.0)};
}

double plot_tick(const plot_ticks *ticks, int index)
{
    return (round(ticks->first / ticks->step) + index) * ticks->step;
}

plot_axis plot_axis_around(double low, double high, double share)
{
    double margin = share * (high - low);
    const double least = 1e-9 * fmax(fabs(low), fabs(high));
    if (!(margin > least))
        margin = low == 0.0 && high == 0.0 ? 1.0 : 0.5 * fmax(fabs(low), fabs(high));
    return (plot_axis){.low = low - margin, .high = high + margin};
}
