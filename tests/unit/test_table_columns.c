/* Which columns of a table are taken: by what they hold, by name and by number. */
#include "table_readings.h"

#include <stdlib.h>

static void the_first_two_columns_of_numbers_are_taken(void **state)
{
    (void)state;
    assert_read(
        {"name,x,day,y\na,1,b,2\n", NULL, "x,y: 1 2"}, {"a,1,b,2\nc,3,d,4\n", NULL, ",: 1 2|3 4"},
        {"x,u,y\n1,,2\n3,,4\n", NULL, "x,y: 1 2|3 4"},
        {"x,u,y\n,b,2\nNA,?,4\n5,c,6\n", NULL,
         "x,y: 5 6; t: 2 rows skipped, no number in both columns (lines 2, 3)"},
        {"NA,2\n3,4\n", NULL, ",: 3 4; t: 1 row skipped, no number in both columns (line 1)"},
        {"x\n1\n2\n", NULL, "t: two columns of numbers are needed, there is one"},
        {"a,b\nc,d\n", NULL,
         "t: two columns of numbers are needed, there is none; column 1 has \"c\""},
        {"1.2.3,4\n5,6\n", NULL,
         "t: two columns of numbers are needed, there is one; column 1 has \"1.2.3\""});
}

static void a_first_row_of_names_over_numbers_is_a_header(void **state)
{
    (void)state;
    assert_read({"1990,2000\n1,2\n", NULL, ",: 1990 2000|1 2"},
                {"country,1990,2000\nA,1,2\n", "1990,2000", "1990,2000: 1 2"},
                {"year,1990,2000\n1,5,6\n", NULL, "year,1990: 1 5"},
                {"a,b\n,\n", NULL, "t: two columns of numbers are needed, there is none"},
                {"a,b\n", "a,b", "t: there are no rows in it"},
                {"2nd,1st\n1,2\n", NULL, "2nd,1st: 1 2"},
                {"\xe9t\xe9,y\n1,2\n", NULL, "été,y: 1 2"},
                {"été\u00a0,\u202ay\x1b[31m\n1,2\n", NULL, "été,y[31m: 1 2"});
}

static void a_column_that_only_counts_rows_is_left_out(void **state)
{
    (void)state;
    assert_read({",x,y\n0,1,2\n1,3,4\n", NULL, "x,y: 1 2|3 4"},
                {"Unnamed: 0,x,y\n0,1,2\n1,3,4\n", NULL, "x,y: 1 2|3 4"},
                {"\"\",\"x\",\"y\"\n\"1\",1,2\n\"2\",3,4\n", NULL, "x,y: 1 2|3 4"},
                {"x y\n1 1 2\n2 3 4\n", NULL, "x,y: 1 2|3 4"},
                {"\"x\" \"y\"\n\"a b\" 1 2\n\"c\" 3 4\n", NULL, "x,y: 1 2|3 4"},
                {"x y\n0.5 1 2\n3 3 4\n", NULL, "t: line 2 has 3 columns, the first row 2"},
                {"x,y\n0,5,1\n1,25,2\n", NULL, "t: line 2 has 3 columns, the first row 2"},
                {",0,1\n0,5,6\n1,7,8\n", NULL, "0,1: 5 6|7 8"},
                {",x,y\n0,1,2\n5,3,4\n", NULL, ",x: 0 1|5 3"},
                {"n,x\n0,1\n1,3\n", NULL, "n,x: 0 1|1 3"}, {"1,5\n2,6\n", NULL, ",: 1 5|2 6"},
                {",x,y\n0,1,2\n1,3,4\n", "1,y", ",y: 0 2|1 4"});
}

static void columns_are_had_by_name_or_number(void **state)
{
    (void)state;
    const char *const text = "a b,\"c, d\",2,B,b\n1,2,3,4,5\n";
    assert_read(
        {text, "a b,B", "a b,B: 1 4"}, {text, "b,B", "b,B: 5 4"},
        {text, "\"c, d\",A B", "c, d,a b: 2 1"}, {text, "2,5", "c, d,b: 2 5"},
        {text, "2,b", "2,b: 3 5"}, {text, " 1 , 4 ", "a b,B: 1 4"}, {text, "b,b", "b,b: 5 5"},
        {text, "b,6", "t: no column \"6\"; there are a b, c, d, 2, B, b"},
        {text, "b,0", "t: no column \"0\"; there are a b, c, d, 2, B, b"},
        {text, "b", "t: 2 columns are wanted, as in X,Y"},
        {text, "", "t: 2 columns are wanted, as in X,Y"},
        {text, "1,2,3", "t: 2 columns are wanted, as in X,Y"},
        {text, "\"b", "t: 2 columns are wanted, as in X,Y"}, {"1,2\n3,4\n", "2,1", ",: 2 1|4 3"},
        {"1,2\n3,4\n", "x,2", "t: no column \"x\"; there are 2, without names"},
        {"x,y,z\n1,a,2\n", "x,y", "t: line 2, column y: \"a\" is no number"});
}

/* Never one of them the one and one the other, whichever comes first. */
static void numbers_count_columns_unless_all_are_names(void **state)
{
    (void)state;
    const char *const years = "1,1990,2\n5,6,7\n";
    assert_read({"abc,1\n2,3\n", "1,2", "abc,1: 2 3"}, {"abc,1\n2,3\n", "2,1", "1,abc: 3 2"},
                {"abc,1\n2,3\n", "1,abc", "1,abc: 3 2"}, {"abc,1\n2,3\n", "abc,2", "abc,1: 2 3"},
                {"2,age\n3,4\n", "1,2", "2,age: 3 4"}, {"2,age\n3,4\n", "2,1", "age,2: 4 3"},
                {"x,2,3\n5,6,7\n", "2,3", "2,3: 6 7"}, {"x,3,2\n5,6,7\n", "2,3", "2,3: 7 6"},
                {"x,3,2\n5,6,7\n", "1,3", "x,2: 5 7"}, {"2,1,x\n5,6,q\n", "2,1", ",: 1 2|6 5"},
                {years, "1,2", ",: 1 1990|5 6"}, {years, "1990,2", "1990,2: 6 7"},
                {years, "2,1990", "2,1990: 7 6"}, {years, "1990,3", "1990,2: 6 7"});
}

static void ten_thousand_columns_are_read(void **state)
{
    (void)state;
    enum { COLUMNS = 10000, BYTES = 24 * COLUMNS };
    char *text = malloc(BYTES), wanted[] = "c0,c9999: 0 9999|0 19998", shown[SHOWN_BYTES];
    assert_non_null(text);
    size_t length = 0;
    for (int row = 0; row < 3; row++)
        for (int i = 0; i < COLUMNS; i++)
            length += (size_t)snprintf(text + length, BYTES - length, "%s%d%c", row > 0 ? "" : "c",
                                       i * (row > 0 ? row : 1), i == COLUMNS - 1 ? '\n' : ',');
    const table_request request = table_request_points("c0,c9999");
    read_bytes(text, length, &request, 777, shown);
    assert_string_equal(shown, wanted);
    const table_request none = table_request_points("c0,c");
    read_bytes(text, length, &none, 777, shown);
    assert_true(strncmp(shown, "t: no column \"c\"; there are c0, c1, c2,", 38) == 0);
    assert_true(strlen(shown) < 150 && strstr(shown, "…"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_two_columns_of_numbers_are_taken),
        cmocka_unit_test(a_first_row_of_names_over_numbers_is_a_header),
        cmocka_unit_test(a_column_that_only_counts_rows_is_left_out),
        cmocka_unit_test(columns_are_had_by_name_or_number),
        cmocka_unit_test(numbers_count_columns_unless_all_are_names),
        cmocka_unit_test(ten_thousand_columns_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
