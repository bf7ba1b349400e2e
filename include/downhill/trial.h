/* How well a run goes, without its rows: of all steps only the present one is kept. With the same
 * definition and problem every step is that of dh_run, bit for bit. One trial is used for many
 * learning rates, one after the other. */
#ifndef DOWNHILL_TRIAL_H
#define DOWNHILL_TRIAL_H

#include "downhill/run.h"

/* How well a run has gone. */
typedef struct dh_outcome {
    size_t near_from; /* from this step on it stays within 1 % of the lowest loss, or DH_NEVER */
    double loss;      /* at its last step; infinite when it diverged */
    bool diverged;    /* a step of it would not have been finite */
    bool rose;        /* it diverged, or some loss was above that of its start */
} dh_outcome;

/* Whether one is better: a run that never rises above its start is; of two such, or of two others,
 * the one that soonest comes to stay within 1 %; and where neither does, the one that ends lowest.
 */
bool dh_outcome_is_better(dh_outcome a, dh_outcome b);

/* What it means. */
typedef enum dh_outcome_kind {
    DH_OUTCOME_NEAR,     /* it comes to stay within 1 % of the lowest loss */
    DH_OUTCOME_SHORT,    /* it does not within its steps, */
    DH_OUTCOME_ROSE,     /* and ends above its start */
    DH_OUTCOME_DIVERGES, /* as was seen, or as theory tells */
} dh_outcome_kind;

/* Of a run from this loss on; stable: theory does not tell that it diverges. */
dh_outcome_kind dh_outcome_kind_of(const dh_outcome *outcome, double start_loss, bool stable);

typedef struct dh_trial {
    dh_run_def def;            /* whose recipe is held */
    const dh_problem *problem; /* not owned; NULL before the first dh_trial_prepare */
    dh_batches batches;        /* begun if the recipe has mini-batches */
    dh_batch_sums sums;        /* over the part of the present batch that has been */
    bool has_batches;
    double rate; /* the first learning rate; later ones are as dh_rate_scaled_at has them */
    size_t step;
    dh_weights weights;             /* at that step, */
    dh_value value;                 /* loss and gradient over all points there, */
    double state[2 * DH_TERMS_MAX]; /* and what the optimizer remembers */
    dh_outcome outcome;             /* of the steps so far */
} dh_trial;

/* Makes ready for runs after this definition, whatever their learning rate, over a problem, which
 * must outlive them; they are computed, without a mistake. trial is zeroed or was made ready
 * earlier, and its memory is used again. Fails, leaving trial as it was, as dh_run_start does. */
bool dh_trial_prepare(dh_trial *trial, const dh_run_def *def, const dh_problem *problem,
                      dh_error *error);
void dh_trial_free(dh_trial *trial);

/* Begins the run whose first learning rate is this. */
void dh_trial_start(dh_trial *trial, double rate);

/* Goes on for about *work units of 30 ns, which are taken off; may stop within a mini-batch.
 * Returns whether the run is over: at its last step, or by divergence. */
bool dh_trial_spend(dh_trial *trial, size_t *work);

#endif
