#include "app/scale.h"
#include "cmocka_includes.h"

static void dots_per_inch_are_a_scale_in_quarters(void **state)
{
    (void)state;
    const struct {
        const char *dpi;
        double scale;
    } told[] = {{"96", 1.0},   {"192", 2.0},   {"120", 1.25},  {"144", 1.5},
                {"168", 1.75}, {"288", 3.0},   {"97", 1.0},    {"109", 1.25},
                {"140", 1.5},  {"192.0", 2.0}, {"191.6", 2.0}, {"1.44e2", 1.5}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        assert_exactly(scale_of_dpi(told[i].dpi), told[i].scale);
}

static void what_no_screen_means_is_1_and_the_scale_has_its_limits(void **state)
{
    (void)state;
    const char *const nothing[] = {"",  "many", "192dpi", "nan",  "inf",
                                   "0", "-192", "0x60",   "1e999"};
    assert_exactly(scale_of_dpi(NULL), 1.0);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        assert_exactly(scale_of_dpi(nothing[i]), 1.0);
    assert_exactly(scale_of_dpi("72"), 1.0); /* an old server's guess, not a wish for small type */
    assert_exactly(scale_of_dpi("1e9"), 4.0);
}

static void a_ratio_of_whole_units_is_what_the_desktop_means(void **state)
{
    (void)state;
    assert_exactly(scale_rounded(1601.0 / 1281.0), 1.25);
    assert_exactly(scale_rounded(1919.0 / 1279.0), 1.5);
    assert_exactly(scale_rounded(1.0), 1.0);
    assert_exactly(scale_rounded(0.01), 0.5);
}

static void a_window_has_its_size_in_the_units_of_its_system(void **state)
{
    (void)state;
    assert_int_equal(scale_side(1280, 2.0, 1.0, 3840), 2560); /* X11: pixels */
    assert_int_equal(scale_side(1280, 2.0, 2.0, 1920), 1280); /* Wayland at 2 */
    assert_int_equal(scale_side(1280, 1.0, 2.0, 1920), 640);  /* and --scale 1 there */
    assert_int_equal(scale_side(800, 1.5, 1.25, 0), 960);
}

static void a_window_is_never_larger_than_the_room_on_the_screen(void **state)
{
    (void)state;
    assert_int_equal(scale_side(1280, 2.0, 1.0, 1400), 1400);
    assert_int_equal(scale_side(1280, 4.0, 1.0, 0), 5120); /* of which nothing is known */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dots_per_inch_are_a_scale_in_quarters),
        cmocka_unit_test(what_no_screen_means_is_1_and_the_scale_has_its_limits),
        cmocka_unit_test(a_ratio_of_whole_units_is_what_the_desktop_means),
        cmocka_unit_test(a_window_has_its_size_in_the_units_of_its_system),
        cmocka_unit_test(a_window_is_never_larger_than_the_room_on_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
