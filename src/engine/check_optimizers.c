/* The settings that an optimizer may have been given: its presets first, then what people use, and
 * for momentum every hundredth and what the first two steps tell. */
#include "engine/check_settings.h"

#include <math.h>
#include <string.h>

enum { USUAL_MAX = 7, HUNDREDTHS = 99 };

/* Less is not told from none, more not from gradients that are all added up. */
static const double MOMENTUM_LEAST = 0.01, MOMENTUM_MOST = 0.9999;

/* What people set a setting to besides its preset; ends in -1. */
typedef struct usual_values {
    const char *name;
    double value[USUAL_MAX + 1];
} usual_values;

static const usual_values USUAL[] = {
    {"momentum", {0.5, 0.99, 0.95, 0.8, -1.0}},
    {"beta1", {0.5, 0.8, 0.95, 0.99, 0.0, -1.0}},
    {"beta2", {0.99, 0.9, 0.95, 0.9999, -1.0}},
    {"alpha", {0.9, 0.999, 0.95, 0.8, 0.5, -1.0}},
    {"eps", {1e-8, 1e-7, 1e-6, 1e-10, 1e-5, 1e-3, 0.0, -1.0}},
};

static const usual_values *usual_of(const char *name)
{
    for (size_t i = 0; i < sizeof USUAL / sizeof *USUAL; i++)
        if (strcmp(USUAL[i].name, name) == 0)
            return &USUAL[i];
    return NULL;
}

static int count_of(const usual_values *usual)
{
    int count = 0;
    while (usual && usual->value[count] >= 0.0)
        count++;
    return count;
}

static double dot(dh_weights a, dh_weights b)
{
    return a.slope * b.slope + a.intercept * b.intercept;
}

static dh_weights step_at(const check_walk *walk, size_t t)
{
    const dh_weights now = check_row(walk, t), next = check_row(walk, t + 1);
    return (dh_weights){next.slope - now.slope, next.intercept - now.intercept};
}

/* What two steps tell of momentum: the first is against the gradient alone, and how much of it the
 * second has besides its own gradient is the momentum; with Nesterov's m * m / (1 + m). */
static double fitted_momentum(const check_walk *walk, bool nesterov)
{
    const dh_objective *objective = &walk->def->problem->objective;
    if (check_steps(walk) < 2)
        return 0.0;
    const dh_weights first = step_at(walk, 0), second = step_at(walk, 1);
    const dh_weights g0 = dh_objective_at(objective, check_row(walk, 0)).gradient;
    const dh_weights g1 = dh_objective_at(objective, check_row(walk, 1)).gradient;
    const double rate = -dot(first, g0) / dot(g0, g0);
    const double kept = (dot(second, first) + rate * dot(g1, first)) / dot(first, first);
    return nesterov ? 0.5 * (kept + sqrt(kept * kept + 4.0 * kept)) : kept;
}

/* Takes one of all combinations of what the settings may be. */
static bool take_usual(const dh_optimizer *optimizer, int variant, double *value)
{
    for (int i = 0; i < optimizer->settings; i++) {
        const usual_values *usual = usual_of(optimizer->setting[i].name);
        const int count = 1 + count_of(usual);
        if (variant % count > 0)
            value[i] = usual->value[variant % count - 1];
        variant /= count;
    }
    return variant == 0;
}

/* Takes other values of the momentum: all hundredths, and then what the steps tell, with more
 * digits for every further variant. */
static bool take_momentum(const check_walk *walk, const dh_optimizer *optimizer, int variant,
                          double *value)
{
    const int momentum = dh_setting_find(optimizer, "momentum");
    const int digits = variant - HUNDREDTHS + 1;
    if (momentum < 0 || digits >= DH_WHOLE_DIGITS)
        return false;
    value[momentum] = (variant + 1) / 100.0;
    if (variant < HUNDREDTHS)
        return true;
    const double fitted = fitted_momentum(walk, strcmp(optimizer->name, "nesterov") == 0);
    const double rounded = check_rounded(fitted, digits);
    const bool usable = rounded >= MOMENTUM_LEAST && rounded <= MOMENTUM_MOST;
    value[momentum] = usable ? rounded : optimizer->setting[momentum].preset;
    return true;
}

static int usual_variants(const dh_optimizer *optimizer)
{
    int variants = 1;
    for (int i = 0; i < optimizer->settings; i++)
        variants *= 1 + count_of(usual_of(optimizer->setting[i].name));
    return variants;
}

bool check_vary_preset(check_walk *walk, const check_rule *rule, int variant,
                       check_setting *setting)
{
    (void)walk;
    dh_recipe_set_optimizer(&setting->recipe, dh_optimizer_find(rule->optimizer));
    setting->recipe.batch = 0;
    return variant == 0;
}

bool check_vary_optimizer(check_walk *walk, const check_rule *rule, int variant,
                          check_setting *setting)
{
    check_vary_preset(walk, rule, 0, setting);
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    const int usual = usual_variants(optimizer);
    return variant < usual ? take_usual(optimizer, variant, setting->recipe.value)
                           : take_momentum(walk, optimizer, variant - usual, setting->recipe.value);
}
