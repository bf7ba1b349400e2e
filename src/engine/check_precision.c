#include "engine/check_precision.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    USUAL_DIGITS = 6, /* that programs write when nothing else is said */
    ROWS_LOOKED_AT = 4096,
    TEXT_BYTES = 400,
    DECIMALS_MAX = 30
};

check_sizes check_sizes_of(const dh_problem *problem, dh_scaling scaling)
{
    const double n = (double)problem->n;
    check_sizes sizes = {.share = 1.0 + fabs(scaling.mean) / scaling.deviation};
    for (size_t i = 0; i < problem->n; i++) {
        const double x = fabs(dh_scaled(scaling, problem->x[i])), y = fabs(problem->y[i]);
        sizes.x += x;
        sizes.xx += x * x;
        sizes.y += y;
        sizes.xy += x * y;
        sizes.x_max = fmax(sizes.x_max, x);
        sizes.y_max = fmax(sizes.y_max, y);
    }
    sizes.x /= n;
    sizes.xx /= n;
    sizes.y /= n;
    sizes.xy /= n;
    return sizes;
}

double check_rounded(double value, int digits)
{
    char text[TEXT_BYTES];
    snprintf(text, sizeof text, "%.*e", digits - 1, value);
    return strtod(text, NULL);
}

static bool has_decimals(double value, int decimals)
{
    char text[TEXT_BYTES];
    snprintf(text, sizeof text, "%.*f", decimals, value);
    return strtod(text, NULL) == value;
}

/* Makes the digits enough for a number; one that is not finite has none. */
static void take_digits(check_precision *precision, double value)
{
    if (!isfinite(value))
        return;
    while (precision->significant < DH_DOUBLE_DIGITS &&
           check_rounded(value, precision->significant) != value)
        precision->significant++;
    while (precision->significant < DH_WHOLE_DIGITS && precision->decimals < DECIMALS_MAX &&
           !has_decimals(value, precision->decimals))
        precision->decimals++;
}

check_precision check_precision_usual(check_precision precision)
{
    if (precision.significant < USUAL_DIGITS)
        precision.significant = USUAL_DIGITS;
    if (precision.decimals < USUAL_DIGITS)
        precision.decimals = USUAL_DIGITS;
    return precision;
}

check_precision check_precision_of(const dh_trace *trace, size_t rows, size_t points)
{
    const size_t stride = 1 + (rows - 1) / ROWS_LOOKED_AT;
    check_precision precision = {
        .significant = 1, .unit = DBL_EPSILON / 2.0, .sums = 4.0 + 4.0 * sqrt((double)points)};
    bool moves = false;
    for (size_t i = 0; i < rows && precision.significant < DH_WHOLE_DIGITS; i += stride) {
        take_digits(&precision, trace->slope[i]);
        take_digits(&precision, trace->intercept[i]);
        moves |= trace->slope[i] != trace->slope[0] || trace->intercept[i] != trace->intercept[0];
    }
    return moves ? precision : check_precision_usual(precision);
}

check_precision check_precision_single(check_precision precision)
{
    precision.unit = (double)FLT_EPSILON / 2.0;
    return precision;
}

/* A number that was rounded to significant digits or to decimals: nobody knows which, so the
 * coarser of the two. */
static double open_digits(const check_precision *precision, double value)
{
    const double half = 0.501;
    if (precision->significant >= DH_WHOLE_DIGITS)
        return 0.0;
    const double by_decimals = pow(10.0, -precision->decimals);
    if (value == 0.0)
        return half * by_decimals;
    const double by_digits = pow(10.0, floor(log10(fabs(value))) + 1.0 - precision->significant);
    return half * fmax(by_digits, by_decimals);
}

dh_weights check_open_digits(const check_precision *precision, dh_weights weights)
{
    return (dh_weights){open_digits(precision, weights.slope),
                        open_digits(precision, weights.intercept)};
}

dh_weights check_open_gradient(const check_precision *precision, const check_sizes *sizes,
                               dh_weights at, dh_weights at_error)
{
    const double rounding = precision->unit * precision->sums * sizes->share;
    const double s = rounding * fabs(at.slope) + at_error.slope;
    const double i = rounding * fabs(at.intercept) + at_error.intercept;
    return (dh_weights){2.0 * (s * sizes->xx + i * sizes->x + rounding * sizes->xy),
                        2.0 * (s * sizes->x + i + rounding * sizes->y)};
}

dh_weights check_open_part(const check_precision *precision, const check_sizes *sizes,
                           dh_weights at, dh_weights at_error)
{
    const check_sizes largest = {.x = sizes->x_max,
                                 .xx = sizes->x_max * sizes->x_max,
                                 .y = sizes->y_max,
                                 .xy = sizes->x_max * sizes->y_max,
                                 .share = sizes->share};
    return check_open_gradient(precision, &largest, at, at_error);
}

double check_shortest_in(dh_range range)
{
    const double middle = isfinite(range.high) ? 0.5 * (range.low + range.high) : range.low;
    for (int digits = 1; digits < DH_DOUBLE_DIGITS; digits++) {
        const double value = check_rounded(middle, digits);
        if (value >= range.low && value <= range.high)
            return value;
    }
    return middle;
}
