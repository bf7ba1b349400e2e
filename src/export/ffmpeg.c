#define _GNU_SOURCE /* memfd_create */
#include "export/ffmpeg.h"

#include "file/save.h"
#include "text/line.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    ARGUMENTS_MAX = 64,
    FILM_FD = 3, /* the film's descriptor, over there */
    PATH_BYTES = 4096,
    PATIENCE_MS = 100,
};

extern char **environ;

bool ffmpeg_is_there(void)
{
    const char *path = getenv("PATH");
    char file[PATH_BYTES];
    for (const char *at = path ? path : ""; *at;) {
        const size_t length = strcspn(at, ":");
        snprintf(file, sizeof file, "%.*s/ffmpeg", (int)length, at);
        if (access(file, X_OK) == 0)
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

/* Everything that ffmpeg is told, as it takes it. */
typedef struct arguments {
    const char *list[ARGUMENTS_MAX];
    int count;
    char size[32], rate[32];
} arguments;

static void add(arguments *to, const char *const *words)
{
    for (; *words && to->count + 1 < ARGUMENTS_MAX; words++)
        to->list[to->count++] = *words;
    to->list[to->count] = NULL;
}

static void tell(arguments *a, const ffmpeg_def *def)
{
    snprintf(a->size, sizeof a->size, "%dx%d", def->width, def->height);
    snprintf(a->rate, sizeof a->rate, "1000/%u", (unsigned)def->frame_ms);
    const uint16_t one = 1; /* a pixel is a word: which byte comes first is the machine's way */
    const char *pixel = *(const uint8_t *)&one == 1 ? "bgr0" : "0rgb";
    add(a, (const char *const[]){"ffmpeg", "-hide_banner", "-loglevel", "error", "-xerror", "-f",
                                 "rawvideo", "-pix_fmt", pixel, "-video_size", a->size,
                                 "-framerate", a->rate, "-i", "pipe:0", NULL});
    /* Players take the colors of a film for those of television, but pictures have a screen's. */
    add(a,
        (const char *const[]){"-vf",
                              "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+"
                              "full_chroma_inp",
                              "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries",
                              "bt709", "-color_trc", "iec61966-2-1", "-color_range", "tv", NULL});
    add(a, def->codec);
    /* The same pictures give the same bytes. */
    add(a, (const char *const[]){"-fflags", "+bitexact", "-flags:v", "+bitexact", NULL});
    add(a, (const char *const[]){"-f", def->container, "-y", "/proc/self/fd/3", NULL});
}

static bool spawn(ffmpeg_work *work, const ffmpeg_def *def, int input, dh_error *error)
{
    arguments a = {.count = 0};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    tell(&a, def);
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", 1, 0);
    posix_spawn_file_actions_adddup2(&files, work->words, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&files, def->file, FILM_FD);
    posix_spawnattr_init(&attributes); /* Ctrl+C is for this program, which then ends that one */
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none);
    const int failed = posix_spawnp(&work->child, "ffmpeg", &files, &attributes,
                                    (char *const *)(uintptr_t)a.list, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (failed)
        work->child = 0;
    return !failed || dh_fail(error, "ffmpeg cannot be started: %s", strerror(failed));
}

bool ffmpeg_start(ffmpeg_work *work, const ffmpeg_def *def, dh_error *error)
{
    int ends[2];
    *work = (ffmpeg_work){.frames = -1, .words = memfd_create("ffmpeg", MFD_CLOEXEC)};
    if (work->words < 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        dh_fail(error, "ffmpeg cannot be started: %s", strerror(errno));
        ffmpeg_stop(work);
        return false;
    }
    work->frames = ends[0];
    const bool started = spawn(work, def, ends[1], error);
    close(ends[1]);
    if (!started)
        ffmpeg_stop(work);
    return started;
}

/* Waits until it takes more; gives up when the program is to end. */
static bool wait_for_room(const ffmpeg_work *work)
{
    struct pollfd place = {.fd = work->frames, .events = POLLOUT};
    while (poll(&place, 1, PATIENCE_MS) <= 0)
        if (file_end_is_asked())
            return false;
    return true;
}

bool ffmpeg_take(const ffmpeg_work *work, const ui_image *image)
{
    const char *bytes = (const char *)image->pixels;
    size_t left = (size_t)image->width * (size_t)image->height * sizeof *image->pixels;
    while (left > 0) {
        if (!wait_for_room(work))
            return false;
        const ssize_t sent = send(work->frames, bytes, left, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        if (sent > 0) {
            bytes += sent;
            left -= (size_t)sent;
        }
    }
    return true;
}

static void close_ends(ffmpeg_work *work)
{
    if (work->frames >= 0)
        close(work->frames);
    if (work->words >= 0)
        close(work->words);
    *work = (ffmpeg_work){.frames = -1, .words = -1};
}

/* Waits for its end; when the program is to end, it is ended. */
static int wait_for(pid_t child)
{
    const struct timespec moment = {.tv_nsec = 2000000};
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (file_end_is_asked())
            kill(child, SIGKILL);
        nanosleep(&moment, NULL);
    }
    return status;
}

/* The first line that it complained with. */
static void read_words(const ffmpeg_work *work, char *words, size_t size)
{
    const ssize_t length = pread(work->words, words, size - 1, 0);
    words[length > 0 ? length : 0] = '\0';
    words[strcspn(words, "\r\n")] = '\0';
    text_make_printable(words);
}

bool ffmpeg_finish(ffmpeg_work *work, dh_error *error)
{
    char words[160];
    shutdown(work->frames, SHUT_WR);
    const int status = wait_for(work->child);
    read_words(work, words, sizeof words);
    work->child = 0;
    close_ends(work);
    if (WIFSIGNALED(status))
        return dh_fail(error, "ffmpeg was ended in the middle (%s)", strsignal(WTERMSIG(status)));
    if (words[0])
        return dh_fail(error, "ffmpeg says: %s", words);
    return WEXITSTATUS(status) == 0 ||
           dh_fail(error, "ffmpeg ended with status %d", WEXITSTATUS(status));
}

void ffmpeg_stop(ffmpeg_work *work)
{
    if (work->child > 0) {
        kill(work->child, SIGKILL);
        wait_for(work->child);
    }
    close_ends(work);
}
