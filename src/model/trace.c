#include "model/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Columns of its table. */
enum { SLOPE, INTERCEPT, STEP, COLUMNS };

static const table_request BY_NAMES = {
    .wish = {[SLOPE] = {.names = "slope,m,w,w1,a,a0,theta1,coef,weight"},
             [INTERCEPT] = {.names = "intercept,b,bias,c,a1,theta0"},
             [STEP] = {.names = "step,epoch,iteration", .optional = true}},
    .count = COLUMNS,
    .limit = HUGE_VAL,
    .rows_max = DH_TRACE_ROWS_MAX,
    .gaps = true,
};

const table_request *trace_request_by_names(void)
{
    return &BY_NAMES;
}

table_request trace_request(const char *columns)
{
    table_request request = BY_NAMES;
    request.columns = columns;
    return request;
}

/* Rows that are more than a step apart cannot be held against single updates. */
static bool check_steps(const table_data *table, dh_error *error)
{
    const double *step = table->column[STEP];
    for (size_t i = 1; step && i < table->n; i++)
        if (step[i] - step[i - 1] != 1.0 && !isnan(step[i]) && !isnan(step[i - 1]))
            return dh_fail(error, "%s: after step %.9g comes %.9g: a row for every step is needed",
                           table->origin, step[i - 1], step[i]);
    return true;
}

static bool check_rows(const table_data *table, dh_error *error)
{
    if (!isfinite(table->column[SLOPE][0]) || !isfinite(table->column[INTERCEPT][0]))
        return dh_fail(error, "%s: the first row is not finite", table->origin);
    return table->n > 1 || dh_fail(error, "%s: there is one row, and so no step", table->origin);
}

static char *append(char **room, const char *text)
{
    const size_t bytes = strlen(text ? text : "") + 1;
    char *copy = memcpy(*room, text ? text : "", bytes);
    *room += bytes;
    return copy;
}

static size_t bytes_of(const char *text)
{
    return strlen(text ? text : "") + 1;
}

model_trace *trace_create(const table_data *table, const trace_place *place, dh_error *error)
{
    const size_t numbers = table->n * sizeof(double);
    if (!check_steps(table, error) || !check_rows(table, error))
        return NULL;
    model_trace *trace = malloc(sizeof *trace + 2 * numbers + bytes_of(table->origin) +
                                bytes_of(place->path) + bytes_of(place->columns));
    if (!trace) {
        dh_fail_memory(error, "%s: not enough memory", table->origin);
        return NULL;
    }
    double *slope = (double *)(void *)(trace + 1), *intercept = slope + table->n;
    memcpy(slope, table->column[SLOPE], numbers);
    memcpy(intercept, table->column[INTERCEPT], numbers);
    char *words = (char *)(intercept + table->n);
    *trace = (model_trace){
        .holders = 1, .rows = {table->n, slope, intercept}, .modified_ns = place->modified_ns};
    trace->origin = append(&words, table->origin);
    trace->path = append(&words, place->path);
    trace->columns = append(&words, place->columns);
    return trace;
}

model_trace *trace_hold(model_trace *trace)
{
    if (trace)
        trace->holders++;
    return trace;
}

void trace_drop(model_trace *trace)
{
    if (trace && --trace->holders == 0)
        free(trace);
}

bool trace_equal(const model_trace *a, const model_trace *b)
{
    if (a == b || !a || !b)
        return a == b;
    const size_t rows = a->rows.rows;
    return rows == b->rows.rows && a->modified_ns == b->modified_ns &&
           strcmp(a->origin, b->origin) == 0 && strcmp(a->path, b->path) == 0 &&
           strcmp(a->columns, b->columns) == 0 &&
           memcmp(a->rows.slope, b->rows.slope, rows * sizeof(double)) == 0 &&
           memcmp(a->rows.intercept, b->rows.intercept, rows * sizeof(double)) == 0;
}

size_t trace_bytes(const model_trace *trace)
{
    return sizeof *trace + 2 * trace->rows.rows * sizeof(double);
}
