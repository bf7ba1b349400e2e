/* Optimizers: how an update follows from the gradient. Each is one entry of optimizers.inc, and
 * everything else that knows of it (the code of an update, options, controls, help, the update in
 * numbers, tests) is made from that entry.
 *
 * Sources: the update rules' are in optimizers.inc. Rates at which they converge on a quadratic:
 * J. Nocedal and S. Wright, Numerical Optimization, 2nd ed., ch. 3 (gradient descent); B. Polyak,
 * "Some methods of speeding up the convergence of iteration methods", USSR Comp. Math. and Math.
 * Phys. 4(5), 1964 (momentum); L. Lessard, B. Recht and A. Packard, "Analysis and design of
 * optimization algorithms via integral quadratic constraints", SIAM J. Optim. 26(1), 2016 (the
 * recurrence of Nesterov's along an eigenvector); E. Jury, Theory and Application of the
 * z-Transform Method, 1964 (when a recurrence dies out); J. Kiefer, "Sequential minimax search for
 * a maximum", Proc. AMS 4(3), 1953 (golden section). */
#ifndef DOWNHILL_OPTIMIZER_H
#define DOWNHILL_OPTIMIZER_H

#include "downhill/quadratic.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    DH_GRADIENT_DESCENT = 0, /* the only optimizer that is known by its place */
    DH_SETTINGS_MAX = 8,     /* of one optimizer */
    DH_TERMS_MAX = 8,
};

typedef enum dh_scale {
    DH_LINEAR,
    DH_LOGARITHMIC, /* by powers of ten; low > 0 */
    DH_NEAR_ONE,    /* by the power of ten of what is missing to 1: 0, 0.9, 0.99, 0.999 */
} dh_scale;

/* A number that an optimizer can be set by, besides the learning rate. */
typedef struct dh_setting {
    const char *symbol;  /* in rules: "weight_decay" */
    const char *name;    /* as an option, after PyTorch or the paper: "weight-decay"; one name means
                            one thing in all optimizers */
    const char *label;   /* for people: "Weight decay" */
    const char *help;    /* what it does, in a few words */
    double preset;       /* PyTorch's or the paper's, except that a momentum is not 0 */
    double least, below; /* allowed: least <= value < below, and finite */
    double low, high;    /* the usual values */
    dh_scale scale;      /* on which these are told apart */
} dh_setting;

/* A rule is an expression in C, the very one that an update is compiled from. Its names are
 * gradient (by this weight), weight, rate (the learning rate), t (the number of the update, counted
 * from 1), g (the gradient as it is used), symbols of settings and symbols of terms. */

/* A number that an update computes for each weight on its way from gradient to step. */
typedef struct dh_term {
    const char *symbol; /* "v"; a name that ends in _hat is written with a hat */
    const char *rule;   /* what it becomes */
} dh_term;

/* What becomes of a number before it is used. */
typedef struct dh_change {
    const char *rule;     /* NULL: it is used as it is, */
    const char *unless_0; /* as where the setting of this symbol is 0 */
} dh_change;

/* One weight's part of an update. */
typedef struct dh_weight_update {
    /* in: */
    const double *value;  /* of the optimizer's settings, in their order */
    size_t number;        /* of the update, counted from 1 */
    double rate;          /* the learning rate */
    double weight;        /* before it */
    double gradient;      /* by this weight */
    const double *before; /* the kept terms, as the update before left them */
    /* out: */
    double term[DH_TERMS_MAX];
    double g;           /* the gradient as it is used, weight decay included */
    double base;        /* what the step is taken from */
    double numerator;   /* the step is -(rate * numerator) / denominator, */
    double denominator; /* which rounds as PyTorch's does */
    double inner;       /* what the optimizer's `inner` names, part of the way to the step */
} dh_weight_update;

/* Along an eigenvector of a quadratic, with all points in each update, the errors of a linear
 * optimizer follow e'' = trace * e' - determinant * e. */
typedef struct dh_recurrence {
    double trace, determinant;
} dh_recurrence;

typedef struct dh_optimizer {
    const char *name;  /* of the option's value: "adam" */
    const char *label; /* for people: "Adam" */
    const dh_setting *setting;
    int settings;
    const dh_term *term;
    int terms;
    int kept;                /* so many of the terms, the first ones, are the optimizer's state: an
                                update begins with their values from the one before, at first 0 */
    dh_change gradient;      /* by weight decay: setting * weight is added to it */
    dh_change base;          /* of the weight, before the step is taken from it */
    const char *numerator;   /* rules of what is in dh_weight_update */
    const char *denominator; /* NULL: 1 */
    const char *divisor;     /* what the denominator measures, in words; NULL where it is 1 */
    const char *inner;       /* a word for dh_weight_update.inner; NULL: there is none */
    double (*update)(dh_weight_update *update); /* returns the weight after it: base + step */

    /* The recurrence when learning rate times curvature is c; both numbers depend on c linearly, or
     * are NaN where the optimizer is not linear, so that theory has none. */
    dh_recurrence (*recurrence)(const double *value, double c);
} dh_optimizer;

int dh_optimizer_count(void);
const dh_optimizer *dh_optimizer_at(int index);

/* Index of the optimizer with this name, -1 for none; and of an optimizer's setting. */
int dh_optimizer_find(const char *name);
int dh_setting_find(const dh_optimizer *optimizer, const char *name);

/* Whether a setting may have this value. */
bool dh_setting_allows(const dh_setting *setting, double value);

/* The value of the setting by which an optimizer changes its gradient or its base; 0: it does not.
 */
double dh_change_by(const dh_optimizer *optimizer, const double *value, const dh_change *change);

/* Learning rates that matter for an optimizer with these settings on a quadratic: the one of
 * quickest convergence, and the one from which on it diverges. False where theory has none. */
typedef struct dh_rates {
    double fastest;
    double stable; /* the optimizer converges for rates in (0, stable) */
} dh_rates;

bool dh_rates_of(const dh_optimizer *optimizer, const double *value, const dh_quadratic *quadratic,
                 dh_rates *rates);

#endif
