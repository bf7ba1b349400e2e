#define _GNU_SOURCE /* fopencookie */
#include "cli/courtesy.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* O_NONBLOCK belongs to an open file, which the shell and others have, too: therefore pipes and
 * terminals are opened once more. Plain files never wait, and opened again would begin at 0. */
static void open_without_waiting(cli_courtesy *courtesy, int fd)
{
    struct stat status;
    char path[32];
    if (fstat(fd, &status) != 0 || !(S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode)))
        return;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    const int again = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    courtesy->owns_fd = again >= 0;
    courtesy->may_wait = again < 0;
    courtesy->fd = again < 0 ? fd : again;
}

static bool would_wait(const cli_courtesy *courtesy)
{
    struct pollfd place = {.fd = courtesy->fd, .events = POLLOUT};
    return courtesy->may_wait && poll(&place, 1, 0) == 0;
}

static ssize_t write_now(const cli_courtesy *courtesy, const char *text, size_t bytes)
{
    if (would_wait(courtesy)) {
        errno = EAGAIN;
        return -1;
    }
    const ssize_t sent = send(courtesy->fd, text, bytes, MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent < 0 && errno == ENOTSOCK ? write(courtesy->fd, text, bytes) : sent;
}

/* The line that begins there, with its end; all of it when it has none. */
static size_t line_bytes(const char *text, size_t bytes)
{
    const char *end = memchr(text, '\n', bytes);
    return end ? (size_t)(end - text) + 1 : bytes;
}

static void lose_reader(cli_courtesy *courtesy)
{
    if (courtesy->owns_fd)
        close(courtesy->fd);
    courtesy->owns_fd = false;
    courtesy->fd = -1;
}

bool courtesy_offer(cli_courtesy *courtesy)
{
    size_t taken = 0;
    while (courtesy->fd >= 0 && taken < courtesy->kept_bytes) {
        const char *rest = courtesy->kept + taken;
        const ssize_t written =
            write_now(courtesy, rest, line_bytes(rest, courtesy->kept_bytes - taken));
        if (written >= 0)
            taken += (size_t)written;
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            break;
        else if (errno != EINTR)
            lose_reader(courtesy);
    }
    if (courtesy->fd < 0)
        taken = courtesy->kept_bytes;
    courtesy->kept_bytes -= taken;
    memmove(courtesy->kept, courtesy->kept + taken, courtesy->kept_bytes);
    return courtesy->kept_bytes > 0;
}

/* What the stream flushes. It always succeeds: the stream is to keep nothing back. */
static ssize_t take(void *cookie, const char *text, size_t bytes)
{
    cli_courtesy *courtesy = cookie;
    for (size_t taken = 0; taken < bytes;) {
        const size_t line = line_bytes(text + taken, bytes - taken);
        if (courtesy->kept_bytes + line > sizeof courtesy->kept)
            courtesy_offer(courtesy);
        if (courtesy->kept_bytes + line <= sizeof courtesy->kept) {
            memcpy(courtesy->kept + courtesy->kept_bytes, text + taken, line);
            courtesy->kept_bytes += line;
        }
        taken += line;
    }
    courtesy_offer(courtesy);
    return (ssize_t)bytes;
}

bool courtesy_open(cli_courtesy *courtesy, int fd)
{
    assert(fd >= 0);
    *courtesy = (cli_courtesy){.fd = fd};
    courtesy->stream = fopencookie(courtesy, "w", (cookie_io_functions_t){.write = take});
    if (!courtesy->stream)
        return false;
    setvbuf(courtesy->stream, NULL, _IOLBF, 0);
    open_without_waiting(courtesy, fd);
    return true;
}

void courtesy_close(cli_courtesy *courtesy)
{
    if (courtesy->stream)
        fclose(courtesy->stream);
    lose_reader(courtesy);
    *courtesy = (cli_courtesy){.fd = -1};
}
