/* The factor of the learning rate that a person may have meant. */
#ifndef ENGINE_CHECK_FACTOR_H
#define ENGINE_CHECK_FACTOR_H

#include "engine/check_walk.h"

#include <stdbool.h>

/* One of those that losses differ by, a power of ten, or the shortest number in the range, which is
 * not empty. What is as close to one of them as the arithmetic is fine is meant to be it. */
double check_factor_of(const check_walk *walk, dh_range factors, bool single);

/* Whether there is one that people may choose: such a one, or a number with few digits. */
bool check_factor_is_plain(const check_walk *walk, dh_range factors, bool single);

#endif
