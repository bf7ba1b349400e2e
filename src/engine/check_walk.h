/* A walk through a trace under one rule: what was moved in each step, what the rule would move, and
 * what is left open of both. */
#ifndef ENGINE_CHECK_WALK_H
#define ENGINE_CHECK_WALK_H

#include "downhill/batches.h"
#include "downhill/trace.h"
#include "engine/check_precision.h"

/* A direction, and how far off each part may be. */
typedef struct check_graded {
    dh_weights value, error;
} check_graded;

/* The affine map that an epoch of updates after every point is: next = from + at * weights. */
typedef struct check_map {
    double ss, si, is, ii;
    dh_weights from;
    double gain; /* what becomes of a rounding until the end of the epoch, at least 1 */
} check_map;

/* Ways to write an optimizer that are not the engine's. */
typedef enum check_form {
    CHECK_AS_HERE,
    CHECK_EPS_INSIDE,  /* epsilon is added to the square, below the root */
    CHECK_UNCORRECTED, /* moments as they are, not freed of their start at 0 */
    CHECK_FORMS,
} check_form;

/* What a rule leaves to be found. */
typedef struct check_setting {
    dh_recipe recipe; /* the optimizer that is given the gradient, and its batches */
    check_form form;
    double eps;      /* where it is inside */
    double ahead;    /* momentum, where the gradient is taken ahead of the weights */
    size_t in_order; /* size of a batch of consecutive points */
    double rate;     /* the only one that the rule allows; 0: any */
    double x;        /* one point's */
    dh_scaling scaling;
    dh_scaling of_y; /* likewise of y */
    bool meant;      /* it comes to what is meant, and tells nothing */
    bool of_lines;   /* the rows are lines in the data's own units */
    check_sizes sizes;
    check_map epoch;
    char detail[DH_DETAIL_BYTES];
} check_setting;

/* The walk so far: its copies of the optimizer's state are given the gradient as it is, and with
 * what is left open of it added or taken, after patterns of signs that have nothing in common: what
 * they differ in is how far off the step may be. */
enum { CHECK_COPIES = 5, CHECK_FOUND_MAX = 16 };

typedef struct check_rule check_rule;

typedef struct check_walk {
    const dh_check_def *def;
    size_t rows;   /* of the trace that are finite */
    int skipped;   /* of its rows; -1: the given start comes before them */
    size_t effort; /* that is left to try rules: steps */
    check_precision precision;
    check_sizes sizes;
    dh_batches *batches;
    check_setting setting;
    const check_rule *rule;
    size_t t;
    dh_weights before, now, next;     /* rows t - 1, or t where there is none, t and t + 1, */
    dh_weights now_error, next_error; /* and what their digits leave open */
    double state[CHECK_COPIES][2 * DH_TERMS_MAX];
    check_graded sum;              /* of what a rule adds up */
    double found[CHECK_FOUND_MAX]; /* what is tried of a rule, found out once */
    int found_count;
    int found_for;      /* the walk from its first row: 2 + skipped; 0: not yet */
    bool fails_at_once; /* the variant tried last, in its first step */
} check_walk;

struct check_rule {
    const char *name; /* the verdict */
    const char *says; /* what the run did, to complete "Your run ..." */
    check_graded (*gradient)(check_walk *walk);
    bool (*vary)(check_walk *walk, const check_rule *rule, int variant,
                 check_setting *setting); /* writes what is to be tried; false after the last. NULL:
                                             there is one, as it comes */
    const char *optimizer;                /* of rules that are one */
    const char *mistake; /* what a run is called that makes it; NULL: it cannot be run forward */
};

typedef struct check_step {
    dh_weights moved;     /* against the gradient: now - next, */
    dh_weights tolerance; /* and how far off that may be */
    check_graded by;      /* the same by the rule, where the factor is 1 */
} check_step;

/* Steps that there are to walk. */
size_t check_steps(const check_walk *walk);

/* A row of the walk. */
dh_weights check_row(const check_walk *walk, size_t index);

/* Begins with step 0 of a rule and a setting; the next step, false after the last. */
void check_walk_begin(check_walk *walk, const check_rule *rule, const check_setting *setting);
bool check_walk_next(check_walk *walk, check_step *step);

/* Leaves those of the factors with which a step is as the rule has it; none: low is above high. */
void check_narrow(dh_range *factors, const check_step *step);

/* Factors with which the rule predicts all steps of the walk; none where low is above high. */
dh_range check_walk_factors(check_walk *walk, const check_rule *rule, const check_setting *setting);

#endif
