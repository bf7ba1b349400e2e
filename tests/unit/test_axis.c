#include "cmocka_includes.h"
#include "plots/axis.h"
#include "text/number_text.h"

#include <string.h>

static void ticks_are_one_two_or_five_apart(void **state)
{
    (void)state;
    for (double length = 1e-6; length < 1e9; length *= 1.37) {
        const plot_axis axis = {.low = -0.3 * length, .high = 0.7 * length, .from = 0, .to = 640};
        const plot_ticks ticks = plot_ticks_of(&axis, 60.0);
        const double mantissa = ticks.step / pow(10.0, floor(log10(ticks.step) + 1e-9));
        assert_true(fabs(mantissa - 1) < 1e-6 || fabs(mantissa - 2) < 1e-6 ||
                    fabs(mantissa - 5) < 1e-6);
        assert_true(ticks.step / length * 640 >= 60.0 - 1e-6);
        assert_true(ticks.count >= 3 && ticks.count <= 11);
        assert_true(ticks.value[0] >= axis.low - 1e-9 * length);
        assert_true(ticks.value[ticks.count - 1] <= axis.high + 1e-9 * length);
    }
}

static void logarithmic_ticks_are_powers_of_ten(void **state)
{
    (void)state;
    const plot_axis axis = {.low = 0.08, .high = 12, .from = 200, .to = 0, .logarithmic = true};
    const plot_ticks ticks = plot_ticks_of(&axis, 60.0);
    assert_int_equal(ticks.count, 3);
    assert_string_equal(plot_tick_text(&ticks, 0).text, "0.1");
    assert_string_equal(plot_tick_text(&ticks, 2).text, "10");
    const plot_axis wide = {.low = 1e-3, .high = 1e250, .from = 200, .to = 0, .logarithmic = true};
    assert_true(plot_ticks_of(&wide, 60.0).count >= 2 && plot_ticks_of(&wide, 60.0).count <= 4);
    const plot_axis narrow = {.low = 0.9, .high = 5.5, .from = 300, .to = 0, .logarithmic = true};
    assert_int_equal(plot_ticks_of(&narrow, 60.0).count, 3); /* 1, 2, 5 */
}

static void equal_ratios_are_equally_long_on_a_logarithmic_axis(void **state)
{
    (void)state;
    const plot_axis axis = {.low = 0.1, .high = 1000, .from = 400, .to = 0, .logarithmic = true};
    assert_close(plot_position(&axis, 1.0), 300, 1e-12);
    assert_close(plot_position(&axis, 10.0), 200, 1e-12);
    assert_close(plot_value(&axis, 100.0), 100.0, 1e-12);
    for (double value = 0.0; value > -2.0; value -= 1.0) {
        assert_true(plot_position(&axis, value) > 1e6); /* far below */
        assert_true(isfinite(plot_position(&axis, value)));
    }
}

static void a_value_and_its_position_are_inverse(void **state)
{
    (void)state;
    const plot_axis axis = {.low = -2, .high = 6, .from = 500, .to = 100};
    assert_exactly(plot_position(&axis, -2), 500);
    assert_exactly(plot_position(&axis, 6), 100);
    assert_close(plot_value(&axis, plot_position(&axis, 3.25)), 3.25, 1e-14);
}

static void a_range_without_length_still_shows_something(void **state)
{
    (void)state;
    const double places[] = {0.0, 5.0, -1e8, 1e-300};
    for (int i = 0; i < 4; i++) {
        const plot_axis axis = plot_axis_around(places[i], places[i], 0.05);
        assert_true(axis.low < places[i] && axis.high > places[i]);
    }
}

static void a_value_is_read_off_as_exactly_as_a_pixel_tells(void **state)
{
    (void)state;
    const plot_axis wide = {.low = -1.1, .high = 1.1, .from = 300.0, .to = 850.0};
    assert_exactly(plot_read_off(&wide, 451.0), -0.496); /* a pixel is 0.004 */
    const plot_axis large = {.low = 0.0, .high = 3e9, .from = 0.0, .to = 100.0};
    assert_close(plot_read_off(&large, 71.34), 2140000000.0, 1e-3);
    const plot_axis tiny = {.low = 1e-307, .high = 3e-307, .from = 0.0, .to = 100.0};
    assert_true(fabs(plot_read_off(&tiny, 50.0) - 2e-307) < 1e-309);
    const plot_axis widest = {.low = -1e70, .high = 1e70, .from = 0.0, .to = 100.0};
    assert_true(isfinite(plot_read_off(&widest, 2e9)));
}

static void numbers_have_a_real_minus(void **state)
{
    (void)state;
    assert_string_equal(text_fixed(-1.5, 4).text, "−1.5000");
    assert_string_equal(text_fixed(0.09079, 4).text, "0.0908");
    assert_string_equal(text_fixed(-2.5e-7, 4).text, "−2.50×10⁻⁷");
    assert_string_equal(text_fixed(1.25e12, 4).text, "1.25×10¹²");
    assert_string_equal(text_fixed(1234.56789, 4).text, "1234.568");
    assert_string_equal(text_fixed(-9999999.0, 4).text, "−9999999");
    assert_string_equal(text_significant(1.2, 3).text, "1.20");
    assert_string_equal(text_fixed(0.0, 4).text, "0.0000");
    assert_string_equal(text_fixed(HUGE_VAL, 4).text, "∞");
    assert_string_equal(text_short(0.7436, 2).text, "0.74");
    assert_string_equal(text_reading(0.01).text, "0.0100");
    assert_string_equal(text_reading(-0.00123).text, "−1.23×10⁻³");
    assert_string_equal(text_reading(0.0).text, "0.0000");
    assert_string_equal(text_reading(1234.56789).text, "1234.568");
    assert_string_equal(text_reading(-1.25e12).text, "−1.25×10¹²");
}

static void stepped_texts_tell_neighbours_apart(void **state)
{
    (void)state;
    assert_string_equal(text_stepped(0.30000000000000004, 0.1).text, "0.3");
    assert_string_equal(text_stepped(-1e-17, 0.5).text, "0.0");
    assert_string_equal(text_stepped(-20, 10).text, "−20");
    assert_string_equal(text_stepped(3e-8, 1e-8).text, "3×10⁻⁸");
    assert_string_equal(text_stepped(1e8 + 0.2, 0.2).text, "100000000.2"); /* the shorter one */
    assert_string_equal(text_stepped(2e8, 1e8).text, "2×10⁸");
    const text_number a = text_stepped(1e8 + 0.2, 0.2), b = text_stepped(1e8 + 0.4, 0.2);
    assert_string_not_equal(a.text, b.text);
}

static void assert_numbers(plot_axis axis, const char *const *numbers, const char *offset)
{
    axis.from = 0.0;
    axis.to = 400.0;
    const plot_ticks ticks = plot_ticks_of(&axis, 60.0);
    int count = 0;
    for (; numbers[count]; count++)
        assert_string_equal(plot_tick_text(&ticks, count).text, numbers[count]);
    assert_int_equal(ticks.count, count);
    assert_string_equal(plot_offset_text(&ticks).text, offset);
}

#define NUMBERS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Never 9999999.5 beside 1.00000005×10⁷. */
static void an_axis_has_one_notation(void **state)
{
    (void)state;
    assert_numbers((plot_axis){.low = 0.0, .high = 2e7},
                   NUMBERS("0", "0.5×10⁷", "1.0×10⁷", "1.5×10⁷", "2.0×10⁷"), "");
    assert_numbers((plot_axis){.low = -1e-6, .high = 1e-6},
                   NUMBERS("−1.0×10⁻⁶", "−0.5×10⁻⁶", "0", "0.5×10⁻⁶", "1.0×10⁻⁶"), "");
    assert_numbers((plot_axis){.low = 100.0, .high = 9000.0, .logarithmic = true},
                   NUMBERS("100", "200", "500", "1000", "2000", "5000"), "");
    assert_numbers((plot_axis){.low = 0.5, .high = 2e8, .logarithmic = true},
                   NUMBERS("1", "10²", "10⁴", "10⁶", "10⁸"), "");
}

static void digits_that_all_have_in_common_are_told_once(void **state)
{
    (void)state;
    assert_numbers((plot_axis){.low = 9999999.5, .high = 10000001.5},
                   NUMBERS("9.5", "10.0", "10.5", "11.0", "11.5"), "+9999990");
    assert_numbers((plot_axis){.low = 2.49509195, .high = 2.49509245},
                   NUMBERS("0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷", "4×10⁻⁷"), "+2.495092");
    assert_numbers((plot_axis){.low = -1000000.2, .high = -999999.8},
                   NUMBERS("0.8", "0.9", "1.0", "1.1", "1.2"), "−1000001");
    assert_numbers((plot_axis){.low = 99998.0, .high = 100002.0},
                   NUMBERS("99998", "99999", "100000", "100001", "100002"), "");
}

static void where_nothing_can_be_left_out_all_digits_are_told(void **state)
{
    (void)state;
    const plot_axis axis = {.low = 9999999.5, .high = 10000001.5, .from = 0.0, .to = 400.0};
    plot_ticks ticks = plot_ticks_of(&axis, 60.0);
    plot_ticks_tell_all(&ticks);
    assert_string_equal(plot_offset_text(&ticks).text, "");
    assert_string_equal(plot_tick_text(&ticks, 0).text, "0.99999995×10⁷");
    assert_string_equal(plot_tick_text(&ticks, 1).text, "1.00000000×10⁷");
}

static void a_whole_number_has_no_point_at_its_end(void **state)
{
    (void)state;
    assert_string_equal(text_significant(500.0, 3).text, "500");
    assert_string_equal(text_significant(50.0, 3).text, "50.0");
    assert_string_equal(text_rounded(4347.0, 2).text, "4300");
    assert_string_equal(text_rounded(0.2249, 2).text, "0.22");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_one_two_or_five_apart),
        cmocka_unit_test(logarithmic_ticks_are_powers_of_ten),
        cmocka_unit_test(equal_ratios_are_equally_long_on_a_logarithmic_axis),
        cmocka_unit_test(a_value_and_its_position_are_inverse),
        cmocka_unit_test(a_range_without_length_still_shows_something),
        cmocka_unit_test(a_value_is_read_off_as_exactly_as_a_pixel_tells),
        cmocka_unit_test(numbers_have_a_real_minus),
        cmocka_unit_test(stepped_texts_tell_neighbours_apart),
        cmocka_unit_test(an_axis_has_one_notation),
        cmocka_unit_test(digits_that_all_have_in_common_are_told_once),
        cmocka_unit_test(where_nothing_can_be_left_out_all_digits_are_told),
        cmocka_unit_test(a_whole_number_has_no_point_at_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
