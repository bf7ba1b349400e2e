/* A run that was written elsewhere, held against this one: where it departs, and which rule makes
 * it what it is.
 *
 * Every rule predicts one step ahead, from the trace's own row and what the rule remembers of the
 * rows before it, so that no error adds up. It explains a trace when there is one factor of the
 * learning rate with which it predicts every step to within what the digits of the trace and the
 * arithmetic leave open. Rules are tried the simpler ones first. */
#ifndef DOWNHILL_CHECK_H
#define DOWNHILL_CHECK_H

#include "downhill/error.h"
#include "downhill/trace.h"

#include <stdbool.h>
#include <stddef.h>

enum { DH_ALSO_MAX = 8 }; /* other rules that are named */

/* How the trace begins. */
typedef enum dh_trace_start {
    DH_START_SAME,
    DH_START_EARLY, /* its row 0 is the weights after the first update */
    DH_START_LATE,  /* its row 0 is there twice */
    DH_START_OTHER,
} dh_trace_start;

typedef struct dh_verdict {
    const char *name; /* one word, "agree"; a static text like those below */
    const char *says; /* of the run, to complete a sentence: "moved along the gradient"; NULL where
                         it is the rule that it should be */
    const char *also[DH_ALSO_MAX]; /* names of other rules that explain it, */
    int also_count;                /* so many of them */
    char detail[DH_DETAIL_BYTES];  /* what belongs to the rule: "point 1, x = 0.5"; or empty */
    bool explained;
    bool decided;         /* some step is large enough to tell the rate */
    double factor;        /* times the learning rate that was given; 1 where none was */
    double rate;          /* the learning rate of the first update */
    dh_recipe recipe;     /* which optimizer it is, its settings and batches; its rate is not held
                           */
    bool as_here;         /* that makes the same run, with the rate */
    dh_scaling scaling;   /* of x that it was trained on */
    bool of_lines;        /* then its rows are lines over x as it is */
    int mistake;          /* that makes the same run forward, as for dh_mistake_name; 0: none */
    dh_trace_start start; /* how it begins, where it is explained */
    size_t steps;         /* that were judged: those before the first that is not finite */
    int digits;           /* significant ones that the trace has */
    bool single;          /* explained only by float32 arithmetic */
    dh_departure departure;
    dh_trace_loss loss; /* not told where x was scaled otherwise */
    dh_range varying;   /* where nothing explains it: the least and the highest learning rate of
                           its steps, if that is all that is wrong with them; else 0 */
    dh_implied implied; /* likewise: its points, if they are others */
} dh_verdict;

/* Judges a trace. Fails when it has no step that is finite, or when memory runs out. */
bool dh_check(const dh_check_def *def, dh_verdict *verdict, dh_error *error);

#endif
