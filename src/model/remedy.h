/* What keeps a run from diverging whose learning rate is above the limit that theory tells. */
#ifndef MODEL_REMEDY_H
#define MODEL_REMEDY_H

#include "model/finder.h"
#include "model/runs.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct model_remedy {
    bool needed; /* the rate is above the limit; otherwise, and where theory tells none, the rest is
                    not set */
    double rate, limit;
    bool goes_on;     /* the rate in force at the last step is above it, too */
    double better;    /* a rate that converges, of two digits */
    bool standardize; /* with standardized x this rate would converge as well */
} model_remedy;

/* For the current run, with the learning rate in force at a step. What the finder knows of the run
 * is advised where it is all known; NULL for none. */
model_remedy remedy_at(const model_runs *runs, const model_finder *finder, size_t step);

#endif
