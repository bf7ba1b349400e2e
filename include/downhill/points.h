/* Points that were given: read, pasted, typed. A set is immutable from its making on, shared by all
 * who hold it, and freed when the last one drops it. */
#ifndef DOWNHILL_POINTS_H
#define DOWNHILL_POINTS_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DH_POINTS_MAX  10000000
#define DH_POINT_LIMIT 1e70 /* coordinates lie in [-limit, limit]; products of four are finite */

/* Where a set can be had again. */
typedef enum dh_points_kind {
    DH_POINTS_TYPED,  /* nowhere: it was pasted or edited */
    DH_POINTS_FILE,   /* in a file */
    DH_POINTS_SAMPLE, /* it came with the program */
} dh_points_kind;

typedef struct dh_points_place {
    dh_points_kind kind;
    const char *path;    /* of the file, from the root on; of a sample its name; else "" */
    const char *columns; /* which of the file's, as was asked for; "" where they were found */
    int64_t modified_ns; /* when the file was changed last before it was read, since 1970 */
} dh_points_place;

typedef struct dh_points {
    size_t holders;
    size_t n;
    double *x, *y;         /* n each */
    char *x_name, *y_name; /* of the columns they were in, for the axes */
    char *origin;          /* where they came from, for people: "points.csv" */
    dh_points_place place; /* and for the program; its words are the set's own */
} dh_points;

/* What to make a set of; all is copied. */
typedef struct dh_points_def {
    const double *x, *y;
    size_t n;                    /* 1 to DH_POINTS_MAX */
    const char *x_name, *y_name; /* NULL: "x" and "y" */
    const char *origin;          /* NULL: "" */
    dh_points_place place;       /* its words may be NULL: "" */
} dh_points_def;

/* Makes a set with one holder, the caller. NULL, and error says why, when a number is not finite or
 * out of range, there are too few or too many, or memory runs out. */
dh_points *dh_points_create(const dh_points_def *def, dh_error *error);

/* One holder more, and one less; points may be NULL. */
dh_points *dh_points_hold(dh_points *points);
void dh_points_drop(dh_points *points);

/* Whether two sets are the same in all that is seen of them; either may be NULL. */
bool dh_points_equal(const dh_points *a, const dh_points *b);

#endif
