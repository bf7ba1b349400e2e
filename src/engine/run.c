#include "downhill/run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

dh_config dh_config_default(void)
{
    return (dh_config){
        .data = dh_data_default(),
        .init = {.slope = -1.0, .intercept = 1.0},
        .steps = 100,
        .recipe = dh_recipe_default(),
    };
}

static bool check(const dh_config *config, dh_error *error)
{
    if (config->steps < 1 || config->steps > DH_STEPS_MAX)
        return dh_fail(error, "the number of steps must be 1 to %d", DH_STEPS_MAX);
    if (!(fabs(config->init.slope) <= DH_WEIGHT_LIMIT) ||
        !(fabs(config->init.intercept) <= DH_WEIGHT_LIMIT))
        return dh_fail(error, "the initial weights must be within %g", DH_WEIGHT_LIMIT);
    return dh_recipe_check(&config->recipe, error);
}

/* Doubles of state in a row. */
static size_t state_size(const dh_recipe *recipe)
{
    return 2 * (size_t)dh_optimizer_at(recipe->optimizer)->kept;
}

/* Doubles in what row, state and batch_loss share, one after the other. */
static size_t memory_size(const dh_config *config)
{
    const size_t of_row = sizeof(dh_step) / sizeof(double);
    const size_t of_batch_loss = config->recipe.batch > 0 ? 1 : 0;
    return (config->steps + 1) * (of_row + state_size(&config->recipe) + of_batch_loss);
}

static void share_memory(dh_run *run, const dh_config *config)
{
    const size_t rows = config->steps + 1;
    run->state = (double *)(run->row + rows);
    run->batch_loss =
        config->recipe.batch > 0 ? run->state + rows * state_size(&config->recipe) : NULL;
}

/* Takes all the memory that the run of config needs. Fails leaving run as it was. */
static bool reserve(dh_run *run, const dh_config *config, const dh_data *data, dh_error *error)
{
    const size_t wanted = memory_size(config);
    dh_step *row = run->row;
    if (wanted > run->capacity)
        row = malloc(wanted * sizeof(double));
    if (!row)
        return dh_fail(error, "not enough memory for %zu steps", config->steps);
    const size_t batch = config->recipe.batch;
    if (batch > 0 && !dh_batches_begin(&run->batches, data->n, batch, &data->after)) {
        if (row != run->row)
            free(row);
        return dh_fail(error, "not enough memory for mini-batches of %zu points", data->n);
    }
    if (row != run->row) {
        free(run->row);
        run->row = row;
        run->capacity = wanted;
    }
    share_memory(run, config);
    return true;
}

static dh_range widened(dh_range range, double value)
{
    return (dh_range){value < range.low ? value : range.low,
                      value > range.high ? value : range.high};
}

/* Takes the next row, which is in its place, as known. */
static void count_row(dh_run *run)
{
    const double loss = run->row[run->known].loss;
    if (run->known == 0) {
        run->loss = run->batch_losses = (dh_range){loss, loss};
        run->near_lowest = DH_NEVER;
    }
    if (run->near_lowest == DH_NEVER && loss <= DH_NEAR_LOWEST * run->quadratic.lowest_loss)
        run->near_lowest = run->known;
    run->loss = widened(run->loss, loss);
    run->batch_losses = widened(run->batch_losses, loss);
    if (run->batch_loss && run->known > 0)
        run->batch_losses = widened(run->batch_losses, run->batch_loss[run->known - 1]);
    run->known++;
}

bool dh_run_start(dh_run *run, const dh_config *config, const dh_data *data,
                  const dh_quadratic *quadratic, dh_error *error)
{
    if (!check(config, error) || !reserve(run, config, data, error))
        return false;
    dh_recipe_copy(&run->recipe, &config->recipe);
    run->steps = config->steps;
    run->quadratic = *quadratic;
    run->data = data;
    run->known = 0;
    run->diverged = false;
    memset(run->state, 0, state_size(&run->recipe) * sizeof *run->state);
    run->row[0] = (dh_step){.weights = config->init, .loss = dh_loss(quadratic, config->init)};
    count_row(run);
    return true;
}

void dh_run_reschedule(dh_run *run, const dh_schedule *schedule)
{
    const size_t same = dh_rate_difference(&run->recipe.rate, schedule);
    run->recipe.rate = *schedule;
    if (same >= run->known)
        return;
    run->diverged = false;
    for (run->known = 0; run->known <= same;)
        count_row(run);
}

/* Mean squared error over a batch, and its gradient. */
static dh_weights batch_gradient(const dh_data *data, dh_batch batch, dh_weights w, double *loss)
{
    const double n = (double)batch.count;
    double sum_r = 0.0, sum_rx = 0.0, sum_rr = 0.0;
    for (size_t i = 0; i < batch.count; i++) {
        const size_t point = batch.point ? batch.point[i] : i;
        const double x = data->x[point];
        const double residual = data->y[point] - (w.slope * x + w.intercept);
        sum_r += residual;
        sum_rx += residual * x;
        sum_rr += residual * residual;
    }
    *loss = sum_rr / n;
    return (dh_weights){.slope = -2.0 * sum_rx / n, .intercept = -2.0 * sum_r / n};
}

/* What update t is made from, and the loss over the same points. `batch` is its mini-batch, if the
 * run has such. */
static dh_weights gradient_of(const dh_run *run, size_t t, const dh_batch *batch, double *loss)
{
    const dh_step row = run->row[t];
    if (run->recipe.batch > 0)
        return batch_gradient(run->data, *batch, row.weights, loss);
    *loss = row.loss;
    return dh_gradient(&run->quadratic, row.weights);
}

/* One weight's part of update t; `state` is what the optimizer remembers of it. Returns the weight
 * after it. */
static double update_weight(const dh_run *run, const dh_optimizer *optimizer, size_t t, double rate,
                            double weight, double gradient, const double *state,
                            dh_weight_update *u)
{
    u->value = run->recipe.value;
    u->number = t + 1;
    u->weight = weight;
    u->gradient = gradient + run->recipe.value[optimizer->weight_decay] * weight;
    for (int i = 0; i < optimizer->kept; i++)
        u->term[i] = state[i];
    optimizer->update(u);
    return weight - rate * u->numerator / u->denominator;
}

const double *dh_run_state(const dh_run *run, size_t t)
{
    return run->state + t * state_size(&run->recipe);
}

/* Update t with this learning rate, all but `full`. */
static void make_update(const dh_run *run, const dh_optimizer *optimizer, size_t t, double rate,
                        const dh_batch *batch, dh_update *update)
{
    const dh_weights w = run->row[t].weights;
    const double *state = dh_run_state(run, t);
    update->rate = rate;
    update->gradient = gradient_of(run, t, batch, &update->batch_loss);
    update->next.slope = update_weight(run, optimizer, t, rate, w.slope, update->gradient.slope,
                                       state, &update->slope);
    update->next.intercept =
        update_weight(run, optimizer, t, rate, w.intercept, update->gradient.intercept,
                      state + optimizer->kept, &update->intercept);
}

static void keep_state(dh_run *run, const dh_optimizer *optimizer, size_t t,
                       const dh_update *update)
{
    double *state = run->state + t * state_size(&run->recipe);
    for (int i = 0; i < optimizer->kept; i++) {
        state[i] = update->slope.term[i];
        state[optimizer->kept + i] = update->intercept.term[i];
    }
}

bool dh_run_advance(dh_run *run, size_t updates)
{
    const dh_optimizer *optimizer = dh_optimizer_at(run->recipe.optimizer);
    dh_update update;
    for (; updates > 0 && !dh_run_complete(run); updates--) {
        const size_t t = run->known - 1;
        dh_batch batch = {0};
        if (run->recipe.batch > 0)
            batch = dh_batches_at(&run->batches, t);
        make_update(run, optimizer, t, dh_rate_at(&run->recipe.rate, t), &batch, &update);
        const double loss = dh_loss(&run->quadratic, update.next);
        if (!isfinite(update.next.slope) || !isfinite(update.next.intercept) || !isfinite(loss)) {
            run->diverged = true;
            break;
        }
        if (run->batch_loss)
            run->batch_loss[t] = update.batch_loss;
        keep_state(run, optimizer, t + 1, &update);
        run->row[t + 1] = (dh_step){.weights = update.next, .loss = loss};
        count_row(run);
    }
    return dh_run_complete(run);
}

bool dh_run_complete(const dh_run *run)
{
    return run->diverged || run->known == run->steps + 1;
}

void dh_run_free(dh_run *run)
{
    free(run->row);
    dh_batches_free(&run->batches);
    *run = (dh_run){0};
}

dh_batch dh_run_batch(dh_run *run, size_t t)
{
    if (run->recipe.batch == 0)
        return (dh_batch){.point = NULL, .count = run->data->n};
    return dh_batches_look(&run->batches, t);
}

bool dh_run_has_batches(const dh_run *run)
{
    return dh_recipe_batch(&run->recipe, run->data->n) < run->data->n;
}

dh_update dh_run_update(dh_run *run, size_t t)
{
    dh_update update = {.full = dh_gradient(&run->quadratic, run->row[t].weights)};
    const dh_batch batch = dh_run_batch(run, t);
    make_update(run, dh_optimizer_at(run->recipe.optimizer), t, dh_rate_at(&run->recipe.rate, t),
                &batch, &update);
    return update;
}
