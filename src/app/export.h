/* What is on the screen as text to keep. */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "downhill/data.h"
#include "downhill/run.h"

#include <stdbool.h>
#include <stdio.h>

/* The known rows of a run as CSV: step,slope,intercept,loss. False when the stream fails. */
bool export_run(const dh_run *run, FILE *stream);

/* The points as CSV: x,y. */
bool export_data(const dh_data *data, FILE *stream);

#endif
