#include "app/scale.h"

#include "cli/options.h"
#include "text/number.h"

#include <assert.h>
#include <math.h>

static const double USUAL_DPI = 96.0;

double scale_rounded(double scale)
{
    const double quarters = round(4.0 * scale) / 4.0;
    return fmin(fmax(quarters, OPTIONS_SCALE_MIN), OPTIONS_SCALE_MAX);
}

double scale_of_dpi(const char *dpi)
{
    double value = USUAL_DPI;
    if (!dpi || !number_parse(dpi, &value))
        return 1.0;
    return scale_rounded(fmax(value / USUAL_DPI, 1.0));
}

int scale_side(int side, double scale, double unit_px, int room)
{
    assert(scale > 0.0 && unit_px > 0.0);
    const double units = round(side * scale / unit_px);
    return (int)(room > 0 ? fmin(units, room) : units);
}
