/* What a field says: which double, or that there is none. strtod is what numbers are held to. */
#include "cmocka_includes.h"
#include "downhill/random.h"
#include "table/value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static value_kind read_text(const char *text, char *mark, double *value)
{
    return value_read((row_field){text, (uint32_t)strlen(text), false}, mark, value);
}

static void assert_as_strtod(const char *text)
{
    double value = 1.0;
    char mark = '.';
    if (read_text(text, &mark, &value) != VALUE_NUMBER)
        fail_msg("%s is read as no number", text);
    const double wanted = strtod(text, NULL);
    if (memcmp(&value, &wanted, sizeof value) != 0)
        fail_msg("%s is read as %.17g", text, value);
}

static void numbers_are_the_nearest_doubles(void **state)
{
    (void)state;
    const char *const texts[] = {
        "0",
        "-0",
        "+1",
        "1.",
        ".5",
        "-.5",
        "1e5",
        "1E+5",
        "1e-5",
        "00012.50",
        "0e999",
        "9007199254740993",
        "9007199254740993e22",
        "9007199254740993e-22",
        "18446744073709551615",
        "9999999999999999999",
        "9999999999999999999e27",
        "9999999999999999999e-27",
        "10000000000000000000",
        "0.00000000000000000000000000000000001",
        "1.00000000000000011102230246251565404236316680908203125", /* half between two doubles */
        "1.00000000000000011102230246251565404236316680908203124",
        "1.00000000000000011102230246251565404236316680908203126",
        "4.9406564584124654e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1e-400",
        "1e400",
        "8.5e-28",
        "4503599627370496.5",
        "4503599627370497.5",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_as_strtod(texts[i]);
}

static void written_doubles_are_read_back_with_any_digits(void **state)
{
    (void)state;
    dh_random dice = dh_random_seeded(1);
    for (int i = 0; i < 300000; i++) {
        char text[64];
        const uint64_t high = dh_random_u32(&dice), bits = high << 32 | dh_random_u32(&dice);
        double any;
        memcpy(&any, &bits, sizeof any);
        const double usual = (double)(int64_t)bits * pow(10.0, -(double)(bits % 40));
        const double value = i % 2 && isfinite(any) ? any : usual;
        const char *const form = i % 5 ? "%.*g" : "%.*e";
        snprintf(text, sizeof text, form, (int)(dh_random_u32(&dice) % 22), value);
        assert_as_strtod(text);
        snprintf(text, sizeof text, "%" PRIu64 "e%d", bits, (int)(high % 60) - 30);
        assert_as_strtod(text);
    }
}

static void what_is_no_number_is_not_read_as_one(void **state)
{
    (void)state;
    const char *const texts[] = {
        "abc",  "1a",    "0x10",  "1e",       "1e+",  "e5",    "+",     "--1",
        "1..2", ".",     "1.2.3", "1 2",      "1'00", "inf",   "1,234", "1_000",
        "1.e",  "1e5.5", "−",     "infinity", "nanx", "N.A.",  "$5",    "5%",
        "1d5",  "1e5e",  "(1)",   "½",        "１",   "none.", "1−2",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double value;
        char mark = '.';
        if (read_text(texts[i], &mark, &value) != VALUE_OTHER)
            fail_msg("%s is read as something", texts[i]);
    }
}

static void words_for_nothing_are_missing_numbers(void **state)
{
    (void)state;
    const char *const texts[] = {"",    "NA",   "na",   "N/A",  "n/a",  "#N/A", "#n/a", "NaN",
                                 "nan", "-nan", "null", "NULL", "None", "none", "?",    "-"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double value;
        char mark = '\0';
        assert_int_equal(read_text(texts[i], &mark, &value), VALUE_MISSING);
    }
}

static void the_first_decimal_mark_is_that_of_all(void **state)
{
    (void)state;
    double value;
    char mark = '\0';
    assert_int_equal(read_text("12", &mark, &value), VALUE_NUMBER);
    assert_int_equal(mark, '\0');
    assert_int_equal(read_text("1,", &mark, &value), VALUE_OTHER);
    assert_int_equal(read_text("1,5", &mark, &value), VALUE_NUMBER);
    assert_exactly(value, 1.5);
    assert_int_equal(mark, ',');
    assert_int_equal(read_text("1.5", &mark, &value), VALUE_OTHER);
    assert_int_equal(read_text("1,234.5", &mark, &value), VALUE_OTHER);
    assert_int_equal(read_text("−0,000000000000000000000000000000125e−2", &mark, &value),
                     VALUE_NUMBER);
    assert_exactly(value, -1.25e-33);
}

static void a_real_minus_is_a_minus(void **state)
{
    (void)state;
    double value;
    char mark = '.';
    assert_int_equal(read_text("−1.5e−3", &mark, &value), VALUE_NUMBER);
    assert_exactly(value, -1.5e-3);
}

/* As many as anybody writes, and digits that decide only after a thousand others. */
static void a_number_of_many_digits_is_read(void **state)
{
    (void)state;
    enum { LONG = 3000 };
    static char text[LONG + 32];
    char mark = '.';
    double value;
    for (int digits = 700; digits < LONG; digits += 23) {
        snprintf(text, sizeof text, "0.%0*d%s", digits, 0, "12345678901234567890123456789");
        assert_as_strtod(text);
        memset(text, '7', (size_t)digits);
        for (int point = 1; point < digits; point += digits - 2) {
            text[point] = '.';
            snprintf(text + digits, 32, "e%d", 150 - point);
            assert_as_strtod(text);
            text[point] = '7';
        }
        snprintf(text, sizeof text, "1.%s%0*d",
                 "00000000000000011102230246251565404236316680908203125", digits, 0);
        assert_as_strtod(text);
        text[strlen(text) - 1] = '1';
        assert_as_strtod(text);
        memset(text, '0', (size_t)digits);
        strcpy(text + digits, "1");
        assert_as_strtod(text);
        strcpy(text + digits, "");
        assert_as_strtod(text);
        text[1] = ',';
        snprintf(text + digits, 32, "1e%d", digits);
        mark = '\0';
        assert_int_equal(read_text(text, &mark, &value), VALUE_NUMBER);
        assert_exactly(value, 10.0);
    }
    text[1] = '.';
    memset(text + 2, '0', LONG - 2);
    strcpy(text + LONG, "1e1002998");
    assert_as_strtod(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_the_nearest_doubles),
        cmocka_unit_test(written_doubles_are_read_back_with_any_digits),
        cmocka_unit_test(what_is_no_number_is_not_read_as_one),
        cmocka_unit_test(words_for_nothing_are_missing_numbers),
        cmocka_unit_test(the_first_decimal_mark_is_that_of_all),
        cmocka_unit_test(a_real_minus_is_a_minus),
        cmocka_unit_test(a_number_of_many_digits_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
