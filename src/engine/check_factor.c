#include "engine/check_factor.h"

#include <math.h>

static bool is_in(double value, dh_range range)
{
    return value >= range.low && value <= range.high;
}

/* The first of the usual ones in a range; 0: none. */
static double usual_in(dh_range factors, double n)
{
    const double usual[] = {1.0, 0.5, n, n / 2.0, 2.0, 2.0 * n, 1.0 / n, 2.0 / n, 0.5 / n};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (is_in(usual[i], factors))
            return usual[i];
    for (int power = 1; power <= 9; power++) {
        if (is_in(pow(10.0, power), factors))
            return pow(10.0, power);
        if (is_in(pow(10.0, -power), factors))
            return pow(10.0, -power);
    }
    return 0.0;
}

static double usual_near(const check_walk *walk, dh_range factors, bool single)
{
    const bool coarse = single || walk->precision.significant < DH_WHOLE_DIGITS;
    const double slack = coarse ? 1e-5 : 1e-12;
    const dh_range about = {factors.low * (1.0 - slack), factors.high * (1.0 + slack)};
    return usual_in(about, (double)walk->def->problem->n);
}

double check_factor_of(const check_walk *walk, dh_range factors, bool single)
{
    const double usual = usual_near(walk, factors, single);
    return usual > 0.0 ? usual : check_shortest_in(factors);
}

bool check_factor_is_plain(const check_walk *walk, dh_range factors, bool single)
{
    enum { FEW = 3 };
    const double shortest = check_shortest_in(factors);
    return check_rounded(shortest, FEW) == shortest || usual_near(walk, factors, single) > 0.0;
}
