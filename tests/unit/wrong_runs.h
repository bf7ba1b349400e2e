/* Gradient descent as people write it, right and wrong, in plain loops that share nothing with the
 * engine, in double arithmetic or in float32's. */
#ifndef UNIT_WRONG_RUNS_H
#define UNIT_WRONG_RUNS_H

#include <stdbool.h>
#include <stddef.h>

enum { WRONG_POINTS_MAX = 400, WRONG_ROWS_MAX = 121 };

typedef struct wrong_run {
    const char *rule; /* the verdict that is expected; of some with words after a colon */
    const double *x, *y;
    size_t n;
    double rate, slope, intercept; /* where it begins */
    double first, second;          /* settings of an optimizer */
    double eps;                    /* 0: 1e-8, or Adagrad's 1e-10 */
    size_t batch;                  /* size of one */
    bool single;                   /* float32 arithmetic */
    size_t rows;                   /* to make */
    double slopes[WRONG_ROWS_MAX], intercepts[WRONG_ROWS_MAX];
} wrong_run;

/* Writes the rows. */
void wrong_run_make(wrong_run *run);

#endif
