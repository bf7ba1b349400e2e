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

/* The words of a set. */
enum { X_NAME, Y_NAME, ORIGIN, PATH, COLUMNS, WORDS };

static void words_of(const dh_points_def *def, const char *word[WORDS])
{
    const char *const given[WORDS] = {[X_NAME] = def->x_name,
                                      [Y_NAME] = def->y_name,
                                      [ORIGIN] = def->origin,
                                      [PATH] = def->place.path,
                                      [COLUMNS] = def->place.columns};
    const char *const usual[WORDS] = {
        [X_NAME] = "x", [Y_NAME] = "y", [ORIGIN] = "", [PATH] = "", [COLUMNS] = ""};
    for (int i = 0; i < WORDS; i++)
        word[i] = given[i] ? given[i] : usual[i];
}

/* Everything is in one block: the set, its numbers, its words. */
dh_points *dh_points_create(const dh_points_def *def, dh_error *error)
{
    const char *word[WORDS];
    char *own[WORDS];
    size_t bytes = 0;
    if (!check(def, error))
        return NULL;
    words_of(def, word);
    for (int i = 0; i < WORDS; i++)
        bytes += strlen(word[i]) + 1;
    const size_t numbers = def->n * sizeof(double);
    dh_points *points = malloc(sizeof *points + 2 * numbers + bytes);
    if (!points) {
        dh_fail(error, "not enough memory for %zu points", def->n);
        return NULL;
    }
    double *x = (double *)(void *)(points + 1);
    char *at = (char *)(x + 2 * def->n);
    for (int i = 0; i < WORDS; i++) {
        const size_t length = strlen(word[i]) + 1;
        own[i] = memcpy(at, word[i], length);
        at += length;
    }
    *points = (dh_points){.holders = 1,
                          .n = def->n,
                          .x = x,
                          .y = x + def->n,
                          .x_name = own[X_NAME],
                          .y_name = own[Y_NAME],
                          .origin = own[ORIGIN],
                          .place = def->place};
    points->place.path = own[PATH];
    points->place.columns = own[COLUMNS];
    memcpy(points->x, def->x, numbers);
    memcpy(points->y, def->y, numbers);
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

static bool same_place(const dh_points_place *a, const dh_points_place *b)
{
    return a->kind == b->kind && a->modified_ns == b->modified_ns &&
           strcmp(a->path, b->path) == 0 && strcmp(a->columns, b->columns) == 0;
}

bool dh_points_equal(const dh_points *a, const dh_points *b)
{
    if (a == b)
        return true;
    return a && b && a->n == b->n && memcmp(a->x, b->x, a->n * sizeof *a->x) == 0 &&
           memcmp(a->y, b->y, a->n * sizeof *a->y) == 0 && strcmp(a->x_name, b->x_name) == 0 &&
           strcmp(a->y_name, b->y_name) == 0 && strcmp(a->origin, b->origin) == 0 &&
           same_place(&a->place, &b->place);
}
