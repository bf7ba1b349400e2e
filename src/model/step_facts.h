/* What the step that led to the weights of a run's row did, in the numbers that words about it
 * follow from. What counts as much or as little is not said here, but for what is as good as the
 * minimum. */
#ifndef MODEL_STEP_FACTS_H
#define MODEL_STEP_FACTS_H

#include "downhill/run.h"

#include <stdbool.h>
#include <stddef.h>

/* Mean residuals of the points left and right of the mean of x, and of all of them; above 0: the
 * points lie above the line. */
typedef struct step_sides {
    double left, right, all;
} step_sides;

/* How a line in the data's own units is changed: by so much its slope, and its height where x is 0,
 * or at the mean of x where that is far from 0. */
typedef struct step_change {
    double turn, rise;
} step_change;

/* What is left to the minimum along the flattest direction of the loss, where the loss has one. */
typedef struct step_valley {
    bool known;      /* the rest is set */
    double flatter;  /* so many times the curvature across is that along it, 1 or more */
    double by_slope; /* the curvature by the slope, in those by the intercept */
    double across;   /* the part of the loss above the lowest that is across it, 0 to 1 */
    double left;     /* the way to the minimum along it */
} step_valley;

typedef struct step_facts {
    const dh_run *run;
    size_t step;
    bool is_last; /* of the complete run */
    dh_row now;
    dh_weights gradient; /* of the loss over all points, now */
    /* From here on of the step from `step` - 1, where there is one: */
    dh_row before;
    dh_update update;
    dh_weights moved; /* by how much the weights were */
    double passed;    /* how far it went past the lowest point on its way, in distances to that
                         point: the loss rises from 1 on; below 0 short of it, and NaN where it
                         began uphill */
} step_facts;

/* Of a known row. */
step_facts step_facts_of(const dh_run *run, size_t step);

/* Whether the loss is as low as it can be, as good as. */
bool step_is_lowest(const step_facts *facts);

double step_length(dh_weights a);

/* The cosine of the angle between two directions; NaN where one has no length. */
double step_cosine(dh_weights a, dh_weights b);

/* What a change of the weights that are trained does to the line that is seen; whether its height
 * is taken where x is 0. */
step_change step_change_by(const dh_problem *problem, dh_weights by);
bool step_height_is_at_0(const dh_problem *problem);

/* The optimizer's own part of the step: what it took from the base of the weights, decay aside. */
dh_weights step_taken(const step_facts *facts);

/* Points in the mini-batch of the step, or all. */
size_t step_batch(const step_facts *facts);

/* Goes through all points. */
step_sides step_sides_of(const dh_problem *problem, dh_weights weights);

step_valley step_valley_of(const step_facts *facts);

#endif
