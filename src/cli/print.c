#include "cli/print.h"

#include "file/save.h"
#include "model/runs.h"

/* Stops at the first row that is not taken: what comes after would hide why. */
static void write_rows(const dh_run *run, int number, FILE *stream)
{
    for (size_t i = 0; i < run->known && !ferror(stream); i++) {
        const dh_row row = run->row[i];
        if (number > 0)
            fprintf(stream, "%d,", number);
        fprintf(stream, "%zu,%.17g,%.17g,%.17g\n", i, row.weights.slope, row.weights.intercept,
                row.loss);
    }
}

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
    const int count = runs.scene.count;
    fputs(count > 1 ? "run,step,slope,intercept,loss\n" : "step,slope,intercept,loss\n", stream);
    for (int i = 0; i < count; i++)
        write_rows(&runs.run[i], count > 1 ? i + 1 : 0, stream);
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
    fputs("x,y\n", stream);
    const bool drawn = options->setup.scene.problem.source.kind == DH_SOURCE_GENERATED;
    const int digits = drawn ? 9 : 17; /* what a float32 has, or a double */
    for (size_t i = 0; i < problem.n && !ferror(stream); i++)
        fprintf(stream, "%.*g,%.*g\n", digits, problem.x[i], digits, problem.y[i]);
    const bool written = file_flush(stream, "the points", error);
    dh_problem_free(&problem);
    return written;
}
