#include "table/table.h"

#include "text/append.h"

#include <assert.h>

table_request table_request_points(const char *columns)
{
    return (table_request){
        .count = 2,
        .columns = columns,
        .limit = DH_POINT_LIMIT,
        .rows_max = DH_POINTS_MAX,
    };
}

dh_points *table_points(const table_data *table, const dh_points_place *place, dh_error *error)
{
    assert(table->count >= 2 && table->column[0] && table->column[1]);
    const dh_points_def def = {
        .x = table->column[0],
        .y = table->column[1],
        .n = table->n,
        .x_name = *table->name[0] ? table->name[0] : NULL,
        .y_name = *table->name[1] ? table->name[1] : NULL,
        .origin = table->origin,
        .place = place ? *place : (dh_points_place){.kind = DH_POINTS_TYPED},
    };
    return dh_points_create(&def, error);
}

void table_notice(const table_data *table, char *text, size_t size)
{
    const size_t skipped = table->skipped;
    const size_t told = skipped < TABLE_LINES ? skipped : TABLE_LINES;
    *text = '\0';
    if (skipped == 0)
        return;
    text_append(text, size, "%s: %zu row%s skipped, no number in %s (line%s ", table->origin,
                skipped, skipped > 1 ? "s" : "",
                table->count == 2 ? "both columns" : "a column that needs one",
                skipped > 1 ? "s" : "");
    for (size_t i = 0; i < told; i++)
        text_append(text, size, "%s%zu", i > 0 ? ", " : "", table->skipped_line[i]);
    if (skipped > told)
        text_append(text, size, " and %zu more", skipped - told);
    text_append(text, size, ")");
}
