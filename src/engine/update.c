#include "downhill/update.h"

#include "engine/work.h"

#include <math.h>

enum { POINTS_A_UNIT = 8, FAR_POINTS_A_UNIT = 2 }; /* of a batch that are gone through in 30 ns */

bool dh_update_see(const dh_problem *problem, dh_batches *batches, const dh_update_from *from,
                   dh_batch_sums *sums, size_t *work, dh_value *seen)
{
    dh_batch batch;
    if (!dh_batches_reach(batches, from->t, work, &batch))
        return false;
    dh_batch_sums summed = *sums;
    const size_t left = batch.count - summed.points;
    const size_t more = problem->n < WORK_POINTS_FAR ? work_share(left, POINTS_A_UNIT, work)
                                                     : work_share(left, FAR_POINTS_A_UNIT, work);
    dh_batch_sum(&summed, problem->input, problem->y, batch, more, from->weights);
    *sums = more < left ? summed : (dh_batch_sums){0};
    if (more == left)
        *seen = dh_batch_value(problem->def.loss, &summed);
    return more == left;
}

void dh_update_make(const dh_recipe *recipe, const dh_update_from *from, const dh_value *seen,
                    dh_update *update)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    dh_weight_update *slope = &update->slope, *intercept = &update->intercept;
    update->rate = slope->rate = intercept->rate = from->rate;
    update->gradient = seen->gradient;
    update->batch_loss = seen->loss;
    slope->value = intercept->value = recipe->value;
    slope->number = intercept->number = from->t + 1;
    slope->weight = from->weights.slope;
    slope->gradient = seen->gradient.slope;
    intercept->weight = from->weights.intercept;
    intercept->gradient = seen->gradient.intercept;
    slope->before = from->state;
    intercept->before = slope->before + optimizer->kept;
    update->next.slope = optimizer->update(slope);
    update->next.intercept = optimizer->update(intercept);
}

void dh_update_remember(const dh_recipe *recipe, const dh_update *update, double *state)
{
    const int kept = dh_optimizer_at(recipe->optimizer)->kept;
    for (int i = 0; i < kept; i++) {
        state[i] = update->slope.term[i];
        state[kept + i] = update->intercept.term[i];
    }
    if (recipe->mistake > 0) {
        state[2 * kept] = update->sum.slope;
        state[2 * kept + 1] = update->sum.intercept;
    }
}

bool dh_update_is_finite(dh_weights weights, double loss)
{
    return isfinite(weights.slope) && isfinite(weights.intercept) && isfinite(loss);
}
