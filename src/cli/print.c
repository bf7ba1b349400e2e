#include "cli/print.h"

#include "file/save.h"
#include "model/run_table.h"
#include "table/write.h"

static void note_divergence(const model_runs *runs, FILE *notes)
{
    const int count = runs->scene.count;
    for (int i = 0; i < count; i++) {
        if (!runs->run[i].diverged)
            continue;
        if (count > 1)
            fprintf(notes, "downhill: run %d ", i + 1);
        else
            fputs("downhill: ", notes);
        fprintf(notes, "diverged at step %zu: its weights or loss are not finite\n",
                runs->run[i].known);
    }
}

bool print_runs(const cli_options *options, FILE *stream, FILE *notes, dh_error *error)
{
    model_runs runs = {.version = 0};
    if (!runs_take(&runs, &options->setup.scene, error)) {
        runs_free(&runs);
        return false;
    }
    runs_last(&runs);
    run_table_write(&runs, stream);
    const bool written = file_flush(stream, "the run", error);
    note_divergence(&runs, notes);
    runs_free(&runs);
    return written;
}

bool print_data(const cli_options *options, FILE *stream, dh_error *error)
{
    dh_problem problem = {.version = 0};
    if (!dh_problem_pose(&problem, &options->setup.scene.problem, error))
        return false;
    const bool drawn = options->setup.scene.problem.source.kind == DH_SOURCE_GENERATED;
    table_write_columns(
        &(table_columns){.x_name = "x",
                         .y_name = "y",
                         .x = problem.x,
                         .y = problem.y,
                         .n = problem.n,
                         .digits = drawn ? TABLE_FLOAT_DIGITS : TABLE_DOUBLE_DIGITS},
        stream);
    const bool written = file_flush(stream, "the points", error);
    dh_problem_free(&problem);
    return written;
}
