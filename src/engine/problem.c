#include "downhill/problem.h"

#include <assert.h>
#include <stdlib.h>

dh_problem_def dh_problem_default(void)
{
    return (dh_problem_def){.source = dh_source_default(), .loss = DH_LOSS_MEAN};
}

static bool reserve(dh_problem *problem, size_t points, dh_error *error)
{
    if (points <= problem->capacity)
        return true;
    double *both = malloc(2 * points * sizeof *both);
    if (!both)
        return dh_fail(error, "not enough memory for %zu points", points);
    free(problem->own);
    problem->own = both;
    problem->capacity = points;
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

bool dh_problem_pose(dh_problem *problem, const dh_problem_def *def, dh_error *error)
{
    const dh_source *source = &def->source;
    const bool generates = source->kind == DH_SOURCE_GENERATED;
    assert(def->loss < DH_LOSS_COUNT);
    if (!dh_source_check(source, error) ||
        (generates && !reserve(problem, source->generated.points, error)))
        return false;
    if (generates)
        generate(problem, source);
    else
        give(problem, source);
    dh_source_hold(source);
    dh_source_drop(&problem->def.source);
    problem->def = *def;
    problem->n = dh_source_points(source);
    problem->version++;
    problem->moments = dh_moments_of(problem->x, problem->y, problem->n);
    problem->objective = dh_objective_of(&problem->moments, def->loss);
    return true;
}

void dh_problem_free(dh_problem *problem)
{
    dh_source_drop(&problem->def.source);
    free(problem->own);
    *problem = (dh_problem){0};
}
