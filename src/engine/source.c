#include "downhill/source.h"

#include <assert.h>
#include <math.h>

dh_source dh_source_default(void)
{
    return (dh_source){
        .seed = DH_NOTEBOOKS_SEED,
        .draw = {.points = 100, .slope = 3.0, .intercept = 2.0, .noise = 1.0},
    };
}

static bool check_draw(const dh_draw *draw, dh_error *error)
{
    if (draw->points < 1 || draw->points > DH_POINTS_MAX)
        return dh_fail(error, "the number of points must be 1 to %d", DH_POINTS_MAX);
    if (!(fabs(draw->slope) <= DH_TRUE_LIMIT) || !(fabs(draw->intercept) <= DH_TRUE_LIMIT))
        return dh_fail(error, "the true slope and intercept must be within %g", DH_TRUE_LIMIT);
    if (!(draw->noise >= 0.0) || !(draw->noise <= DH_TRUE_LIMIT))
        return dh_fail(error, "the noise must be 0 to %g", DH_TRUE_LIMIT);
    return true;
}

bool dh_source_check(const dh_source *source, dh_error *error)
{
    if (source->kind == DH_SOURCE_DRAWN)
        return check_draw(&source->draw, error);
    return source->given || dh_fail(error, "there are no points");
}

size_t dh_source_points(const dh_source *source)
{
    return source->kind == DH_SOURCE_DRAWN ? source->draw.points : source->given->n;
}

dh_random dh_source_draw(const dh_source *source, double *x, double *y)
{
    assert(source->kind == DH_SOURCE_DRAWN);
    const dh_draw *draw = &source->draw;
    const float slope = (float)draw->slope;
    const float intercept = (float)draw->intercept;
    const float noise = (float)draw->noise;
    dh_random random = dh_random_seeded(source->seed);
    for (size_t i = 0; i < draw->points; i++)
        x[i] = (double)dh_random_uniform(&random, -1.0f, 1.0f);
    for (size_t i = 0; i < draw->points; i++) {
        const float on_line = slope * (float)x[i] + intercept;
        y[i] = (double)(on_line + dh_random_uniform(&random, 0.0f, noise));
    }
    return random;
}

void dh_source_hold(const dh_source *source)
{
    dh_points_hold(source->given);
}

void dh_source_drop(const dh_source *source)
{
    dh_points_drop(source->given);
}
