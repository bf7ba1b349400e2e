/* Memory runs out at every allocation of a reading in turn: the linker sends them through here. */
#include "cmocka_includes.h"
#include "read_table.h"

#include <stdlib.h>
#include <string.h>

static int allowed = -1; /* allocations until one fails; negative: no end */

void *__real_malloc(size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *old, size_t size);

/* One fails, those after it do not: what fails must not be tried again. */
static bool fails(void)
{
    if (allowed < 0)
        return false;
    return allowed-- == 0;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

static dh_points *read_points(const char *text, size_t length, const char *columns, dh_error *error)
{
    dh_points *points = NULL;
    const table_request request = table_request_points(columns);
    table_reader *reader = table_open_text(text, length, "pasted text", &request, error);
    if (reader && read_slices(reader, 100000, error) == TABLE_DONE)
        points = table_points(table_of(reader), NULL, error);
    table_close(reader);
    return points;
}

static void a_reading_without_memory_ends_in_words(void **state)
{
    (void)state;
    enum { ROWS = 50000, ROW_BYTES = 40 };
    static const char row[] = "0.1,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n";
    char *text = malloc(ROWS * ROW_BYTES);
    assert_non_null(text);
    assert_int_equal(strlen(row), ROW_BYTES);
    for (size_t i = 0; i < ROWS; i++)
        memcpy(text + i * ROW_BYTES, row, ROW_BYTES);
    const char *const columns[] = {NULL, "1,16"};
    for (int i = 0; i < 2; i++) {
        dh_points *points = NULL;
        int after = 0;
        for (; !points && after < 1000; after++) {
            dh_error error = {.text = ""};
            allowed = after;
            points = read_points(text, (size_t)ROWS * ROW_BYTES, columns[i], &error);
            allowed = -1;
            if (!points && !strstr(error.text, "not enough memory"))
                fail_msg("after %d allocations: \"%s\"", after, error.text);
        }
        assert_non_null(points);
        assert_int_equal(points->n, ROWS);
        assert_true(after > 10);
        dh_points_drop(points);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reading_without_memory_ends_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
