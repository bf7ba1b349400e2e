/* One training run: gradient descent from a start, every step's weights and loss kept.
 *
 * A run is a pure function of its config: equal configs give bit-equal runs. It is computed ahead
 * of whatever shows it, all at once or a slice at a time, and stops early at the first step whose
 * weights or loss are not finite. Row t holds the weights before update t and the loss at them. */
#ifndef DOWNHILL_RUN_H
#define DOWNHILL_RUN_H

#include "downhill/data.h"
#include "downhill/error.h"
#include "downhill/quadratic.h"

#include <stdbool.h>
#include <stddef.h>

#define DH_STEPS_MAX 1000000
#define DH_WEIGHT_LIMIT                                                                            \
    1e100 /* initial weights lie in [-limit, limit]; their loss is then finite */

/* What to run. A plain value. */
typedef struct dh_config {
    dh_data_def data;
    dh_weights init;      /* the weights at step 0 */
    double learning_rate; /* finite, 0 or more */
    size_t steps;         /* updates to make, 1 to DH_STEPS_MAX */
} dh_config;

/* The notebook's animation: from (-1, 1), learning rate 0.1, 100 steps. */
dh_config dh_config_default(void);

typedef struct dh_step {
    dh_weights weights;
    double loss;
} dh_step;

typedef struct dh_run {
    dh_quadratic quadratic;
    double learning_rate;
    size_t steps;    /* updates asked for */
    dh_step *row;    /* row[0..known), owned */
    size_t known;    /* rows computed so far, at least 1 */
    size_t capacity; /* rows there is room for */
    dh_range loss;   /* lowest and highest of the known rows */
    bool diverged;   /* step `known` would not be finite, and the run ends before it */
} dh_run;

/* Begins the run of config over the points that quadratic describes: row 0 is known at once. run is
 * zeroed or holds an earlier run, whose memory is used again. Fails, leaving run as it was, when
 * the config is out of range or memory runs out. */
bool dh_run_start(dh_run *run, const dh_config *config, const dh_quadratic *quadratic,
                  dh_error *error);

/* Computes up to `updates` further rows. Returns whether the run is complete: at its last step, or
 * ended by divergence. */
bool dh_run_advance(dh_run *run, size_t updates);

bool dh_run_complete(const dh_run *run);

void dh_run_free(dh_run *run);

#endif
