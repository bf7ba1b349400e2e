#include "plots/axis.h"

#include "text/append.h"
#include "ui/geometry.h"

#include <math.h>

static const double SLACK = 1e-9; /* for what rounding does to numbers that should be whole */
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
    const double steps[] = {1.0, 2.0, 5.0};
    for (int i = 0; i < 3; i++)
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
    const double first = ceil(axis->low / ticks.step - SLACK);
    const double last = floor(axis->high / ticks.step + SLACK);
    for (double i = first; i <= last && ticks.count < PLOT_TICKS_MAX; i++)
        add(&ticks, i * ticks.step);
    return ticks;
}

static plot_ticks logarithmic_ticks(const plot_axis *axis, double spacing, double pixels)
{
    plot_ticks ticks = {0};
    const double low = log10(axis->low), high = log10(axis->high);
    const double per_decade = pixels / (high - low);
    const bool has_room = per_decade * log10(2.0) >= spacing;
    const double decades = per_decade >= spacing ? 1.0 : round_step(spacing / per_decade);
    for (double d = floor(low / decades) * decades; d <= high + SLACK; d += decades)
        for (int i = 0; i < (has_room ? 3 : 1); i++) {
            const double value = (i == 0 ? 1.0 : i == 1 ? 2.0 : 5.0) * pow(10.0, d);
            if (log10(value) >= low - SLACK && log10(value) <= high + SLACK)
                add(&ticks, value);
        }
    return ticks;
}

/* The largest of the numbers as they are written. */
static double largest(const plot_ticks *ticks)
{
    double most = 0.0;
    for (int i = 0; i < ticks->count; i++)
        most = fmax(most, fabs(ticks->value[i] - ticks->offset));
    return most;
}

static int power_of(double value)
{
    return (int)floor(log10(value) + SLACK);
}

static void choose_notation(plot_ticks *ticks)
{
    const double most = largest(ticks), plain = 1e7, many_decimals = 1e-5;
    const double least = ticks->count > 0 ? fabs(ticks->value[0]) : 0.0;
    if (ticks->step > 0.0)
        ticks->powers = most >= plain || ticks->step < many_decimals * (1.0 - SLACK);
    else
        ticks->powers = most >= plain || least < 10.0 * many_decimals * (1.0 - SLACK);
    ticks->power = most > 0.0 ? power_of(most) : 0;
}

/* The unit of the offset: a power of ten that the ticks are no more than one apart in. */
static double offset_unit(const plot_ticks *ticks)
{
    const double length = ticks->value[ticks->count - 1] - ticks->value[0];
    return pow(10.0, ceil(log10(length) - SLACK));
}

/* Numbers of more digits than are read at a glance have a part in common. */
static void choose_offset(plot_ticks *ticks)
{
    const double digits = 1e6;
    if (ticks->count < 2 || !(ticks->step > 0.0) || largest(ticks) < digits * ticks->step)
        return;
    const double unit = offset_unit(ticks);
    ticks->offset = floor(ticks->value[0] / unit + SLACK) * unit;
}

void plot_ticks_tell_all(plot_ticks *ticks)
{
    ticks->offset = 0.0;
    choose_notation(ticks);
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
    choose_offset(&ticks);
    choose_notation(&ticks);
    return ticks;
}

text_number plot_tick_text(const plot_ticks *ticks, int index)
{
    const double value = ticks->value[index] - ticks->offset;
    if (!(ticks->step > 0.0))
        return ticks->powers ? text_power(value) : text_short(value, 7);
    const double shown = fabs(value) < 1e-6 * ticks->step ? 0.0 : value;
    const int last = power_of(ticks->step); /* place of the last digit that differs */
    if (!ticks->powers || shown == 0.0)
        return text_powered(shown, shown == 0.0 && ticks->powers ? 0 : last < 0 ? -last : 0, 0);
    return text_powered(shown, ticks->power - last, ticks->power);
}

text_number plot_offset_text(const plot_ticks *ticks)
{
    text_number text = {""};
    if (ticks->offset == 0.0)
        return text;
    const int last = power_of(offset_unit(ticks)), decimals = last < 0 ? -last : 0;
    const bool plain = fabs(ticks->offset) < 1e15;
    text_append(text.text, sizeof text.text, "%s%s", ticks->offset > 0.0 ? "+" : "",
                plain ? text_powered(ticks->offset, decimals, 0).text
                      : text_stepped(ticks->offset, offset_unit(ticks)).text);
    return text;
}

plot_axis plot_axis_around(double low, double high, double share)
{
    double margin = share * (high - low);
    const double least = 1e-14 * fmax(fabs(low), fabs(high)); /* what doubles hardly tell apart */
    if (!(margin > least))
        margin = low == 0.0 && high == 0.0 ? 1.0 : 0.5 * fmax(fabs(low), fabs(high));
    return (plot_axis){.low = low - margin, .high = high + margin};
}
