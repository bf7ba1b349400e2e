/* The losses that a trace has beside its weights. */
#ifndef ENGINE_CHECK_LOSSES_H
#define ENGINE_CHECK_LOSSES_H

#include "engine/check_walk.h"

/* What they are the losses of, told by the weights that they stand beside. */
dh_trace_loss check_losses_of(const check_walk *walk);

#endif
