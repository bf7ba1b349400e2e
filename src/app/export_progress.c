#define _POSIX_C_SOURCE 200809L
#include "app/export_progress.h"

#include <time.h>
#include <unistd.h>

enum { BEGINS_MS = 1000, EVERY_MS = 250 };

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static bool tell(void *who, size_t done, size_t all)
{
    export_progress *p = who;
    const uint64_t now = now_ms(), took = now - p->began_ms;
    if (!p->terminal || took < BEGINS_MS || now - p->told_ms < EVERY_MS)
        return true;
    const uint64_t left_ms = took * (all - done) / done;
    fprintf(p->terminal, "\r%zu of %zu frames, %u s left \033[K", done, all,
            (unsigned)((left_ms + 999) / 1000));
    fflush(p->terminal);
    p->told_ms = now;
    p->telling = true;
    return true;
}

export_watch export_progress_watch(export_progress *progress, FILE *stream)
{
    *progress =
        (export_progress){.terminal = isatty(fileno(stream)) ? stream : NULL, .began_ms = now_ms()};
    return (export_watch){.goes_on = tell, .who = progress};
}

void export_progress_end(export_progress *progress)
{
    if (progress->telling)
        fputs("\r\033[K", progress->terminal);
    progress->telling = false;
}
