#include "downhill/objective.h"

#include <assert.h>

dh_loss_words dh_loss_words_of(dh_loss_kind loss)
{
    static const dh_loss_words words[DH_LOSS_COUNT] = {
        [DH_LOSS_MEAN] = {.loss = "mean of the squared residuals",
                          .over_all = "mean of",
                          .over_batch = "mean over the batch of"},
        [DH_LOSS_HALF] = {.loss = "half the mean of the squared residuals",
                          .over_all = "half the mean of",
                          .over_batch = "half the mean over the batch of"},
        [DH_LOSS_SUM] = {.loss = "sum of the squared residuals",
                         .over_all = "sum of",
                         .over_batch = "sum over the batch of"},
    };
    assert(loss < DH_LOSS_COUNT);
    dh_loss_words of = words[loss];
    of.slope_part = "−2 × residual × x";
    of.intercept_part = "−2 × residual";
    return of;
}

dh_objective dh_objective_of(const dh_moments *moments, dh_loss_kind loss)
{
    const double factor = (double)moments->n / dh_loss_divisor(loss, moments->n);
    const dh_quadratic quadratic = dh_quadratic_of(moments, factor);
    return (dh_objective){
        .loss = loss,
        .minimum = {.at = quadratic.best,
                    .loss = quadratic.lowest,
                    .unique = !quadratic.degenerate},
        .quadratic = quadratic,
    };
}

dh_value dh_objective_at(const dh_objective *objective, dh_weights w)
{
    return dh_quadratic_at(&objective->quadratic, w);
}

double dh_objective_loss(const dh_objective *objective, dh_weights w)
{
    return dh_quadratic_loss(&objective->quadratic, w);
}

double dh_loss_of_point(dh_loss_kind loss, double x, double y, size_t n, dh_weights w)
{
    const double residual = y - (w.slope * x + w.intercept);
    return residual * residual / dh_loss_divisor(loss, n);
}

dh_weights dh_gradient_of_point(dh_loss_kind loss, double x, double y, size_t n, dh_weights w)
{
    const double residual = y - (w.slope * x + w.intercept);
    const double pull = -2.0 * residual / dh_loss_divisor(loss, n);
    return (dh_weights){pull * x, pull};
}

double dh_objective_curvature(const dh_objective *objective)
{
    return objective->quadratic.curvature_high;
}

const dh_quadratic *dh_objective_quadratic(const dh_objective *objective)
{
    return &objective->quadratic;
}

bool dh_objective_rates(const dh_objective *objective, const dh_optimizer *optimizer,
                        const double *value, dh_rates *rates)
{
    const dh_quadratic *quadratic = dh_objective_quadratic(objective);
    return quadratic && dh_rates_of(optimizer, value, quadratic, rates);
}
