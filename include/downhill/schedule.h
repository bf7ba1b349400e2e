/* The learning rate by step. A small value: its changes, if it has any, are a list that is
 * immutable once made and shared by all who hold it. A schedule is copied by assignment; who keeps
 * one longer than he was given it holds it, and drops it in the end. */
#ifndef DOWNHILL_SCHEDULE_H
#define DOWNHILL_SCHEDULE_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DH_RATE_CHANGES_MAX = 1000 };

/* From update `step` on the learning rate is `rate`. */
typedef struct dh_rate_change {
    size_t step; /* 1 or more */
    double rate; /* finite, 0 or more */
} dh_rate_change;

/* In order of their steps, no two at one. */
typedef struct dh_rate_changes {
    size_t holders;
    size_t count; /* 1 to DH_RATE_CHANGES_MAX */
    dh_rate_change change[];
} dh_rate_changes;

typedef struct dh_schedule {
    double first;           /* until the first change; finite, 0 or more */
    dh_rate_changes *later; /* NULL: it never changes */
} dh_schedule;

/* Makes a schedule with one holder, the caller. Fails, leaving it alone, when a rate is not finite
 * or below 0, when the steps do not grow, when there are too many or memory runs out. */
bool dh_schedule_make(dh_schedule *schedule, double first, const dh_rate_change *change,
                      size_t count, dh_error *error);

void dh_schedule_hold(const dh_schedule *schedule);
void dh_schedule_drop(const dh_schedule *schedule);

/* Whether it can be used. The error says what is wrong with it. */
bool dh_schedule_check(const dh_schedule *schedule, dh_error *error);

bool dh_schedule_equal(const dh_schedule *a, const dh_schedule *b);

/* How many changes there are, and one of them. */
size_t dh_schedule_changes(const dh_schedule *schedule);
dh_rate_change dh_schedule_change(const dh_schedule *schedule, size_t index);

/* The learning rate of update `step`. */
double dh_rate_at(const dh_schedule *schedule, size_t step);

/* The first update at which two schedules differ, SIZE_MAX if they do nowhere. */
size_t dh_rate_difference(const dh_schedule *a, const dh_schedule *b);

/* The learning rate of update `step` where the first rate is another and all later ones are changed
 * by the same factor; by none where the first was 0. */
double dh_rate_scaled_at(const dh_schedule *schedule, double first, size_t step);

/* Other schedules, each with one holder, the caller: with `rate` from update `step` on, up to the
 * next change if there is one; with one change at another step, between its neighbours; without one
 * change: what was before it goes on. They fail as dh_schedule_make does, leaving *made alone. */
bool dh_schedule_set_from(const dh_schedule *schedule, size_t step, double rate, dh_schedule *made,
                          dh_error *error);
bool dh_schedule_move(const dh_schedule *schedule, size_t index, size_t step, dh_schedule *made,
                      dh_error *error);
bool dh_schedule_remove(const dh_schedule *schedule, size_t index, dh_schedule *made,
                        dh_error *error);
bool dh_schedule_scale(const dh_schedule *schedule, double first, dh_schedule *made,
                       dh_error *error);
bool dh_schedule_lower(const dh_schedule *schedule, double limit, double better, dh_schedule *made,
                       dh_error *error);

#endif
