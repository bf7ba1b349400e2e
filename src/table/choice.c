#include "table/choice.h"

#include "text/append.h"
#include "text/line.h"
#include "text/number.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LIST_BYTES = 101, SHOWN_BYTES = 61 };

/* What a field says, in quotes, cut to stay short in a message. */
typedef struct quoted_text {
    char text[SHOWN_BYTES + 2];
} quoted_text;

static int required(const table_request *request)
{
    int count = 0;
    while (count < request->count && !request->wish[count].optional)
        count++;
    return count;
}

/* The next column of numbers from `column` on, or of nothing known where that is asked for. */
static size_t next_numbers(const table_survey *survey, size_t column, bool or_unknown)
{
    column += column == 0 && survey_counts_rows(survey);
    for (; column < survey->width; column++) {
        const value_kind kind = survey_kind(survey, column);
        if (kind == VALUE_NUMBER || (or_unknown && kind == VALUE_MISSING))
            return column;
    }
    return CHOICE_NONE;
}

bool choice_is_sure(const table_survey *survey, const table_request *request)
{
    size_t column = 0;
    if (survey->rows == 0)
        return false;
    for (int i = 0; i < request->count && !request->columns && !request->wish[i].names; i++) {
        column = next_numbers(survey, column, true);
        if (column == CHOICE_NONE)
            return true;
        if (survey_kind(survey, column++) == VALUE_MISSING)
            return false;
    }
    return true;
}

static size_t find_name(const table_survey *survey, const char *name, bool any_case)
{
    char there[SURVEY_NAME_BYTES];
    for (size_t i = survey->unnamed; i < survey->first.count + survey->unnamed && *name; i++) {
        survey_name(survey, i, there);
        if (any_case ? strcasecmp(there, name) == 0 : strcmp(there, name) == 0)
            return i;
    }
    return CHOICE_NONE;
}

/* The column of a name, or of a number where that counts columns. */
static size_t find_column(const table_survey *survey, const char *name, bool counts)
{
    uint64_t number;
    if (counts && number_parse_whole(name, 1, survey->width, &number))
        return (size_t)number - 1;
    const size_t found = find_name(survey, name, false);
    return found == CHOICE_NONE ? find_name(survey, name, true) : found;
}

/* Whether numbers in the split list count columns: where the header does not have all of the list
 * as names. A word of it makes a header of the first row. */
static bool numbers_count(table_survey *survey)
{
    bool all_named = true;
    for (size_t i = 0; i < survey->row.count; i++) {
        char name[SURVEY_NAME_BYTES];
        uint64_t number;
        survey_clean(survey->row.field[i], name);
        const bool named = find_column(survey, name, false) != CHOICE_NONE;
        all_named &= named;
        survey->has_header |= named && !number_parse_whole(name, 1, survey->width, &number);
    }
    return !survey->has_header || !all_named;
}

static void list_names(const table_survey *survey, char list[static LIST_BYTES])
{
    char name[SURVEY_NAME_BYTES];
    *list = '\0';
    if (!survey->has_header) {
        text_append(list, LIST_BYTES, "%zu, without names", survey->width);
        return;
    }
    const char *comma = "";
    for (size_t i = 0; i < survey->width && !text_is_cut(list); i++) {
        survey_name(survey, i, name);
        if (*name) {
            text_append(list, LIST_BYTES, "%s%s", comma, name);
            comma = ", ";
        }
    }
}

static quoted_text quoted(const char *name)
{
    quoted_text quoted;
    char shown[SHOWN_BYTES];
    text_copy(shown, sizeof shown, name);
    snprintf(quoted.text, sizeof quoted.text, "\"%s\"", shown);
    return quoted;
}

static bool no_column(const table_survey *survey, const char *wanted, dh_error *reason)
{
    char list[LIST_BYTES];
    list_names(survey, list);
    return dh_fail(reason, "no column %s; there are %s", wanted, list);
}

static bool no_wish(const table_survey *survey, const char *names, dh_error *reason)
{
    char wanted[LIST_BYTES];
    snprintf(wanted, sizeof wanted, "%.*s or the like", (int)strcspn(names, ","), names);
    return no_column(survey, wanted, reason);
}

/* Splits a list of names into the row that the survey works with. */
static bool split_names(table_survey *survey, const char *names, dh_error *reason)
{
    const row_rules rules = row_rules_for(',');
    const row_state state = row_split(&survey->row, names, names + strlen(names), true, &rules);
    if (state == ROW_NO_MEMORY)
        return dh_fail_memory(reason, "not enough memory");
    if (state != ROW_WHOLE || *survey->row.after)
        survey->row.count = 0;
    return true;
}

static bool find_wish(table_survey *survey, const char *names, size_t *column, dh_error *reason)
{
    if (!split_names(survey, names, reason))
        return false;
    for (size_t i = 0; i < survey->row.count && *column == CHOICE_NONE && survey->has_header; i++) {
        char name[SURVEY_NAME_BYTES];
        survey_clean(survey->row.field[i], name);
        *column = find_name(survey, name, true);
    }
    return true;
}

/* Those that need not be there, by their names. */
static bool find_others(table_survey *survey, const table_request *request,
                        size_t column[TABLE_COLUMNS], dh_error *reason)
{
    bool found = true;
    for (int i = required(request); i < request->count && found; i++)
        if (column[i] == CHOICE_NONE && request->wish[i].names)
            found = find_wish(survey, request->wish[i].names, &column[i], reason);
    return found;
}

static bool choose_given(table_survey *survey, const table_request *request,
                         size_t column[TABLE_COLUMNS], dh_error *reason)
{
    const size_t least = (size_t)required(request), most = (size_t)request->count;
    if (!split_names(survey, request->columns, reason))
        return false;
    if (survey->row.count < least || survey->row.count > most)
        return dh_fail(reason, "%zu columns are wanted, as in X,Y", least);
    const bool counts = numbers_count(survey);
    for (size_t i = 0; i < survey->row.count; i++) {
        char name[SURVEY_NAME_BYTES];
        survey_clean(survey->row.field[i], name);
        column[i] = find_column(survey, name, counts);
        if (column[i] == CHOICE_NONE)
            return no_column(survey, quoted(name).text, reason);
    }
    return find_others(survey, request, column, reason);
}

bool choice_has_names(table_survey *survey, const table_request *request)
{
    bool all = survey->has_header;
    for (int i = 0; i < required(request); i++) {
        size_t column = CHOICE_NONE;
        all = all && find_wish(survey, request->wish[i].names, &column, NULL) &&
              column != CHOICE_NONE;
    }
    return all;
}

/* Tells what a column has that does not hold numbers. */
static void tell_other(const table_survey *survey, size_t column, char *text, size_t size)
{
    char name[SURVEY_NAME_BYTES] = "", shown[SHOWN_BYTES], other[SURVEY_NAME_BYTES];
    if (survey->has_header)
        survey_name(survey, column, name);
    if (!*name)
        snprintf(name, sizeof name, "%zu", column + 1);
    text_copy(shown, sizeof shown, name);
    survey_clean(survey_other(survey, column), other);
    snprintf(text, size, "; column %s has %s", shown, quoted(other).text);
}

static bool too_few(const table_survey *survey, int wanted, dh_error *reason)
{
    static const char *const words[] = {"no", "one", "two", "three", "four"};
    char other[2 * SHOWN_BYTES + 32] = "";
    int found = 0;
    for (size_t i = survey_counts_rows(survey); i < survey->width; i++) {
        const value_kind kind = survey_kind(survey, i);
        found += kind == VALUE_NUMBER;
        if (kind == VALUE_OTHER && !*other)
            tell_other(survey, i, other, sizeof other);
    }
    return dh_fail(reason, "%s columns of numbers are needed, there is %s%s", words[wanted],
                   found > 0 ? words[found] : "none", other);
}

/* Whether a table without names begins with a column that counts its rows, besides those that have
 * names elsewhere. */
static bool begins_with_count(const table_survey *survey, const table_request *request)
{
    return request->wish[0].names && !survey->has_header && survey->counting &&
           survey->width > (size_t)required(request);
}

bool choice_make(table_survey *survey, const table_request *request, size_t column[TABLE_COLUMNS],
                 dh_error *reason)
{
    size_t next = begins_with_count(survey, request);
    assert(request->count >= 1 && request->count <= TABLE_COLUMNS);
    for (int i = 0; i < TABLE_COLUMNS; i++)
        column[i] = CHOICE_NONE;
    if (request->columns)
        return choose_given(survey, request, column, reason);
    for (int i = 0; i < request->count; i++) {
        const table_wish *wish = &request->wish[i];
        const bool named = wish->names && (survey->has_header || wish->optional);
        if (named) {
            if (!find_wish(survey, wish->names, &column[i], reason))
                return false;
        } else if (next != CHOICE_NONE) {
            column[i] = next_numbers(survey, next, false);
            next = column[i] == CHOICE_NONE ? CHOICE_NONE : column[i] + 1;
        }
        if (column[i] == CHOICE_NONE && !wish->optional)
            return named ? no_wish(survey, wish->names, reason)
                         : too_few(survey, required(request), reason);
    }
    return true;
}
