/* Tables in files, pipes and things that are neither. Every test has a folder of its own; none may
 * wait for anybody. */
#define _XOPEN_SOURCE 700
#include "cmocka_includes.h"
#include "folder.h"
#include "read_table.h"
#include "table/write.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void put(const char *path, const char *text, int times)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (int i = 0; i < times; i++)
        assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static table_reader *open_points(const char *path)
{
    dh_error error = {.text = ""};
    const table_request request = table_request_points(NULL);
    table_reader *reader = table_open(path, &request, &error);
    assert_non_null(reader);
    return reader;
}

/* The error that reading a path ends in. */
static void assert_fails(const char *path, const char *columns, const char *const *words)
{
    dh_error error = {.text = ""};
    const table_request request = table_request_points(columns);
    table_reader *reader = table_open(path, &request, &error);
    if (reader)
        assert_int_equal(table_advance(reader, 10000000, &error), TABLE_FAILED);
    table_close(reader);
    for (; *words; words++)
        if (!strstr(error.text, *words))
            fail_msg("\"%s\" does not hold \"%s\"", error.text, *words);
}

#define assert_failure(path, ...) assert_fails(path, NULL, (const char *const[]){__VA_ARGS__, NULL})

/* The same four points in many spellings, and how many rows are skipped. */
static void files_that_people_have_are_read(void **state)
{
    (void)state;
    static const double x[] = {0.5, 1.25, 2.0, -3.5}, y[] = {1.0, 2.5, 4.75, -6.0};
    const struct {
        const char *file, *columns;
        size_t skipped;
    } files[] = {
        {"plain.csv", NULL, 0},
        {"no_header.csv", NULL, 0},
        {"bom_crlf.csv", NULL, 0},
        {"tabs.tsv", NULL, 0},
        {"spaces.txt", NULL, 0},
        {"semicolon_decimal_comma.csv", NULL, 0},
        {"pandas_index.csv", NULL, 0},
        {"r_row_names.csv", NULL, 0},
        {"named_columns.csv", "height,weight", 0},
        {"numbered_columns.csv", "3,4", 0},
        {"missing.csv", NULL, 3},
        {"quoted.csv", NULL, 0},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096], notice[256];
        dh_error error = {.text = ""};
        const table_request request = table_request_points(files[i].columns);
        snprintf(path, sizeof path, "%s/%s", CSV_DIR, files[i].file);
        table_reader *reader = table_open(path, &request, &error);
        assert_non_null(reader);
        assert_int_equal(read_slices(reader, 10, &error), TABLE_DONE);
        const table_data *table = table_of(reader);
        assert_string_equal(table->origin, files[i].file);
        assert_int_equal(table->n, 4);
        assert_memory_equal(table->column[0], x, sizeof x);
        assert_memory_equal(table->column[1], y, sizeof y);
        assert_int_equal(table->skipped, files[i].skipped);
        table_notice(table, notice, sizeof notice);
        assert_string_equal(notice, files[i].skipped == 0
                                        ? ""
                                        : "missing.csv: 3 rows skipped, no number "
                                          "in both columns (lines 3, 5, 7)");
        table_close(reader);
    }
}

static void files_that_are_no_points_say_what_is_wrong(void **state)
{
    (void)state;
    const struct {
        const char *file, *columns, *words[4];
    } files[] = {
        {"word.csv", NULL, {"word.csv", "line 3", "abc", NULL}},
        {"one_column.csv", NULL, {"one_column.csv", "two columns", NULL}},
        {"empty.csv", NULL, {"empty.csv", NULL}},
        {"unknown_column.csv", "x,z", {"z", "x, y", NULL}},
        {"infinite.csv", NULL, {"line 3", "1e999", NULL}},
        {"binary.csv", NULL, {"binary.csv", NULL}},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", CSV_DIR, files[i].file);
        assert_fails(path, files[i].columns, files[i].words);
    }
}

static void what_is_no_file_to_read_is_named(void **state)
{
    (void)state;
    assert_int_equal(mkdir("points", 0700), 0);
    assert_failure("points", "points cannot be read: Is a directory");
    assert_failure("./points/", "./points/ cannot be read: Is a directory");
    assert_failure("x/none.csv", "none.csv cannot be read: No such file or directory");
    assert_failure("", "cannot be read: No such file or directory");
    assert_failure("a\033[31m\xff", "a?[31m? cannot be read: No such file or directory");
    assert_failure("/dev/null", "null: it is empty");
    assert_failure("/dev/zero", "zero: this is no text");
}

static void a_pipe_that_nobody_writes_to_is_not_waited_for_long(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_int_equal(mkfifo("pipe", 0600), 0);
    table_reader *reader = open_points("pipe");
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_WAITING);
    assert_int_equal(read_slices(reader, 1000, &error), TABLE_FAILED);
    assert_string_equal(error.text, "pipe: a pipe that nothing came from");
    table_close(reader);
}

static void a_pipe_may_find_its_writer_later(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_int_equal(mkfifo("pipe", 0600), 0);
    table_reader *reader = open_points("pipe");
    for (int i = 0; i < 3; i++)
        assert_int_equal(table_advance(reader, 1000, &error), TABLE_WAITING);
    const int pipe = open("pipe", O_WRONLY);
    assert_int_equal(write(pipe, "1,2\n3,4\n", 8), 8);
    close(pipe);
    assert_int_equal(read_slices(reader, 1000, &error), TABLE_DONE);
    assert_int_equal(table_of(reader)->n, 2);
    table_close(reader);
}

static void a_pipe_whose_writer_had_nothing_to_say_is_not_waited_for(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_int_equal(mkfifo("pipe", 0600), 0);
    table_reader *reader = open_points("pipe");
    close(open("pipe", O_WRONLY));
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_FAILED);
    table_close(reader);
}

static void a_pipe_is_read_as_it_is_written(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    assert_int_equal(mkfifo("pipe", 0600), 0);
    table_reader *reader = open_points("pipe");
    const int pipe = open("pipe", O_WRONLY);
    assert_true(pipe >= 0);
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_WAITING);
    assert_int_equal(write(pipe, "x,y\n1,2\n3", 9), 9);
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_WAITING);
    assert_int_equal(table_progress_of(reader).read, 9);
    assert_int_equal(table_progress_of(reader).total, 0);
    assert_int_equal(write(pipe, ",4", 2), 2);
    close(pipe);
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_DONE);
    assert_int_equal(table_of(reader)->n, 2);
    assert_exactly(table_of(reader)->column[1][1], 4.0);
    table_close(reader);
}

static void standard_input_is_read_and_left_open(void **state)
{
    (void)state;
    int ends[2];
    dh_error error = {.text = ""};
    const int before = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    table_reader *reader = open_points("-");
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_WAITING);
    assert_int_equal(write(ends[1], "1 2\n", 4), 4);
    close(ends[1]);
    table_wait(reader, 1000);
    assert_int_equal(table_advance(reader, 1000, &error), TABLE_DONE);
    assert_string_equal(table_of(reader)->origin, "standard input");
    assert_int_equal(table_of(reader)->n, 1);
    table_close(reader);
    assert_int_equal(fcntl(STDIN_FILENO, F_GETFL) & O_NONBLOCK, 0);
    dup2(before, STDIN_FILENO);
    close(before);
}

static void a_file_may_shrink_while_it_is_read(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.csv", "1,2\n", 100000);
    table_reader *reader = open_points("a.csv");
    assert_int_equal(table_advance(reader, 200000, &error), TABLE_MORE);
    assert_int_equal(table_progress_of(reader).total, 400000);
    assert_int_equal(truncate("a.csv", 5), 0);
    assert_int_equal(read_slices(reader, 200000, &error), TABLE_DONE);
    assert_int_equal(table_of(reader)->n, 50000);
    table_close(reader);
}

static void a_file_may_grow_while_it_is_read(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.csv", "1,2\n", 100000);
    table_reader *reader = open_points("a.csv");
    assert_int_equal(table_advance(reader, 200000, &error), TABLE_MORE);
    put("a.csv", "1,2\n", 200000);
    assert_int_equal(read_slices(reader, 200000, &error), TABLE_DONE);
    assert_int_equal(table_of(reader)->n, 200000);
    const table_progress progress = table_progress_of(reader);
    assert_int_equal(progress.read, 800000);
    assert_int_equal(progress.total, 800000);
    table_close(reader);
}

static void a_slice_takes_no_more_than_it_may(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    put("a.csv", "1,2\n", 100000);
    table_reader *reader = open_points("a.csv");
    assert_int_equal(table_advance(reader, 0, &error), TABLE_MORE);
    for (uint64_t read = 12345; read < 400000; read += 12345) {
        assert_int_equal(table_advance(reader, 12345, &error), TABLE_MORE);
        assert_int_equal(table_progress_of(reader).read, read);
    }
    table_close(reader); /* in the middle, as when a person has it stopped */
}

/* Whatever it is called: like two names, a number, none, a comment, or a column that counts. */
static void a_saved_set_is_read_back_as_it_was(void **state)
{
    (void)state;
    static const char *const names[] = {
        "x",          "0",   "1.5", "-3",     "1e5", "NA",    "-",         "?",
        "Unnamed: 0", "a,b", "a;b", "a b",    "#id", "sep=;", "say \"x\"", "2nd dose",
        "größe",      "1,5", "inf", "x (cm)", "'",   "a|b",
    };
    enum { COUNT = sizeof names / sizeof *names };
    static const double values[][3] = {{0, 1, 2}, {1, 2, 3}, {0.5, -1e-70, 3e69}};
    for (int i = 0; i < 3 * COUNT * COUNT; i++) {
        dh_error error = {.text = ""};
        const dh_points_def def = {.x = values[i % 3],
                                   .y = values[(i + 1) % 3],
                                   .n = 3 - (size_t)(i % 2),
                                   .x_name = names[i / 3 % COUNT],
                                   .y_name = names[i / 3 / COUNT],
                                   .origin = "a.csv"};
        dh_points *points = dh_points_create(&def, &error);
        assert_true(table_write("a.csv", points, &error));
        table_reader *reader = open_points("a.csv");
        if (read_slices(reader, 1000, &error) != TABLE_DONE)
            fail_msg("%s, %s: %s", def.x_name, def.y_name, error.text);
        dh_points *back = table_points(table_of(reader), NULL, &error);
        if (!dh_points_equal(points, back))
            fail_msg("%s, %s: %s, %s with %zu rows", def.x_name, def.y_name, back->x_name,
                     back->y_name, back->n);
        table_close(reader);
        dh_points_drop(points);
        dh_points_drop(back);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(files_that_people_have_are_read),
        test_in_folder(files_that_are_no_points_say_what_is_wrong),
        test_in_folder(what_is_no_file_to_read_is_named),
        test_in_folder(a_pipe_that_nobody_writes_to_is_not_waited_for_long),
        test_in_folder(a_pipe_may_find_its_writer_later),
        test_in_folder(a_pipe_whose_writer_had_nothing_to_say_is_not_waited_for),
        test_in_folder(a_pipe_is_read_as_it_is_written),
        test_in_folder(standard_input_is_read_and_left_open),
        test_in_folder(a_file_may_shrink_while_it_is_read),
        test_in_folder(a_file_may_grow_while_it_is_read),
        test_in_folder(a_slice_takes_no_more_than_it_may),
        test_in_folder(a_saved_set_is_read_back_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
