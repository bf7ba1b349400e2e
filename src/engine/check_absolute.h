/* The gradient of the mean absolute residual. */
#ifndef ENGINE_CHECK_ABSOLUTE_H
#define ENGINE_CHECK_ABSOLUTE_H

#include "engine/check_walk.h"

check_graded check_absolute(check_walk *walk);

#endif
