/* The points to fit: x uniform in [-1, 1), y = slope * x + intercept + u, u uniform in [0, noise).
 * They are drawn in float32 from PyTorch's generator, first all of x, then all of u, and held as
 * doubles, because everything after the drawing is double arithmetic. */
#ifndef DOWNHILL_DATA_H
#define DOWNHILL_DATA_H

#include "downhill/error.h"
#include "downhill/random.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DH_POINTS_MAX     10000000
#define DH_TRUE_LIMIT     1e30 /* slope and intercept lie in [-limit, limit], noise in [0, limit] */
#define DH_NOTEBOOKS_SEED 4261750215u

typedef struct dh_data_def {
    size_t points;    /* how many, 1 to DH_POINTS_MAX */
    double slope;     /* of the line below the noise */
    double intercept; /* likewise */
    double noise;     /* width of the uniform noise, 0 or more; it is added, never subtracted */
    uint64_t seed;    /* as given to torch.manual_seed */
} dh_data_def;

/* The notebook's: 100 points on y = 3x + 2 with noise 1 and the notebook's own seed. */
dh_data_def dh_data_default(void);

typedef struct dh_data {
    double *x, *y;   /* n each, owned */
    size_t n;        /* points drawn */
    size_t capacity; /* points there is room for */
    dh_random after; /* the generator as drawing left it; mini-batches go on from here */
} dh_data;

/* Draws the points that def describes into data, which is zeroed or holds earlier points; memory
 * is taken only when there is too little. Fails, leaving data as it was, when def is out of range
 * or memory runs out. */
bool dh_data_draw(dh_data *data, const dh_data_def *def, dh_error *error);

void dh_data_free(dh_data *data);

#endif
