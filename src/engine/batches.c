/* A permutation is drawn only as far as its batches are asked for, so that even the first batch of
 * ten million points is there at once. A batch of all points needs no order: its gradient is the
 * same sum. */
#include "downhill/batches.h"

#include "engine/work.h"

#include <assert.h>
#include <stdlib.h>

enum { LAID_A_UNIT = 64, DRAWN_A_UNIT = 4, FAR_DRAWN_A_UNIT = 2 }; /* numbers in 30 ns */

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
    cursor->epoch = cursor->drawn = cursor->laid = 0;
}

bool dh_batches_begin(dh_batches *b, size_t n, size_t size, const dh_random *start)
{
    assert(n > 0 && size > 0);
    if (!b->checkpoint)
        b->checkpoint = malloc(DH_BATCHES_CHECKPOINTS * sizeof *b->checkpoint);
    if (!b->checkpoint || !reserve(&b->train, size < n ? n : 0))
        return false;
    b->n = n;
    b->size = size < n ? size : n;
    b->per_epoch = dh_batches_per_epoch(n, size);
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
    assert(n > 0 && size > 0);
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

/* Draws on to `end`. Returns whether it is there. */
static bool draw_to(dh_batches *b, dh_batch_cursor *cursor, size_t end, size_t *work)
{
    if (cursor->drawn >= end)
        return true;
    const size_t to_lay = work_share(b->n - cursor->laid, LAID_A_UNIT, work);
    for (size_t i = cursor->laid; i < cursor->laid + to_lay; i++)
        cursor->order[i] = (uint32_t)i;
    cursor->laid += to_lay;
    if (cursor->laid < b->n)
        return false;
    const size_t left = end - cursor->drawn;
    const size_t to =
        cursor->drawn + (b->n < WORK_POINTS_FAR ? work_share(left, DRAWN_A_UNIT, work)
                                                : work_share(left, FAR_DRAWN_A_UNIT, work));
    dh_random_shuffle(&cursor->random, b->n, cursor->order, cursor->drawn, to);
    cursor->drawn = to;
    return to == end;
}

static void enter_epoch(dh_batch_cursor *cursor, size_t epoch)
{
    cursor->epoch = epoch;
    cursor->drawn = cursor->laid = 0;
}

/* Returns whether it is there. */
static bool go_to_epoch(dh_batches *b, dh_batch_cursor *cursor, size_t epoch, size_t *work)
{
    if (epoch == cursor->epoch)
        return true;
    size_t nearest = epoch / b->spacing;
    nearest = nearest < b->checkpoints ? nearest : b->checkpoints - 1;
    const size_t from = nearest * b->spacing;
    if (epoch < cursor->epoch || from > cursor->epoch) {
        cursor->random = b->checkpoint[nearest];
        enter_epoch(cursor, from);
    }
    while (cursor->epoch < epoch) {
        if (!draw_to(b, cursor, b->n, work))
            return false;
        enter_epoch(cursor, cursor->epoch + 1);
        keep_checkpoint(b, cursor);
    }
    return true;
}

static bool reach(dh_batches *b, dh_batch_cursor *cursor, size_t t, size_t most, size_t *work,
                  dh_batch *batch)
{
    *batch = (dh_batch){.point = NULL, .count = b->n};
    if (b->size == b->n)
        return true;
    const size_t epoch = t / b->per_epoch;
    const size_t from = (t - epoch * b->per_epoch) * b->size;
    const size_t end = from + b->size < b->n ? from + b->size : b->n;
    const size_t shown = end - from < most ? end : from + most;
    if (!go_to_epoch(b, cursor, epoch, work) || !draw_to(b, cursor, shown, work))
        return false;
    *batch = (dh_batch){.point = cursor->order + from, .count = shown - from};
    return true;
}

bool dh_batches_reach(dh_batches *b, size_t t, size_t *work, dh_batch *batch)
{
    return reach(b, &b->train, t, b->n, work, batch);
}

/* Without memory for a place of its own, visiting takes the other. */
bool dh_batches_visit(dh_batches *b, size_t t, size_t most, size_t *work, dh_batch *batch)
{
    const bool has_place = reserve(&b->visit, b->size < b->n ? b->n : 0);
    return reach(b, has_place ? &b->visit : &b->train, t, most, work, batch);
}

dh_batch dh_batches_at(dh_batches *b, size_t t)
{
    size_t endless = SIZE_MAX;
    dh_batch batch;
    dh_batches_reach(b, t, &endless, &batch);
    return batch;
}
