#include "table/delimiter.h"

#include "table/value.h"

#include <string.h>
#include <strings.h>

enum { ROWS = 100 }; /* to guess from */

size_t delimiter_said(const char *text, const char *end, char *delimiter)
{
    const char *at = text;
    const bool quoted = *at == '"';
    at += quoted;
    if (strncasecmp(at, "sep=", 4) != 0 || !at[4] || !strchr(",;\t|: ", at[4]))
        return 0;
    *delimiter = at[4];
    at += 5;
    if (quoted && *at++ != '"')
        return 0;
    at += strspn(at, ",;\t "); /* as saved again by another program */
    if (*at != '\n' && *at != '\r' && at < end)
        return 0;
    return (size_t)(at - text) + (at < end) + (*at == '\r' && at[1] == '\n');
}

/* How well a row falls apart: the share of numbers in it, counting one more, so that of rows
 * without numbers those with fewer fields come out better. */
static double row_score(const table_row *row, char delimiter)
{
    size_t numbers = 0, others = 0;
    double value;
    if (row->count < 2)
        return 0.0;
    for (size_t i = 0; i < row->count; i++) {
        char mark = delimiter_mark(delimiter);
        const value_kind kind = value_read(row->field[i], &mark, &value);
        numbers += kind == VALUE_NUMBER;
        others += kind == VALUE_OTHER;
    }
    return (double)(1 + numbers) / (double)(1 + numbers + others);
}

/* A negative score when there is no memory. */
static double score(const char *text, const char *end, bool last, table_row *row, char delimiter)
{
    const row_rules rules = row_rules_for(delimiter);
    double sum = 0.0;
    for (int rows = 0; rows < ROWS && text < end; text = row->after) {
        const row_state state = row_split(row, text, end, last, &rules);
        if (state == ROW_NO_MEMORY)
            return -1.0;
        if (state != ROW_WHOLE)
            break;
        rows += row->count > 0;
        sum += row_score(row, delimiter);
    }
    return sum;
}

bool delimiter_guess(const char *text, const char *end, bool last, table_row *row, char *delimiter)
{
    static const char candidates[] = {',', ';', '\t', ROW_WHITE_SPACE};
    double best = -1.0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        const double found = score(text, end, last, row, candidates[i]);
        if (found < 0.0)
            return false;
        if (found > best) {
            best = found;
            *delimiter = candidates[i];
        }
    }
    return true;
}

char delimiter_mark(char delimiter)
{
    return delimiter == ',' ? '.' : '\0';
}
