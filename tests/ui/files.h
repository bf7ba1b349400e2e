/* Files that a test writes and that the window reads, in a folder of their own. The file that
 * includes this defines _XOPEN_SOURCE 700. */
#ifndef TESTS_UI_FILES_H
#define TESTS_UI_FILES_H

#include "cmocka_includes.h"
#include "ui/harness.h"

#include <SDL.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/downhill-files-XXXXXX";

static inline int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    char command[300];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static inline const char *in_folder(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static inline void write_file(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Sets when the file was changed last, in seconds: a test is faster than some clocks. */
static inline void set_changed(const char *name, time_t seconds)
{
    const struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};
    assert_int_equal(utimensat(AT_FDCWD, in_folder(name), times, 0), 0);
}

/* The window is looked at again: now it sees what has changed on the disk. */
static inline void look_away_and_back(ui_harness *h)
{
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = SDL_WINDOWEVENT_FOCUS_GAINED;
    harness_send(h, event);
    harness_wait(h, 20);
}

#endif
