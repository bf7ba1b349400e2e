#include "downhill/run.h"

#include <math.h>
#include <stdlib.h>

dh_config dh_config_default(void)
{
    return (dh_config){
        .data = dh_data_default(),
        .init = {.slope = -1.0, .intercept = 1.0},
        .learning_rate = 0.1,
        .steps = 100,
    };
}

static bool check(const dh_config *config, dh_error *error)
{
    if (config->steps < 1 || config->steps > DH_STEPS_MAX)
        return dh_fail(error, "the number of steps must be 1 to %d", DH_STEPS_MAX);
    if (!(config->learning_rate >= 0.0) || !isfinite(config->learning_rate))
        return dh_fail(error, "the learning rate must be 0 or more");
    if (!(fabs(config->init.slope) <= DH_WEIGHT_LIMIT) ||
        !(fabs(config->init.intercept) <= DH_WEIGHT_LIMIT))
        return dh_fail(error, "the initial weights must be within %g", DH_WEIGHT_LIMIT);
    return true;
}

bool dh_run_start(dh_run *run, const dh_config *config, const dh_quadratic *quadratic,
                  dh_error *error)
{
    if (!check(config, error))
        return false;
    const size_t rows = config->steps + 1;
    if (rows > run->capacity) {
        dh_step *row = malloc(rows * sizeof *row);
        if (!row)
            return dh_fail(error, "not enough memory for %zu steps", config->steps);
        free(run->row);
        run->row = row;
        run->capacity = rows;
    }
    run->quadratic = *quadratic;
    run->learning_rate = config->learning_rate;
    run->steps = config->steps;
    run->row[0] = (dh_step){.weights = config->init, .loss = dh_loss(quadratic, config->init)};
    run->loss = (dh_range){run->row[0].loss, run->row[0].loss};
    run->known = 1;
    run->diverged = false;
    return true;
}

bool dh_run_advance(dh_run *run, size_t updates)
{
    const dh_quadratic quadratic = run->quadratic;
    const double rate = run->learning_rate;
    dh_weights w = run->row[run->known - 1].weights;
    for (; updates > 0 && !dh_run_complete(run); updates--) {
        const dh_weights gradient = dh_gradient(&quadratic, w);
        w.slope -= rate * gradient.slope;
        w.intercept -= rate * gradient.intercept;
        const double loss = dh_loss(&quadratic, w);
        if (!isfinite(w.slope) || !isfinite(w.intercept) || !isfinite(loss)) {
            run->diverged = true;
            break;
        }
        run->row[run->known++] = (dh_step){.weights = w, .loss = loss};
        run->loss.low = loss < run->loss.low ? loss : run->loss.low;
        run->loss.high = loss > run->loss.high ? loss : run->loss.high;
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
    *run = (dh_run){0};
}
