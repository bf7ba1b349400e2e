#include "downhill/run.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

dh_run_def dh_run_default(void)
{
    return (dh_run_def){
        .init = {.slope = -1.0, .intercept = 1.0},
        .steps = 100,
        .recipe = dh_recipe_default(),
    };
}

bool dh_run_same_given(const dh_trace *a, const dh_trace *b)
{
    return a->rows == b->rows && (a->rows == 0 || a->slope == b->slope);
}

/* The weights at step 0. */
static dh_weights start_of(const dh_run_def *def)
{
    return def->given.rows > 0 ? dh_trace_row(&def->given, 0) : def->init;
}

static bool check_mistake(const dh_recipe *recipe, dh_error *error)
{
    if (recipe->mistake < 0 || recipe->mistake >= dh_mistake_count())
        return dh_fail(error, "there is no such mistake");
    return recipe->mistake == 0 || recipe->batch == 0 ||
           dh_fail(error, "a mistake is shown with all points: batch must be 0");
}

bool dh_run_check(const dh_run_def *def, const dh_problem *problem, dh_error *error)
{
    assert(problem->version > 0);
    if (def->steps < 1 || def->steps > DH_STEPS_MAX)
        return dh_fail(error, "the number of steps must be 1 to %d", DH_STEPS_MAX);
    const dh_weights start = start_of(def);
    if (!(fabs(start.slope) <= DH_WEIGHT_LIMIT) || !(fabs(start.intercept) <= DH_WEIGHT_LIMIT))
        return dh_fail(error, "the initial weights must be within %g", DH_WEIGHT_LIMIT);
    if (!dh_recipe_check(&def->recipe, error) || !check_mistake(&def->recipe, error))
        return false;
    if (!isfinite(dh_objective_loss(&problem->objective, start)))
        return dh_fail(error, "the loss at the initial weights is too large to be a number");
    return true;
}

/* Doubles of state in a row. */
static size_t state_size(const dh_recipe *recipe)
{
    return 2 * (size_t)dh_optimizer_at(recipe->optimizer)->kept +
           (recipe->mistake > 0 ? DH_MISTAKE_KEPT : 0);
}

static bool sees_part(const dh_recipe *recipe, const dh_problem *problem)
{
    return dh_recipe_batch(recipe, problem->n) < problem->n;
}

/* Doubles in what row, state and seen share, one after the other. */
static size_t memory_size(const dh_recipe *recipe, size_t rows, const dh_problem *problem)
{
    const size_t of_row = sizeof(dh_row) / sizeof(double);
    const size_t of_seen = sees_part(recipe, problem) ? sizeof(dh_value) / sizeof(double) : 0;
    return rows * (of_row + state_size(recipe) + of_seen);
}

static void share_memory(dh_run *run, const dh_recipe *recipe, size_t rows,
                         const dh_problem *problem)
{
    run->state = (double *)(run->row + rows);
    double *rest = run->state + rows * state_size(recipe);
    run->seen = sees_part(recipe, problem) ? (dh_value *)(void *)rest : NULL;
}

/* How many rows the memory has been shared out for. */
static size_t rows_shared(const dh_run *run)
{
    return (size_t)(run->state - (const double *)run->row) / (sizeof(dh_row) / sizeof(double));
}

/* Takes all the memory that the run needs. Fails leaving run as it was. */
static bool reserve(dh_run *run, const dh_run_def *def, const dh_problem *problem, dh_error *error)
{
    const size_t rows = def->steps + 1, wanted = memory_size(&def->recipe, rows, problem);
    dh_row *row = run->row;
    if (wanted > run->capacity)
        row = malloc(wanted * sizeof(double));
    if (!row)
        return dh_fail_memory(error, "not enough memory for %zu steps", def->steps);
    if (sees_part(&def->recipe, problem) &&
        !dh_batches_begin(&run->batches, problem->n, def->recipe.batch, &problem->after)) {
        if (row != run->row)
            free(row);
        return dh_fail_memory(error, "not enough memory for mini-batches of %zu points",
                              problem->n);
    }
    if (row != run->row) {
        free(run->row);
        run->row = row;
        run->capacity = wanted;
    }
    share_memory(run, &def->recipe, rows, problem);
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
        run->near_from = run->first_rise = DH_NEVER;
    }
    if (run->first_rise == DH_NEVER && run->known > 0 && loss > run->row[run->known - 1].loss)
        run->first_rise = run->known;
    run->near_from =
        dh_near_from(run->near_from, run->known, loss, run->problem->objective.minimum.loss);
    run->loss = widened(run->loss, loss);
    run->batch_losses = widened(run->batch_losses, loss);
    if (run->seen && run->known > 0)
        run->batch_losses = widened(run->batch_losses, run->seen[run->known - 1].loss);
    run->known++;
}

/* Takes another recipe, held, in place of its own. */
static void take_recipe(dh_run *run, const dh_recipe *recipe)
{
    dh_recipe_hold(recipe);
    dh_recipe_drop(&run->recipe);
    run->recipe = *recipe;
}

bool dh_run_start(dh_run *run, const dh_run_def *def, const dh_problem *problem, dh_error *error)
{
    if (!dh_run_check(def, problem, error) || !reserve(run, def, problem, error))
        return false;
    const dh_weights start = start_of(def);
    const double loss = dh_objective_loss(&problem->objective, start);
    take_recipe(run, &def->recipe);
    run->steps = def->steps;
    run->problem = problem;
    run->given = def->given;
    run->open = dh_mistake_begin(problem, def->recipe.mistake);
    run->known = run->seen_known = 0;
    run->sums = (dh_batch_sums){0};
    run->diverged = false;
    memset(run->state, 0, state_size(&run->recipe) * sizeof *run->state);
    run->row[0] = (dh_row){.weights = start, .loss = loss};
    count_row(run);
    return true;
}

/* Takes over all rows that are known of another run after the same recipe. */
static void copy_known(dh_run *run, const dh_run *from)
{
    memcpy(run->row, from->row, from->known * sizeof *run->row);
    memcpy(run->state, from->state, from->known * state_size(&run->recipe) * sizeof *run->state);
    if (run->seen)
        memcpy(run->seen, from->seen, from->seen_known * sizeof *run->seen);
}

bool dh_run_copy(dh_run *run, const dh_run *from, dh_error *error)
{
    const dh_run_def def = {.init = from->row[0].weights,
                            .steps = from->steps,
                            .recipe = from->recipe,
                            .given = from->given};
    if (!dh_run_start(run, &def, from->problem, error))
        return false;
    copy_known(run, from);
    run->known = from->known;
    run->seen_known = from->seen_known;
    run->loss = from->loss;
    run->batch_losses = from->batch_losses;
    run->near_from = from->near_from;
    run->first_rise = from->first_rise;
    run->diverged = from->diverged;
    return true;
}

/* Forgets the rows from this one on, which is known. */
static void forget_from(dh_run *run, size_t row)
{
    run->diverged = false;
    for (run->known = 0; run->known < row;)
        count_row(run);
    if (run->seen_known > run->known)
        run->seen_known = run->known;
    run->sums = (dh_batch_sums){0};
}

void dh_run_reschedule(dh_run *run, const dh_schedule *schedule)
{
    const size_t same = dh_rate_difference(&run->recipe.rate, schedule);
    dh_recipe recipe = run->recipe;
    recipe.rate = *schedule;
    take_recipe(run, &recipe);
    if (same < run->known)
        forget_from(run, same + 1);
}

/* Memory for so many rows, and all that is known of them in it. */
static bool make_room(dh_run *run, size_t rows, dh_error *error)
{
    const dh_run old = *run;
    const size_t wanted = memory_size(&run->recipe, rows, run->problem);
    dh_row *row = malloc(wanted * sizeof(double));
    if (!row)
        return dh_fail_memory(error, "not enough memory for %zu steps", rows - 1);
    run->row = row;
    run->capacity = wanted;
    share_memory(run, &run->recipe, rows, run->problem);
    copy_known(run, &old);
    free(old.row);
    return true;
}

bool dh_run_resize(dh_run *run, size_t steps, dh_error *error)
{
    const size_t rows = steps + 1;
    assert(run->known > 0 && steps >= 1 && steps <= DH_STEPS_MAX);
    if (rows > rows_shared(run) && !make_room(run, rows, error))
        return false;
    run->steps = steps;
    if (run->known > rows)
        forget_from(run, rows);
    else if (run->known == rows)
        run->diverged = false; /* what came next is no longer asked for */
    return true;
}

const double *dh_run_state(const dh_run *run, size_t t)
{
    assert(t < run->known);
    return run->state + t * state_size(&run->recipe);
}

/* Where update t begins. */
static dh_update_from place_of(const dh_run *run, size_t t)
{
    return (dh_update_from){.t = t,
                            .rate = dh_rate_at(&run->recipe.rate, t),
                            .weights = run->row[t].weights,
                            .state = dh_run_state(run, t)};
}

/* Goes on with what the update from the last known row sees. Returns whether it is known. */
static bool see(dh_run *run, size_t *work)
{
    const size_t t = run->known - 1;
    if (dh_run_update_known(run, t))
        return true;
    const dh_update_from from = place_of(run, t);
    if (!dh_update_see(run->problem, &run->batches, &from, &run->sums, work, &run->seen[t]))
        return false;
    run->seen_known++;
    return true;
}

/* Makes an update from loss and gradient over the points that it sees. */
static void make_update(const dh_run *run, const dh_update_from *from, const dh_value *seen,
                        dh_update *update)
{
    if (run->recipe.mistake > 0)
        dh_mistake_update(run->problem, &run->recipe, &run->open, from, update);
    else
        dh_update_make(&run->recipe, from, seen, update);
}

/* The weights after an update. */
static dh_weights next_of(const dh_run *run, const dh_update *update)
{
    return run->given.rows > 0 ? dh_trace_row(&run->given, run->known) : update->next;
}

/* Makes up to `updates` updates in about so much work. Loss and gradient at a row serve twice: for
 * the row, and for the update that begins there. */
static void go_on(dh_run *run, size_t updates, size_t work)
{
    const dh_optimizer *optimizer = dh_optimizer_at(run->recipe.optimizer);
    assert(run->known > 0);
    const dh_objective *objective = &run->problem->objective;
    const size_t cost =
        1 + (size_t)optimizer->terms + dh_mistake_work(run->problem, run->recipe.mistake);
    dh_value full = dh_objective_at(objective, run->row[run->known - 1].weights);
    dh_update update;
    for (; updates > 0 && work > 0 && !dh_run_complete(run); updates--) {
        const size_t t = run->known - 1;
        if (run->seen && !see(run, &work))
            return;
        const dh_update_from from = place_of(run, t);
        make_update(run, &from, run->seen ? &run->seen[t] : &full, &update);
        const dh_weights next = next_of(run, &update);
        full = dh_objective_at(objective, next);
        if (!dh_update_is_finite(next, full.loss)) {
            run->diverged = true;
            return;
        }
        dh_update_remember(&run->recipe, &update, run->state + (t + 1) * state_size(&run->recipe));
        run->row[t + 1] = (dh_row){.weights = next, .loss = full.loss};
        count_row(run);
        work -= cost < work ? cost : work;
    }
    if (run->seen && dh_run_complete(run))
        see(run, &work);
}

bool dh_run_advance(dh_run *run, size_t updates)
{
    go_on(run, updates, SIZE_MAX);
    return dh_run_complete(run);
}

void dh_run_spend(dh_run *run, size_t work)
{
    go_on(run, SIZE_MAX, work > 0 ? work : 1);
}

size_t dh_run_near_from(const dh_run *run)
{
    return run->diverged ? DH_NEVER : run->near_from;
}

bool dh_run_complete(const dh_run *run)
{
    return run->diverged || run->known == run->steps + 1 ||
           (run->given.rows > 0 && run->known == run->given.rows);
}

bool dh_run_settled(const dh_run *run)
{
    return dh_run_complete(run) && dh_run_update_known(run, run->known - 1);
}

void dh_run_free(dh_run *run)
{
    free(run->row);
    dh_batches_free(&run->batches);
    dh_recipe_drop(&run->recipe);
    *run = (dh_run){0};
}

bool dh_run_batch(dh_run *run, size_t t, size_t most, size_t *work, dh_batch *batch)
{
    *batch = (dh_batch){.point = NULL, .count = run->problem->n};
    return !run->seen || dh_batches_visit(&run->batches, t, most, work, batch);
}

bool dh_run_has_batches(const dh_run *run)
{
    return run->seen != NULL;
}

bool dh_run_update_known(const dh_run *run, size_t t)
{
    return t < (run->seen ? run->seen_known : run->known);
}

dh_update dh_run_update(const dh_run *run, size_t t)
{
    assert(dh_run_update_known(run, t));
    const dh_value full = dh_objective_at(&run->problem->objective, run->row[t].weights);
    dh_update update = {.full = full.gradient};
    const dh_update_from from = place_of(run, t);
    make_update(run, &from, run->seen ? &run->seen[t] : &full, &update);
    return update;
}
