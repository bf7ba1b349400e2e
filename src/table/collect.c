#include "table/collect.h"

#include "table/choice.h"
#include "table/delimiter.h"
#include "text/line.h"
#include "text/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    ROWS_FIRST = 1 << 10, /* to have memory for */
    SHOWN_BYTES = 61,
};

/* The name of a column for people: its own, or its number. */
static void column_name(const table_collector *collector, int wish, char name[static SHOWN_BYTES])
{
    if (*collector->table.name[wish])
        text_copy(name, SHOWN_BYTES, collector->table.name[wish]);
    else
        snprintf(name, SHOWN_BYTES, "%zu", collector->column[wish] + 1);
}

static bool fail_value(const table_collector *collector, int wish, row_field field,
                       const table_row *row, dh_error *error)
{
    char name[SHOWN_BYTES], raw[2 * SHOWN_BYTES], shown[SHOWN_BYTES], fault[SHOWN_BYTES];
    char mark = collector->mark, first_mark = collector->first_mark;
    double value;
    column_name(collector, wish, name);
    row_field_text(field, raw, sizeof raw);
    text_make_printable(raw);
    text_copy(shown, sizeof shown, raw);
    if (value_read(field, &mark, &value) == VALUE_NUMBER) {
        char limit[NUMBER_BYTES];
        number_brief(collector->request.limit, limit);
        snprintf(fault, sizeof fault, "is beyond %s", limit);
    } else if (value_read(field, &first_mark, &value) == VALUE_NUMBER) {
        const bool comma = first_mark == ',';
        snprintf(fault, sizeof fault, "has a decimal %s, the numbers before it a %s",
                 comma ? "comma" : "point", comma ? "point" : "comma");
    } else {
        snprintf(fault, sizeof fault, "is no number");
    }
    return dh_fail(error, "%s: line %zu, column %s: \"%s\" %s", collector->table.origin,
                   collector->line + row_line_ends(row->begin, field.text), name, shown, fault);
}

static bool is_wanted(const table_request *request, value_kind kind, row_field field, double *value)
{
    if (request->gaps)
        return kind == VALUE_NUMBER || value_is_infinite(field, value);
    return kind == VALUE_NUMBER && fabs(*value) <= request->limit;
}

/* The numbers of a row, NAN for one that is missing; `lacking` tells of one that must be there. */
static bool read_values(table_collector *collector, const table_row *row, double *number,
                        bool *lacking, dh_error *error)
{
    const table_request *request = &collector->request;
    *lacking = false;
    for (int i = 0; i < request->count; i++) {
        static const row_field nothing = {"", 0, false};
        const size_t column = collector->column[i];
        const row_field field = column < row->count ? row->field[column] : nothing;
        number[i] = (double)NAN;
        const value_kind kind = value_read(field, &collector->mark, &number[i]);
        if (kind == VALUE_MISSING)
            *lacking |= !request->wish[i].optional;
        else if (!is_wanted(request, kind, field, &number[i]))
            return fail_value(collector, i, field, row, error);
    }
    return true;
}

static bool make_room(table_collector *collector)
{
    table_data *table = &collector->table;
    if (table->n < collector->capacity)
        return true;
    const size_t capacity = collector->capacity ? 2 * collector->capacity : ROWS_FIRST;
    for (int i = 0; i < table->count; i++) {
        if (collector->column[i] == CHOICE_NONE)
            continue;
        double *column = realloc(table->column[i], capacity * sizeof *column);
        if (!column)
            return false;
        table->column[i] = column;
    }
    collector->capacity = capacity;
    return true;
}

static void skip_row(table_collector *collector)
{
    table_data *table = &collector->table;
    if (table->skipped < TABLE_LINES)
        table->skipped_line[table->skipped] = collector->line;
    table->skipped++;
}

bool collect_begin(table_collector *collector, table_survey *survey, dh_error *error)
{
    dh_error reason = {.text = ""};
    const table_request *rather = collector->request.rather;
    if (rather && choice_has_names(survey, rather)) {
        collector->request = *rather;
        collector->table.rather = true;
        collector->table.count = rather->count;
    }
    if (!choice_make(survey, &collector->request, collector->column, &reason))
        return dh_fail(error, "%s: %s", collector->table.origin, reason.text);
    for (int i = 0; i < collector->request.count; i++)
        if (survey->has_header && collector->column[i] != CHOICE_NONE)
            survey_name(survey, collector->column[i], collector->table.name[i]);
    collector->fields_max = survey->first.count + survey->unnamed;
    collector->first_mark = collector->mark = delimiter_mark(survey->rules.delimiter);
    return true;
}

bool collect_row(table_collector *collector, const table_row *row, dh_error *error)
{
    table_data *table = &collector->table;
    double number[TABLE_COLUMNS];
    bool lacking;
    if (row->filled > collector->fields_max)
        return dh_fail(error, "%s: line %zu has %zu columns, the first row %zu", table->origin,
                       collector->line, row->filled, collector->fields_max);
    if (!read_values(collector, row, number, &lacking, error))
        return false;
    if (lacking && !collector->request.gaps) {
        skip_row(collector);
        return true;
    }
    if (table->n == collector->request.rows_max)
        return dh_fail(error, "%s: line %zu: there are more than %zu rows", table->origin,
                       collector->line, collector->request.rows_max);
    if (!make_room(collector))
        return dh_fail_memory(error, "%s: not enough memory", table->origin);
    for (int i = 0; i < table->count; i++)
        if (table->column[i])
            table->column[i][table->n] = number[i];
    table->n++;
    return true;
}

void collect_free(table_collector *collector)
{
    for (int i = 0; i < TABLE_COLUMNS; i++)
        free(collector->table.column[i]);
}
