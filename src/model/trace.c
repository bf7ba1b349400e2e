#include "model/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Columns of its table. */
enum { SLOPE, INTERCEPT, STEP, LOSS, COLUMNS };

static const table_request BY_NAMES = {
    .wish = {[SLOPE] = {.names = "slope,m,w,w1,a,a0,theta1,coef,weight,"
                                 "beta1,b1,w_1,a_0,theta_1,beta_1,coef_,θ1"},
             [INTERCEPT] = {.names = "intercept,b,bias,c,a1,theta0,beta0,b0,w0,"
                                     "w_0,a_1,theta_0,beta_0,intercept_,θ0"},
             [STEP] = {.names = "step,epoch,iteration,iter,t", .optional = true},
             [LOSS] = {.names = "loss,mse,cost,error,j", .optional = true}},
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

/* Rows that are more than a step apart cannot be held against single updates. Where there are many
 * updates in an epoch, its number stays, and theirs may begin anew. */
static bool is_next_step(double before, double step, double first)
{
    return step - before == 1.0 || step == before || step == first || isnan(step) || isnan(before);
}

static bool check_steps(const table_data *table, dh_error *error)
{
    const double *step = table->column[STEP];
    for (size_t i = 1; step && i < table->n; i++)
        if (!is_next_step(step[i - 1], step[i], step[0]))
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
    const double *const read[] = {table->column[SLOPE], table->column[INTERCEPT],
                                  table->column[LOSS]};
    const int columns = read[2] ? 3 : 2;
    const size_t numbers = table->n * sizeof(double);
    if (!check_steps(table, error) || !check_rows(table, error))
        return NULL;
    model_trace *trace =
        malloc(sizeof *trace + (size_t)columns * numbers + bytes_of(table->origin) +
               bytes_of(place->path) + bytes_of(place->columns));
    if (!trace) {
        dh_fail_memory(error, "%s: not enough memory", table->origin);
        return NULL;
    }
    double *column[3] = {(double *)(void *)(trace + 1)};
    for (int i = 0; i < columns; i++) {
        column[i] = column[0] + (size_t)i * table->n;
        memcpy(column[i], read[i], numbers);
    }
    char *words = (char *)(column[0] + (size_t)columns * table->n);
    *trace = (model_trace){.holders = 1,
                           .rows = {table->n, column[0], column[1], column[2]},
                           .modified_ns = place->modified_ns};
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

static bool same_numbers(const double *a, const double *b, size_t count)
{
    return a && b ? memcmp(a, b, count * sizeof *a) == 0 : a == b;
}

bool trace_equal(const model_trace *a, const model_trace *b)
{
    if (a == b || !a || !b)
        return a == b;
    const size_t rows = a->rows.rows;
    return rows == b->rows.rows && a->modified_ns == b->modified_ns &&
           strcmp(a->origin, b->origin) == 0 && strcmp(a->path, b->path) == 0 &&
           strcmp(a->columns, b->columns) == 0 &&
           same_numbers(a->rows.slope, b->rows.slope, rows) &&
           same_numbers(a->rows.intercept, b->rows.intercept, rows) &&
           same_numbers(a->rows.loss, b->rows.loss, rows);
}

size_t trace_bytes(const model_trace *trace)
{
    const size_t columns = trace->rows.loss ? 3 : 2;
    return sizeof *trace + columns * trace->rows.rows * sizeof(double);
}
