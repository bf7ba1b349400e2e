#include "table/write.h"

#include "file/save.h"
#include "table/names.h"

#include <stdio.h>
#include <string.h>

static bool write_points(FILE *stream, const void *what, dh_error *error)
{
    const dh_points *points = what;
    char names[NAMES_BYTES];
    (void)error;
    names_join(points->x_name, points->y_name, names);
    fprintf(stream, "%s\n", names);
    for (size_t i = 0; i < points->n && !ferror(stream); i++)
        fprintf(stream, "%.17g,%.17g\n", points->x[i], points->y[i]);
    return true;
}

bool table_write(const char *path, const dh_points *points, dh_error *error)
{
    return file_save(path, write_points, points, error);
}
