#include "downhill/points.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORIGIN_BYTES = 4200 }; /* of an edited set; a longer one is cut */

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

/* A set for n points with the words of a definition. Everything is in one block: the set, its
 * numbers, which are not there yet, and its words. */
static dh_points *make_room(const dh_points_def *def, size_t n, dh_error *error)
{
    const char *word[WORDS];
    char *own[WORDS];
    size_t bytes = 0;
    words_of(def, word);
    for (int i = 0; i < WORDS; i++)
        bytes += strlen(word[i]) + 1;
    dh_points *points = malloc(sizeof *points + 2 * n * sizeof(double) + bytes);
    if (!points) {
        dh_fail_memory(error, "not enough memory for %zu points", n);
        return NULL;
    }
    double *x = (double *)(void *)(points + 1);
    char *at = (char *)(x + 2 * n);
    for (int i = 0; i < WORDS; i++) {
        const size_t length = strlen(word[i]) + 1;
        own[i] = memcpy(at, word[i], length);
        at += length;
    }
    *points = (dh_points){.holders = 1,
                          .n = n,
                          .x = x,
                          .y = x + n,
                          .x_name = own[X_NAME],
                          .y_name = own[Y_NAME],
                          .origin = own[ORIGIN],
                          .place = def->place};
    points->place.path = own[PATH];
    points->place.columns = own[COLUMNS];
    return points;
}

/* What one point adds to the digest of its set: where it changes, only that has to be done again.
 * The multipliers are those of SplitMix64 (G. Steele, D. Lea and C. Flood, 2014). */
static uint64_t digest_of_point(size_t point, double x, double y)
{
    uint64_t of_x, of_y;
    memcpy(&of_x, &x, sizeof x);
    memcpy(&of_y, &y, sizeof y);
    uint64_t mixed = (uint64_t)point * UINT64_C(0x9e3779b97f4a7c15) + of_x;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9) + of_y;
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

static uint64_t digest_of(const dh_points *points)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < points->n; i++)
        sum += digest_of_point(i, points->x[i], points->y[i]);
    return sum;
}

dh_points *dh_points_create(const dh_points_def *def, dh_error *error)
{
    if (!check(def, error))
        return NULL;
    dh_points *points = make_room(def, def->n, error);
    if (!points)
        return NULL;
    memcpy(points->x, def->x, def->n * sizeof *def->x);
    memcpy(points->y, def->y, def->n * sizeof *def->y);
    points->digest = digest_of(points);
    return points;
}

/* "points.csv, edited": where an edited set comes from. */
static void write_edited(const char *origin, char *text, size_t size)
{
    static const char EDITED[] = ", edited", NOWHERE[] = "edited points";
    const size_t length = strlen(origin), ending = sizeof EDITED - 1;
    if (length == 0 || strcmp(origin, NOWHERE) == 0)
        snprintf(text, size, "%s", NOWHERE);
    else if (length >= ending && strcmp(origin + length - ending, EDITED) == 0)
        snprintf(text, size, "%s", origin);
    else
        snprintf(text, size, "%s%s", origin, EDITED);
}

/* Room for what a set becomes when it is edited, with n points. */
static dh_points *make_edited(const dh_points *points, size_t n, dh_error *error)
{
    char origin[ORIGIN_BYTES];
    write_edited(points->origin, origin, sizeof origin);
    const dh_points_def def = {.x_name = points->x_name,
                               .y_name = points->y_name,
                               .origin = origin,
                               .place = {.kind = DH_POINTS_TYPED}};
    if (n >= 1 && n <= DH_POINTS_MAX)
        return make_room(&def, n, error);
    dh_fail(error, "the number of points must be 1 to %d", DH_POINTS_MAX);
    return NULL;
}

/* Its points, the first of those that the edited set has. */
static dh_points *copy_edited(const dh_points *points, size_t n, dh_error *error)
{
    dh_points *edited = make_edited(points, n, error);
    if (!edited)
        return NULL;
    memcpy(edited->x, points->x, points->n * sizeof *points->x);
    memcpy(edited->y, points->y, points->n * sizeof *points->y);
    edited->digest = points->digest;
    return edited;
}

static double in_range(double value)
{
    assert(!isnan(value));
    return fmin(fmax(value, -DH_POINT_LIMIT), DH_POINT_LIMIT);
}

static void place(dh_points *points, size_t point, double x, double y)
{
    points->digest -= digest_of_point(point, points->x[point], points->y[point]);
    points->x[point] = in_range(x);
    points->y[point] = in_range(y);
    points->digest += digest_of_point(point, points->x[point], points->y[point]);
}

dh_points *dh_points_placed(const dh_points *points, size_t point, double x, double y,
                            dh_error *error)
{
    assert(point < points->n);
    dh_points *edited = copy_edited(points, points->n, error);
    if (edited)
        place(edited, point, x, y);
    return edited;
}

dh_points *dh_points_moved(const dh_points *points, const bool *chosen, double dx, double dy,
                           dh_error *error)
{
    dh_points *edited = copy_edited(points, points->n, error);
    for (size_t i = 0; edited && i < points->n; i++)
        if (chosen[i])
            place(edited, i, points->x[i] + dx, points->y[i] + dy);
    return edited;
}

dh_points *dh_points_with(const dh_points *points, double x, double y, dh_error *error)
{
    const size_t last = points->n;
    dh_points *edited = copy_edited(points, last + 1, error);
    if (!edited)
        return NULL;
    edited->x[last] = in_range(x);
    edited->y[last] = in_range(y);
    edited->digest += digest_of_point(last, edited->x[last], edited->y[last]);
    return edited;
}

dh_points *dh_points_without(const dh_points *points, const bool *chosen, dh_error *error)
{
    size_t left = 0;
    for (size_t i = 0; i < points->n; i++)
        left += !chosen[i];
    dh_points *edited = make_edited(points, left, error);
    if (!edited)
        return NULL;
    for (size_t i = 0, to = 0; i < points->n; i++)
        if (!chosen[i]) {
            edited->x[to] = points->x[i];
            edited->y[to++] = points->y[i];
        }
    edited->digest = digest_of(edited);
    return edited;
}

size_t dh_points_bytes(const dh_points *points)
{
    return sizeof *points + 2 * points->n * sizeof *points->x;
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
    return a && b && a->n == b->n && a->digest == b->digest &&
           memcmp(a->x, b->x, a->n * sizeof *a->x) == 0 &&
           memcmp(a->y, b->y, a->n * sizeof *a->y) == 0 && strcmp(a->x_name, b->x_name) == 0 &&
           strcmp(a->y_name, b->y_name) == 0 && strcmp(a->origin, b->origin) == 0 &&
           same_place(&a->place, &b->place);
}
