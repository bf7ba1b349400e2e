/* Optimizers: how an update follows from the gradient. Each is one definition, and everything else
 * that knows of it (options, controls, help, tests) is made from the definition: another one is
 * another entry of the table in optimizer.c and nothing more.
 *
 * Sources: the update rules are those documented for torch.optim's SGD, Adagrad, RMSprop and Adam.
 * Rates at which they converge on a quadratic: J. Nocedal and S. Wright, Numerical Optimization,
 * 2nd ed., ch. 3 (gradient descent); B. Polyak, "Some methods of speeding up the convergence of
 * iteration methods", USSR Comp. Math. and Math. Phys. 4(5), 1964 (momentum); L. Lessard, B. Recht
 * and A. Packard, "Analysis and design of optimization algorithms via integral quadratic
 * constraints", SIAM J. Optim. 26(1), 2016 (the recurrence of Nesterov's along an eigenvector). */
#ifndef DOWNHILL_OPTIMIZER_H
#define DOWNHILL_OPTIMIZER_H

#include "downhill/quadratic.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    DH_GRADIENT_DESCENT = 0, /* the only optimizer that is known by its place in the table */
    DH_SETTINGS_MAX = 4,     /* of one optimizer */
    DH_TERMS_MAX = 4,
};

typedef enum dh_scale {
    DH_LINEAR,
    DH_LOGARITHMIC, /* by powers of ten; low > 0 */
    DH_NEAR_ONE,    /* by the power of ten of what is missing to 1: 0, 0.9, 0.99, 0.999 */
} dh_scale;

/* A number that an optimizer can be set by, besides the learning rate. */
typedef struct dh_setting {
    const char *name;    /* PyTorch's, as an option: "weight-decay"; the same name in two optimizers
                            means the same thing */
    const char *label;   /* for people: "Weight decay" */
    const char *help;    /* what it does, in a few words */
    double preset;       /* PyTorch's default, except that a momentum is not 0 */
    double least, below; /* allowed: least <= value < below, and finite */
    double low, high;    /* the usual values */
    dh_scale scale;      /* on which these are told apart */
} dh_setting;

/* A number that an update computes for each weight on its way from gradient to step. */
typedef struct dh_term {
    const char *symbol; /* "v" */
    const char *rule;   /* what it becomes: g is the gradient, another symbol that term, {momentum}
                           a setting, {t} the number of the update counted from 1 */
} dh_term;

/* One weight's part of an update. */
typedef struct dh_weight_update {
    const double *value;       /* of the optimizer's settings, in their order */
    size_t number;             /* of the update, counted from 1 */
    double weight;             /* before it */
    double gradient;           /* by this weight, weight decay included */
    double term[DH_TERMS_MAX]; /* in: the state, as the update before left it; out: all terms */
    double numerator;          /* out: the weight moves by -(rate * numerator) / denominator, */
    double denominator;        /* which rounds as PyTorch's does */
    double inner; /* out: what the optimizer's `inner` names, part of the way to the step */
} dh_weight_update;

typedef struct dh_optimizer {
    const char *name;  /* of the option's value: "adam" */
    const char *label; /* for people: "Adam" */
    dh_setting setting[DH_SETTINGS_MAX];
    int settings;
    dh_term term[DH_TERMS_MAX];
    int terms;
    int kept;              /* so many of the terms, the first ones, are the optimizer's state: an
                              update begins with their values from the one before, at first 0 */
    const char *direction; /* the rule of numerator / denominator */
    const char *inner;     /* a word for dh_weight_update.inner; NULL: it is the gradient */
    int weight_decay;      /* which setting, times the weight, is added to the gradient */
    void (*update)(dh_weight_update *update);

    /* On a quadratic, with all points in each update: learning rate times curvature from which on
     * an error grows, and the rate of quickest convergence between the highest and the lowest
     * curvature. NULL where the optimizer is not linear, so that theory gives none; a limit of 0
     * where it gives none for these settings. */
    double (*limit)(const double *value);
    double (*fastest)(const double *value, double high, double low);
} dh_optimizer;

int dh_optimizer_count(void);
const dh_optimizer *dh_optimizer_at(int index);

/* Index of the optimizer with this name, -1 for none; and of an optimizer's setting. */
int dh_optimizer_find(const char *name);
int dh_setting_find(const dh_optimizer *optimizer, const char *name);

/* Whether a setting may have this value. */
bool dh_setting_allows(const dh_setting *setting, double value);

/* Learning rates that matter for an optimizer with these settings on a quadratic: the one of
 * quickest convergence, and the one from which on it diverges. False where theory has none. */
typedef struct dh_rates {
    double fastest;
    double stable; /* the optimizer converges for rates in (0, stable) */
} dh_rates;

bool dh_rates_of(const dh_optimizer *optimizer, const double *value, const dh_quadratic *quadratic,
                 dh_rates *rates);

#endif
