#include "model/check_here.h"

#include "downhill/batch_sums.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

bool check_loss_find(const dh_problem *problem, double factor, check_loss *found)
{
    const double n = (double)problem->n;
    const double times = factor * n / dh_loss_divisor(problem->def.loss, problem->n);
    const check_loss losses[] = {
        {1.0, "the mean of the squares", "the mean", "the mean", "mean", DH_LOSS_MEAN},
        {0.5, "half the mean of the squares (the factor 2 is missing, or your loss is 1/2m)",
         "half the mean (the factor 2 is missing)", "half the mean", "half", DH_LOSS_HALF},
        {n, "the sum of the squares (not divided by the number of points)",
         "the sum (not divided by the number of points)", "the sum", "sum", DH_LOSS_SUM},
        {0.5 * n,
         "half the sum of the squares (the factor 2 is missing, and it is not divided by the "
         "number of points)",
         "half the sum of the squares", "half the sum", NULL, DH_LOSS_SUM},
    };
    for (size_t i = 0; factor != 1.0 && i < sizeof losses / sizeof *losses; i++)
        if (fabs(times / losses[i].times - 1.0) < 1e-12) {
            *found = losses[i];
            return true;
        }
    return false;
}

bool check_standardizes(const dh_problem *problem, const dh_verdict *verdict)
{
    return verdict->as_here && !problem->def.standardize &&
           strcmp(verdict->name, "scaled-x") == 0 &&
           dh_scaling_same(verdict->scaling, dh_scaling_of(&problem->moments));
}
