/* The points behind a trace. */
#ifndef ENGINE_CHECK_IMPLIED_H
#define ENGINE_CHECK_IMPLIED_H

#include "engine/check_walk.h"

/* The points that the steps are gradient descent over, if there are any. */
dh_implied check_implied_of(const check_walk *walk);

#endif
