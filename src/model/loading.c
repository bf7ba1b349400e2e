#include "model/loading.h"

#include "text/append.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLICE_BYTES = 1 << 20,
    WAITING_MS = 50, /* so often is looked whether a pipe has more */
};

static char *copy_of(const char *text, dh_error *error)
{
    const size_t bytes = strlen(text) + 1;
    char *copy = malloc(bytes);
    if (!copy) {
        dh_fail_memory(error, "not enough memory");
        return NULL;
    }
    return memcpy(copy, text, bytes);
}

/* Makes a loading the one that has begun, in place of the other. */
static bool begin(model_loading *loading, model_loading *begun)
{
    const bool opened = begun->reader != NULL;
    loading_stop(opened ? loading : begun);
    if (opened)
        *loading = *begun;
    return opened;
}

static table_request request_of(loading_kind kind, const char *columns)
{
    table_request request =
        kind == LOADING_TRACE ? trace_request(columns) : table_request_points(columns);
    if (kind == LOADING_EITHER)
        request.rather = trace_request_by_names();
    return request;
}

bool loading_open(model_loading *loading, loading_kind kind, const char *path, const char *columns,
                  dh_error *error)
{
    model_loading begun = {.kind = kind};
    if (columns && !(begun.columns = copy_of(columns, error)))
        return false;
    if (strcmp(path, "-") != 0 && file_absolute(path, begun.path))
        file_modified(begun.path, &begun.modified_ns);
    begun.request = request_of(kind, begun.columns);
    begun.reader = table_open(path, &begun.request, error);
    return begin(loading, &begun);
}

bool loading_paste(model_loading *loading, const char *text, dh_error *error)
{
    model_loading begun = {.request = table_request_points(NULL)};
    begun.reader = table_open_text(text, strlen(text), "pasted points", &begun.request, error);
    return begin(loading, &begun);
}

/* The set of what was read. */
static dh_points *points_of(model_loading *loading, dh_error *error)
{
    const table_data *read = table_of(loading->reader);
    const dh_points_place place = {
        .kind = loading->path[0] ? DH_POINTS_FILE : DH_POINTS_TYPED,
        .path = loading->path,
        .columns = loading->columns,
        .modified_ns = loading->modified_ns,
    };
    table_notice(read, loading->notice, sizeof loading->notice);
    return table_points(read, &place, error);
}

static model_trace *trace_of(const model_loading *loading, dh_error *error)
{
    const trace_place place = {
        .path = loading->path, .columns = loading->columns, .modified_ns = loading->modified_ns};
    return trace_create(table_of(loading->reader), &place, error);
}

/* Makes of the whole table what it is. */
static bool finish(model_loading *loading, loading_result *result, dh_error *error)
{
    loading->notice[0] = '\0';
    if (loading->kind == LOADING_TRACE || table_of(loading->reader)->rather)
        return (result->trace = trace_of(loading, error)) != NULL;
    return (result->points = points_of(loading, error)) != NULL;
}

loading_state loading_advance(model_loading *loading, loading_result *result, dh_error *error)
{
    assert(loading->reader);
    const table_state state = table_advance(loading->reader, SLICE_BYTES, error);
    loading->waiting = state == TABLE_WAITING;
    if (state == TABLE_MORE || state == TABLE_WAITING)
        return LOADING_MORE;
    *result = (loading_result){.points = NULL};
    const bool done = state == TABLE_DONE && finish(loading, result, error);
    table_close(loading->reader);
    free(loading->columns);
    loading->reader = NULL;
    loading->columns = NULL;
    return done ? LOADING_DONE : LOADING_FAILED;
}

void loading_drop(const loading_result *result)
{
    dh_points_drop(result->points);
    trace_drop(result->trace);
}

void loading_wait(const model_loading *loading, int milliseconds)
{
    table_wait(loading->reader, milliseconds);
}

int loading_pause(const model_loading *loading)
{
    return loading->waiting ? WAITING_MS : 0;
}

bool loading_busy(const model_loading *loading)
{
    return loading->reader != NULL;
}

void loading_tell(const model_loading *loading, char *text, size_t size)
{
    const char *name = table_of(loading->reader)->origin;
    const table_progress progress = table_progress_of(loading->reader);
    text[0] = '\0';
    if (progress.total > 0)
        text_append(text, size, "reading %s: %d %%", name,
                    (int)(100.0 * (double)progress.read / (double)progress.total));
    else
        text_append(text, size, "reading %s: %.1f MB", name, (double)progress.read / 1e6);
}

void loading_stop(model_loading *loading)
{
    table_close(loading->reader);
    free(loading->columns);
    *loading = (model_loading){.reader = NULL};
}
