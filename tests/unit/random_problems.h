/* Problems to test with, drawn by a generator that begins anew in every program. */
#ifndef UNIT_RANDOM_PROBLEMS_H
#define UNIT_RANDOM_PROBLEMS_H

#include "downhill/problem.h"
#include "unit/wrong_runs.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Points and the problem over them. */
typedef struct posed_problem {
    double x[WRONG_POINTS_MAX], y[WRONG_POINTS_MAX];
    size_t n;
    dh_points *points;
    dh_problem problem;
} posed_problem;

/* What problems and runs are like. */
typedef struct problem_conditions {
    size_t rows;        /* 0: 10 to 60 */
    bool centered;      /* the mean of x is 0 */
    bool standardize;   /* it is trained on standardized x, and said so */
    bool any_rate;      /* with all the digits of a double */
    int digits;         /* rows are written with; 0: all, as float32 gives them, or six */
    double times;       /* what the rate is times the one that is told; 0: the same */
    const char *sample; /* the file that points are from; NULL: they are drawn */
} problem_conditions;

void random_begin(uint64_t seed);
uint32_t random_below(uint32_t count);
double random_between(double low, double high);
double random_one_of(const double *values, size_t count);

/* Poses a problem: over the points that it has; over drawn ones. And lets go of it. */
void problem_pose_points(posed_problem *p, dh_loss_kind loss, bool standardize);
void problem_pose_random(posed_problem *p, const problem_conditions *under);
void problem_leave(posed_problem *p);

/* A rate that converges, as people choose one, or with any digits. */
double problem_usual_rate(const dh_problem *problem, bool any);

/* A number as so many significant digits have it. */
double number_rounded_to(double value, int digits);

#endif
