#include "app/export.h"

bool export_run(const dh_run *run, FILE *stream)
{
    fputs("step,slope,intercept,loss\n", stream);
    for (size_t i = 0; i < run->known; i++) {
        const dh_step row = run->row[i];
        fprintf(stream, "%zu,%.17g,%.17g,%.17g\n", i, row.weights.slope, row.weights.intercept,
                row.loss);
    }
    return fflush(stream) == 0 && !ferror(stream);
}

bool export_data(const dh_data *data, FILE *stream)
{
    fputs("x,y\n", stream);
    for (size_t i = 0; i < data->n; i++)
        fprintf(stream, "%.9g,%.9g\n", data->x[i], data->y[i]);
    return fflush(stream) == 0 && !ferror(stream);
}
