/* Rectangles, grids and colors, at their borders. */
#include "cmocka_includes.h"
#include "ui/geometry.h"

static void a_rectangle_holds_its_left_and_top_edge(void **state)
{
    (void)state;
    const ui_rect r = {10.0, 20.0, 30.0, 40.0};
    assert_true(ui_contains(r, (ui_point){10.0, 20.0}));
    assert_true(ui_contains(r, (ui_point){39.9, 59.9}));
    assert_false(ui_contains(r, (ui_point){9.9, 30.0}));
    assert_false(ui_contains(r, (ui_point){40.0, 30.0}));
    assert_false(ui_contains(r, (ui_point){20.0, 19.9}));
    assert_false(ui_contains(r, (ui_point){20.0, 60.0}));
    assert_exactly(ui_center(r).x, 25.0);
    assert_exactly(ui_center(r).y, 40.0);
    const ui_rect smaller = ui_inset(r, 3.0), larger = ui_inset(r, -1.0);
    assert_true(smaller.x == 13.0 && smaller.y == 23.0 && smaller.w == 24.0 && smaller.h == 34.0);
    assert_true(larger.x == 9.0 && larger.y == 19.0 && larger.w == 32.0 && larger.h == 42.0);
}

static void rectangles_that_touch_do_not_overlap(void **state)
{
    (void)state;
    const ui_rect r = {10.0, 20.0, 30.0, 40.0};
    static const struct {
        ui_rect other;
        bool overlaps, is_within;
    } cases[] = {
        {{10.0, 20.0, 30.0, 40.0}, true, true},  {{11.0, 21.0, 28.0, 38.0}, true, true},
        {{40.0, 20.0, 5.0, 5.0}, false, false},  {{39.0, 20.0, 5.0, 5.0}, true, false},
        {{5.0, 20.0, 5.0, 5.0}, false, false},   {{6.0, 20.0, 5.0, 5.0}, true, false},
        {{20.0, 60.0, 5.0, 5.0}, false, false},  {{20.0, 59.0, 5.0, 5.0}, true, false},
        {{20.0, 15.0, 5.0, 5.0}, false, false},  {{20.0, 16.0, 5.0, 5.0}, true, false},
        {{10.0, 20.0, 30.0, 40.5}, true, false}, {{10.0, 20.0, 30.5, 40.0}, true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(ui_overlap(r, cases[i].other), cases[i].overlaps);
        assert_int_equal(ui_overlap(cases[i].other, r), cases[i].overlaps);
        assert_int_equal(ui_is_within(cases[i].other, r), cases[i].is_within);
    }
}

static void whole_pixels_have_in_common_what_lies_in_both(void **state)
{
    (void)state;
    const ui_px_rect a = {1, 2, 10, 20}, b = {3, 1, 12, 15};
    const ui_px_rect both = ui_px_intersection(a, b), same = ui_px_intersection(b, a);
    assert_memory_equal(&both, (&(ui_px_rect){3, 2, 10, 15}), sizeof both);
    assert_memory_equal(&same, &both, sizeof both);
    assert_false(ui_px_empty(both));
    assert_false(ui_px_empty((ui_px_rect){3, 2, 4, 3}));
    assert_true(ui_px_empty((ui_px_rect){3, 2, 3, 5}));
    assert_true(ui_px_empty((ui_px_rect){3, 2, 5, 2}));
    assert_true(ui_px_empty((ui_px_rect){4, 2, 3, 5}));
}

static void a_value_is_put_on_the_nearest_line_of_a_grid(void **state)
{
    (void)state;
    static const struct {
        double value, step, on_grid;
    } cases[] = {
        {0.30000000000000004, 0.1, 0.3},
        {-0.96, 0.05, -0.95},
        {0.5, 1.0, 1.0},
        {7.4, 1.0, 7.0},
        {7.0, 2.0, 8.0},
        {12.4, 5.0, 10.0},
        {-12.6, 5.0, -15.0},
        {1234.0, 100.0, 1200.0},
        {0.000123456, 1e-6, 0.000123},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_exactly(ui_on_grid(cases[i].value, cases[i].step), cases[i].on_grid);
    assert_exactly(ui_clamp(-1.0, 0.0, 2.0), 0.0);
    assert_exactly(ui_clamp(1.0, 0.0, 2.0), 1.0);
    assert_exactly(ui_clamp(3.0, 0.0, 2.0), 2.0);
}

static void colors_are_mixed_channel_by_channel(void **state)
{
    (void)state;
    const ui_color a = {0, 255, 10, 255}, b = {255, 0, 20, 55};
    const ui_color none = ui_mixed(a, b, 0.0), half = ui_mixed(a, b, 0.5),
                   all = ui_mixed(a, b, 1.0);
    assert_memory_equal(&none, &a, sizeof a);
    assert_memory_equal(&half, (&(ui_color){128, 128, 15, 155}), sizeof half);
    assert_memory_equal(&all, &b, sizeof b);
    const ui_color faded = ui_faded(a, 0.5);
    assert_memory_equal(&faded, (&(ui_color){0, 255, 10, 128}), sizeof faded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_holds_its_left_and_top_edge),
        cmocka_unit_test(rectangles_that_touch_do_not_overlap),
        cmocka_unit_test(whole_pixels_have_in_common_what_lies_in_both),
        cmocka_unit_test(a_value_is_put_on_the_nearest_line_of_a_grid),
        cmocka_unit_test(colors_are_mixed_channel_by_channel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
