/* Which steps of a long run the pictures look at, so that a million steps cost a frame no more than
 * a few thousand. */
#ifndef PLOT_SAMPLING_H
#define PLOT_SAMPLING_H

#include "downhill/run.h"

/* The step to look at after this one: every one of the first few thousand, where a path moves, then
 * an odd number of steps on, so that both sides of a zigzag are met. */
size_t plot_next_step(const dh_run *run, size_t step);

/* How many steps on to look within a bundle of so many that is drawn as one column. Odd. */
size_t plot_stride_within(size_t bundle);

#endif
