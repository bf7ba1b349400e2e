#include "table/write.h"

#include "file/save.h"
#include "table/names.h"

#include <stdio.h>
#include <string.h>

void table_write_columns(const table_columns *columns, FILE *stream)
{
    char names[NAMES_BYTES];
    names_join(columns->x_name, columns->y_name, names);
    fprintf(stream, "%s\n", names);
    for (size_t i = 0; i < columns->n && !ferror(stream); i++)
        fprintf(stream, "%.*g,%.*g\n", columns->digits, columns->x[i], columns->digits,
                columns->y[i]);
}

static bool write_points(FILE *stream, const void *what, dh_error *error)
{
    const dh_points *points = what;
    (void)error;
    table_write_columns(&(table_columns){.x_name = points->x_name,
                                         .y_name = points->y_name,
                                         .x = points->x,
                                         .y = points->y,
                                         .n = points->n,
                                         .digits = TABLE_DOUBLE_DIGITS},
                        stream);
    return true;
}

bool table_write(const char *path, const dh_points *points, dh_error *error)
{
    return file_save(path, write_points, points, error);
}
