/* The loss of a line over the points, as a function of its two weights.
 *
 * It answers loss, gradient and minimum at the cost of one point, whatever their number, and, where
 * it has one, the exact quadratic that contours and rates follow from. Nothing above the engine
 * takes it for granted that there is one. */
#ifndef DOWNHILL_OBJECTIVE_H
#define DOWNHILL_OBJECTIVE_H

#include "downhill/batch_sums.h"
#include "downhill/moments.h"
#include "downhill/optimizer.h"
#include "downhill/quadratic.h"

#include <stdbool.h>

/* What it is, in words. */
typedef struct dh_loss_words {
    const char *loss;       /* "mean of the squared residuals" */
    const char *over_all;   /* the gradient is this, "mean of", */
    const char *over_batch; /* or "mean over the batch of", */
    const char *slope_part; /* for the slope what each point has of it, "−2 × residual × x", */
    const char *intercept_part; /* and for the intercept this */
} dh_loss_words;

dh_loss_words dh_loss_words_of(dh_loss_kind loss);

typedef struct dh_minimum {
    dh_weights at;
    double loss; /* the lowest possible */
    bool unique; /* false: other weights do as well, all those on one line */
} dh_minimum;

typedef struct dh_objective {
    dh_loss_kind loss;
    dh_minimum minimum;
    dh_quadratic quadratic; /* ask dh_objective_quadratic for it */
} dh_objective;

/* The loss of this kind over points with these moments. */
dh_objective dh_objective_of(const dh_moments *moments, dh_loss_kind loss);

/* Loss and gradient at w; the loss alone. */
dh_value dh_objective_at(const dh_objective *objective, dh_weights w);
double dh_objective_loss(const dh_objective *objective, dh_weights w);

/* What one of n points adds to the loss at w. */
double dh_loss_of_point(dh_loss_kind loss, double x, double y, size_t n, dh_weights w);

/* What it adds to the gradient there. */
dh_weights dh_gradient_of_point(dh_loss_kind loss, double x, double y, size_t n, dh_weights w);

/* How much the loss curves at most: what a learning rate is measured by, exactly where the loss is
 * a quadratic. Finite and above 0. */
double dh_objective_curvature(const dh_objective *objective);

/* The quadratic that the loss is, or NULL where it is none. */
const dh_quadratic *dh_objective_quadratic(const dh_objective *objective);

/* Learning rates that theory tells for an optimizer with these settings; false where it has none.
 */
bool dh_objective_rates(const dh_objective *objective, const dh_optimizer *optimizer,
                        const double *value, dh_rates *rates);

#endif
