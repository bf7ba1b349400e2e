/* The rules that may have made a run: the right one and the mistakes that people make. Each is a
 * line of the table in check_rules.c, and a function of a few lines that says what gradient it
 * takes. */
#ifndef ENGINE_CHECK_RULES_H
#define ENGINE_CHECK_RULES_H

#include "engine/check_walk.h"

/* The rules, the simpler ones first; the first is the one that is meant. NULL after the last. */
const check_rule *check_rule_at(int index);

/* Whether it goes through all points in every step. */
bool check_rule_sees_points(const check_rule *rule);

#endif
