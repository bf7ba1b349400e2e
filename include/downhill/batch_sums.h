/* Loss and gradient over a mini-batch, from the points themselves, and as many of them at a time as
 * there is time for. */
#ifndef DOWNHILL_BATCH_SUMS_H
#define DOWNHILL_BATCH_SUMS_H

#include "downhill/batches.h"
#include "downhill/quadratic.h"

#include <assert.h>
#include <stddef.h>

/* What is made of the squared residuals. Each is the same quadratic times a factor. */
typedef enum dh_loss_kind {
    DH_LOSS_MEAN, /* their mean: PyTorch's MSELoss */
    DH_LOSS_HALF, /* half their mean */
    DH_LOSS_SUM,  /* their sum: MSELoss(reduction="sum") */
    DH_LOSS_COUNT,
} dh_loss_kind;

/* What the sum of the squared residuals of so many points is divided by. */
static inline double dh_loss_divisor(dh_loss_kind loss, size_t points)
{
    const double n = (double)points;
    return loss == DH_LOSS_SUM ? 1.0 : loss == DH_LOSS_HALF ? 2.0 * n : n;
}

/* Over the first points of a mini-batch; zeroed before the first. */
typedef struct dh_batch_sums {
    size_t points;
    double r, rx, rr; /* residuals, times x, and squared */
} dh_batch_sums;

/* Goes on with the sums over a batch of the points x, y, at w, for so many more points. */
static inline void dh_batch_sum(dh_batch_sums *sums, const double *x, const double *y,
                                dh_batch batch, size_t more, dh_weights w)
{
    double r = sums->r, rx = sums->rx, rr = sums->rr;
    const size_t end = sums->points + more;
    assert(end <= batch.count);
    for (size_t i = sums->points; i < end; i++) {
        const size_t point = batch.point ? batch.point[i] : i;
        const double residual = y[point] - (w.slope * x[point] + w.intercept);
        r += residual;
        rx += residual * x[point];
        rr += residual * residual;
    }
    *sums = (dh_batch_sums){.points = end, .r = r, .rx = rx, .rr = rr};
}

/* Loss and gradient over the points that have been summed. Divides last, as PyTorch's mean does. */
static inline dh_value dh_batch_value(dh_loss_kind loss, const dh_batch_sums *sums)
{
    const double n = dh_loss_divisor(loss, sums->points);
    return (dh_value){.loss = sums->rr / n,
                      .gradient = {.slope = -2.0 * sums->rx / n, .intercept = -2.0 * sums->r / n}};
}

#endif
