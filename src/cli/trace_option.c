#include "cli/trace_option.h"

#include <math.h>

enum { SLICE_BYTES = 1 << 20, WAITING_MS = 100 };

/* Columns of a run. */
enum { SLOPE, INTERCEPT, STEP, LOSS, COLUMNS };

static table_request request_of(const cli_options *options)
{
    return (table_request){
        .wish = {[SLOPE] = {.names = "slope,m,w,w1,a,a0,theta1,coef,weight,"
                                     "beta1,b1,w_1,a_0,theta_1,beta_1,coef_,θ1"},
                 [INTERCEPT] = {.names = "intercept,b,bias,c,a1,theta0,beta0,b0,w0,"
                                         "w_0,a_1,theta_0,beta_0,intercept_,θ0"},
                 [STEP] = {.names = "step,epoch,iteration,iter,t", .optional = true},
                 [LOSS] = {.names = "loss,mse,cost,error,j", .optional = true}},
        .count = COLUMNS,
        .columns = options->check_columns,
        .limit = HUGE_VAL,
        .rows_max = DH_TRACE_ROWS_MAX,
        .gaps = true,
    };
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

static bool read_all(table_reader *reader, dh_error *error)
{
    table_state state;
    while ((state = table_advance(reader, SLICE_BYTES, error)) == TABLE_MORE ||
           state == TABLE_WAITING)
        if (state == TABLE_WAITING)
            table_wait(reader, WAITING_MS);
    return state == TABLE_DONE && check_steps(table_of(reader), error);
}

bool trace_option_take(cli_options *options, dh_error *error)
{
    if (options->action != OPTIONS_CHECK)
        return true;
    const table_request request = request_of(options);
    options->trace = table_open(options->check, &request, error);
    return options->trace && read_all(options->trace, error);
}

dh_trace trace_option_read(const cli_options *options)
{
    const table_data *table = table_of(options->trace);
    return (dh_trace){.rows = table->n,
                      .slope = table->column[SLOPE],
                      .intercept = table->column[INTERCEPT],
                      .loss = table->column[LOSS]};
}
