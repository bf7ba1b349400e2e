#include "plots/axis.h"

#include "ui/geometry.h"

#include <math.h>

static const double CLOSER = 0.7; /* times the spacing, where it leaves less than two ticks */

/* Where a value lies along the axis: 0 at its low end, 1 at its high end. */
static double share_of(const plot_axis *axis, double value)
{
    const double far_below = -1e6;
    if (!axis->logarithmic)
        return (value - axis->low) / (axis->high - axis->low);
    if (!(value > 0.0))
        return far_below;
    const double low = log(axis->low); /* their quotient could be too large for a number */
    return (log(value) - low) / (log(axis->high) - low);
}

double plot_position(const plot_axis *axis, double value)
{
    return axis->from + share_of(axis, value) * (axis->to - axis->from);
}

double plot_value(const plot_axis *axis, double position)
{
    const double share = (position - axis->from) / (axis->to - axis->from);
    if (axis->logarithmic)
        return exp(log(axis->low) + share * (log(axis->high) - log(axis->low)));
    return axis->low + share * (axis->high - axis->low);
}

bool plot_same_axis(const plot_axis *a, const plot_axis *b)
{
    return a->low == b->low && a->high == b->high && a->from == b->from && a->to == b->to &&
           a->logarithmic == b->logarithmic;
}

double plot_grained(const plot_axis *axis, double value)
{
    const double per_pixel = fabs((axis->high - axis->low) / (axis->to - axis->from));
    const double grain = pow(10.0, floor(log10(per_pixel)));
    const double finest = 1e-300; /* which can still be divided by */
    return grain >= finest ? ui_on_grid(value, grain) : value;
}

double plot_read_off(const plot_axis *axis, double position)
{
    return plot_grained(axis, plot_value(axis, position));
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

static void add(plot_ticks *ticks, double value)
{
    if (ticks->count < PLOT_TICKS_MAX)
        ticks->value[ticks->count++] = value;
}

static plot_ticks linear_ticks(const plot_axis *axis, double spacing, double pixels)
{
    const double length = axis->high - axis->low;
    plot_ticks ticks = {.step = round_step(length * fmin(spacing / pixels, 1.0))};
    const double slack = 1e-9;
    const double first = ceil(axis->low / ticks.step - slack);
    const double last = floor(axis->high / ticks.step + slack);
    for (double i = first; i <= last && ticks.count < PLOT_TICKS_MAX; i++)
        add(&ticks, i * ticks.step);
    return ticks;
}

static plot_ticks logarithmic_ticks(const plot_axis *axis, double spacing, double pixels)
{
    plot_ticks ticks = {0};
    const double slack = 1e-9;
    const double low = log10(axis->low), high = log10(axis->high);
    const double per_decade = pixels / (high - low);
    const bool has_room = per_decade * log10(2.0) >= spacing;
    const double decades = per_decade >= spacing ? 1.0 : round_step(spacing / per_decade);
    for (double d = floor(low / decades) * decades; d <= high + slack; d += decades)
        for (int i = 0; i < (has_room ? 3 : 1); i++) {
            const double value = (i == 0 ? 1.0 : i == 1 ? 2.0 : 5.0) * pow(10.0, d);
            if (log10(value) >= low - slack && log10(value) <= high + slack)
                add(&ticks, value);
        }
    return ticks;
}

plot_ticks plot_ticks_of(const plot_axis *axis, double spacing)
{
    const double pixels = fabs(axis->to - axis->from);
    if (!(pixels >= 1.0))
        return (plot_ticks){0};
    plot_ticks ticks = {0};
    for (int attempt = 0; attempt < 3 && ticks.count < 2; attempt++, spacing *= CLOSER)
        ticks = axis->logarithmic ? logarithmic_ticks(axis, spacing, pixels)
                                  : linear_ticks(axis, spacing, pixels);
    if (ticks.count < 2 && axis->logarithmic && axis->high < 10.0 * axis->low)
        ticks = linear_ticks(axis, spacing, pixels); /* a logarithmic axis of less than a decade */
    return ticks;
}

text_number plot_tick_text(const plot_ticks *ticks, int index)
{
    const double value = ticks->value[index];
    return ticks->step > 0.0 ? text_stepped(value, ticks->step) : text_short(value, 3);
}

plot_axis plot_axis_around(double low, double high, double share)
{
    double margin = share * (high - low);
    const double least = 1e-14 * fmax(fabs(low), fabs(high)); /* what doubles hardly tell apart */
    if (!(margin > least))
        margin = low == 0.0 && high == 0.0 ? 1.0 : 0.5 * fmax(fabs(low), fabs(high));
    return (plot_axis){.low = low - margin, .high = high + margin};
}
