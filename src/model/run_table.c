#include "model/run_table.h"

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

void run_table_write(const model_runs *runs, FILE *stream)
{
    const int count = runs->scene.count;
    fputs(count > 1 ? "run,step,slope,intercept,loss\n" : "step,slope,intercept,loss\n", stream);
    for (int i = 0; i < count; i++)
        write_rows(&runs->run[i], count > 1 ? i + 1 : 0, stream);
}
