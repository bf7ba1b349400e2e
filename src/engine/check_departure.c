#include "engine/check_departure.h"

#include "engine/check_rules.h"
#include "engine/check_search.h"

#include <math.h>

static double ratio(double moved, double by)
{
    return by != 0.0 ? moved / by : (double)NAN;
}

static bool departs(double moved, double tolerance, double by, double error)
{
    return !(fabs(moved - by) <= tolerance + error);
}

void check_find_departure(check_walk *walk, double factor, dh_departure *departure)
{
    const check_setting usual = check_usual_setting(walk);
    check_step step;
    if (check_starts_elsewhere(walk)) {
        *departure = (dh_departure){.departs = true,
                                    .given = check_row(walk, 0),
                                    .here = walk->def->init,
                                    .ratio = {(double)NAN, (double)NAN}};
        return;
    }
    check_walk_begin(walk, check_rule_at(0), &usual);
    for (size_t t = 0; check_walk_next(walk, &step); t++) {
        const dh_weights now = check_row(walk, t), moved = step.moved;
        const dh_weights by = {factor * step.by.value.slope, factor * step.by.value.intercept};
        const bool slope =
            departs(moved.slope, step.tolerance.slope, by.slope, factor * step.by.error.slope);
        const bool intercept = departs(moved.intercept, step.tolerance.intercept, by.intercept,
                                       factor * step.by.error.intercept);
        if (!slope && !intercept)
            continue;
        *departure = (dh_departure){
            .departs = true,
            .step = t + 1,
            .intercept = !slope,
            .given = check_row(walk, t + 1),
            .here = {now.slope - by.slope, now.intercept - by.intercept},
            .ratio = {ratio(moved.slope, by.slope), ratio(moved.intercept, by.intercept)},
        };
        return;
    }
}
