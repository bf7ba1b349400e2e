/* Tables as people write them. */
#include "cmocka_includes.h"
#include "table_readings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fields_are_parted_by_comma_semicolon_tab_or_white_space(void **state)
{
    (void)state;
    assert_read({"x,y\n1,2\n3,4\n", NULL, "x,y: 1 2|3 4"}, {"x;y\n1;2\n", NULL, "x,y: 1 2"},
                {"x\ty\n1\t2\n", NULL, "x,y: 1 2"}, {"x y\n1 2\n", NULL, "x,y: 1 2"},
                {"  x   y \n 1 \t 2  \n", NULL, "x,y: 1 2"}, {"1, 2\n3, 4", NULL, ",: 1 2|3 4"},
                {"1 , 2\n3 ,4", NULL, ",: 1 2|3 4"}, {"\"a b\" c\n1 \"2\"\n", NULL, "a b,c: 1 2"},
                {"x\u00a0y\n1\u00a02\n3\u202f\u00a04", NULL, "x,y: 1 2|3 4"},
                {"town;x;y\nA, B, C;1;2\n", NULL, "x,y: 1 2"},
                {"when,x,y\n2020-01-01 12:00:00,1,2\n", NULL, "x,y: 1 2"},
                {"town,x,y\na;b c,1,2\nd;e f,3,4\n", NULL, "x,y: 1 2|3 4"});
}

static void a_decimal_comma_is_one_where_commas_do_not_part_fields(void **state)
{
    (void)state;
    assert_read({"1,5;2,5\n3;4,25\n", NULL, ",: 1.5 2.5|3 4.25"},
                {"0,5 1,5\n1,25 2,5\n", NULL, ",: 0.5 1.5|1.25 2.5"},
                {"x\ty\n-0,5\t1,5e3\n", NULL, "x,y: -0.5 1500"}, {"1,5\n2,5", NULL, ",: 1 5|2 5"},
                {"x;y\n1.5;2\n", NULL, "x,y: 1.5 2"},
                {"x;y\n1,5;2\n2.5;3\n", NULL,
                 "t: line 3, column x: \"2.5\" has a decimal point, the numbers before it a comma"},
                {"x\ty\n1.5\t1,234\n", NULL,
                 "t: line 2, column y: \"1,234\" has a decimal comma, the numbers before it a "
                 "point"},
                {"x,y\n\"1\",2\n\"1,5\",2\n", NULL, "t: line 3, column x: \"1,5\" is no number"},
                {"x;y\n1.234,5;2\n", "x,y", "t: line 2, column x: \"1.234,5\" is no number"});
}

static void rows_end_as_every_system_ends_lines(void **state)
{
    (void)state;
    assert_read(
        {"x,y\r\n1,2\r\n3,4\r\n", NULL, "x,y: 1 2|3 4"}, {"x,y\r1,2\r3,4", NULL, "x,y: 1 2|3 4"},
        {"x,y\r1,2\r\r3,a\r", NULL, "t: line 4, column y: \"a\" is no number"},
        {"\xef\xbb\xbfx,y\r\n\r\n1,2\r\n3,b", NULL, "t: line 4, column y: \"b\" is no number"},
        {"\xef\xbb\xbf\"x\",y\n1,2", NULL, "x,y: 1 2"});
}

static void blank_lines_and_comments_are_no_rows_but_are_lines(void **state)
{
    (void)state;
    assert_read({"# a, b\n\n  \nx,y\n # c\n1,2\n\n#\n3,c\n", NULL,
                 "t: line 9, column y: \"c\" is no number"},
                {"#x y\n1 2\n\t\n3 4\n", NULL, ",: 1 2|3 4"},
                {"1,2\n#N/A,3\n#n/a ,4\n#N/Abc,5\n", NULL,
                 ",: 1 2; t: 2 rows skipped, no number in both columns (lines 2, 3)"},
                {"1,2\n#DIV/0!,3\n", NULL, "t: line 2, column 1: \"#DIV/0!\" is no number"});
}

static void quotes_hold_delimiters_line_ends_and_quotes(void **state)
{
    (void)state;
    assert_read(
        {"\"x, \"\"1\"\"\",\"y\n2\"\n1,2\n", NULL, "x, \"1\",y 2: 1 2"},
        {"t,x,y\n\"a\r\nb\n\",1,2\n\"c\",3,d\n", NULL, "t: line 5, column y: \"d\" is no number"},
        {"x,t,y\n1,\"a\nb\",e\n", "x,y", "t: line 3, column y: \"e\" is no number"},
        {"\"x\" , \"y\"\n \"1\" , \" 2 \"\n", NULL, "x,y: 1 2"},
        {"x,t,y\n1,5\" pipe,2\n3,\"a\" b,4\n", NULL, "x,y: 1 2|3 4"},
        {"x,y\n1,2\n\"3,4\n5,6\n", NULL, "t: line 3: a quote is opened and not closed"},
        {"\"x,y\n", NULL, "t: line 1: a quote is opened and not closed"});
}

static void excel_says_the_delimiter_in_a_first_line(void **state)
{
    (void)state;
    assert_read(
        {"sep=;\nx;y\n0,5;1\n", NULL, "x,y: 0.5 1"},
        {"\xef\xbb\xbfsep=,\r\nx,y\r\n1,2\r\n3,a", NULL, "t: line 4, column y: \"a\" is no number"},
        {"\"sep=;\"\n1;2", NULL, ",: 1 2"}, {"SEP=|\nx|y\n1|2", NULL, "x,y: 1 2"},
        {"sep=;;\n1;2", NULL, ",: 1 2"}, {"sep=\t\n1\t2", NULL, ",: 1 2"},
        {"sep=;", NULL, "t: there are no rows in it"});
}

static void a_delimiter_at_the_end_of_rows_is_nothing(void **state)
{
    (void)state;
    assert_read({"x,y,\n1,2,\n3,4,\n", NULL, "x,y: 1 2|3 4"},
                {"x,y\n1,2,\n3,4,\n", NULL, "x,y: 1 2|3 4"}, {"1;2;\n3;4;\n", NULL, ",: 1 2|3 4"},
                {"1,2,,,\n3,4\n", NULL, ",: 1 2|3 4"});
}

static void a_row_with_more_than_the_first_is_not_guessed_at(void **state)
{
    (void)state;
    assert_read({"x,y\n1,2\n0,5,1,5\n", NULL, "t: line 3 has 4 columns, the first row 2"},
                {"1 2\n3 4 5\n", NULL, "t: line 2 has 3 columns, the first row 2"});
}

static void rows_that_lack_a_number_are_counted(void **state)
{
    (void)state;
    assert_read({"x,y\n1,2\n3\n,\n4,-\n5,null\n6,N/A\n7,\n8,?\n", NULL,
                 "x,y: 1 2; t: 7 rows skipped, no number in both columns (lines 3, 4, 5, 6, 7 and "
                 "2 more)"},
                {"x,y\n1,NA\n", "x,y", "t: 1 row skipped, no number in both columns (line 2)"},
                {"x,y\nNA,abc\n1,2\n", "x,y", "t: line 2, column y: \"abc\" is no number"});
}

static void what_cannot_be_a_point_is_an_error(void **state)
{
    (void)state;
    assert_read(
        {"x,y\n1,1e70\n2,-1.1e70\n", NULL, "t: line 3, column y: \"-1.1e70\" is beyond 1e70"},
        {"x,y\n1,2\ninf,3\n", NULL, "t: line 3, column x: \"inf\" is no number"},
        {"x,y\n1,2\n3,\"a\n\x1b[31mb\xff\"\n", NULL,
         "t: line 3, column y: \"a??[31mb?\" is no number"},
        {"x,y\n1,2\n3,a number that goes on and on and on and on and on and on and on\n", NULL,
         "t: line 3, column y: \"a number that goes on and on and on and on and on and on…\" "
         "is no number"},
        {"", NULL, "t: it is empty"}, {"\n\n#\n", NULL, "t: there are no rows in it"},
        {"\xef\xbb\xbf", NULL, "t: there are no rows in it"});
}

/* A thousand digits in a row, of which as many are shown as of any other text. */
static void what_a_message_quotes_is_cut(void **state)
{
    (void)state;
#define CUT "777777777777777777777777777777777777777777777777777777777…"
    char digits[1001], columns[1100], number[1100], word[1100], name[1100];
    memset(digits, '7', 1000);
    digits[1000] = '\0';
    snprintf(columns, sizeof columns, "x,%s", digits);
    snprintf(number, sizeof number, "x,y\n1,%s\n", digits);
    snprintf(word, sizeof word, "x,y\n1,%s!\n", digits);
    snprintf(name, sizeof name, "x,%s!\n1,b\n", digits);
    assert_read({"x,y\n1,2\n", columns, "t: no column \"" CUT "\"; there are x, y"},
                {number, NULL, "t: line 2, column y: \"" CUT "\" is beyond 1e70"},
                {word, "x,y", "t: line 2, column y: \"" CUT "\" is no number"},
                {word, NULL,
                 "t: two columns of numbers are needed, there is one; column y has \"" CUT "\""},
                {name, NULL,
                 "t: two columns of numbers are needed, there is one; column " CUT " has \"b\""});
#undef CUT
}

static void more_rows_than_are_wanted_are_an_error(void **state)
{
    (void)state;
    table_request request = table_request_points(NULL);
    request.rows_max = 2;
    assert_request("1,2\n3,4\n", 8, &request, ",: 1 2|3 4");
    assert_request("1,2\n3,4\n5,6\n", 12, &request, "t: line 3: there are more than 2 rows");
}

static void zero_bytes_are_no_text(void **state)
{
    (void)state;
    const table_request request = table_request_points(NULL);
    assert_request("x,y\n1,2\n\0", 9, &request,
                   "t: this is no text, it has zero bytes; a spreadsheet can be saved as CSV");
}

/* UTF-8 as UTF-16 with a mark; only what the test below uses. */
static size_t as_utf16(const char *text, bool big, char *utf16)
{
    size_t length = 0;
    const uint16_t units[] = {0xd83d, 0xde00}; /* a smiling face */
    uint16_t all[64] = {0xfeff};
    size_t count = 1;
    for (; *text; text++) {
        if (*text != '@')
            all[count++] = (uint16_t)(unsigned char)*text;
        else
            for (int i = 0; i < 2; i++)
                all[count++] = units[i];
    }
    for (size_t i = 0; i < count; i++) {
        utf16[length++] = (char)(big ? all[i] >> 8 : all[i] & 0xff);
        utf16[length++] = (char)(big ? all[i] & 0xff : all[i] >> 8);
    }
    return length;
}

static void utf16_with_a_mark_is_read_either_way_round(void **state)
{
    (void)state;
    const table_request request = table_request_points(NULL);
    char utf16[128];
    for (int big = 0; big < 2; big++) {
        size_t length = as_utf16("x@\xe9\ty\r\n1,5\t2\r\n", big, utf16);
        assert_request(utf16, length, &request, "x😀é,y: 1.5 2");
        assert_request(utf16, length - 1, &request, "t: line 3, column x😀é: \"?\" is no number");
        length = as_utf16("x,y\n1,2\n1,@", big, utf16);
        assert_request(utf16, length - 2, &request, "t: line 3, column y: \"?\" is no number");
        length = as_utf16("", big, utf16);
        assert_request(utf16, length, &request, "t: there are no rows in it");
    }
}

static void traces_ask_for_columns_by_many_names(void **state)
{
    (void)state;
    const table_request trace = {
        .wish = {{"slope,m,w,a,a0,theta1", false},
                 {"intercept,b,a1,theta0", false},
                 {"loss", true},
                 {"step,epoch", true}},
        .count = 4,
        .limit = DH_POINT_LIMIT,
        .rows_max = 1000000,
        .gaps = true,
    };
    const struct {
        const char *text, *wanted;
    } texts[] = {
        {"epoch,w,b,loss\n0,-1,1,8\n1,2,3,4\n", "w,b,loss,epoch: -1 1 8 0|2 3 4 1"},
        {"Theta0,Theta1\n1,2\n", "Theta1,Theta0,,: 2 1"},
        {"a0,a1\n1,2\n", "a0,a1,,: 1 2"},
        {"a,b,loss\n1,2,\nnan,1e999,inf\n-Infinity,3,4\n",
         "a,b,loss,: 1 2 nan|nan inf inf|-inf 3 4"},
        {"a,b\n1,x\n", "t: line 2, column b: \"x\" is no number"},
        {"x,y\n1,2\n", "t: no column slope or the like; there are x, y"},
        {"1,2\n", ",,,: 1 2"},
        {"0,-1,1\n1,2,3\n2,4,5\n", ",,,: -1 1|2 3|4 5"},
        {"1\n2\n", "t: two columns of numbers are needed, there is one"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_request(texts[i].text, strlen(texts[i].text), &trace, texts[i].wanted);
    table_request given = trace;
    given.columns = "q,p";
    assert_request("p,q\n1,2\n", 8, &given, "q,p,,: 2 1");
    assert_request("p,q,Loss\n1,2,3\n", 15, &given, "q,p,Loss,: 2 1 3");
}

/* The same row over and over, to `bytes` or more. */
static char *repeat(const char *begin, const char *row, size_t bytes, size_t *length)
{
    const size_t row_length = strlen(row);
    char *text = malloc(bytes + strlen(begin) + row_length + 1);
    assert_non_null(text);
    *length = strlen(strcpy(text, begin));
    while (*length < bytes) {
        memcpy(text + *length, row, row_length);
        *length += row_length;
    }
    text[*length] = '\0';
    return text;
}

static void assert_long(const char *begin, const char *row, size_t bytes, const char *wanted)
{
    char shown[SHOWN_BYTES];
    size_t length;
    const table_request request = table_request_points(NULL);
    char *text = repeat(begin, row, bytes, &length);
    for (size_t slice = 5000; slice < 1000000; slice *= 11) {
        read_bytes(text, length, &request, slice, shown);
        shown[strlen(wanted) < SHOWN_BYTES ? strlen(wanted) : 0] = '\0';
        assert_string_equal(shown, wanted);
    }
    free(text);
}

static void endless_rows_end(void **state)
{
    (void)state;
    assert_long("x,y\n1,2\n", "3,", 17 << 20, "t: line 3 is longer than 16 MB");
    assert_long("x,y\n1,2\n\"", "3,\n", 17 << 20, "t: line 3: a quote is opened and not closed");
    assert_long("", "3", 17 << 20, "t: line 1 is longer than 16 MB");
}

static void columns_that_begin_late_are_found(void **state)
{
    (void)state;
    assert_long("x,y,z\n1,,2\n3,4,5\n", "3,,4\n", 200000, "x,y: 3 4; t: 3");
    assert_long("x,y,z\n", "1,,2\n", 2000000, "x,z: 1 2|1 2");
    assert_long("", "# nothing\n", 200000, "t: there are no rows in it");
}

static void a_table_becomes_points(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    const char text[] = "height,\n1,2\n3,4\n";
    const table_request request = table_request_points("1,2");
    table_reader *reader = table_open_text(text, sizeof text - 1, "pasted\ttext", &request, &error);
    assert_non_null(reader);
    assert_int_equal(read_slices(reader, 1000, &error), TABLE_DONE);
    dh_points *points = table_points(table_of(reader), NULL, &error);
    table_close(reader);
    assert_non_null(points);
    assert_int_equal(points->n, 2);
    assert_exactly(points->x[1], 3.0);
    assert_exactly(points->y[0], 2.0);
    assert_string_equal(points->x_name, "height");
    assert_string_equal(points->y_name, "y");
    assert_string_equal(points->origin, "pasted?text");
    dh_points_drop(points);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_parted_by_comma_semicolon_tab_or_white_space),
        cmocka_unit_test(a_decimal_comma_is_one_where_commas_do_not_part_fields),
        cmocka_unit_test(rows_end_as_every_system_ends_lines),
        cmocka_unit_test(blank_lines_and_comments_are_no_rows_but_are_lines),
        cmocka_unit_test(quotes_hold_delimiters_line_ends_and_quotes),
        cmocka_unit_test(excel_says_the_delimiter_in_a_first_line),
        cmocka_unit_test(a_delimiter_at_the_end_of_rows_is_nothing),
        cmocka_unit_test(a_row_with_more_than_the_first_is_not_guessed_at),
        cmocka_unit_test(rows_that_lack_a_number_are_counted),
        cmocka_unit_test(what_cannot_be_a_point_is_an_error),
        cmocka_unit_test(what_a_message_quotes_is_cut),
        cmocka_unit_test(more_rows_than_are_wanted_are_an_error),
        cmocka_unit_test(zero_bytes_are_no_text),
        cmocka_unit_test(utf16_with_a_mark_is_read_either_way_round),
        cmocka_unit_test(traces_ask_for_columns_by_many_names),
        cmocka_unit_test(endless_rows_end),
        cmocka_unit_test(columns_that_begin_late_are_found),
        cmocka_unit_test(a_table_becomes_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
