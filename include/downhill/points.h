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
    uint64_t digest;       /* of all the numbers: sets that differ in it differ */
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

/* What a person has changed by hand: another set with one holder, which has the axes' names of this
 * one, is typed and says that it was edited. Coordinates that would leave the range end at its
 * edge. They fail as dh_points_create does. */

/* With a point at another place. */
dh_points *dh_points_placed(const dh_points *points, size_t point, double x, double y,
                            dh_error *error);

/* With the points whose flag is set, n flags, moved by so much. */
dh_points *dh_points_moved(const dh_points *points, const bool *chosen, double dx, double dy,
                           dh_error *error);

/* With a point more, the last. */
dh_points *dh_points_with(const dh_points *points, double x, double y, dh_error *error);

/* Without the points whose flag is set. */
dh_points *dh_points_without(const dh_points *points, const bool *chosen, dh_error *error);

/* Bytes that a set takes in memory, nearly. */
size_t dh_points_bytes(const dh_points *points);

/* One holder more, and one less; points may be NULL. */
dh_points *dh_points_hold(dh_points *points);
void dh_points_drop(dh_points *points);

/* Whether two sets are the same in all that is seen of them; either may be NULL. */
bool dh_points_equal(const dh_points *a, const dh_points *b);

#endif
