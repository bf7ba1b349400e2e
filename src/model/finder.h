/* The rate finder: how well the current run would go at every learning rate that its slider can
 * have. Runs are tried one after the other, first at rates that lie far apart and then between
 * them, a slice of work at a time, and stay known until something changes but the rate. */
#ifndef MODEL_FINDER_H
#define MODEL_FINDER_H

#include "downhill/trial.h"
#include "model/runs.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FINDER_RATES = 2048 }; /* at most */

typedef struct model_finder {
    dh_trial trial;
    uint64_t problem; /* the version of the one it was begun with */
    dh_range range;   /* of rates */
    double limit;   /* theory tells that rates from here on diverge; infinite where it tells none */
    int count;      /* of rates; 0: there is nothing to find out */
    int at, stride; /* the rate that is tried, and how far apart those of its turn are */
    bool under_way; /* its run has begun */
    int known;      /* how many have been tried */
    int best;       /* the best of them, of equal ones the lowest, -1: none has been tried */
    double rate[FINDER_RATES];        /* growing, of three digits */
    bool tried[FINDER_RATES];         /* whether its outcome is known: */
    dh_outcome outcome[FINDER_RATES]; /* of the run at each rate */
} model_finder;

/* Is to find rates in a range for this definition, whatever its first rate: later ones are changed
 * by the same factor. What is known of the same stays known; in a range that is too large or small
 * for numbers there is nothing to find out. finder is zeroed before the first. Fails, with nothing
 * to find out, as dh_run_start does. */
bool finder_follow(model_finder *finder, const dh_problem *problem, const dh_run_def *def,
                   dh_range range, dh_error *error);
void finder_free(model_finder *finder);

/* The rates that matter for the current run of these, which its slider has: three decades or more.
 */
dh_range finder_range(const model_runs *runs);

/* Goes on for about so many units of 30 ns. */
void finder_advance(model_finder *finder, size_t work);

/* Whether there is a rate that has not been tried. */
bool finder_busy(const model_finder *finder);

/* The known rate that is nearest to another one, by their ratio; -1: none is known. */
int finder_nearest(const model_finder *finder, double rate);

/* The loss at the start of all the runs, and what the outcome at a known rate means. */
double finder_start_loss(const model_finder *finder);
dh_outcome_kind finder_kind_of(const model_finder *finder, int index);

#endif
