#include "downhill/optimizer.h"

#include <math.h>
#include <string.h>

#define WEIGHT_DECAY                                                                               \
    {                                                                                              \
        .name = "weight-decay", .label = "Weight decay",                                           \
        .help = "times the weight, added to its gradient", .preset = 0.0, .below = HUGE_VAL,       \
        .high = 1.0                                                                                \
    }
#define MOMENTUM                                                                                   \
    {                                                                                              \
        .name = "momentum", .label = "Momentum", .help = "share of the velocity that is kept",     \
        .preset = 0.9, .below = HUGE_VAL, .high = 0.999, .scale = DH_NEAR_ONE                      \
    }
#define EPS(value)                                                                                 \
    {                                                                                              \
        .name = "eps", .label = "Epsilon", .help = "added to the root that divides",               \
        .preset = (value), .below = HUGE_VAL, .low = 1e-12, .high = 1.0, .scale = DH_LOGARITHMIC   \
    }

/* Gradient descent: PyTorch's SGD. */

enum { GD_DECAY };

static void gd_update(dh_weight_update *u)
{
    u->numerator = u->inner = u->gradient;
    u->denominator = 1.0;
}

static double gd_fastest(const double *value, double high, double low)
{
    (void)value;
    return 2.0 / (high + low);
}

static double gd_limit(const double *value)
{
    (void)value;
    return 2.0;
}

/* Momentum, the heavy ball. Along an eigenvector errors follow
 * e'' = (1 + m - c) e' - m e: the product of the roots is m, and for m < 1 both lie within the unit
 * circle for c < 2 (1 + m). */

enum { MOMENTUM_MOMENTUM, MOMENTUM_DECAY };

static void momentum_update(dh_weight_update *u)
{
    u->term[0] = u->value[MOMENTUM_MOMENTUM] * u->term[0] + u->gradient;
    u->numerator = u->inner = u->term[0];
    u->denominator = 1.0;
}

/* Where the roots are complex their size is sqrt(m) whatever the rate, so that often a whole
 * interval of rates is as fast as any; this one lies in it, and is the only one where it is empty.
 */
static double momentum_fastest(const double *value, double high, double low)
{
    return 2.0 * (1.0 + value[MOMENTUM_MOMENTUM]) / (high + low);
}

static double momentum_limit(const double *value)
{
    const double m = value[MOMENTUM_MOMENTUM];
    return m < 1.0 ? 2.0 * (1.0 + m) : 0.0;
}

/* Nesterov's momentum as PyTorch has it, which holds the weights where the gradient is taken. With
 * q = 1 - c errors follow e'' = (1 + m) q e' - m q e: for m < 1 the roots lie within the unit
 * circle for q > -1 / (1 + 2 m), that is c < 2 (1 + m) / (1 + 2 m). */

static void nesterov_update(dh_weight_update *u)
{
    u->term[0] = u->value[MOMENTUM_MOMENTUM] * u->term[0] + u->gradient;
    u->inner = u->term[0];
    u->numerator = u->gradient + u->value[MOMENTUM_MOMENTUM] * u->term[0];
    u->denominator = 1.0;
}

/* The size of the larger root. */
static double nesterov_contraction(double momentum, double curvature)
{
    const double q = 1.0 - curvature;
    const double b = (1.0 + momentum) * q, c = momentum * q;
    const double discriminant = b * b - 4.0 * c;
    return discriminant < 0.0 ? sqrt(c) : 0.5 * (fabs(b) + sqrt(discriminant));
}

static double nesterov_limit(const double *value)
{
    const double m = value[MOMENTUM_MOMENTUM];
    return m < 1.0 ? 2.0 * (1.0 + m) / (1.0 + 2.0 * m) : 0.0;
}

/* An error shrinks the more the nearer the rate comes to 1 / curvature. The slower of two shrinks
 * most where both shrink alike; that rate is found by halving. */
static double nesterov_fastest(const double *value, double high, double low)
{
    const double m = value[MOMENTUM_MOMENTUM];
    double slow = 1.0 / high, fast = nesterov_limit(value) / high;
    if (!(low < high))
        return slow;
    for (;;) {
        const double rate = 0.5 * (slow + fast);
        if (!(slow < rate && rate < fast))
            return rate;
        if (nesterov_contraction(m, rate * high) > nesterov_contraction(m, rate * low))
            fast = rate;
        else
            slow = rate;
    }
}

/* Adagrad. */

enum { ADAGRAD_EPS, ADAGRAD_DECAY };

static void adagrad_update(dh_weight_update *u)
{
    u->term[0] += u->gradient * u->gradient;
    u->numerator = u->gradient;
    u->denominator = sqrt(u->term[0]) + u->value[ADAGRAD_EPS];
    u->inner = u->numerator / u->denominator;
}

/* RMSprop. */

enum { RMSPROP_ALPHA, RMSPROP_EPS, RMSPROP_DECAY };

static void rmsprop_update(dh_weight_update *u)
{
    const double alpha = u->value[RMSPROP_ALPHA];
    u->term[0] = alpha * u->term[0] + (1.0 - alpha) * u->gradient * u->gradient;
    u->numerator = u->gradient;
    u->denominator = sqrt(u->term[0]) + u->value[RMSPROP_EPS];
    u->inner = u->numerator / u->denominator;
}

/* Adam. */

enum { ADAM_BETA1, ADAM_BETA2, ADAM_EPS, ADAM_DECAY };

static void adam_update(dh_weight_update *u)
{
    const double g = u->gradient, t = (double)u->number;
    const double beta1 = u->value[ADAM_BETA1], beta2 = u->value[ADAM_BETA2];
    u->term[0] = beta1 * u->term[0] + (1.0 - beta1) * g;
    u->term[1] = beta2 * u->term[1] + (1.0 - beta2) * g * g;
    u->term[2] = u->term[0] / (1.0 - pow(beta1, t));
    u->term[3] = u->term[1] / (1.0 - pow(beta2, t));
    u->numerator = u->inner = u->term[2];
    u->denominator = sqrt(u->term[3]) + u->value[ADAM_EPS];
}

static const dh_optimizer OPTIMIZERS[] = {
    [DH_GRADIENT_DESCENT] = {.name = "gd",
                             .label = "Gradient descent",
                             .setting = {WEIGHT_DECAY},
                             .settings = 1,
                             .direction = "g",
                             .update = gd_update,
                             .fastest = gd_fastest,
                             .limit = gd_limit,
                             .weight_decay = GD_DECAY},
    {.name = "momentum",
     .label = "Momentum",
     .setting = {MOMENTUM, WEIGHT_DECAY},
     .settings = 2,
     .term = {{"v", "{momentum} v + g"}},
     .terms = 1,
     .kept = 1,
     .direction = "v",
     .inner = "Velocity",
     .update = momentum_update,
     .fastest = momentum_fastest,
     .limit = momentum_limit,
     .weight_decay = MOMENTUM_DECAY},
    {.name = "nesterov",
     .label = "Nesterov",
     .setting = {MOMENTUM, WEIGHT_DECAY},
     .settings = 2,
     .term = {{"v", "{momentum} v + g"}},
     .terms = 1,
     .kept = 1,
     .direction = "(g + {momentum} v)",
     .inner = "Velocity",
     .update = nesterov_update,
     .fastest = nesterov_fastest,
     .limit = nesterov_limit,
     .weight_decay = MOMENTUM_DECAY},
    {.name = "adagrad",
     .label = "Adagrad",
     .setting = {EPS(1e-10), WEIGHT_DECAY},
     .settings = 2,
     .term = {{"s", "s + g²"}},
     .terms = 1,
     .kept = 1,
     .direction = "g / (√s + {eps})",
     .inner = "Adapted",
     .update = adagrad_update,
     .weight_decay = ADAGRAD_DECAY},
    {.name = "rmsprop",
     .label = "RMSprop",
     .setting = {{.name = "alpha",
                  .label = "Alpha",
                  .help = "share of the running squares that is kept",
                  .preset = 0.99,
                  .below = 1.0,
                  .high = 0.9999,
                  .scale = DH_NEAR_ONE},
                 EPS(1e-8),
                 WEIGHT_DECAY},
     .settings = 3,
     .term = {{"s", "{alpha} s + (1 − {alpha}) g²"}},
     .terms = 1,
     .kept = 1,
     .direction = "g / (√s + {eps})",
     .inner = "Adapted",
     .update = rmsprop_update,
     .weight_decay = RMSPROP_DECAY},
    {.name = "adam",
     .label = "Adam",
     .setting = {{.name = "beta1",
                  .label = "Beta 1",
                  .help = "share of the first moment that is kept",
                  .preset = 0.9,
                  .below = 1.0,
                  .high = 0.9999,
                  .scale = DH_NEAR_ONE},
                 {.name = "beta2",
                  .label = "Beta 2",
                  .help = "share of the second moment that is kept",
                  .preset = 0.999,
                  .below = 1.0,
                  .high = 0.9999,
                  .scale = DH_NEAR_ONE},
                 EPS(1e-8),
                 WEIGHT_DECAY},
     .settings = 4,
     .term = {{"m", "{beta1} m + (1 − {beta1}) g"},
              {"v", "{beta2} v + (1 − {beta2}) g²"},
              {"m̂", "m / (1 − {beta1}^{t})"},
              {"v̂", "v / (1 − {beta2}^{t})"}},
     .terms = 4,
     .kept = 2,
     .direction = "m̂ / (√v̂ + {eps})",
     .inner = "Moment",
     .update = adam_update,
     .weight_decay = ADAM_DECAY},
};

int dh_optimizer_count(void)
{
    return (int)(sizeof OPTIMIZERS / sizeof *OPTIMIZERS);
}

const dh_optimizer *dh_optimizer_at(int index)
{
    return &OPTIMIZERS[index];
}

int dh_optimizer_find(const char *name)
{
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (strcmp(OPTIMIZERS[i].name, name) == 0)
            return i;
    return -1;
}

int dh_setting_find(const dh_optimizer *optimizer, const char *name)
{
    for (int i = 0; i < optimizer->settings; i++)
        if (strcmp(optimizer->setting[i].name, name) == 0)
            return i;
    return -1;
}

bool dh_setting_allows(const dh_setting *setting, double value)
{
    return isfinite(value) && value >= setting->least && value < setting->below;
}

bool dh_rates_of(const dh_optimizer *optimizer, const double *value, const dh_quadratic *quadratic,
                 dh_rates *rates)
{
    if (!optimizer->limit || !(optimizer->limit(value) > 0.0))
        return false;
    const double decay = value[optimizer->weight_decay];
    const double high = quadratic->curvature_high + decay;
    const double low = quadratic->degenerate ? high : quadratic->curvature_low + decay;
    *rates = (dh_rates){.fastest = optimizer->fastest(value, high, low),
                        .stable = optimizer->limit(value) / high};
    return true;
}
