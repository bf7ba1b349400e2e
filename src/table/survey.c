#include "table/survey.h"

#include "table/decode.h"
#include "table/delimiter.h"
#include "text/line.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool widen(table_survey *survey, size_t width)
{
    if (width <= survey->width)
        return true;
    survey_column *wider = realloc(survey->column, width * sizeof *wider);
    if (!wider)
        return false;
    survey->column = wider;
    for (; survey->width < width; survey->width++)
        wider[survey->width] = (survey_column){.below = VALUE_MISSING, .first = VALUE_MISSING};
    return true;
}

static value_kind kind_of(const table_survey *survey, row_field field, double *value)
{
    char mark = delimiter_mark(survey->rules.delimiter);
    return value_read(field, &mark, value);
}

static bool look_at_first(table_survey *survey)
{
    double value;
    if (!widen(survey, survey->first.count))
        return false;
    for (size_t i = 0; i < survey->first.count; i++)
        survey->column[i].first = kind_of(survey, survey->first.field[i], &value);
    return true;
}

/* Looks at a row that is not the first one. */
static bool look_at(table_survey *survey, const table_row *row)
{
    double value = -1.0;
    if (!widen(survey, row->count))
        return false;
    for (size_t i = 0; i < row->count; i++) {
        survey_column *column = &survey->column[i];
        if (i > 0 && column->below != VALUE_MISSING)
            continue;
        const value_kind kind = kind_of(survey, row->field[i], &value);
        if (i == 0 && survey->rows == 0)
            survey->count_from = value == 0.0 ? 0 : 1;
        if (i == 0 &&
            (kind != VALUE_NUMBER || value != (double)(survey->count_from + survey->rows)))
            survey->counting = false;
        if (column->below == VALUE_MISSING) {
            column->below = kind;
            column->below_field = row->field[i];
        }
    }
    if (survey->rows == 0 || row->count < survey->least_fields)
        survey->least_fields = row->count;
    survey->rows++;
    return true;
}

/* A row of 0, 1, 2 ... after an empty field. */
static bool counts_columns(const table_survey *survey)
{
    double value;
    for (size_t i = 1; i < survey->first.count; i++)
        if (kind_of(survey, survey->first.field[i], &value) != VALUE_NUMBER ||
            value != (double)(i - 1))
            return false;
    return survey->first.count > 1 && survey->first.field[0].length == 0;
}

static bool begins_like_a_number(row_field field)
{
    return field.length > 0 && (isdigit((unsigned char)*field.text) || strchr("+-.", *field.text));
}

/* Who puts quotes around a field, but not around the numbers below it, means a name. */
static bool is_quoted_name(const table_survey *survey, size_t column)
{
    const row_field below = survey->column[column].below_field;
    return survey->first.field[column].quoted && !below.quoted;
}

static bool is_header(const table_survey *survey)
{
    size_t names = 0, perhaps = 0, numbers = 0;
    for (size_t i = 0; i < survey->first.count; i++) {
        const survey_column column = survey->column[i];
        const bool numbers_below = column.below == VALUE_NUMBER;
        const bool text = column.first == VALUE_OTHER && column.below != VALUE_OTHER;
        const bool name =
            numbers_below &&
            (is_quoted_name(survey, i) || (text && !begins_like_a_number(survey->first.field[i])));
        names += name;
        perhaps += text && !name;
        numbers += column.first == VALUE_NUMBER && numbers_below;
    }
    return names > 0 || (perhaps > 0 && numbers == 0) ||
           (survey->counting && survey->count_from == 0 && counts_columns(survey));
}

/* The header of R names the columns after the first, which has the names of the rows: words, texts
 * in quotes, or 1, 2, 3 ... Other numbers there may as well be parts of a decimal comma. */
static size_t columns_without_name(const table_survey *survey)
{
    const size_t fields = survey->first.count + 1;
    if (!survey->has_header || survey->rows == 0 || survey->least_fields != fields)
        return 0;
    const survey_column first = survey->column[0], last = survey->column[fields - 1];
    const bool counted = survey->counting && survey->count_from == 1;
    const bool names = first.below == VALUE_OTHER || first.below_field.quoted || counted;
    return names && last.below != VALUE_MISSING;
}

bool survey_take(table_survey *survey, const char *text, const char *end, bool last)
{
    table_row *row = &survey->first;
    survey->width = survey->rows = row->count = 0;
    survey->counting = true;
    while (text < end) {
        const row_state state = row_split(row, text, end, last, &survey->rules);
        if (state == ROW_NO_MEMORY)
            return false;
        if (state != ROW_WHOLE) {
            row->count = 0;
            break;
        }
        text = row->after;
        if (row->count == 0)
            continue;
        if (!(row == &survey->first ? look_at_first(survey) : look_at(survey, row)))
            return false;
        row = &survey->row;
    }
    survey->counting &= survey->rows > 0;
    survey->has_header = is_header(survey);
    survey->unnamed = columns_without_name(survey);
    return true;
}

value_kind survey_kind(const table_survey *survey, size_t column)
{
    const survey_column seen = survey->column[column];
    return survey->has_header || seen.first == VALUE_MISSING ? seen.below : seen.first;
}

row_field survey_other(const table_survey *survey, size_t column)
{
    const survey_column seen = survey->column[column];
    return seen.below == VALUE_OTHER ? seen.below_field : survey->first.field[column];
}

bool survey_counts_rows(const table_survey *survey)
{
    char name[SURVEY_NAME_BYTES];
    if (!survey->has_header || !survey->counting)
        return false;
    survey_name(survey, 0, name);
    return !*name || (strcasecmp(name, "Unnamed: 0") == 0 && !survey->first.field[0].quoted);
}

void survey_name(const table_survey *survey, size_t column, char name[static SURVEY_NAME_BYTES])
{
    const bool named = column >= survey->unnamed && column - survey->unnamed < survey->first.count;
    *name = '\0';
    if (named)
        survey_clean(survey->first.field[column - survey->unnamed], name);
}

void survey_clean(row_field field, char name[static SURVEY_NAME_BYTES])
{
    char raw[2 * SURVEY_NAME_BYTES], utf8[2 * sizeof raw], line[sizeof utf8];
    row_field_text(field, raw, sizeof raw);
    if (decode_is_utf8(field.text, field.length))
        memcpy(utf8, raw, sizeof raw);
    else
        decode_latin1(raw, utf8, sizeof utf8);
    text_as_line(utf8, line, sizeof line);
    text_copy(name, SURVEY_NAME_BYTES, line);
}

void survey_free(table_survey *survey)
{
    row_free(&survey->first);
    row_free(&survey->row);
    free(survey->column);
    *survey = (table_survey){.column = NULL};
}
