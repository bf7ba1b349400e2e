/* No text is cut and no two overlap, at every size, scale and theme. Looks at the texts that a
 * frame recorded, not at pixels. */
#include "ui/texts.h"

static void texts_have_room_at_every_size_and_scale(void **state)
{
    (void)state;
    check_everywhere("--at 12");
    check_everywhere("--at 12 --theme dark");
}

static void texts_have_room_at_the_start_and_at_the_end(void **state)
{
    (void)state;
    check_everywhere("--at 0");
    check_everywhere("--at 100");
}

static void texts_have_room_in_every_view(void **state)
{
    (void)state;
    check_everywhere("--at 12 --show residuals,gradient");
    check_everywhere("--at 12 --show slices,linear");
    check_everywhere("--at 12 --show data");
    check_everywhere("--at 12 --show weights");
    check_everywhere("--at 12 --show loss");
    check_everywhere("--at 12 --split 35");
    check_everywhere("--at 12 --split 75");
}

static void texts_have_room_with_large_numbers(void **state)
{
    (void)state;
    check_everywhere("--at 5 --init 123456.789,-0.00001234 --lr 0.123456789");
    check_everywhere("--at 30 --lr 1.2");
    check_everywhere("--sample forbes");
    check_everywhere("--steps 1000000 --at 654321 --interval 1");
    check_everywhere("--seed 18446744073709551615 --points 1 --at 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_room_at_every_size_and_scale),
        cmocka_unit_test(texts_have_room_at_the_start_and_at_the_end),
        cmocka_unit_test(texts_have_room_in_every_view),
        cmocka_unit_test(texts_have_room_with_large_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
