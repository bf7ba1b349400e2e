#include "table/write.h"

#include "file/save.h"

#include <stdio.h>
#include <string.h>

/* A name, in quotes where it could be taken for more than one. */
static void write_name(FILE *stream, const char *name)
{
    if (strpbrk(name, ",;\"\t\n#") == NULL) {
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
