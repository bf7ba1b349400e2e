/* What would make the run here the one that a verdict tells of. */
#ifndef MODEL_CHECK_HERE_H
#define MODEL_CHECK_HERE_H

#include "downhill/check.h"

#include <stdbool.h>

/* A loss that people take for another. */
typedef struct check_loss {
    double times;         /* the mean of the squares */
    const char *words;    /* with the likely reason */
    const char *in_brief; /* likewise */
    const char *short_words;
    const char *option; /* of --loss; NULL: it cannot be had here */
    dh_loss_kind kind;  /* where it can */
} check_loss;

/* The loss whose gradient is the problem's own times this factor. False where that is none that is
 * known, or the problem's own. */
bool check_loss_find(const dh_problem *problem, double factor, check_loss *found);

/* Whether training on standardized x would, where that is not done. */
bool check_standardizes(const dh_problem *problem, const dh_verdict *verdict);

#endif
