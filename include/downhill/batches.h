/* Mini-batches as a PyTorch loop draws them: every epoch is one torch.randperm(n) cut into batches
 * of `size` consecutive points, the last one short. Batch t is the one of update t. */
#ifndef DOWNHILL_BATCHES_H
#define DOWNHILL_BATCHES_H

#include "downhill/random.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DH_BATCHES_CHECKPOINTS = 1024 };

/* How far the batches have been drawn. Going forward draws on; going back begins at the nearest
 * checkpoint. */
typedef struct dh_batch_cursor {
    dh_random random; /* as drawing order[0..drawn) of `epoch` left it */
    size_t epoch, drawn;
    size_t laid;     /* order[0..laid) holds the numbers that are to be drawn, from 0 on */
    uint32_t *order; /* owned */
    size_t capacity; /* numbers there is room for in order */
} dh_batch_cursor;

typedef struct dh_batches {
    size_t n, size, per_epoch;
    dh_batch_cursor train; /* where the run is computed, */
    dh_batch_cursor visit; /* and where it is visited, so that neither loses its place */
    dh_random *checkpoint; /* the generator at the start of every `spacing`-th epoch, owned */
    size_t checkpoints, spacing;
} dh_batches;

typedef struct dh_batch {
    const uint32_t *point; /* indices of its points; NULL: they are all points in order */
    size_t count;
} dh_batch;

/* Begins with batch 0 of n points, 1 <= size; `start` is the generator as the data left it.
 * batches is zeroed or was begun earlier, and its memory is used again. When memory runs out
 * it is false and batches is as it was. */
bool dh_batches_begin(dh_batches *batches, size_t n, size_t size, const dh_random *start);
void dh_batches_free(dh_batches *batches);

/* Batches in an epoch of n points. */
size_t dh_batches_per_epoch(size_t n, size_t size);

/* Batch t: for training. And for looking at it, where it does not matter which other batches are
 * asked for; of that at most its first `most` points. Drawing goes on from where it was left, for
 * about as long as *work units of 30 ns, which are taken off; false where they do not suffice: then
 * it is to be asked for again. What was given is valid until the next call of the same function. */
bool dh_batches_reach(dh_batches *batches, size_t t, size_t *work, dh_batch *batch);
bool dh_batches_visit(dh_batches *batches, size_t t, size_t most, size_t *work, dh_batch *batch);

/* Batch t, however long that takes. */
dh_batch dh_batches_at(dh_batches *batches, size_t t);

#endif
