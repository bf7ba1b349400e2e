/* How to train: the optimizer and its settings, the batch size, the learning rate; and a mistake
 * that is made, if any. */
#ifndef DOWNHILL_RECIPE_H
#define DOWNHILL_RECIPE_H

#include "downhill/error.h"
#include "downhill/optimizer.h"
#include "downhill/schedule.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct dh_recipe {
    int optimizer;                 /* as for dh_optimizer_at */
    double value[DH_SETTINGS_MAX]; /* of the optimizer's settings, in their order; others are 0 */
    size_t batch;                  /* points in a mini-batch; 0: every update sees all points */
    int mistake; /* as for dh_mistake_name, 0: none; with one, every update sees all points */
    dh_schedule rate;
} dh_recipe;

/* The notebook's: gradient descent with all points, learning rate 0.1. */
dh_recipe dh_recipe_default(void);

/* Takes another optimizer, with its settings at their presets. */
void dh_recipe_set_optimizer(dh_recipe *recipe, int optimizer);

/* A recipe is copied by assignment; who keeps one longer than he was given it holds it, and drops
 * it in the end. */
void dh_recipe_hold(const dh_recipe *recipe);
void dh_recipe_drop(const dh_recipe *recipe);

bool dh_recipe_equal(const dh_recipe *a, const dh_recipe *b);

/* Whether two recipes have the optimizer and its settings in common; all but the learning rate. */
bool dh_recipe_same_optimizer(const dh_recipe *a, const dh_recipe *b);
bool dh_recipe_same_but_rate(const dh_recipe *a, const dh_recipe *b);

/* Whether the recipe can be run. The error says what is wrong with it. */
bool dh_recipe_check(const dh_recipe *recipe, dh_error *error);

/* How many of `points` an update sees: the mini-batch, the last of an epoch aside, or all. */
size_t dh_recipe_batch(const dh_recipe *recipe, size_t points);

#endif
