#include "cmocka_includes.h"
#include "permutation.h"

#include <stdbool.h>

/* Matsumoto and Nishimura's own check value: the 10000th word of seed 5489. */
static void ten_thousandth_word_of_the_standard_seed(void **state)
{
    (void)state;
    dh_random random = dh_random_seeded(5489);
    for (int i = 1; i < 10000; i++)
        dh_random_u32(&random);
    assert_int_equal(dh_random_u32(&random), 4123659995u);
}

static void only_the_low_32_bits_of_a_seed_matter(void **state)
{
    (void)state;
    dh_random low = dh_random_seeded(42), high = dh_random_seeded(42 + (7ull << 32));
    for (int i = 0; i < 2000; i++)
        assert_int_equal(dh_random_u32(&low), dh_random_u32(&high));
}

static void uniform_stays_below_its_upper_end(void **state)
{
    (void)state;
    dh_random random = dh_random_seeded(1);
    for (int i = 0; i < 100000; i++) {
        const float value = dh_random_uniform(&random, -1.0f, 1.0f);
        assert_true(value >= -1.0f && value < 1.0f);
    }
}

static void permutation_holds_every_number_once(void **state)
{
    (void)state;
    enum { N = 1000 };
    uint32_t order[N];
    bool seen[N] = {false};
    dh_random random = dh_random_seeded(3);
    draw_permutation(&random, N, order);
    for (int i = 0; i < N; i++) {
        assert_true(order[i] < N);
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
    }
}

static void permutation_of_one_uses_no_word(void **state)
{
    (void)state;
    uint32_t order[1] = {9};
    dh_random random = dh_random_seeded(3), untouched = dh_random_seeded(3);
    draw_permutation(&random, 1, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(dh_random_u32(&random), dh_random_u32(&untouched));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_thousandth_word_of_the_standard_seed),
        cmocka_unit_test(only_the_low_32_bits_of_a_seed_matter),
        cmocka_unit_test(uniform_stays_below_its_upper_end),
        cmocka_unit_test(permutation_holds_every_number_once),
        cmocka_unit_test(permutation_of_one_uses_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
