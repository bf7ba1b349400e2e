/* The current run at a learning rate that is only pointed at: it is shown, and changes nothing. */
#ifndef MODEL_GHOST_H
#define MODEL_GHOST_H

#include "model/runs.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct model_ghost {
    dh_run run;
    double wanted;    /* the rate that is pointed at; 0: none */
    double rate;      /* of the run, */
    uint64_t version; /* and that of the runs beside which it was begun */
} model_ghost;

/* The run at the rate that is wanted, as far as it is known; NULL where none is, or memory runs
 * out. ghost is zeroed before the first. */
const dh_run *ghost_beside(model_ghost *ghost, const model_runs *runs);
void ghost_free(model_ghost *ghost);

/* Whether some of what is wanted is not known yet; and a slice more of it. */
bool ghost_busy(const model_ghost *ghost, const model_runs *runs);
void ghost_advance(model_ghost *ghost);

#endif
