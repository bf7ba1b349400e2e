/* Mini-batches as a PyTorch loop draws them: every epoch is one torch.randperm(n) cut into batches
 * of `size` consecutive points, the last one short. Batch t is the one of update t. */
#ifndef DOWNHILL_BATCHES_H
#define DOWNHILL_BATCHES_H

#include "downhill/random.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DH_BATCHES_MARKS = 64 };

/* Going forward draws on; going back begins at the nearest mark, a generator kept on the way. */
typedef struct dh_batches {
    size_t n, size;
    dh_random random; /* as drawing order[0..drawn) of `epoch` left it */
    uint32_t *order;  /* owned */
    size_t capacity;  /* numbers there is room for in order */
    size_t epoch, drawn;
    dh_random *mark; /* the generator at the start of every `spacing`-th epoch, owned */
    size_t marks, spacing;
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

/* Batch t. Valid until the next call. */
dh_batch dh_batches_at(dh_batches *batches, size_t t);

#endif
