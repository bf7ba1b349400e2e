/* What a script tells, and in which framework. */
#ifndef EXPORT_SCRIPT_RUNS_H
#define EXPORT_SCRIPT_RUNS_H

#include "export/plain_file.h"
#include "model/runs.h"

#include <stdbool.h>

typedef struct script {
    const model_runs *runs; /* complete; not owned */
    bool numpy;             /* without PyTorch */
    bool reads_file;        /* the points are read from their file, */
    plain_file file;        /* so; otherwise they are in the script, or drawn by it */
} script;

#endif
