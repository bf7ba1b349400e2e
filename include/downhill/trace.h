/* A run that was written elsewhere, what it should be, and what can be read off it. */
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

/* The rows that somebody's program wrote: the weights before each update, and the loss at them. Not
 * owned. */
typedef struct dh_trace {
    size_t rows; /* 2 to DH_TRACE_ROWS_MAX */
    const double *slope, *intercept;
    const double *loss; /* NULL: it has none */
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

/* The first step at which the trace is not as it should be. */
typedef struct dh_departure {
    bool departs;
    size_t step;      /* 0: the start */
    bool intercept;   /* the weight that departs; false: the slope, or both */
    dh_weights given; /* there, */
    dh_weights here;  /* and as it should be: one step ahead of the trace's row before it */
    dh_weights ratio; /* of the update that was made to the one that should have been; NAN where
                         that is 0 */
} dh_departure;

/* What the losses of a trace are. */
typedef enum dh_loss_column {
    DH_COLUMN_NONE,  /* there are none */
    DH_COLUMN_OTHER, /* none of those that follow */
    DH_COLUMN_MEAN,  /* of the squared residuals */
    DH_COLUMN_HALF,
    DH_COLUMN_SUM,
    DH_COLUMN_HALF_SUM,
    DH_COLUMN_ROOT,     /* of the mean */
    DH_COLUMN_ABSOLUTE, /* mean of the residuals' sizes */
    DH_COLUMN_KINDS,
} dh_loss_column;

typedef struct dh_trace_loss {
    dh_loss_column kind;
    bool after;         /* they are those of the weights one row later */
    size_t row;         /* the first whose loss is not what it should be, */
    double given, here; /* what it is there, and what it should be */
} dh_trace_loss;

#endif
