#define _POSIX_C_SOURCE 200809L
#include "cli/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Says how far reading is, once it takes long, where a person sees it. */
static void tell_progress(const model_loading *loading, double seconds, bool *told)
{
    char text[128];
    if (seconds < 1.0 || !isatty(STDERR_FILENO))
        return;
    loading_tell(loading, text, sizeof text);
    fprintf(stderr, "\r%s", text);
    *told = true;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool read_all(model_loading *loading, loading_result *result, dh_error *error)
{
    const double begun = seconds_now();
    bool told = false;
    loading_state state;
    while ((state = loading_advance(loading, result, error)) == LOADING_MORE) {
        tell_progress(loading, seconds_now() - begun, &told);
        loading_wait(loading, 100);
    }
    if (told)
        fputs("\r\033[K", stderr);
    return state == LOADING_DONE;
}

bool option_read(loading_kind kind, const char *path, const char *columns, loading_result *result,
                 char remark[static sizeof(dh_error)], dh_error *error)
{
    model_loading *loading = calloc(1, sizeof *loading);
    if (!loading)
        return dh_fail_memory(error, "not enough memory");
    const bool done =
        loading_open(loading, kind, path, columns, error) && read_all(loading, result, error);
    if (done)
        snprintf(remark, sizeof(dh_error), "%s", loading->notice);
    free(loading);
    return done;
}
