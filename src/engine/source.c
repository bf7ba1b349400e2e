#include "downhill/source.h"

#include <assert.h>
#include <math.h>

dh_source dh_source_default(void)
{
    return (dh_source){
        .seed = DH_NOTEBOOKS_SEED,
        .generated = {.points = 100, .slope = 3.0, .intercept = 2.0, .noise = 1.0},
    };
}

static bool check_generated(const dh_generated *def, dh_error *error)
{
    if (def->points < 1 || def->points > DH_POINTS_MAX)
        return dh_fail(error, "the number of points must be 1 to %d", DH_POINTS_MAX);
    if (!(fabs(def->slope) <= DH_TRUE_LIMIT) || !(fabs(def->intercept) <= DH_TRUE_LIMIT))
        return dh_fail(error, "the true slope and intercept must be within %g", DH_TRUE_LIMIT);
    if (!(def->noise >= 0.0) || !(def->noise <= DH_TRUE_LIMIT))
        return dh_fail(error, "the noise must be 0 to %g", DH_TRUE_LIMIT);
    return true;
}

bool dh_source_check(const dh_source *source, dh_error *error)
{
    if (source->kind == DH_SOURCE_GENERATED)
        return check_generated(&source->generated, error);
    return source->given || dh_fail(error, "there are no points");
}

size_t dh_source_points(const dh_source *source)
{
    return source->kind == DH_SOURCE_GENERATED ? source->generated.points : source->given->n;
}

dh_random dh_source_generate(const dh_source *source, double *x, double *y)
{
    assert(source->kind == DH_SOURCE_GENERATED);
    const dh_generated *def = &source->generated;
    const float slope = (float)def->slope;
    const float intercept = (float)def->intercept;
    const float noise = (float)def->noise;
    dh_random random = dh_random_seeded(source->seed);
    for (size_t i = 0; i < def->points; i++)
        x[i] = (double)dh_random_uniform(&random, -1.0f, 1.0f);
    for (size_t i = 0; i < def->points; i++) {
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
