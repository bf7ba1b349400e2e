#include "model/point_edits.h"

#include <assert.h>
#include <stdlib.h>

static const dh_problem *problem_of(const model_session *session)
{
    return &session_runs(session)->problem;
}

dh_points *edits_base(model_session *session)
{
    const dh_problem *problem = problem_of(session);
    const dh_source *source = &problem->def.source;
    if (source->kind == DH_SOURCE_GIVEN)
        return dh_points_hold(source->given);
    dh_error error;
    const dh_points_def def = {
        .x = problem->x, .y = problem->y, .n = problem->n, .place = {.kind = DH_POINTS_TYPED}};
    dh_points *base = dh_points_create(&def, &error);
    if (!base)
        session_refuse(session, &error);
    return base;
}

/* Takes a set that was made for it, or tells why there is none. */
static void take(model_session *session, dh_points *edited, const dh_error *error)
{
    model_scene next = *session_scene(session);
    if (!edited) {
        session_refuse(session, error);
        return;
    }
    next.problem.source.kind = DH_SOURCE_GIVEN;
    next.problem.source.given = edited;
    session_change(session, &next);
    dh_points_drop(edited);
}

void edits_place(model_session *session, const dh_points *base, size_t point, double x, double y)
{
    dh_error error;
    take(session, dh_points_placed(base, point, x, y, &error), &error);
}

void edits_move(model_session *session, const dh_points *base, const bool *chosen, double dx,
                double dy)
{
    dh_error error;
    take(session, dh_points_moved(base, chosen, dx, dy, &error), &error);
}

void edits_add(model_session *session, double x, double y)
{
    dh_error error;
    dh_points *base = edits_base(session);
    if (!base)
        return;
    take(session, dh_points_with(base, x, y, &error), &error);
    dh_points_drop(base);
}

void edits_remove_chosen(model_session *session, const bool *chosen, size_t count)
{
    dh_error error;
    const size_t n = problem_of(session)->n;
    if (count == n) {
        dh_fail(&error, n == 1 ? "the last point stays: a line needs one to fit"
                               : "not all points can go: a line needs one to fit");
        session_refuse(session, &error);
        return;
    }
    dh_points *base = edits_base(session);
    if (!base)
        return;
    take(session, dh_points_without(base, chosen, &error), &error);
    dh_points_drop(base);
}

void edits_remove(model_session *session, size_t point)
{
    const dh_error no_memory = {.text = "not enough memory to remove a point"};
    const size_t n = problem_of(session)->n;
    bool *chosen = calloc(n, sizeof *chosen);
    assert(point < n);
    if (!chosen) {
        session_refuse(session, &no_memory);
        return;
    }
    chosen[point] = true;
    edits_remove_chosen(session, chosen, 1);
    free(chosen);
}
