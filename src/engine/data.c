#include "downhill/data.h"

#include <math.h>
#include <stdlib.h>

dh_data_def dh_data_default(void)
{
    return (dh_data_def){
        .points = 100, .slope = 3.0, .intercept = 2.0, .noise = 1.0, .seed = DH_NOTEBOOKS_SEED};
}

static bool check(const dh_data_def *def, dh_error *error)
{
    if (def->points < 1 || def->points > DH_POINTS_MAX)
        return dh_fail(error, "the number of points must be 1 to %d", DH_POINTS_MAX);
    if (!(fabs(def->slope) <= DH_TRUE_LIMIT) || !(fabs(def->intercept) <= DH_TRUE_LIMIT))
        return dh_fail(error, "the true slope and intercept must be within %g", DH_TRUE_LIMIT);
    if (!(def->noise >= 0.0) || !(def->noise <= DH_TRUE_LIMIT))
        return dh_fail(error, "the noise must be 0 to %g", DH_TRUE_LIMIT);
    return true;
}

static bool reserve(dh_data *data, size_t points, dh_error *error)
{
    if (points <= data->capacity)
        return true;
    double *both = malloc(2 * points * sizeof *both);
    if (!both)
        return dh_fail(error, "not enough memory for %zu points", points);
    free(data->x);
    data->x = both;
    data->y = both + points;
    data->capacity = points;
    return true;
}

bool dh_data_draw(dh_data *data, const dh_data_def *def, dh_error *error)
{
    if (!check(def, error) || !reserve(data, def->points, error))
        return false;
    dh_random random = dh_random_seeded(def->seed);
    for (size_t i = 0; i < def->points; i++)
        data->x[i] = (double)dh_random_uniform(&random, -1.0f, 1.0f);
    const float slope = (float)def->slope;
    const float intercept = (float)def->intercept;
    const float noise = (float)def->noise;
    for (size_t i = 0; i < def->points; i++) {
        const float on_line = slope * (float)data->x[i] + intercept;
        data->y[i] = (double)(on_line + dh_random_uniform(&random, 0.0f, noise));
    }
    data->n = def->points;
    data->after = random;
    return true;
}

void dh_data_free(dh_data *data)
{
    free(data->x);
    *data = (dh_data){0};
}
