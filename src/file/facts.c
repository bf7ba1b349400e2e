#define _XOPEN_SOURCE 700
#include "file/facts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_MAX = 1000 };

bool file_modified(const char *path, int64_t *ns)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    *ns = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
    return true;
}

bool file_is_as_it_was(const char *path, int64_t ns)
{
    int64_t now_ns;
    return file_modified(path, &now_ns) && now_ns == ns;
}

bool file_absolute(const char *path, char absolute[static FILE_PATH_BYTES])
{
    char *found = realpath(path, NULL);
    const bool fits = found && strlen(found) < FILE_PATH_BYTES;
    if (fits)
        memcpy(absolute, found, strlen(found) + 1);
    free(found);
    return fits;
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode) && access(path, W_OK) == 0;
}

/* The desktop keeps it as a line of a shell script: XDG_DOCUMENTS_DIR="$HOME/Documents". */
static bool read_line(const char *line, const char *home, char folder[static FILE_PATH_BYTES])
{
    char value[FILE_PATH_BYTES];
    if (sscanf(line, " XDG_DOCUMENTS_DIR=\"%4095[^\"]\"", value) != 1)
        return false;
    const bool in_home = strncmp(value, "$HOME", 5) == 0;
    const int length =
        snprintf(folder, FILE_PATH_BYTES, "%s%s", in_home ? home : "", in_home ? value + 5 : value);
    return length < FILE_PATH_BYTES && is_folder(folder);
}

static bool find_setting(const char *home, char folder[static FILE_PATH_BYTES])
{
    const char *config = getenv("XDG_CONFIG_HOME");
    char path[FILE_PATH_BYTES], line[FILE_PATH_BYTES];
    snprintf(path, sizeof path, "%s%s/user-dirs.dirs", config && *config ? config : home,
             config && *config ? "" : "/.config");
    FILE *file = fopen(path, "r");
    bool found = false;
    while (file && !found && fgets(line, sizeof line, file))
        found = read_line(line, home, folder);
    if (file)
        fclose(file);
    return found;
}

void file_documents(char folder[static FILE_PATH_BYTES])
{
    const char *home = getenv("HOME");
    const bool has_home = home && *home && is_folder(home);
    if (has_home && find_setting(home, folder))
        return;
    snprintf(folder, FILE_PATH_BYTES, "%s/Documents", has_home ? home : "");
    if (!has_home || !is_folder(folder))
        snprintf(folder, FILE_PATH_BYTES, "%s", has_home ? home : ".");
}

bool file_new_document(const char *stem, const char *ending, char path[static FILE_PATH_BYTES])
{
    char folder[FILE_PATH_BYTES];
    file_documents(folder);
    for (int i = 1; i <= NAMES_MAX; i++) {
        char number[16] = "";
        if (i > 1)
            snprintf(number, sizeof number, " %d", i);
        const int length =
            snprintf(path, FILE_PATH_BYTES, "%s/%s%s%s", folder, stem, number, ending);
        if (length < FILE_PATH_BYTES && access(path, F_OK) != 0 && errno == ENOENT)
            return true;
    }
    return false;
}
