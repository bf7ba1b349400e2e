#define _POSIX_C_SOURCE 200809L
#include "app/cursor_theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 1024, HEIRS_MAX = 8 /* themes that inherit from one another */ };

static const char USUAL[] = "~/.local/share/icons:~/.icons:/usr/share/icons:/usr/share/pixmaps:"
                            "~/.cursors:/usr/share/cursors/xorg-x11";

static bool has_cursors(const char *theme, int heirs);

/* Whether one of the themes that this one's file names is there. */
static bool inherits(const char *path, int heirs)
{
    char line[PATH_BYTES];
    bool found = false;
    FILE *file = fopen(path, "r");
    while (file && !found && fgets(line, sizeof line, file)) {
        char *rest = strncmp(line, "Inherits", 8) == 0 ? strchr(line, '=') : NULL;
        char *name = rest ? strtok_r(rest, "=,;: \t\n", &rest) : NULL;
        for (; name && !found; name = strtok_r(NULL, "=,;: \t\n", &rest))
            found = has_cursors(name, heirs + 1);
    }
    if (file)
        fclose(file);
    return found;
}

static bool is_in_folder(const char *folder, int length, const char *theme, int heirs)
{
    const char *home = getenv("HOME");
    const bool at_home = folder[0] == '~' && home;
    char path[PATH_BYTES];
    const int written = snprintf(path, sizeof path, "%s%.*s/%s/", at_home ? home : "",
                                 length - at_home, folder + at_home, theme);
    if (written < 0 || written > PATH_BYTES - 16)
        return false;
    strcpy(path + written, "cursors");
    if (access(path, R_OK) == 0)
        return true;
    strcpy(path + written, "index.theme");
    return inherits(path, heirs);
}

static bool has_cursors(const char *theme, int heirs)
{
    const char *folders = getenv("XCURSOR_PATH");
    if (heirs > HEIRS_MAX)
        return false;
    for (const char *at = folders ? folders : USUAL; *at;) {
        const size_t length = strcspn(at, ":");
        if (is_in_folder(at, (int)length, theme, heirs))
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

bool cursor_theme_is_there(void)
{
    const char *theme = getenv("XCURSOR_THEME");
    return has_cursors(theme && *theme ? theme : "default", 0);
}
