#include "export/csv.h"

#include "export/request.h"
#include "model/run_table.h"
#include "table/write.h"

static bool write_points(FILE *stream, const dh_problem_def *def, dh_error *error)
{
    dh_problem problem = {.version = 0};
    if (!dh_problem_pose(&problem, def, error))
        return false;
    const bool drawn = def->source.kind == DH_SOURCE_GENERATED;
    table_write_columns(
        &(table_columns){.x_name = problem.x_name,
                         .y_name = problem.y_name,
                         .x = problem.x,
                         .y = problem.y,
                         .n = problem.n,
                         .digits = drawn ? TABLE_FLOAT_DIGITS : TABLE_DOUBLE_DIGITS},
        stream);
    dh_problem_free(&problem);
    return true;
}

static bool write_runs(FILE *stream, const model_scene *scene, dh_error *error)
{
    model_runs runs = {.version = 0};
    const bool taken = runs_take(&runs, scene, error);
    if (taken) {
        runs_last(&runs);
        run_table_write(&runs, stream);
    }
    runs_free(&runs);
    return taken;
}

bool csv_write(FILE *stream, const void *request, dh_error *error)
{
    const export_request *asked = request;
    const model_scene *scene = &asked->setup->scene;
    return asked->points_only ? write_points(stream, &scene->problem, error)
                              : write_runs(stream, scene, error);
}
