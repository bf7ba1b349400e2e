/* The settings that an optimizer may have been given: its presets first, then what people use, and
 * for momentum every hundredth and what the first two steps tell. */
#include "engine/check_settings.h"

#include <math.h>
#include <stdio.h>
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

static bool has_setting(const dh_optimizer *optimizer, const char *name)
{
    return dh_setting_find(optimizer, name) >= 0;
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

/* The first two steps, the gradients where they begin, and the rate of the first. */
typedef struct two_steps {
    dh_weights first, second, g0, g1;
    double rate;
} two_steps;

static two_steps two_steps_of(const check_walk *walk)
{
    const dh_objective *objective = &walk->def->problem->objective;
    two_steps of = {.first = step_at(walk, 0), .second = step_at(walk, 1)};
    of.g0 = dh_objective_at(objective, check_row(walk, 0)).gradient;
    of.g1 = dh_objective_at(objective, check_row(walk, 1)).gradient;
    of.rate = -dot(of.first, of.g0) / dot(of.g0, of.g0);
    return of;
}

/* What they tell of momentum: the first is against the gradient alone, and how much of it the
 * second has besides its own gradient is the momentum; */
static double fit_momentum(const two_steps *of)
{
    return (dot(of->second, of->first) + of->rate * dot(of->g1, of->first)) /
           dot(of->first, of->first);
}

/* with Nesterov's m * m / (1 + m); */
static double fit_nesterov(const two_steps *of)
{
    const double kept = fit_momentum(of);
    return 0.5 * (kept + sqrt(kept * kept + 4.0 * kept));
}

/* and where the gradient is taken ahead, which changes it in proportion. */
static double fit_ahead(const two_steps *of)
{
    const dh_weights own = {of->second.slope + of->rate * of->g1.slope,
                            of->second.intercept + of->rate * of->g1.intercept};
    const dh_weights kept = {of->first.slope - of->rate * (of->g1.slope - of->g0.slope),
                             of->first.intercept -
                                 of->rate * (of->g1.intercept - of->g0.intercept)};
    return dot(own, kept) / dot(kept, kept);
}

typedef double momentum_fit(const two_steps *of);

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
static bool take_momentum(const check_walk *walk, momentum_fit *fit, int variant, double *momentum)
{
    const int digits = variant - HUNDREDTHS + 1;
    if (digits >= DH_WHOLE_DIGITS)
        return false;
    if (variant < HUNDREDTHS) {
        *momentum = (variant + 1) / 100.0;
    } else if (check_steps(walk) > 1) {
        const two_steps of = two_steps_of(walk);
        const double rounded = check_rounded(fit(&of), digits);
        if (rounded >= MOMENTUM_LEAST && rounded <= MOMENTUM_MOST)
            *momentum = rounded;
    }
    return true;
}

static int usual_variants(const dh_optimizer *optimizer)
{
    int variants = 1;
    for (int i = 0; i < optimizer->settings; i++)
        variants *= 1 + count_of(usual_of(optimizer->setting[i].name));
    return variants;
}

/* The settings, and after those that people use other values of momentum. */
static bool take_settings(const check_walk *walk, momentum_fit *fit, int variant,
                          check_setting *setting)
{
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    const int usual = usual_variants(optimizer), momentum = dh_setting_find(optimizer, "momentum");
    double *value = setting->recipe.value;
    if (variant < usual)
        return take_usual(optimizer, variant, value);
    return momentum >= 0 && take_momentum(walk, fit, variant - usual, &value[momentum]);
}

int check_eps_of(const dh_recipe *recipe)
{
    return dh_setting_find(dh_optimizer_at(recipe->optimizer), "eps");
}

/* Takes another form of the optimizer, where it has that; moments that are not corrected with the
 * usual epsilon alone. */
static bool take_form(check_form form, check_setting *setting)
{
    static const char *const words[CHECK_FORMS] = {
        [CHECK_AS_HERE] = "",
        [CHECK_EPS_INSIDE] = "epsilon is below the root",
        [CHECK_UNCORRECTED] = "the moments are not corrected for their start at 0"};
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    const int eps = check_eps_of(&setting->recipe);
    double *value = setting->recipe.value;
    setting->form = form;
    snprintf(setting->detail, sizeof setting->detail, "%s", words[form]);
    if (form == CHECK_UNCORRECTED)
        return has_setting(optimizer, "beta2") && value[eps] == optimizer->setting[eps].preset;
    if (form == CHECK_EPS_INSIDE && eps >= 0) {
        setting->eps = value[eps];
        value[eps] = 0.0;
    }
    return form == CHECK_AS_HERE || eps >= 0;
}

bool check_vary_preset(check_walk *walk, const check_rule *rule, int variant,
                       check_setting *setting)
{
    (void)walk;
    dh_recipe_set_optimizer(&setting->recipe, dh_optimizer_find(rule->optimizer));
    setting->recipe.batch = 0;
    return variant == 0;
}

/* Shares of momentum: none changes the first step. */
static bool vary_momentum(const check_walk *walk, momentum_fit *fit, int variant,
                          check_setting *setting)
{
    return !walk->fails_at_once && take_settings(walk, fit, variant, setting);
}

/* Shares of moments and, after all of these, other values of epsilon: of what is corrected no share
 * changes the first step. */
static bool vary_moments(const check_walk *walk, int variant, check_setting *setting)
{
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    const int usual = usual_variants(optimizer), shares = usual / (1 + count_of(usual_of("eps")));
    const check_form form = (check_form)(variant / usual);
    if (variant >= CHECK_FORMS * usual || !take_settings(walk, NULL, variant % usual, setting))
        return false;
    setting->meant = walk->fails_at_once && variant % shares > 0 && form != CHECK_UNCORRECTED &&
                     has_setting(optimizer, "beta2");
    return take_form(form, setting);
}

bool check_vary_optimizer(check_walk *walk, const check_rule *rule, int variant,
                          check_setting *setting)
{
    check_vary_preset(walk, rule, 0, setting);
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    if (!has_setting(optimizer, "momentum"))
        return vary_moments(walk, variant, setting);
    const bool nesterov = strcmp(optimizer->name, "nesterov") == 0;
    return vary_momentum(walk, nesterov ? fit_nesterov : fit_momentum, variant, setting);
}

bool check_vary_ahead(check_walk *walk, const check_rule *rule, int variant, check_setting *setting)
{
    check_vary_preset(walk, rule, 0, setting);
    const dh_optimizer *optimizer = dh_optimizer_at(setting->recipe.optimizer);
    if (!vary_momentum(walk, fit_ahead, variant, setting))
        return false;
    setting->ahead = setting->recipe.value[dh_setting_find(optimizer, "momentum")];
    return true;
}
