#include "table/write.h"

#include "file/save.h"
#include "table/value.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* What a name in no quotes may have. */
static const char WORD[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

/* Whether a name cannot be taken for anything else: for two, a number, or a missing one. */
static bool is_plain(const char *name)
{
    const row_field field = {name, (uint32_t)strlen(name), false};
    char mark = '.';
    double value;
    return isalpha((unsigned char)*name) && name[strspn(name, WORD)] == '\0' &&
           value_read(field, &mark, &value) == VALUE_OTHER;
}

/* A name, in quotes unless it is plain. */
static void write_name(FILE *stream, const char *name)
{
    if (is_plain(name)) {
        fputs(name, stream);
        return;
    }
    fputc('"', stream);
    for (; *name; name++)
        fprintf(stream, *name == '"' ? "\"\"" : "%c", *name);
    fputc('"', stream);
}

static bool write_points(FILE *stream, const void *what, dh_error *error)
{
    const dh_points *points = what;
    (void)error;
    write_name(stream, points->x_name);
    fputc(',', stream);
    write_name(stream, points->y_name);
    fputc('\n', stream);
    for (size_t i = 0; i < points->n && !ferror(stream); i++)
        fprintf(stream, "%.17g,%.17g\n", points->x[i], points->y[i]);
    return true;
}

bool table_write(const char *path, const dh_points *points, dh_error *error)
{
    return file_save(path, write_points, points, error);
}
