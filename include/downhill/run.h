/* One training run: from a start, after a recipe, every step's weights and loss kept. Its rows are
 * computed, or given: those of a run that was written elsewhere, whose updates are then what the
 * recipe would have made at each of its rows.
 *
 * A run is a pure function of its definition and its problem: equal ones give bit-equal runs. It is
 * computed ahead of whatever shows it, all at once or a slice at a time, and stops early at the
 * first step whose weights or loss are not finite. Row t holds the weights before update t and the
 * loss over all points at them. */
#ifndef DOWNHILL_RUN_H
#define DOWNHILL_RUN_H

#include "downhill/batches.h"
#include "downhill/error.h"
#include "downhill/mistake.h"
#include "downhill/problem.h"
#include "downhill/recipe.h"
#include "downhill/trace.h"
#include "downhill/update.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DH_STEPS_MAX    1000000
#define DH_WEIGHT_LIMIT 1e100    /* initial weights lie in [-limit, limit] */
#define DH_NEAR_LOWEST  1.01     /* times the lowest loss: a loss up to there is within 1 % of it */
#define DH_NEVER        SIZE_MAX /* a step that no run has */

/* "Steps to stay within 1 %", the one meaning of fast: the first step from which on no loss up to
 * `step` is above that, given the loss there and what this was before it; or DH_NEVER. */
static inline size_t dh_near_from(size_t before, size_t step, double loss, double lowest)
{
    return !(loss <= DH_NEAR_LOWEST * lowest) ? DH_NEVER : before < step ? before : step;
}

/* What to run. */
typedef struct dh_run_def {
    dh_weights init; /* the weights at step 0 */
    size_t steps;    /* updates to make, 1 to DH_STEPS_MAX */
    dh_recipe recipe;
    dh_trace given; /* its rows, which must outlive the run, and the first of which is its start; no
                       rows: they are computed */
} dh_run_def;

/* The notebook's animation: from (-1, 1), learning rate 0.1, 100 steps. */
dh_run_def dh_run_default(void);

/* Whether two definitions have the same rows given, or both none. */
bool dh_run_same_given(const dh_trace *a, const dh_trace *b);

/* Whether that can be run over a problem. The error says what is wrong with it. */
bool dh_run_check(const dh_run_def *def, const dh_problem *problem, dh_error *error);

typedef struct dh_row {
    dh_weights weights;
    double loss;
} dh_row;

typedef struct dh_run {
    dh_recipe recipe;          /* held */
    size_t steps;              /* updates asked for */
    const dh_problem *problem; /* not owned */
    dh_trace given;            /* not owned */
    dh_mistake_open open;      /* of its recipe's mistake */
    dh_batches batches;        /* begun if the recipe has mini-batches */
    dh_row *row;               /* row[0..known), owned */
    size_t known;              /* rows computed so far, at least 1 */
    double *state;             /* for each row, before its update: as dh_update_from has it */
    dh_value *seen;     /* [0..seen_known): loss and gradient over batch t at the weights of row
                           t; NULL without mini-batches */
    size_t seen_known;  /* known, or 1 less while the batch of the last row is being gone through */
    dh_batch_sums sums; /* over the part of that batch which has been */
    size_t capacity;    /* doubles there is room for in what row, state and seen share */
    dh_range loss;      /* lowest and highest of the known rows */
    dh_range batch_losses; /* likewise, loss included */
    size_t near_from;      /* from this row on all known ones are within 1 % of the lowest loss, as
                              dh_near_from has it; or DH_NEVER */
    size_t first_rise;     /* the first known row whose loss is above that of the one before, or
                              DH_NEVER */
    bool diverged;         /* step `known` would not be finite, and the run ends before it */
} dh_run;

/* Begins the run over a problem, which must outlive it: row 0 is known at once. run is zeroed or
 * holds an earlier run, whose memory is used again. Fails, leaving run as it was, when def is out
 * of range or memory runs out. */
bool dh_run_start(dh_run *run, const dh_run_def *def, const dh_problem *problem, dh_error *error);

/* Makes a run the same as another, known so far. Fails, leaving run as it was, when memory runs
 * out.
 */
bool dh_run_copy(dh_run *run, const dh_run *from, dh_error *error);

/* Goes on with another schedule of the learning rate: rows up to the first update at which it
 * differs stay as they are. */
void dh_run_reschedule(dh_run *run, const dh_schedule *schedule);

/* Makes the run so many steps long, 1 to DH_STEPS_MAX: rows that it then still has stay as they
 * are, and those that are new are computed as any others. Fails, leaving run as it was, when memory
 * runs out. */
bool dh_run_resize(dh_run *run, size_t steps, dh_error *error);

/* Computes up to `updates` further rows. Returns whether the run is complete: at its last step, or
 * ended by divergence. */
bool dh_run_advance(dh_run *run, size_t updates);

/* Goes on for about so many units of 30 ns, at least one; may stop within a mini-batch. */
void dh_run_spend(dh_run *run, size_t work);

/* The first step from which on the run stays within 1 % of the lowest loss, as far as it is known;
 * DH_NEVER for none, and where it diverges. */
size_t dh_run_near_from(const dh_run *run);

/* Whether every row is known; and what the update would be that came after the last. */
bool dh_run_complete(const dh_run *run);
bool dh_run_settled(const dh_run *run);

void dh_run_free(dh_run *run);

/* The first points that update t sees, `most` at most; all of them without mini-batches. Valid
 * until the run is asked about another update, or begins again. Takes about *work units of 30 ns,
 * which are taken off; false where they do not suffice: then it is to be asked for again. */
bool dh_run_batch(dh_run *run, size_t t, size_t most, size_t *work, dh_batch *batch);

/* Whether an update sees but a part of the points. */
bool dh_run_has_batches(const dh_run *run);

/* What the optimizer remembers before update t: its kept terms for the slope, then as many for the
 * intercept. */
const double *dh_run_state(const dh_run *run, size_t t);

/* Whether what update t sees is known: that of the last row may still be gone through. */
bool dh_run_update_known(const dh_run *run, size_t t);

/* Update t, which takes row t to row t + 1; it is known. The pointers in it are good as long as the
 * run. */
dh_update dh_run_update(const dh_run *run, size_t t);

#endif
