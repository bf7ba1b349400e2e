/* The two small values that everything about a line is told in. */
#ifndef DOWNHILL_WEIGHTS_H
#define DOWNHILL_WEIGHTS_H

/* A line, or anything else that has a part for each weight: a gradient, a step. */
typedef struct dh_weights {
    double slope;     /* a0 */
    double intercept; /* a1 */
} dh_weights;

typedef struct dh_range {
    double low, high;
} dh_range;

/* Every pair of weights within these ranges. */
typedef struct dh_weights_range {
    dh_range slope, intercept;
} dh_weights_range;

#endif
