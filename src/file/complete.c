#define _POSIX_C_SOURCE 200809L
#include "file/complete.h"

#include "text/line.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool file_typed_path(const char *typed, char path[static FILE_PATH_BYTES])
{
    size_t length;
    const char *text = text_trimmed(typed, &length);
    const char *home = getenv("HOME");
    if (length >= 2 && (text[0] == '\'' || text[0] == '"') && text[length - 1] == text[0]) {
        text++;
        length -= 2;
    }
    if (length >= 7 && strncmp(text, "file://", 7) == 0) {
        text += 7;
        length -= 7;
    }
    const bool at_home = home && text[0] == '~' && (length == 1 || text[1] == '/');
    const int written = snprintf(path, FILE_PATH_BYTES, "%s%.*s", at_home ? home : "",
                                 (int)length - at_home, text + at_home);
    return written >= 0 && written < FILE_PATH_BYTES;
}

/* The folder of a path, and what its last part begins with. */
static DIR *open_folder(char path[static FILE_PATH_BYTES], const char **begins)
{
    char *slash = strrchr(path, '/');
    *begins = slash ? slash + 1 : path;
    if (!slash)
        return opendir(".");
    if (slash == path)
        return opendir("/");
    *slash = '\0';
    DIR *folder = opendir(path);
    *slash = '/';
    return folder;
}

static bool is_folder_in(const char *path, const char *begins, const char *name)
{
    char whole[2 * FILE_PATH_BYTES];
    struct stat status;
    snprintf(whole, sizeof whole, "%.*s%s", (int)(begins - path), path, name);
    return stat(whole, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Keeps of `rest` what the other text begins with, too. */
static void keep_common(char *rest, const char *other)
{
    size_t same = 0;
    while (rest[same] && rest[same] == other[same])
        same++;
    while (same > 0 && ((unsigned char)rest[same] & 0xc0) == 0x80)
        same--; /* whole characters */
    rest[same] = '\0';
}

int file_complete(const char *typed, char rest[static FILE_PATH_BYTES])
{
    char path[FILE_PATH_BYTES], one[FILE_PATH_BYTES] = "";
    const char *begins;
    int count = 0;
    rest[0] = '\0';
    DIR *folder = file_typed_path(typed, path) ? open_folder(path, &begins) : NULL;
    if (!folder)
        return 0;
    const size_t length = strlen(begins);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        const bool hidden = entry->d_name[0] == '.' && begins[0] != '.';
        if (hidden || strncmp(entry->d_name, begins, length) != 0)
            continue;
        snprintf(one, sizeof one, "%s", entry->d_name);
        if (count++ == 0)
            snprintf(rest, FILE_PATH_BYTES, "%s", one + length);
        else
            keep_common(rest, one + length);
    }
    closedir(folder);
    if (count == 1 && is_folder_in(path, begins, one) && strlen(rest) + 2 < FILE_PATH_BYTES)
        strcat(rest, "/");
    return count;
}
