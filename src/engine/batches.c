/* A permutation is drawn only as far as its batches are asked for, so that even the first batch of
 * ten million points is there at once. A batch of all points needs no order: its gradient is the
 * same sum. */
#include "downhill/batches.h"

#include <stdlib.h>

static bool reserve(dh_batches *b, size_t n)
{
    if (!b->mark)
        b->mark = malloc(DH_BATCHES_MARKS * sizeof *b->mark);
    if (n <= b->capacity)
        return b->mark != NULL;
    uint32_t *order = malloc(n * sizeof *order);
    if (!order || !b->mark) {
        free(order);
        return false;
    }
    free(b->order);
    b->order = order;
    b->capacity = n;
    return true;
}

bool dh_batches_begin(dh_batches *b, size_t n, size_t size, const dh_random *start)
{
    if (!reserve(b, size < n ? n : 0))
        return false;
    b->n = n;
    b->size = size < n ? size : n;
    b->random = b->mark[0] = *start;
    b->epoch = b->drawn = 0;
    b->marks = b->spacing = 1;
    return true;
}

void dh_batches_free(dh_batches *b)
{
    free(b->order);
    free(b->mark);
    *b = (dh_batches){0};
}

size_t dh_batches_per_epoch(size_t n, size_t size)
{
    return size < n ? (n + size - 1) / size : 1;
}

/* Keeps the generator at the start of the present epoch, when it is that epoch's turn. When there
 * is no room every other mark makes place. */
static void keep_mark(dh_batches *b)
{
    if (b->epoch != b->marks * b->spacing)
        return;
    if (b->marks == DH_BATCHES_MARKS) {
        b->marks /= 2;
        b->spacing *= 2;
        for (size_t i = 1; i < b->marks; i++)
            b->mark[i] = b->mark[2 * i];
    }
    if (b->epoch == b->marks * b->spacing)
        b->mark[b->marks++] = b->random;
}

static void draw_to(dh_batches *b, size_t end)
{
    if (end <= b->drawn)
        return;
    dh_random_permutation(&b->random, b->n, b->order, b->drawn, end);
    b->drawn = end;
}

static void go_to_epoch(dh_batches *b, size_t epoch)
{
    size_t nearest = epoch / b->spacing;
    nearest = nearest < b->marks ? nearest : b->marks - 1;
    const size_t from = nearest * b->spacing;
    if (epoch < b->epoch || from > b->epoch) {
        b->random = b->mark[nearest];
        b->epoch = from;
        b->drawn = 0;
    }
    while (b->epoch < epoch) {
        draw_to(b, b->n);
        b->epoch++;
        b->drawn = 0;
        keep_mark(b);
    }
}

dh_batch dh_batches_at(dh_batches *b, size_t t)
{
    if (b->size == b->n)
        return (dh_batch){.point = NULL, .count = b->n};
    const size_t per_epoch = dh_batches_per_epoch(b->n, b->size);
    const size_t from = t % per_epoch * b->size;
    const size_t end = from + b->size < b->n ? from + b->size : b->n;
    go_to_epoch(b, t / per_epoch);
    draw_to(b, end);
    return (dh_batch){.point = b->order + from, .count = end - from};
}
