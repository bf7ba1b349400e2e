#include "downhill/problem.h"

#include <assert.h>
#include <stdlib.h>

dh_problem_def dh_problem_default(void)
{
    return (dh_problem_def){.source = dh_source_default(), .loss = DH_LOSS_MEAN};
}

/* A block with room for this much more than a problem has so far, or none when it has room. */
typedef struct room {
    double *block;
    size_t points; /* 0: the old one will do */
} room;

static bool find_room(room *found, size_t has, size_t points, size_t each)
{
    if (points > has)
        *found = (room){.block = malloc(points * each), .points = points};
    return found->points == 0 || found->block;
}

static void take_room(double **block, size_t *capacity, room found)
{
    if (found.points == 0)
        return;
    free(*block);
    *block = found.block;
    *capacity = found.points;
}

/* Room for as many points of its own as the problem will have, and as many inputs. Nothing that is
 * there is lost unless there is room for all. */
static bool reserve(dh_problem *problem, size_t own_points, size_t scaled_points, dh_error *error)
{
    room own = {NULL, 0}, scaled = {NULL, 0};
    if (!find_room(&own, problem->capacity, own_points, 2 * sizeof(double)) ||
        !find_room(&scaled, problem->scaled_capacity, scaled_points, sizeof(double))) {
        free(own.block);
        free(scaled.block);
        return dh_fail_memory(error, "not enough memory for %zu points",
                              own_points > scaled_points ? own_points : scaled_points);
    }
    take_room(&problem->own, &problem->capacity, own);
    take_room(&problem->scaled, &problem->scaled_capacity, scaled);
    return true;
}

static void generate(dh_problem *problem, const dh_source *source)
{
    double *x = problem->own, *y = problem->own + problem->capacity;
    problem->after = dh_source_generate(source, x, y);
    problem->x = x;
    problem->y = y;
    problem->x_name = "x";
    problem->y_name = "y";
}

static void give(dh_problem *problem, const dh_source *source)
{
    problem->after = dh_random_seeded(source->seed);
    problem->x = source->given->x;
    problem->y = source->given->y;
    problem->x_name = source->given->x_name;
    problem->y_name = source->given->y_name;
}

/* Makes the input and what is known of it. */
static void scale(dh_problem *problem, bool standardize)
{
    if (!standardize) {
        problem->scaling = dh_scaling_none();
        problem->input = problem->x;
        problem->objective = problem->of_lines;
        return;
    }
    problem->scaling = dh_scaling_of(&problem->moments);
    for (size_t i = 0; i < problem->n; i++)
        problem->scaled[i] = dh_scaled(problem->scaling, problem->x[i]);
    problem->input = problem->scaled;
    const dh_moments moments = dh_moments_of(problem->input, problem->y, problem->n);
    problem->objective = dh_objective_of(&moments, problem->def.loss);
}

bool dh_problem_pose(dh_problem *problem, const dh_problem_def *def, dh_error *error)
{
    const dh_source *source = &def->source;
    const bool generates = source->kind == DH_SOURCE_GENERATED;
    assert(def->loss < DH_LOSS_COUNT);
    if (!dh_source_check(source, error))
        return false;
    const size_t points = dh_source_points(source);
    if (!reserve(problem, generates ? points : 0, def->standardize ? points : 0, error))
        return false;
    if (generates)
        generate(problem, source);
    else
        give(problem, source);
    dh_source_hold(source);
    dh_source_drop(&problem->def.source);
    problem->def = *def;
    problem->n = points;
    problem->version++;
    problem->moments = dh_moments_of(problem->x, problem->y, points);
    problem->of_lines = dh_objective_of(&problem->moments, def->loss);
    scale(problem, def->standardize);
    return true;
}

dh_weights dh_problem_line(const dh_problem *problem, dh_weights trained)
{
    return dh_scaling_line(problem->scaling, trained);
}

void dh_problem_free(dh_problem *problem)
{
    dh_source_drop(&problem->def.source);
    free(problem->own);
    free(problem->scaled);
    *problem = (dh_problem){0};
}
