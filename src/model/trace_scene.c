#include "model/trace_scene.h"

enum {
    ROWS_JUDGED = 20001, /* so many at most, */
    ROWS_LEAST = 101,    /* and at least, however many points there are */
    WORK = 4000000,      /* rows times points */
};

dh_check_def trace_check_def(const model_runs *runs, const model_trace *trace)
{
    size_t most = WORK / runs->problem.n;
    most = most < ROWS_LEAST ? ROWS_LEAST : most > ROWS_JUDGED ? ROWS_JUDGED : most;
    dh_check_def def = {.problem = &runs->problem,
                        .trace = trace->rows,
                        .recipe = runs->scene.run[0].recipe,
                        .init = runs->scene.init,
                        .has_init = true,
                        .has_rate = true};
    if (def.trace.rows > most)
        def.trace.rows = most;
    return def;
}

size_t trace_steps(const model_trace *trace)
{
    const size_t steps = trace->rows.rows - 1;
    return steps < DH_STEPS_MAX ? steps : DH_STEPS_MAX;
}

static bool same_weights(dh_weights a, dh_weights b)
{
    return a.slope == b.slope && a.intercept == b.intercept;
}

/* Whether a trace begins elsewhere than the scene, as nothing but another start explains. */
static bool begins_elsewhere(const model_runs *runs, const model_trace *trace)
{
    const dh_check_def def = trace_check_def(runs, trace);
    dh_verdict verdict;
    return dh_check(&def, &verdict, NULL) && verdict.departure.departs &&
           verdict.departure.step == 0 && verdict.start != DH_START_EARLY;
}

bool trace_scene(const model_runs *runs, model_trace *trace, model_scene *next, dh_error *error)
{
    const model_trace *before = scene_trace(&runs->scene);
    const bool follows = before && same_weights(runs->scene.init, dh_trace_row(&before->rows, 0));
    *next = runs->scene;
    if (!scene_set_trace(next, trace))
        return dh_fail(error, "%d runs are shown already: remove one to open %s", SCENE_RUNS,
                       trace->origin);
    if (!before || next->steps == trace_steps(before))
        next->steps = trace_steps(trace);
    if (before ? follows : begins_elsewhere(runs, trace))
        next->init = dh_trace_row(&trace->rows, 0);
    return true;
}
