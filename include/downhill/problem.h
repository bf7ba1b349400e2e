/* What is to be solved: the points, the generator as they left it, and the loss over them. One
 * problem is shared by all runs over it. */
#ifndef DOWNHILL_PROBLEM_H
#define DOWNHILL_PROBLEM_H

#include "downhill/error.h"
#include "downhill/moments.h"
#include "downhill/objective.h"
#include "downhill/scaling.h"
#include "downhill/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A plain value. */
typedef struct dh_problem_def {
    dh_source source;
    dh_loss_kind loss;
    bool standardize; /* train on x with mean 0 and deviation 1 */
} dh_problem_def;

/* The notebook's points, and the mean of their squared residuals. */
dh_problem_def dh_problem_default(void);

typedef struct dh_problem {
    dh_problem_def def;
    const double *x, *y; /* n each, in the data's own units */
    const double *input; /* n: what x is for training */
    dh_scaling scaling;  /* how it became that */
    size_t n;
    const char *x_name, *y_name; /* of the axes */
    uint64_t version;            /* grows whenever the points change; 0: there are none yet */
    dh_random after;             /* the generator as the points left it, or seeded where they are
                                    given; mini-batches go on from here */
    dh_moments moments;          /* of x and y */
    dh_objective objective;      /* over the weights as they are trained, */
    dh_objective of_lines;       /* and over the line in the data's own units: the same loss */
    double *own;                 /* what x and y point into when they are drawn; owned */
    size_t capacity;             /* points there is room for in it */
    double *scaled;              /* what input points into when it is not x; owned */
    size_t scaled_capacity;
} dh_problem;

/* Takes the points that def describes. problem is zeroed or holds an earlier one; memory is taken
 * only when there is too little. Fails, leaving problem as it was, when def is out of range or
 * memory runs out. */
bool dh_problem_pose(dh_problem *problem, const dh_problem_def *def, dh_error *error);

void dh_problem_free(dh_problem *problem);

/* The line in the data's own units that trained weights are. */
dh_weights dh_problem_line(const dh_problem *problem, dh_weights trained);

#endif
