/* A rule of the check as the mistake that it is when it is run forward. */
#ifndef ENGINE_MISTAKEN_H
#define ENGINE_MISTAKEN_H

#include "engine/check_rules.h"

/* The mistake that makes what a rule with this setting does, 0 for none. */
int mistaken_as(const dh_problem *problem, const check_rule *rule, const check_setting *setting);

#endif
