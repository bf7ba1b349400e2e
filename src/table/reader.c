#include "table/reader.h"

#include "table/choice.h"
#include "table/collect.h"
#include "table/decode.h"
#include "table/delimiter.h"
#include "table/input.h"
#include "text/line.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_BYTES = 1 << 16,
    SURVEY_BYTES = 1 << 16,     /* to choose columns from, */
    SURVEY_BYTES_MAX = 1 << 20, /* and when they still have nothing in them */
    ROW_BYTES_MAX = 1 << 24,
};

struct table_reader {
    table_input input;
    char *pasted; /* NULL: a file */
    table_decoder decoder;
    char *text; /* what is decoded and not yet taken: begin to end, and a zero byte */
    size_t begin, end, capacity;
    size_t enough; /* so much of it is worth a try */
    bool started;  /* the columns are chosen */
    bool in_rows;  /* past the header */
    table_survey survey;
    table_collector rows;
    unsigned char block[BLOCK_BYTES];
};

static bool fail(const table_reader *reader, dh_error *error, const char *reason)
{
    return dh_fail(error, "%s: %s", reader->rows.table.origin, reason);
}

static bool fail_memory(const table_reader *reader, dh_error *error)
{
    return dh_fail_memory(error, "%s: not enough memory", reader->rows.table.origin);
}

static table_reader *create(const char *origin, const table_request *request, dh_error *error)
{
    table_reader *reader = malloc(sizeof *reader);
    char printable[4 * TABLE_ORIGIN_BYTES];
    text_copy(printable, sizeof printable, origin);
    text_make_printable(printable);
    if (!reader) {
        dh_fail_memory(error, "%s: not enough memory", printable);
        return NULL;
    }
    memset(reader, 0, offsetof(table_reader, block));
    reader->rows.request = *request;
    reader->rows.line = 1;
    reader->enough = SURVEY_BYTES;
    reader->rows.table.count = request->count;
    text_copy(reader->rows.table.origin, sizeof reader->rows.table.origin, printable);
    return reader;
}

table_reader *table_open(const char *path, const table_request *request, dh_error *error)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash && slash[1] ? slash + 1 : path;
    dh_error reason = {.text = ""};
    table_reader *reader = create(strcmp(path, "-") == 0 ? "standard input" : name, request, error);
    if (!reader)
        return NULL;
    if (input_open(&reader->input, path, &reason))
        return reader;
    dh_fail(error, "%s cannot be read: %s", reader->rows.table.origin, reason.text);
    table_close(reader);
    return NULL;
}

table_reader *table_open_text(const char *text, size_t length, const char *origin,
                              const table_request *request, dh_error *error)
{
    table_reader *reader = create(origin, request, error);
    if (!reader)
        return NULL;
    reader->pasted = malloc(length + 1);
    reader->input = input_of_text(reader->pasted, length);
    if (!reader->pasted) {
        fail_memory(reader, error);
        table_close(reader);
        return NULL;
    }
    memcpy(reader->pasted, text, length);
    return reader;
}

/* Makes room for `more` bytes after the text, which moves to the front. */
static bool make_room(table_reader *reader, size_t more)
{
    const size_t length = reader->end - reader->begin, needed = length + more + 1;
    if (reader->begin > 0)
        memmove(reader->text, reader->text + reader->begin, length);
    reader->begin = 0;
    reader->end = length;
    if (needed <= reader->capacity)
        return true;
    const size_t capacity = needed > 2 * reader->capacity ? needed : 2 * reader->capacity;
    char *text = realloc(reader->text, capacity);
    if (!text)
        return false;
    reader->text = text;
    reader->capacity = capacity;
    return true;
}

static bool take_bytes(table_reader *reader, size_t count, bool last, dh_error *error)
{
    if (!make_room(reader, decode_most(count)))
        return fail_memory(reader, error);
    char *added = reader->text + reader->end;
    const size_t length = decode(&reader->decoder, reader->block, count, last, added);
    reader->end += length;
    added[length] = '\0';
    if (memchr(added, '\0', length))
        return fail(reader, error,
                    "this is no text, it has zero bytes; a spreadsheet can be saved as CSV");
    return true;
}

/* Looks at the first rows. They stay unread when the choice is not sure yet and may become so. */
static bool start(table_reader *reader, bool last, dh_error *error)
{
    const char *end = reader->text + reader->end;
    table_survey *survey = &reader->survey;
    char delimiter;
    const size_t said = delimiter_said(reader->text, end, &delimiter);
    const char *text = reader->text + said;
    if (!said && !delimiter_guess(text, end, last, &survey->row, &delimiter))
        return fail_memory(reader, error);
    survey->rules = row_rules_for(delimiter);
    if (!survey_take(survey, text, end, last))
        return fail_memory(reader, error);
    const size_t most = survey->rows > 0 ? SURVEY_BYTES_MAX : ROW_BYTES_MAX;
    if (!last && reader->end < most && !choice_is_sure(survey, &reader->rows.request))
        return true;
    reader->begin = said;
    reader->rows.line += said > 0;
    reader->started = true;
    if (survey->first.count == 0) /* nothing, or a quote that is not closed: its reading tells */
        return true;
    if (!collect_begin(&reader->rows, survey, error))
        return false;
    reader->in_rows = !survey->has_header;
    return true;
}

/* The text is taken again when it is so long, that a long row is not begun for every block. */
static void try_again_at(table_reader *reader, size_t length)
{
    reader->enough = length < ROW_BYTES_MAX ? length : ROW_BYTES_MAX;
}

/* What is left is no whole row. */
static bool keep_part(table_reader *reader, row_state state, bool last, dh_error *error)
{
    const size_t length = reader->end - reader->begin;
    try_again_at(reader, 2 * length);
    if (!last && length < ROW_BYTES_MAX)
        return true;
    if (state == ROW_OPEN)
        return dh_fail(error, "%s: line %zu: a quote is opened and not closed",
                       reader->rows.table.origin, reader->rows.line);
    return dh_fail(error, "%s: line %zu is longer than %d MB", reader->rows.table.origin,
                   reader->rows.line, ROW_BYTES_MAX >> 20);
}

static bool take_rows(table_reader *reader, bool last, dh_error *error)
{
    table_row *row = &reader->survey.row;
    const char *end = reader->text + reader->end;
    while (reader->begin < reader->end) {
        const char *text = reader->text + reader->begin;
        const row_state state = row_split(row, text, end, last, &reader->survey.rules);
        if (state == ROW_NO_MEMORY)
            return fail_memory(reader, error);
        if (state != ROW_WHOLE)
            return keep_part(reader, state, last, error);
        if (row->count > 0 && reader->in_rows && !collect_row(&reader->rows, row, error))
            return false;
        reader->in_rows |= row->count > 0;
        reader->rows.line += row->lines;
        reader->begin = (size_t)(row->after - reader->text);
    }
    reader->enough = 1;
    return true;
}

/* Takes as much as there is of the text. */
static bool take_text(table_reader *reader, bool last, dh_error *error)
{
    if (!last && reader->end - reader->begin < reader->enough)
        return true;
    if (!reader->started) {
        if (!start(reader, last, error))
            return false;
        try_again_at(reader, 2 * reader->end);
    }
    return !reader->started || take_rows(reader, last, error);
}

/* A table without rows is none. */
static bool finish(table_reader *reader, dh_error *error)
{
    const table_data *table = &reader->rows.table;
    if (!take_bytes(reader, 0, true, error) || !take_text(reader, true, error))
        return false;
    if (table->n > 0)
        return true;
    if (reader->input.read == 0)
        return fail(reader, error,
                    reader->input.pipe ? "a pipe that nothing came from" : "it is empty");
    if (table->skipped == 0)
        return fail(reader, error, "there are no rows in it");
    dh_error notice = {.text = ""};
    table_notice(table, notice.text, sizeof notice.text);
    return dh_fail(error, "%s", notice.text);
}

table_state table_advance(table_reader *reader, size_t bytes, dh_error *error)
{
    dh_error reason = {.text = ""};
    for (size_t got; bytes > 0; bytes -= got) {
        const size_t size = bytes < BLOCK_BYTES ? bytes : BLOCK_BYTES;
        const input_state state = input_read(&reader->input, reader->block, size, &got, &reason);
        if (state == INPUT_WAITING)
            return TABLE_WAITING;
        if (state == INPUT_END)
            return finish(reader, error) ? TABLE_DONE : TABLE_FAILED;
        if (state == INPUT_FAILED) {
            dh_fail(error, "%s cannot be read: %s", reader->rows.table.origin, reason.text);
            return TABLE_FAILED;
        }
        if (!take_bytes(reader, got, false, error) || !take_text(reader, false, error))
            return TABLE_FAILED;
    }
    return TABLE_MORE;
}

void table_wait(const table_reader *reader, int milliseconds)
{
    input_wait(&reader->input, milliseconds);
}

table_progress table_progress_of(const table_reader *reader)
{
    return (table_progress){reader->input.read, reader->input.total};
}

const table_data *table_of(const table_reader *reader)
{
    return &reader->rows.table;
}

void table_close(table_reader *reader)
{
    if (!reader)
        return;
    input_close(&reader->input);
    survey_free(&reader->survey);
    for (int i = 0; i < TABLE_COLUMNS; i++)
        free(reader->rows.table.column[i]);
    free(reader->text);
    free(reader->pasted);
    free(reader);
}
