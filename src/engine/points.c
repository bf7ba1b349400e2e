#include "downhill/points.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool check(const dh_points_def *def, dh_error *error)
{
    if (def->n < 1 || def->n > DH_POINTS_MAX)
        return dh_fail(error, "the number of points must be 1 to %d", DH_POINTS_MAX);
    for (size_t i = 0; i < def->n; i++)
        if (!(fabs(def->x[i]) <= DH_POINT_LIMIT) || !(fabs(def->y[i]) <= DH_POINT_LIMIT))
            return dh_fail(error, "point %zu must be within %g", i + 1, DH_POINT_LIMIT);
    return true;
}

/* Takes `bytes` of a block for a text. */
static char *put_text(char **block, const char *text, size_t bytes)
{
    char *at = memcpy(*block, text, bytes);
    *block += bytes;
    return at;
}

/* Everything is in one block: the set, its numbers, its words. */
dh_points *dh_points_create(const dh_points_def *def, dh_error *error)
{
    const char *x_name = def->x_name ? def->x_name : "x";
    const char *y_name = def->y_name ? def->y_name : "y";
    const char *origin = def->origin ? def->origin : "";
    const size_t x_bytes = strlen(x_name) + 1, y_bytes = strlen(y_name) + 1;
    const size_t origin_bytes = strlen(origin) + 1;
    if (!check(def, error))
        return NULL;
    const size_t numbers = def->n * sizeof(double);
    dh_points *points = malloc(sizeof *points + 2 * numbers + x_bytes + y_bytes + origin_bytes);
    if (!points) {
        dh_fail(error, "not enough memory for %zu points", def->n);
        return NULL;
    }
    double *x = (double *)(void *)(points + 1);
    char *words = (char *)(x + 2 * def->n);
    *points = (dh_points){.holders = 1, .n = def->n, .x = x, .y = x + def->n};
    memcpy(points->x, def->x, numbers);
    memcpy(points->y, def->y, numbers);
    points->x_name = put_text(&words, x_name, x_bytes);
    points->y_name = put_text(&words, y_name, y_bytes);
    points->origin = put_text(&words, origin, origin_bytes);
    return points;
}

dh_points *dh_points_hold(dh_points *points)
{
    if (points)
        points->holders++;
    return points;
}

void dh_points_drop(dh_points *points)
{
    assert(!points || points->holders > 0);
    if (points && --points->holders == 0)
        free(points);
}

bool dh_points_equal(const dh_points *a, const dh_points *b)
{
    if (a == b)
        return true;
    return a && b && a->n == b->n && memcmp(a->x, b->x, a->n * sizeof *a->x) == 0 &&
           memcmp(a->y, b->y, a->n * sizeof *a->y) == 0 && strcmp(a->x_name, b->x_name) == 0 &&
           strcmp(a->y_name, b->y_name) == 0 && strcmp(a->origin, b->origin) == 0;
}
