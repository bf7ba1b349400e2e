#include "cmocka_includes.h"
#include "text/number.h"

#include <string.h>

static void decimal_numbers_are_read_whole(void **state)
{
    (void)state;
    const struct {
        const char *text;
        double value;
    } good[] = {{"0.1", 0.1},        {"-1", -1.0},     {"+2.5", 2.5},     {".5", 0.5},
                {"5.", 5.0},         {"0", 0.0},       {"1e-3", 1e-3},    {"1E+2", 1e2},
                {"\u22121.5", -1.5}, {"1e308", 1e308}, {"1e-310", 1e-310}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = 7.0;
        assert_true(number_parse(good[i].text, &value));
        assert_exactly(value, good[i].value);
    }
}

static void anything_else_is_refused_and_changes_nothing(void **state)
{
    (void)state;
    const char *const bad[] = {"",   "0.1x", "nan",  "inf", "-inf", "1e999", "-1e999", "1e-999",
                               " 1", "1 ",   "0x10", "1,5", "--1",  "1e",    "e5",     ".",
                               "-",  "1..2", "1e+",  "NaN", "1_0",  "0.1\n", "1-2",    "١"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = 7.0;
        if (number_parse(bad[i], &value))
            fail_msg("'%s' was read as %g", bad[i], value);
        assert_exactly(value, 7.0);
    }
}

static void a_very_long_number_is_refused(void **state)
{
    (void)state;
    char text[5001];
    memset(text, '1', 5000);
    text[5000] = '\0';
    double value = 7.0;
    assert_false(number_parse(text, &value));
}

static void a_list_needs_all_its_numbers(void **state)
{
    (void)state;
    double pair[2] = {7.0, 7.0}, four[4];
    assert_true(number_parse_list("-1,2.5", pair, 2));
    assert_exactly(pair[0], -1.0);
    assert_exactly(pair[1], 2.5);
    const char *const bad[] = {"", ",", "1", "1,", ",1", "1,2,3", "1 ,2", "1;2", "x,1", "1,x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(number_parse_list(bad[i], pair, 2));
    assert_exactly(pair[0], -1.0);
    assert_exactly(pair[1], 2.5);
    assert_true(number_parse_list("1,-2,3e4,.5", four, 4));
    assert_exactly(four[2], 3e4);
    assert_exactly(four[3], 0.5);
}

static void limits_are_told_in_few_characters(void **state)
{
    (void)state;
    char text[NUMBER_BYTES];
    number_brief(1e30, text);
    assert_string_equal(text, "1e30");
    number_brief(0.5, text);
    assert_string_equal(text, "0.5");
    number_brief(-1e-12, text);
    assert_string_equal(text, "-1e-12");
}

static void whole_numbers_keep_to_their_limits(void **state)
{
    (void)state;
    uint64_t value = 7;
    assert_true(number_parse_whole("18446744073709551615", 0, UINT64_MAX, &value));
    assert_true(value == UINT64_MAX);
    const char *const bad[] = {"",    "-1", "+1", "1.0", "1e3", "18446744073709551616",
                               "0x1", " 1", "0",  "101"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(number_parse_whole(bad[i], 1, i == 5 ? UINT64_MAX : 100, &value));
}

static void the_shortest_text_reads_back_to_the_same_bits(void **state)
{
    (void)state;
    const double values[] = {0.1, 1.0 / 3.0, 1e100, -5e-324, 123456789.123456789, 0.0, 2.5e-7};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[NUMBER_BYTES];
        double back = 7.0;
        number_shortest(values[i], text);
        assert_true(number_parse(text, &back));
        assert_exactly(back, values[i]);
    }
    char text[NUMBER_BYTES];
    number_shortest(0.1, text);
    assert_string_equal(text, "0.1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimal_numbers_are_read_whole),
        cmocka_unit_test(anything_else_is_refused_and_changes_nothing),
        cmocka_unit_test(a_very_long_number_is_refused),
        cmocka_unit_test(a_list_needs_all_its_numbers),
        cmocka_unit_test(limits_are_told_in_few_characters),
        cmocka_unit_test(whole_numbers_keep_to_their_limits),
        cmocka_unit_test(the_shortest_text_reads_back_to_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
