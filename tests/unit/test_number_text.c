/* Numbers as they are written for people, value by value. */
#include "cmocka_includes.h"
#include "text/number.h"
#include "text/number_text.h"

#include <math.h>
#include <string.h>

typedef struct written {
    double value;
    int digits; /* or decimals */
    const char *text;
} written;

#define assert_written(table, call)                                                                \
    do {                                                                                           \
        for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                               \
            assert_string_equal(call((table)[i].value, (table)[i].digits).text, (table)[i].text);  \
    } while (0)

static void a_number_has_its_decimals_as_far_as_seven_digits_go(void **state)
{
    (void)state;
    static const written numbers[] = {
        {0.0, 0, "0"},
        {-0.0, 2, "0.00"},
        {12.3456, 2, "12.35"},
        {-12.3456, 0, "−12"},
        {999.9999, 4, "999.9999"},
        {1000.0, 4, "1000.000"},
        {123456.789, 4, "123456.8"},
        {9999999.4, 0, "9999999"},
        {1e7, 2, "1.00×10⁷"},
        {-1e7, 2, "−1.00×10⁷"},
        {0.005, 2, "0.01"},
        {0.0049, 2, "4.90×10⁻³"},
        {-0.0049, 2, "−4.90×10⁻³"},
        {0.49, 0, "4.90×10⁻¹"},
        {1.5e123, 4, "1.50×10¹²³"},
        {(double)NAN, 4, "not a number"},
        {(double)INFINITY, 4, "∞"},
        {-(double)INFINITY, 4, "−∞"},
    };
    assert_written(numbers, text_fixed);
}

static void a_reading_has_three_digits_at_least(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } readings[] = {
        {0.0, "0.0000"},
        {0.01, "0.0100"},
        {-0.01, "−0.0100"},
        {0.00999, "9.99×10⁻³"},
        {-1e-300, "−1.00×10⁻³⁰⁰"},
        {1e9, "1.00×10⁹"},
        {(double)NAN, "not a number"},
        {-(double)INFINITY, "−∞"},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        assert_string_equal(text_reading(readings[i].value).text, readings[i].text);
}

static void a_short_number_has_no_zeros_at_its_end(void **state)
{
    (void)state;
    static const written numbers[] = {
        {0.1, 3, "0.1"},
        {0.12345, 3, "0.123"},
        {1234567.0, 3, "1.23×10⁶"},
        {-1e10, 3, "−1×10¹⁰"},
        {1e-5, 3, "1×10⁻⁵"},
        {0.0001, 3, "0.0001"},
        {100.0, 3, "100"},
        {1000.0, 3, "1×10³"},
        {0.0, 3, "0"},
        {(double)NAN, 3, "not a number"},
        {(double)INFINITY, 3, "∞"},
        {-(double)INFINITY, 3, "−∞"},
    };
    assert_written(numbers, text_short);
}

static void a_significant_number_has_them(void **state)
{
    (void)state;
    static const written numbers[] = {
        {0.5, 3, "0.500"},          {-1.2, 3, "−1.20"},   {12.0, 2, "12"},
        {100.0, 2, "1.0×10²"},      {1e6, 3, "1.00×10⁶"}, {0.0, 3, "0.00"},
        {(double)INFINITY, 3, "∞"},
    };
    assert_written(numbers, text_significant);
}

static void a_rounded_number_has_zeros_for_the_digits_it_lost(void **state)
{
    (void)state;
    static const written numbers[] = {
        {4347.0, 1, "4000"}, {4347.0, 2, "4300"},         {4357.0, 2, "4400"},
        {0.2249, 2, "0.22"}, {0.00012345, 2, "0.00012"},  {-0.55, 1, "−0.6"},
        {999.0, 2, "1000"},  {12345678.0, 3, "1.23×10⁷"},
    };
    assert_written(numbers, text_rounded);
}

static void a_power_stands_apart_from_its_digits(void **state)
{
    (void)state;
    assert_string_equal(text_powered(1.5e7, 2, 7).text, "1.50×10⁷");
    assert_string_equal(text_powered(-2e-9, 1, -9).text, "−2.0×10⁻⁹");
    assert_string_equal(text_powered(3.0, 0, 0).text, "3");
    assert_string_equal(text_powered(-0.75, 1, 0).text, "−0.8");
    assert_string_equal(text_powered((double)NAN, 1, 0).text, "not a number");
    assert_string_equal(text_powered((double)INFINITY, 1, 3).text, "∞");
    assert_string_equal(text_power(1.0).text, "1");
    assert_string_equal(text_power(10.0).text, "10¹");
    assert_string_equal(text_power(1e7).text, "10⁷");
    assert_string_equal(text_power(1e-12).text, "10⁻¹²");
    assert_string_equal(text_power(5e-9).text, "5×10⁻⁹");
    assert_string_equal(text_power(20.0).text, "2×10¹");
    assert_string_equal(text_raised("0123456789").text, "⁰¹²³⁴⁵⁶⁷⁸⁹");
    assert_string_equal(text_raised("/1:").text, "¹"); /* what is beside the digits is none */
}

static void neighbours_differ_in_their_last_digit(void **state)
{
    (void)state;
    static const struct {
        double value, step;
        const char *text;
    } numbers[] = {
        {0.0, 10.0, "0"},
        {0.0, 0.1, "0.0"},
        {0.0, 1e-7, "0"},
        {1e-8, 0.1, "0.0"},
        {2.5, 0.5, "2.5"},
        {2.5, 0.25, "2.5"},
        {-3.0, 1.0, "−3"},
        {0.00001, 0.00001, "0.00001"},
        {0.1234567, 1e-7, "1.234567×10⁻¹"},
        {3e-6, 1e-6, "3×10⁻⁶"},
        {1e7, 1.0, "10000000"},
        {1.2e8, 1e7, "1.2×10⁸"},
        {3e8, 1e8, "3×10⁸"},
        {1e15, 1.0, "1.000000000000000×10¹⁵"},
        {-2e20, 1e20, "−2×10²⁰"},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_string_equal(text_stepped(numbers[i].value, numbers[i].step).text, numbers[i].text);
}

static void what_a_person_types_as_a_number_is_one(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } typed[] = {
        {" 7 ", 7.0}, {"0,5", 0.5},   {",5", 0.5},      {"−1,25", -1.25},
        {"0.5", 0.5}, {"1e-3", 1e-3}, {"\u00a02", 2.0}, {"5,", 5.0},
    };
    static const char *const wrong[] = {"", " ", "1,000.5", "1,2,3", ",", "1 2", "0,5x"};
    double value = 9.0;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        assert_true(number_parse_typed(typed[i].text, &value));
        assert_exactly(value, typed[i].value);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (number_parse_typed(wrong[i], &value))
            fail_msg("'%s' was taken for %g", wrong[i], value);
    char zeros[500];
    memset(zeros, '0', sizeof zeros);
    zeros[399] = '\0';
    assert_true(number_parse_typed(zeros, &value));
    zeros[399] = '0';
    zeros[400] = '\0';
    assert_false(number_parse_typed(zeros, &value));
}

static void a_decimal_comma_is_told_of_where_it_is_one(void **state)
{
    (void)state;
    static const char advice[] = "a decimal point is wanted, not a comma; ";
    static const struct {
        const char *text;
        bool advised;
    } texts[] = {
        {"0,5", true}, {"x,1,5", true}, {"1,2,3", true}, {"0.5,1", false}, {"a,b", false},
        {",5", false}, {"5,", false},   {"5,x", false},  {"x,5", false},   {"", false},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(number_comma_advice(texts[i].text), texts[i].advised ? advice : "");
}

static void a_seed_is_any_number_of_64_bits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t seed;
    } seeds[] = {
        {"0", 0},
        {"42", 42},
        {"-1", UINT64_MAX},
        {"−1", UINT64_MAX},
        {"-9223372036854775808", UINT64_C(1) << 63},
        {"18446744073709551615", UINT64_MAX},
    };
    static const char *const wrong[] = {"",   "-",   "--1", "-9223372036854775809",
                                        "+1", "1.0", "1-",  "18446744073709551616"};
    uint64_t seed = 7;
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        assert_true(number_parse_seed(seeds[i].text, &seed));
        assert_true(seed == seeds[i].seed);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(number_parse_seed(wrong[i], &seed));
}

static void limits_of_whole_numbers_belong_to_them(void **state)
{
    (void)state;
    uint64_t value = 7;
    assert_true(number_parse_whole("3", 3, 5, &value) && value == 3);
    assert_true(number_parse_whole("5", 3, 5, &value) && value == 5);
    assert_false(number_parse_whole("2", 3, 5, &value));
    assert_false(number_parse_whole("6", 3, 5, &value));
    assert_true(value == 5);
}

static void a_number_is_rounded_to_its_digits(void **state)
{
    (void)state;
    assert_exactly(number_rounded(0.123456, 3), 0.123);
    assert_exactly(number_rounded(0.1235, 3), 0.123); /* the double is below the half */
    assert_exactly(number_rounded(-98765.0, 2), -99000.0);
    assert_exactly(number_rounded(9.99, 1), 10.0);
    assert_exactly(number_rounded(0.0, 3), 0.0);
    assert_true(isinf(number_rounded((double)INFINITY, 3)));
    char text[NUMBER_BYTES];
    number_shortest(0.1 + 0.2, text);
    assert_string_equal(text, "0.30000000000000004");
    number_shortest(1.0 / 3.0, text);
    assert_string_equal(text, "0.3333333333333333");
    number_brief(1234567.0, text);
    assert_string_equal(text, "1.23457e06");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_its_decimals_as_far_as_seven_digits_go),
        cmocka_unit_test(a_reading_has_three_digits_at_least),
        cmocka_unit_test(a_short_number_has_no_zeros_at_its_end),
        cmocka_unit_test(a_significant_number_has_them),
        cmocka_unit_test(a_rounded_number_has_zeros_for_the_digits_it_lost),
        cmocka_unit_test(a_power_stands_apart_from_its_digits),
        cmocka_unit_test(neighbours_differ_in_their_last_digit),
        cmocka_unit_test(what_a_person_types_as_a_number_is_one),
        cmocka_unit_test(a_decimal_comma_is_told_of_where_it_is_one),
        cmocka_unit_test(a_seed_is_any_number_of_64_bits),
        cmocka_unit_test(limits_of_whole_numbers_belong_to_them),
        cmocka_unit_test(a_number_is_rounded_to_its_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
