/* What is on the screen as text to keep. */
#ifndef CLI_EXPORT_H
#define CLI_EXPORT_H

#include "downhill/data.h"
#include "downhill/run.h"

#include <stdbool.h>
#include <stdio.h>

/* The known rows of runs as CSV: step,slope,intercept,loss; of several, after a first column `run`
 * that counts them from 1. False when the stream fails. */
bool export_runs(const dh_run *runs, int count, FILE *stream);

/* The points as CSV: x,y. */
bool export_data(const dh_data *data, FILE *stream);

#endif
