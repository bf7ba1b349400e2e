#define _POSIX_C_SOURCE 200809L
#include "table/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    NO_FILE = -1,
    WRITER_MS = 3000 /* that a named pipe is given to find its writer */
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool input_open(table_input *input, const char *path, dh_error *reason)
{
    struct stat status;
    const bool standard = strcmp(path, "-") == 0;
    *input = (table_input){.file = STDIN_FILENO, .shared = standard};
    if (!standard) /* a pipe that nobody writes to would keep open() waiting */
        input->file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (input->file < 0)
        return dh_fail(reason, "%s", strerror(errno));
    if (fstat(input->file, &status) != 0 || S_ISDIR(status.st_mode)) {
        dh_fail(reason, "%s", strerror(S_ISDIR(status.st_mode) ? EISDIR : errno));
        input_close(input);
        return false;
    }
    input->pipe = S_ISFIFO(status.st_mode);
    input->opened_ms = now_ms();
    input->total = S_ISREG(status.st_mode) && status.st_size > 0 ? (uint64_t)status.st_size : 0;
    return true;
}

table_input input_of_text(const char *text, size_t length)
{
    return (table_input){.file = NO_FILE, .text = text, .length = length, .total = length};
}

static input_state read_text(table_input *input, void *bytes, size_t size, size_t *got)
{
    *got = size < input->length ? size : input->length;
    memcpy(bytes, input->text, *got);
    input->text += *got;
    input->length -= *got;
    return *got > 0 ? INPUT_BYTES : INPUT_END;
}

/* Whether a pipe has had no writer so far; one that has gone leaves POLLHUP. */
static bool awaits_writer(const table_input *input)
{
    struct pollfd pipe = {.fd = input->file, .events = POLLIN};
    return input->pipe && input->read == 0 && poll(&pipe, 1, 0) == 0 &&
           now_ms() - input->opened_ms < WRITER_MS;
}

static input_state read_file(const table_input *input, void *bytes, size_t size, size_t *got,
                             dh_error *reason)
{
    struct pollfd ready = {.fd = input->file, .events = POLLIN};
    if (input->shared && poll(&ready, 1, 0) == 0)
        return INPUT_WAITING;
    const ssize_t length = read(input->file, bytes, size);
    if (length > 0) {
        *got = (size_t)length;
        return INPUT_BYTES;
    }
    if (length == 0)
        return awaits_writer(input) ? INPUT_WAITING : INPUT_END;
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return INPUT_WAITING;
    dh_fail(reason, "%s", strerror(errno));
    return INPUT_FAILED;
}

input_state input_read(table_input *input, void *bytes, size_t size, size_t *got, dh_error *reason)
{
    const input_state state = input->file == NO_FILE ? read_text(input, bytes, size, got)
                                                     : read_file(input, bytes, size, got, reason);
    if (state == INPUT_BYTES)
        input->read += *got;
    if (input->total > 0 && input->read > input->total) /* it grows while it is read */
        input->total = input->read;
    return state;
}

void input_wait(const table_input *input, int milliseconds)
{
    struct pollfd ready = {.fd = input->file, .events = POLLIN};
    if (input->file != NO_FILE)
        (void)poll(&ready, 1, milliseconds);
}

void input_close(table_input *input)
{
    if (input->file != NO_FILE && !input->shared)
        close(input->file);
    input->file = NO_FILE;
}
