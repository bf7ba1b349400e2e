#define _POSIX_C_SOURCE 200809L
#include "file/save.h"

#include "text/line.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PATH_BYTES = 4096,
    LINKS_MAX = 40, /* as the system itself follows */
    TRIES_MAX = 100,
    SHOWN_BYTES = 101,
};

static bool cannot(const char *path, const char *reason, dh_error *error)
{
    char shown[SHOWN_BYTES];
    text_copy(shown, sizeof shown, path);
    text_make_printable(shown);
    return dh_fail(error, "%s cannot be written: %s", shown, reason);
}

/* The system's name for a file that is open already: it is not to be replaced by another. */
static bool is_open_file(const char *path)
{
    return strncmp(path, "/dev/std", 8) == 0 || strncmp(path, "/dev/fd/", 8) == 0 ||
           strncmp(path, "/proc/", 6) == 0;
}

/* Length of the folder's part of a path, with its slash. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Writes a name in the folder of a path into `made`. */
static bool beside(const char *path, const char *name, char made[static PATH_BYTES])
{
    const int length = snprintf(made, PATH_BYTES, "%.*s%s", (int)folder_length(path), path, name);
    if (length >= 0 && length < PATH_BYTES)
        return true;
    errno = ENAMETOOLONG;
    return false;
}

/* The name that a path has at the end of its links, whether or not there is a file. */
static bool follow_links(const char *path, char target[static PATH_BYTES])
{
    if (!beside("", path, target))
        return false;
    for (int links = 0; links < LINKS_MAX; links++) {
        char next[PATH_BYTES], from[PATH_BYTES];
        const ssize_t length = readlink(target, next, sizeof next - 1);
        if (length < 0 || is_open_file(target))
            return true; /* what is wrong with it, if anything, its writing will tell */
        next[length] = '\0';
        memcpy(from, target, sizeof from);
        if (!beside(next[0] == '/' ? "" : from, next, target))
            return false;
    }
    errno = ELOOP;
    return false;
}

bool file_is_stream(const char *path)
{
    char target[PATH_BYTES];
    struct stat status;
    if (!follow_links(path, target))
        return false;
    return is_open_file(target) ||
           (stat(target, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

bool file_flush(FILE *stream, const char *what, dh_error *error)
{
    if (fflush(stream) == 0 && !ferror(stream))
        return true;
    return dh_fail(error, "%s cannot be written: %s", what, strerror(errno ? errno : EIO));
}

/* Writes all and closes the stream. The file of one that is `lasting` is then on the disk: some
 * disks say only then that they are full, and a name must not pass to what a failing power supply
 * would leave empty. */
static bool write_all(FILE *stream, bool lasting, file_writer *write, const void *what,
                      dh_error *reason)
{
    errno = 0;
    const bool made = write(stream, what, reason);
    bool taken = !ferror(stream) && fflush(stream) == 0 && !ferror(stream);
    if (taken && made && lasting)
        taken = fsync(fileno(stream)) == 0 || errno == EINVAL || errno == ENOTSUP;
    if (!taken)
        dh_fail(reason, "%s", strerror(errno ? errno : EIO));
    const bool closed = fclose(stream) == 0;
    if (taken && made && !closed)
        dh_fail(reason, "%s", strerror(errno));
    return made && taken && closed;
}

static bool write_straight(const char *path, file_writer *write, const void *what, dh_error *error)
{
    dh_error reason = {.text = ""};
    FILE *stream = fopen(path, "wb");
    if (!stream)
        return cannot(path, strerror(errno), error);
    return write_all(stream, false, write, what, &reason) || cannot(path, reason.text, error);
}

/* Opens a new file in the folder of `target`, with the permissions of one that is there. */
static FILE *open_beside(const char *target, char made[static PATH_BYTES])
{
    struct stat status;
    const bool exists = stat(target, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return NULL;
    }
    if (exists && access(target, W_OK) != 0)
        return NULL;
    int file = -1;
    for (int i = 0; i < TRIES_MAX && file < 0; i++) {
        char name[64];
        snprintf(name, sizeof name, ".downhill-%ld-%d", (long)getpid(), i);
        if (!beside(target, name, made))
            return NULL;
        file = open(made, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST)
            return NULL;
    }
    if (file < 0)
        return NULL;
    if (exists) /* where the disk has no permissions, none are lost */
        (void)fchmod(file, status.st_mode & 0777);
    FILE *stream = fdopen(file, "wb");
    if (!stream) {
        close(file);
        unlink(made);
        errno = ENOMEM;
    }
    return stream;
}

static bool write_whole(const char *target, file_writer *write, const void *what, dh_error *reason)
{
    char made[PATH_BYTES];
    FILE *stream = open_beside(target, made);
    if (!stream)
        return dh_fail(reason, "%s", strerror(errno));
    bool done = write_all(stream, true, write, what, reason);
    if (done && rename(made, target) != 0)
        done = dh_fail(reason, "%s", strerror(errno));
    if (!done)
        unlink(made);
    return done;
}

/* The signals that ask the program to end. */
static sigset_t ending_signals(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    return ends;
}

bool file_end_is_asked(void)
{
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
           sigismember(&pending, SIGHUP) == 1;
}

bool file_save(const char *path, file_writer *write, const void *what, dh_error *error)
{
    char target[PATH_BYTES];
    dh_error reason = {.text = ""};
    if (!follow_links(path, target))
        return cannot(path, strerror(errno), error);
    if (file_is_stream(target))
        return write_straight(path, write, what, error);
    /* Who ends the program now gets a whole file, and no rest of one; a limit on the size of files
     * is told and not died of. */
    const sigset_t ends = ending_signals();
    sigset_t before;
    struct sigaction ignored = {.sa_handler = SIG_IGN}, at_limit;
    sigprocmask(SIG_BLOCK, &ends, &before);
    sigaction(SIGXFSZ, &ignored, &at_limit);
    const bool done = write_whole(target, write, what, &reason);
    sigaction(SIGXFSZ, &at_limit, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return done || cannot(path, reason.text, error);
}
