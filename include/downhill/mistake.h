/* Mistakes that people make when they write gradient descent: the rules that dh_check tells from
 * one another, run forward. A run that makes one is a run like any other, but for the gradient
 * that its updates are made from. */
#ifndef DOWNHILL_MISTAKE_H
#define DOWNHILL_MISTAKE_H

#include "downhill/recipe.h"
#include "downhill/update.h"

#include <stdbool.h>

enum { DH_MISTAKE_KEPT = 2 /* numbers that a run with a mistake keeps of each step besides */ };

/* What a mistake leaves open, as it is made here. */
typedef struct dh_mistake_open {
    double x; /* one point's */
    dh_scaling scaling, of_y;
    bool of_lines; /* the weights are a line over x as it is */
} dh_mistake_open;

/* How many there are, with 0, which is none. */
int dh_mistake_count(void);

/* The verdict that such a run gets, "accumulated", or "none"; what it is called, "without setting
 * gradients to zero". */
const char *dh_mistake_name(int mistake);
const char *dh_mistake_label(int mistake);

/* The mistake of this name, -1 for none that there is. */
int dh_mistake_find(const char *name);

/* What a mistake leaves open is taken as the check tries it first: one point's x is the first's. It
 * is found out once, going through all points. */
dh_mistake_open dh_mistake_begin(const dh_problem *problem, int mistake);

/* About how many units of 30 ns an update takes besides. */
size_t dh_mistake_work(const dh_problem *problem, int mistake);

/* Makes all of *update but `full`, as dh_update_make does without a mistake. After the terms of the
 * optimizer *from has the sum of all gradients before; *update has it with this one. */
void dh_mistake_update(const dh_problem *problem, const dh_recipe *recipe,
                       const dh_mistake_open *open, const dh_update_from *from, dh_update *update);

#endif
