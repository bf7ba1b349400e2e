/* What rules leave to be found, as far as it has to be tried: the `vary` of check_rule. */
#ifndef ENGINE_CHECK_SETTINGS_H
#define ENGINE_CHECK_SETTINGS_H

#include "engine/check_walk.h"

typedef bool check_varier(check_walk *walk, const check_rule *rule, int variant,
                          check_setting *setting);

check_varier check_vary_no_x, check_vary_one_x; /* the x in the slope's gradient */
check_varier check_vary_scaling;                /* how x is scaled, and what the rows are */
check_varier check_vary_batch;                  /* the size of a mini-batch, */
check_varier check_vary_in_order;               /* of consecutive points */
check_varier check_vary_optimizer;              /* the settings and form of the rule's optimizer */
check_varier check_vary_ahead;                  /* momentum, for where the gradient is taken */
check_varier check_vary_preset;                 /* none of them: they are the presets */
check_varier check_vary_epoch;                  /* the rate of updates after every point */

/* Which of the optimizer's settings is epsilon; -1: none. */
int check_eps_of(const dh_recipe *recipe);

/* The gradient of all updates of an epoch, where it is taken after every point. */
check_graded check_per_epoch(check_walk *walk);

#endif
