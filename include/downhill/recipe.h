/* How to train: the optimizer and its settings, the batch size, the learning rate. A plain value.
 */
#ifndef DOWNHILL_RECIPE_H
#define DOWNHILL_RECIPE_H

#include "downhill/error.h"
#include "downhill/optimizer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DH_RATE_CHANGES_MAX = 1000 };

/* From update `step` on the learning rate is `rate`. */
typedef struct dh_rate_change {
    size_t step; /* 1 or more */
    double rate; /* finite, 0 or more */
} dh_rate_change;

/* The learning rate by step: `first` until the first change. */
typedef struct dh_schedule {
    double first;   /* finite, 0 or more */
    size_t changes; /* how many of `change` count, in order of their steps, no two at one */
    dh_rate_change change[DH_RATE_CHANGES_MAX];
} dh_schedule;

typedef struct dh_recipe {
    int optimizer;                 /* as for dh_optimizer_at */
    double value[DH_SETTINGS_MAX]; /* of the optimizer's settings, in their order; others are 0 */
    size_t batch;                  /* points in a mini-batch; 0: every update sees all points */
    dh_schedule rate;
} dh_recipe;

/* The notebook's: gradient descent with all points, learning rate 0.1. */
dh_recipe dh_recipe_default(void);

/* Takes another optimizer, with its settings at their presets. */
void dh_recipe_set_optimizer(dh_recipe *recipe, int optimizer);

/* Copies and compares only those changes of the rate that count. */
void dh_recipe_copy(dh_recipe *to, const dh_recipe *from);
bool dh_recipe_equal(const dh_recipe *a, const dh_recipe *b);
bool dh_schedule_equal(const dh_schedule *a, const dh_schedule *b);

/* Whether the recipe can be run. The error says what is wrong with it. */
bool dh_recipe_check(const dh_recipe *recipe, dh_error *error);

/* How many of `points` an update sees: the mini-batch, the last of an epoch aside, or all. */
size_t dh_recipe_batch(const dh_recipe *recipe, size_t points);

/* The learning rate of update `step`. */
double dh_rate_at(const dh_schedule *schedule, size_t step);

/* The first update at which two schedules differ, SIZE_MAX if they do nowhere. */
size_t dh_rate_difference(const dh_schedule *a, const dh_schedule *b);

/* Whether two recipes have all but the learning rate in common. */
bool dh_recipe_same_but_rate(const dh_recipe *a, const dh_recipe *b);

/* Makes `rate` the learning rate from update `step` on, up to the next change if there is one.
 * False when there are DH_RATE_CHANGES_MAX already. */
bool dh_rate_set_from(dh_schedule *schedule, size_t step, double rate);

/* Drops a change: what was before it goes on. */
void dh_rate_remove(dh_schedule *schedule, size_t index);

#endif
