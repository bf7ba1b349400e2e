#include "cli/trace_option.h"

#include "cli/reading.h"
#include "downhill/check.h"
#include "model/trace_scene.h"

static bool read_file(cli_options *options, dh_error *error)
{
    loading_result read = {.trace = NULL};
    char remark[sizeof(dh_error)];
    if (!option_read(LOADING_TRACE, options->trace_file, options->trace_columns, &read, remark,
                     error))
        return false;
    options->trace = read.trace;
    return true;
}

/* Finds the learning rate of the trace; 0 where it does not tell one. */
static bool find_rate(const cli_options *options, double *rate, dh_error *error)
{
    const model_scene *scene = &options->setup.scene;
    dh_problem problem = {.version = 0};
    dh_verdict verdict;
    if (!dh_problem_pose(&problem, &scene->problem, error))
        return false;
    enum { ROWS = 100001 }; /* tell a rate */
    dh_check_def def = {.problem = &problem,
                        .trace = options->trace->rows,
                        .recipe = scene->run[0].recipe,
                        .init = scene->init,
                        .has_init = options->has_init};
    if (def.trace.rows > ROWS)
        def.trace.rows = ROWS;
    const bool found = dh_check(&def, &verdict, NULL) && verdict.decided;
    *rate = found ? verdict.rate : 0.0;
    dh_problem_free(&problem);
    return true;
}

/* Gives a rate to all runs of which none was said. */
static void give_rate(cli_options *options, double rate)
{
    model_scene *scene = &options->setup.scene;
    const dh_schedule constant = {.first = rate};
    for (int i = 0; i < scene->count; i++)
        if (i == 0 || !options->vs[i - 1].has[FIELD_RATE])
            scene->run[i].recipe.rate = constant;
}

static bool show(cli_options *options, dh_error *error)
{
    model_scene *scene = &options->setup.scene;
    double rate = 0.0;
    if (!options->has_init)
        scene->init = dh_trace_row(&options->trace->rows, 0);
    if (!options->has_steps)
        scene->steps = trace_steps(options->trace);
    if (!options->recipe.has[FIELD_RATE] && !find_rate(options, &rate, error))
        return false;
    if (rate > 0.0)
        give_rate(options, rate);
    return scene_set_trace(scene, options->trace) ||
           dh_fail(error,
                   "--trace: %d runs are shown at most, so --vs can be given 6 times beside it",
                   SCENE_RUNS);
}

bool trace_option_take(cli_options *options, dh_error *error)
{
    if (!options->trace_file || options->action >= OPTIONS_VERSION)
        return true;
    return read_file(options, error) && (options->action == OPTIONS_CHECK || show(options, error));
}
