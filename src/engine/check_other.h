/* What can be said of a trace that no rule explains. */
#ifndef ENGINE_CHECK_OTHER_H
#define ENGINE_CHECK_OTHER_H

#include "engine/check_walk.h"

/* The factor of the rule that is meant which comes nearest to all steps, in least squares. */
double check_nearest_factor(check_walk *walk, const check_setting *setting);

/* Whether the steps are in line with gradients of mini-batches: they scatter about those of the
 * rule that is meant, no further than gradients of single points do. */
bool check_scatters(check_walk *walk, const check_setting *setting);

/* The points that the steps are gradient descent over, if there are any. */
dh_implied check_implied_of(const check_walk *walk);

#endif
