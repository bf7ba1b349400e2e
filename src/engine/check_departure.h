/* Where a trace departs. */
#ifndef ENGINE_CHECK_DEPARTURE_H
#define ENGINE_CHECK_DEPARTURE_H

#include "engine/check_walk.h"

/* Looks for the first step that is not as it should be at this learning rate, which is a factor
 * where one was given. */
void check_find_departure(check_walk *walk, double factor, dh_departure *departure);

#endif
