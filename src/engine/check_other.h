/* What can be said of a trace that no rule explains. */
#ifndef ENGINE_CHECK_OTHER_H
#define ENGINE_CHECK_OTHER_H

#include "engine/check_walk.h"

/* The factor of the rule that is meant which comes nearest to all steps, in least squares. */
double check_nearest_factor(check_walk *walk, const check_setting *setting);

/* Whether every step is along what the rule that is meant has, but not all by the same factor: the
 * least and the highest. */
bool check_varies(check_walk *walk, const check_setting *setting, dh_range *factors);

/* Whether the steps are in line with gradients of mini-batches: they scatter about those of the
 * rule that is meant, with the factor that comes nearest, no further than gradients of single
 * points do. */
bool check_scatters(check_walk *walk, const check_setting *setting, double factor);

#endif
