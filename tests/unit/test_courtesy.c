/* What is printed as a courtesy, to readers that read, that rest and that are gone. None of it may
 * wait for anybody. */
#define _GNU_SOURCE
#include "cli/courtesy.h"
#include "cmocka_includes.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PIPE_BYTES = 4096, READ_BYTES = 1 << 16 };

/* A pipe as small as there are. */
static void open_pipe(int ends[static 2])
{
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES), PIPE_BYTES);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
}

/* All that is there, as a text. */
static const char *read_all(int fd)
{
    static char text[READ_BYTES + 1];
    size_t length = 0;
    for (ssize_t got; (got = read(fd, text + length, READ_BYTES - length)) > 0;)
        length += (size_t)got;
    text[length] = '\0';
    return text;
}

static bool would_wait(int fd)
{
    return (fcntl(fd, F_GETFL) & O_NONBLOCK) == 0;
}

static void a_reader_has_each_line_at_once(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    int ends[2];
    open_pipe(ends);
    assert_true(courtesy_open(&courtesy, ends[1]));
    fprintf(courtesy.stream, "step %d\n", 0);
    assert_string_equal(read_all(ends[0]), "step 0\n");
    fputs("half ", courtesy.stream);
    assert_string_equal(read_all(ends[0]), "");
    fputs("a line\n", courtesy.stream);
    assert_string_equal(read_all(ends[0]), "half a line\n");
    assert_false(courtesy_offer(&courtesy));
    assert_int_equal(courtesy.kept_bytes, 0);
    assert_true(would_wait(ends[1])); /* for whoever else has it */
    fputs("without an end", courtesy.stream);
    courtesy_close(&courtesy);
    assert_string_equal(read_all(ends[0]), "without an end");
    assert_int_equal(fcntl(ends[1], F_GETFD), 0); /* it is the caller's to close */
    close(ends[0]);
    close(ends[1]);
}

static void fill(int fd)
{
    static char zeros[PIPE_BYTES];
    memset(zeros, '.', sizeof zeros);
    assert_int_equal(write(fd, zeros, sizeof zeros), sizeof zeros);
}

static void a_reader_that_rests_has_its_lines_later(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    int ends[2];
    open_pipe(ends);
    assert_true(courtesy_open(&courtesy, ends[1]));
    fill(ends[1]);
    fputs("first\n", courtesy.stream);
    fputs("second\n", courtesy.stream);
    assert_int_equal(courtesy.kept_bytes, strlen("first\nsecond\n"));
    assert_true(courtesy_offer(&courtesy)); /* still */
    assert_int_equal(strlen(read_all(ends[0])), PIPE_BYTES);
    assert_false(courtesy_offer(&courtesy));
    assert_string_equal(read_all(ends[0]), "first\nsecond\n");
    fputs("third\n", courtesy.stream);
    assert_string_equal(read_all(ends[0]), "third\n");
    courtesy_close(&courtesy);
    close(ends[0]);
    close(ends[1]);
}

static void lines_that_there_is_no_room_for_are_left_out_whole(void **state)
{
    (void)state;
    enum { LINES = 500, LINE = 16 };
    cli_courtesy courtesy;
    int ends[2];
    open_pipe(ends);
    assert_true(courtesy_open(&courtesy, ends[1]));
    fill(ends[1]);
    for (int i = 0; i < LINES; i++)
        fprintf(courtesy.stream, "this is line %d\n", 100 + i);
    assert_int_equal(courtesy.kept_bytes, COURTESY_BYTES - COURTESY_BYTES % (LINE + 1));
    read_all(ends[0]);
    assert_false(courtesy_offer(&courtesy));
    const char *text = read_all(ends[0]);
    for (int i = 0; i < COURTESY_BYTES / (LINE + 1); i++, text += LINE + 1) {
        char expected[32];
        snprintf(expected, sizeof expected, "this is line %d\n", 100 + i);
        assert_memory_equal(text, expected, LINE + 1);
    }
    assert_string_equal(text, "");
    courtesy_close(&courtesy);
    close(ends[0]);
    close(ends[1]);
}

static void what_just_fits_is_kept(void **state)
{
    (void)state;
    char line[COURTESY_BYTES + 1];
    cli_courtesy courtesy;
    int ends[2];
    open_pipe(ends);
    assert_true(courtesy_open(&courtesy, ends[1]));
    fill(ends[1]);
    memset(line, 'x', sizeof line);
    line[COURTESY_BYTES - 1] = '\n';
    line[COURTESY_BYTES] = '\0';
    fputs(line, courtesy.stream);
    fflush(courtesy.stream);
    fputs("more\n", courtesy.stream);
    assert_true(courtesy.kept_bytes <= COURTESY_BYTES);
    read_all(ends[0]);
    courtesy_offer(&courtesy);
    const char *text = read_all(ends[0]);
    assert_true(strlen(text) > 0 && text[strlen(text) - 1] == '\n');
    assert_null(strstr(text, "more"));
    courtesy_close(&courtesy);
    close(ends[0]);
    close(ends[1]);
}

static void a_reader_that_is_gone_is_written_to_no_more(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    int ends[2];
    open_pipe(ends);
    signal(SIGPIPE, SIG_IGN);
    assert_true(courtesy_open(&courtesy, ends[1]));
    close(ends[0]);
    fputs("to nobody\n", courtesy.stream);
    assert_int_equal(courtesy.fd, -1);
    assert_int_equal(courtesy.kept_bytes, 0);
    assert_false(courtesy_offer(&courtesy));
    fputs("nor this\n", courtesy.stream);
    assert_int_equal(courtesy.kept_bytes, 0);
    assert_false(ferror(courtesy.stream));
    courtesy_close(&courtesy);
    assert_int_equal(fcntl(ends[1], F_GETFD), 0);
    close(ends[1]);
}

static void a_file_is_gone_on_with_where_it_is(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    FILE *file = tmpfile();
    assert_non_null(file);
    fputs("before\n", file);
    fflush(file);
    assert_true(courtesy_open(&courtesy, fileno(file)));
    fputs("after\n", courtesy.stream);
    courtesy_close(&courtesy);
    rewind(file);
    char text[32] = "";
    assert_int_equal(fread(text, 1, sizeof text - 1, file), strlen("before\nafter\n"));
    assert_string_equal(text, "before\nafter\n");
    fclose(file);
}

static void a_socket_is_not_waited_for_either(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    assert_true(courtesy_open(&courtesy, ends[1]));
    fputs("hello\n", courtesy.stream);
    assert_string_equal(read_all(ends[0]), "hello\n");
    for (int i = 0; i < 100000 && courtesy.kept_bytes == 0; i++)
        fputs("a line that nobody reads, of some length to fill what there is\n", courtesy.stream);
    assert_true(courtesy.kept_bytes > 0);
    assert_true(courtesy_offer(&courtesy));
    courtesy_close(&courtesy);
    close(ends[0]);
    close(ends[1]);
}

static void a_terminal_has_its_lines(void **state)
{
    (void)state;
    cli_courtesy courtesy;
    const int master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        skip();
    const int terminal = open(ptsname(master), O_WRONLY | O_NOCTTY);
    assert_true(terminal >= 0);
    assert_true(courtesy_open(&courtesy, terminal));
    fputs("hello\n", courtesy.stream);
    assert_string_equal(read_all(master), "hello\r\n");
    assert_true(would_wait(terminal));
    courtesy_close(&courtesy);
    close(terminal);
    close(master);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_has_each_line_at_once),
        cmocka_unit_test(a_reader_that_rests_has_its_lines_later),
        cmocka_unit_test(lines_that_there_is_no_room_for_are_left_out_whole),
        cmocka_unit_test(what_just_fits_is_kept),
        cmocka_unit_test(a_reader_that_is_gone_is_written_to_no_more),
        cmocka_unit_test(a_file_is_gone_on_with_where_it_is),
        cmocka_unit_test(a_socket_is_not_waited_for_either),
        cmocka_unit_test(a_terminal_has_its_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
