#include "cli/export.h"

static void write_rows(const dh_run *run, int number, FILE *stream)
{
    for (size_t i = 0; i < run->known; i++) {
        const dh_step row = run->row[i];
        if (number > 0)
            fprintf(stream, "%d,", number);
        fprintf(stream, "%zu,%.17g,%.17g,%.17g\n", i, row.weights.slope, row.weights.intercept,
                row.loss);
    }
}

bool export_runs(const dh_run *runs, int count, FILE *stream)
{
    fputs(count > 1 ? "run,step,slope,intercept,loss\n" : "step,slope,intercept,loss\n", stream);
    for (int i = 0; i < count; i++)
        write_rows(&runs[i], count > 1 ? i + 1 : 0, stream);
    return fflush(stream) == 0 && !ferror(stream);
}

bool export_data(const dh_data *data, FILE *stream)
{
    fputs("x,y\n", stream);
    for (size_t i = 0; i < data->n; i++)
        fprintf(stream, "%.9g,%.9g\n", data->x[i], data->y[i]);
    return fflush(stream) == 0 && !ferror(stream);
}
