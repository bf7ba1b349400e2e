/* Runs as a table: a row for every step, as CSV. */
#ifndef MODEL_RUN_TABLE_H
#define MODEL_RUN_TABLE_H

#include "model/runs.h"

#include <stdio.h>

/* Writes a header and the known rows: step, slope, intercept and loss, with the 17 digits that tell
 * a double from every other; of several runs, after a first column `run` that counts them from 1.
 * Stops at the first row that is not taken: what comes after would hide why. */
void run_table_write(const model_runs *runs, FILE *stream);

#endif
