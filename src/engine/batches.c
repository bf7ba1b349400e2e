/* A permutation is drawn only as far as its batches are asked for, so that even the first batch of
 * ten million points is there at once. A batch of all points needs no order: its gradient is the
 * same sum. */
#include "downhill/batches.h"

#include <stdlib.h>

static bool reserve(dh_batch_cursor *cursor, size_t n)
{
    if (n <= cursor->capacity)
        return true;
    uint32_t *order = malloc(n * sizeof *order);
    if (!order)
        return false;
    free(cursor->order);
    cursor->order = order;
    cursor->capacity = n;
    return true;
}

static void begin(dh_batch_cursor *cursor, const dh_random *start)
{
    cursor->random = *start;
    cursor->epoch = cursor->drawn = 0;
}

bool dh_batches_begin(dh_batches *b, size_t n, size_t size, const dh_random *start)
{
    if (!b->checkpoint)
        b->checkpoint = malloc(DH_BATCHES_CHECKPOINTS * sizeof *b->checkpoint);
    if (!b->checkpoint || !reserve(&b->train, size < n ? n : 0))
        return false;
    b->n = n;
    b->size = size < n ? size : n;
    b->checkpoint[0] = *start;
    b->checkpoints = b->spacing = 1;
    begin(&b->train, start);
    begin(&b->visit, start);
    return true;
}

void dh_batches_free(dh_batches *b)
{
    free(b->train.order);
    free(b->visit.order);
    free(b->checkpoint);
    *b = (dh_batches){0};
}

size_t dh_batches_per_epoch(size_t n, size_t size)
{
    return size < n ? (n + size - 1) / size : 1;
}

/* Keeps the generator at the start of an epoch, when it is that epoch's turn. When there is no room
 * every other checkpoint makes place. */
static void keep_checkpoint(dh_batches *b, const dh_batch_cursor *at)
{
    if (at->epoch != b->checkpoints * b->spacing)
        return;
    if (b->checkpoints == DH_BATCHES_CHECKPOINTS) {
        b->checkpoints /= 2;
        b->spacing *= 2;
        for (size_t i = 1; i < b->checkpoints; i++)
            b->checkpoint[i] = b->checkpoint[2 * i];
    }
    if (at->epoch == b->checkpoints * b->spacing)
        b->checkpoint[b->checkpoints++] = at->random;
}

static void draw_to(dh_batches *b, dh_batch_cursor *cursor, size_t end)
{
    if (end <= cursor->drawn)
        return;
    dh_random_permutation(&cursor->random, b->n, cursor->order, cursor->drawn, end);
    cursor->drawn = end;
}

static void go_to_epoch(dh_batches *b, dh_batch_cursor *cursor, size_t epoch)
{
    size_t nearest = epoch / b->spacing;
    nearest = nearest < b->checkpoints ? nearest : b->checkpoints - 1;
    const size_t from = nearest * b->spacing;
    if (epoch < cursor->epoch || from > cursor->epoch) {
        cursor->random = b->checkpoint[nearest];
        cursor->epoch = from;
        cursor->drawn = 0;
    }
    while (cursor->epoch < epoch) {
        draw_to(b, cursor, b->n);
        cursor->epoch++;
        cursor->drawn = 0;
        keep_checkpoint(b, cursor);
    }
}

static dh_batch batch_at(dh_batches *b, dh_batch_cursor *cursor, size_t t)
{
    if (b->size == b->n)
        return (dh_batch){.point = NULL, .count = b->n};
    const size_t per_epoch = dh_batches_per_epoch(b->n, b->size);
    const size_t from = t % per_epoch * b->size;
    const size_t end = from + b->size < b->n ? from + b->size : b->n;
    go_to_epoch(b, cursor, t / per_epoch);
    draw_to(b, cursor, end);
    return (dh_batch){.point = cursor->order + from, .count = end - from};
}

dh_batch dh_batches_at(dh_batches *b, size_t t)
{
    return batch_at(b, &b->train, t);
}

/* Without memory for a place of its own, looking takes the other. */
dh_batch dh_batches_visit(dh_batches *b, size_t t)
{
    const bool has_place = reserve(&b->visit, b->size < b->n ? b->n : 0);
    return batch_at(b, has_place ? &b->visit : &b->train, t);
}
