/* Where points come from: drawn by the generator, or given. A plain value.
 *
 * Drawn points have x uniform in [-1, 1) and y = slope * x + intercept + u, u uniform in [0,
 * noise): float32 from PyTorch's generator, first all of x, then all of u. */
#ifndef DOWNHILL_SOURCE_H
#define DOWNHILL_SOURCE_H

#include "downhill/error.h"
#include "downhill/points.h"
#include "downhill/random.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DH_TRUE_LIMIT     1e30 /* slope and intercept lie in [-limit, limit], noise in [0, limit] */
#define DH_NOTEBOOKS_SEED 4261750215u

typedef enum dh_source_kind { DH_SOURCE_GENERATED, DH_SOURCE_GIVEN } dh_source_kind;

/* What is drawn. */
typedef struct dh_generated {
    size_t points;    /* how many, 1 to DH_POINTS_MAX */
    double slope;     /* of the line below the noise */
    double intercept; /* likewise */
    double noise;     /* width of the uniform noise, 0 or more; it is added, never subtracted */
} dh_generated;

typedef struct dh_source {
    dh_source_kind kind;
    uint64_t seed; /* of the generator, as given to torch.manual_seed: what it draws are the points,
                      unless they are given, and then the mini-batches */
    dh_generated
        generated; /* of drawn points; while others are given, what was drawn before them */
    dh_points
        *given; /* not owned: who keeps a source holds them with dh_source_hold; NULL for none */
} dh_source;

/* The notebook's: 100 points on y = 3x + 2 with noise 1 and the notebook's own seed. */
dh_source dh_source_default(void);

/* Whether points can be had from the source. The error says what is wrong with it. */
bool dh_source_check(const dh_source *source, dh_error *error);

/* How many points it gives. */
size_t dh_source_points(const dh_source *source);

/* Draws the points of a source that draws into x and y, which have room for them, and returns the
 * generator as that left it. */
dh_random dh_source_generate(const dh_source *source, double *x, double *y);

/* Holds and drops what is given. */
void dh_source_hold(const dh_source *source);
void dh_source_drop(const dh_source *source);

#endif
