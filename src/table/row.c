#include "table/row.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const WIDE_SPACES[] = {
    "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000", "\ufeff",
};

enum { WIDE_SPACE_COUNT = sizeof WIDE_SPACES / sizeof *WIDE_SPACES };

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}

/* Bytes of the white space at a place, 0 for none. */
static size_t space_at(const char *at, char delimiter)
{
    if ((unsigned char)*at < 0x80)
        return is_space(*at) && (*at != delimiter || delimiter == ROW_WHITE_SPACE);
    for (size_t i = 0; i < WIDE_SPACE_COUNT; i++) {
        const size_t length = strlen(WIDE_SPACES[i]);
        if (strncmp(at, WIDE_SPACES[i], length) == 0)
            return length;
    }
    return 0;
}

static const char *after_space(const char *at, char delimiter)
{
    for (size_t length; (length = space_at(at, delimiter)) > 0;)
        at += length;
    return at;
}

/* Bytes of the white space that ends at a place. */
static size_t space_before(const char *start, const char *end)
{
    if (end == start || (unsigned char)end[-1] < 0x80)
        return end > start && is_space(end[-1]);
    for (size_t i = 0; i < WIDE_SPACE_COUNT; i++) {
        const size_t length = strlen(WIDE_SPACES[i]);
        if ((size_t)(end - start) >= length && memcmp(end - length, WIDE_SPACES[i], length) == 0)
            return length;
    }
    return 0;
}

static row_field trimmed(const char *start, const char *end, bool quoted)
{
    for (size_t length; (length = space_before(start, end)) > 0;)
        end -= length;
    return (row_field){start, (uint32_t)(end - start), quoted};
}

row_rules row_rules_for(char delimiter)
{
    row_rules rules = {.delimiter = delimiter};
    rules.stops[(unsigned char)delimiter] = rules.stops['\0'] = true;
    rules.stops['\n'] = rules.stops['\r'] = true;
    if (delimiter != ROW_WHITE_SPACE)
        return rules;
    for (const char *space = "\t\v\f"; *space; space++)
        rules.stops[(unsigned char)*space] = true;
    for (size_t i = 0; i < WIDE_SPACE_COUNT; i++)
        rules.stops[(unsigned char)WIDE_SPACES[i][0]] = true;
    return rules;
}

/* Where a field without quotes ends. */
static const char *field_end(const char *at, const row_rules *rules)
{
    for (;; at++) {
        while (!rules->stops[(unsigned char)*at])
            at++;
        if ((unsigned char)*at < 0x80 || space_at(at, rules->delimiter) > 0)
            return at;
    }
}

/* Where the quote is that closes one; NULL for nowhere. */
static const char *quote_end(const char *opening, const char *end)
{
    for (const char *at = opening + 1; (at = memchr(at, '"', (size_t)(end - at))); at += 2)
        if (at[1] != '"')
            return at;
    return NULL;
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r' || byte == '\0';
}

/* One field with all that is around it, up to a delimiter or the end of the line. NULL when a quote
 * is not closed; what follows a closing one makes both of them letters like others. */
static const char *take_field(const char *at, const char *end, const row_rules *rules,
                              row_field *field)
{
    const char *start = at;
    if (*at == '"') {
        const char *close = quote_end(at, end);
        if (!close)
            return NULL;
        const char *after = after_space(close + 1, rules->delimiter);
        const bool parted = rules->delimiter == ROW_WHITE_SPACE && after > close + 1;
        if (parted || *after == rules->delimiter || is_line_end(*after)) {
            *field = trimmed(after_space(start + 1, ROW_WHITE_SPACE), close, true);
            return after;
        }
    }
    at = field_end(at, rules);
    *field = trimmed(start, at, false);
    return at;
}

static bool add_field(table_row *row, row_field field)
{
    if (row->count == row->capacity) {
        const size_t capacity = row->capacity ? 2 * row->capacity : 16;
        row_field *more = realloc(row->field, capacity * sizeof *more);
        if (!more)
            return false;
        row->field = more;
        row->capacity = capacity;
    }
    row->field[row->count++] = field;
    if (field.quoted)
        row->lines += row_line_ends(field.text, field.text + field.length);
    if (field.length > 0)
        row->filled = row->count;
    return true;
}

/* A line of a spreadsheet may begin with what it writes where a formula has failed. */
static bool is_comment(const char *at, const row_rules *rules)
{
    static const char *const failures[] = {"#N/A",   "#DIV/0!", "#VALUE!", "#REF!",
                                           "#NAME?", "#NUM!",   "#NULL!"};
    if (*at != '#')
        return false;
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        const size_t length = strlen(failures[i]);
        if (strncasecmp(at, failures[i], length) == 0 &&
            rules->stops[(unsigned char)*after_space(at + length, rules->delimiter)])
            return false;
    }
    return true;
}

/* Ends a row at the end of a line. */
static row_state finish(table_row *row, const char *at, const char *end, bool last)
{
    if (!last && (at == end || (*at == '\r' && at + 1 == end)))
        return ROW_PART;
    row->after = at + (at < end) + (*at == '\r' && at[1] == '\n');
    return ROW_WHOLE;
}

row_state row_split(table_row *row, const char *text, const char *end, bool last,
                    const row_rules *rules)
{
    row_field field;
    row->count = row->filled = 0;
    row->lines = 1;
    row->begin = text;
    const char *at = after_space(text, rules->delimiter);
    if (is_comment(at, rules)) {
        at += strcspn(at, "\r\n");
        return finish(row, at, end, last);
    }
    if (is_line_end(*at))
        return finish(row, at, end, last);
    for (;;) {
        at = take_field(at, end, rules, &field);
        if (!at)
            return ROW_OPEN;
        if (!add_field(row, field))
            return ROW_NO_MEMORY;
        const bool delimited = *at == rules->delimiter;
        at = after_space(at + (delimited ? 1 : 0), rules->delimiter);
        if (is_line_end(*at) && (!delimited || rules->delimiter == ROW_WHITE_SPACE))
            return finish(row, at, end, last);
    }
}

void row_free(table_row *row)
{
    free(row->field);
    *row = (table_row){0};
}

size_t row_line_ends(const char *text, const char *end)
{
    size_t count = 0;
    for (const char *at = text; at < end; at++)
        count += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
    return count;
}

void row_field_text(row_field field, char *text, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < field.length && length + 1 < size; i++) {
        text[length++] = field.text[i];
        if (field.quoted && field.text[i] == '"')
            i++;
    }
    text[length] = '\0';
}
