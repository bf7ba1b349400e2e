/* A run that was written elsewhere, and what it should be. */
#ifndef DOWNHILL_TRACE_H
#define DOWNHILL_TRACE_H

#include "downhill/batches.h"
#include "downhill/problem.h"
#include "downhill/recipe.h"
#include "downhill/weights.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    DH_TRACE_ROWS_MAX = 1000001,
    DH_DETAIL_BYTES = 96,  /* of what a rule that explains a trace says of itself */
    DH_DOUBLE_DIGITS = 17, /* that tell a double from every other, */
    DH_WHOLE_DIGITS = 16,  /* and so many or more leave nothing open */
};

/* The rows that somebody's program wrote: the weights before each update. Not owned. */
typedef struct dh_trace {
    size_t rows; /* 2 to DH_TRACE_ROWS_MAX */
    const double *slope, *intercept;
} dh_trace;

static inline dh_weights dh_trace_row(const dh_trace *trace, size_t row)
{
    return (dh_weights){trace->slope[row], trace->intercept[row]};
}

/* What the trace should be. */
typedef struct dh_check_def {
    const dh_problem *problem;
    dh_trace trace;
    dh_recipe recipe;
    dh_weights init;
    bool has_init;       /* false: row 0 of the trace is the start */
    bool has_rate;       /* false: the learning rate is what the trace has */
    dh_batches *batches; /* memory to use again, zeroed before the first; NULL: none is kept */
} dh_check_def;

/* What points are that make a trace's steps those of gradient descent on some quadratic. */
typedef struct dh_implied {
    bool known;
    double rate;
    double mean_x, mean_xx, mean_y, mean_xy;
} dh_implied;

#endif
