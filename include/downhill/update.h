/* One update: what it sees of the points, and what the optimizer makes of it. Runs that keep every
 * row and trials that keep the last make theirs here, so that they agree in every bit. */
#ifndef DOWNHILL_UPDATE_H
#define DOWNHILL_UPDATE_H

#include "downhill/batches.h"
#include "downhill/problem.h"
#include "downhill/recipe.h"

#include <stdbool.h>
#include <stddef.h>

/* Everything about one update. */
typedef struct dh_update {
    double rate;         /* the learning rate */
    dh_weights full;     /* gradient of the loss over all points */
    dh_weights gradient; /* what the update is made from: the same, or over its mini-batch; without
                            weight decay */
    double batch_loss;   /* the loss over those points */
    dh_weight_update slope, intercept;
    dh_weights next; /* the weights after it */
    dh_weights sum;  /* of all gradients so far, in a run with a mistake that needs it */
} dh_update;

/* Where an update begins. */
typedef struct dh_update_from {
    size_t t;    /* it is update t */
    double rate; /* the learning rate */
    dh_weights weights;
    const double *state; /* what the optimizer remembers: its kept terms for the slope, then as many
                            for the intercept; and in a run with a mistake the sum of gradients */
} dh_update_from;

/* Goes on with the sums over the mini-batch of an update, zeroed before its first point, for about
 * *work units of 30 ns, which are taken off. Returns whether they are all there: then *seen is loss
 * and gradient over it, and sums are zeroed. */
bool dh_update_see(const dh_problem *problem, dh_batches *batches, const dh_update_from *from,
                   dh_batch_sums *sums, size_t *work, dh_value *seen);

/* Makes all of *update but `full` from loss and gradient over the points that it sees. */
void dh_update_make(const dh_recipe *recipe, const dh_update_from *from, const dh_value *seen,
                    dh_update *update);

/* What is remembered after an update, as dh_update_from has it. */
void dh_update_remember(const dh_recipe *recipe, const dh_update *update, double *state);

/* Whether a run can go on from these weights, where the loss is this. */
bool dh_update_is_finite(dh_weights weights, double loss);

#endif
