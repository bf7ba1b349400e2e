#include "cmocka_includes.h"
#include "downhill/batches.h"
#include "permutation.h"

#include <string.h>

enum { N = 103, SIZE = 10, PER_EPOCH = 11, EPOCHS = 700 };

/* Epoch after epoch, as PyTorch does it: a whole permutation each. */
static uint32_t expected[EPOCHS][N];

static void draw_expected(void)
{
    dh_random random = dh_random_seeded(5);
    for (int epoch = 0; epoch < EPOCHS; epoch++)
        draw_permutation(&random, N, expected[epoch]);
}

static void assert_batch(dh_batches *batches, size_t t)
{
    const size_t from = t % PER_EPOCH * SIZE;
    const size_t count = t % PER_EPOCH == PER_EPOCH - 1 ? 3 : SIZE;
    const dh_batch batch = dh_batches_at(batches, t);
    assert_int_equal(batch.count, count);
    assert_memory_equal(batch.point, expected[t / PER_EPOCH] + from, count * sizeof(uint32_t));
}

static void batches_cut_every_epochs_permutation(void **state)
{
    (void)state;
    dh_batches batches = {0};
    const dh_random start = dh_random_seeded(5);
    draw_expected();
    assert_true(dh_batches_begin(&batches, N, SIZE, &start));
    assert_int_equal(dh_batches_per_epoch(N, SIZE), PER_EPOCH);
    for (size_t t = 0; t < EPOCHS * PER_EPOCH; t++)
        assert_batch(&batches, t);
    dh_batches_free(&batches);
}

/* Backwards, and far to and fro, past the number of checkpoints that are kept. */
static void batches_are_the_same_in_any_order(void **state)
{
    (void)state;
    dh_batches batches = {0};
    const dh_random start = dh_random_seeded(5);
    draw_expected();
    assert_true(dh_batches_begin(&batches, N, SIZE, &start));
    const size_t last = EPOCHS * PER_EPOCH - 1;
    for (size_t back = 0; back <= last; back++)
        assert_batch(&batches, last - back);
    for (size_t i = 0; i < 3000; i++)
        assert_batch(&batches, i * 7919 % (last + 1));
    dh_batches_free(&batches);
}

/* However little is drawn at a time; and the first points of a batch before the others. */
static void batches_are_the_same_in_parts(void **state)
{
    (void)state;
    dh_batches batches = {0};
    const dh_random start = dh_random_seeded(5);
    draw_expected();
    assert_true(dh_batches_begin(&batches, N, SIZE, &start));
    for (size_t i = 0; i < 40; i++) {
        const size_t t = i * 37 % 100;
        dh_batch batch, few;
        size_t calls = 0;
        for (size_t work = 1; !dh_batches_reach(&batches, t, &work, &batch); work = 1)
            calls++;
        assert_true(i > 0 || calls > 0);
        for (size_t work = 1; !dh_batches_visit(&batches, t, 2, &work, &few); work = 1)
            calls++;
        const uint32_t *order = expected[t / PER_EPOCH] + t % PER_EPOCH * SIZE;
        assert_memory_equal(batch.point, order, batch.count * sizeof *order);
        assert_int_equal(few.count, 2);
        assert_memory_equal(few.point, order, 2 * sizeof *order);
    }
    dh_batches_free(&batches);
}

static void a_batch_of_all_points_is_every_point_once(void **state)
{
    (void)state;
    dh_batches batches = {0};
    const dh_random start = dh_random_seeded(5);
    for (size_t size = N; size < N + 2; size++) {
        assert_true(dh_batches_begin(&batches, N, size, &start));
        const dh_batch batch = dh_batches_at(&batches, 17);
        assert_int_equal(batch.count, N);
        assert_null(batch.point);
        assert_int_equal(dh_batches_per_epoch(N, size), 1);
    }
    dh_batches_free(&batches);
}

static void beginning_again_forgets_what_was_drawn(void **state)
{
    (void)state;
    dh_batches batches = {0};
    const dh_random start = dh_random_seeded(5), other = dh_random_seeded(6);
    draw_expected();
    assert_true(dh_batches_begin(&batches, N, 7, &other));
    dh_batches_at(&batches, 1000);
    assert_true(dh_batches_begin(&batches, N, SIZE, &start));
    assert_batch(&batches, 0);
    assert_batch(&batches, 500);
    dh_batches_free(&batches);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batches_cut_every_epochs_permutation),
        cmocka_unit_test(batches_are_the_same_in_any_order),
        cmocka_unit_test(batches_are_the_same_in_parts),
        cmocka_unit_test(a_batch_of_all_points_is_every_point_once),
        cmocka_unit_test(beginning_again_forgets_what_was_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
