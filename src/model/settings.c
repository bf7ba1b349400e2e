#include "model/settings.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static bool parse_rate(dh_config *config, const char *text)
{
    double rate;
    if (!number_parse(text, &rate) || rate < 0.0)
        return false;
    config->recipe.rate.first = rate;
    return true;
}

static bool parse_weight(double *weight, const char *text)
{
    double value;
    if (!number_parse(text, &value) || fabs(value) > DH_WEIGHT_LIMIT)
        return false;
    *weight = value;
    return true;
}

static bool parse_slope(dh_config *config, const char *text)
{
    return parse_weight(&config->init.slope, text);
}

static bool parse_intercept(dh_config *config, const char *text)
{
    return parse_weight(&config->init.intercept, text);
}

static bool parse_points(dh_config *config, const char *text)
{
    uint64_t points;
    if (!number_parse_whole(text, 1, DH_POINTS_MAX, &points))
        return false;
    config->data.points = (size_t)points;
    return true;
}

static bool parse_seed(dh_config *config, const char *text)
{
    return number_parse_whole(text, 0, UINT64_MAX, &config->data.seed);
}

/* Four decimals where they tell the value, else four digits and a power of ten. */
static text_number shown_rate(const dh_config *config)
{
    const double rate = config->recipe.rate.first;
    return rate == 0.0 || (rate >= 0.001 && rate < 1e4) ? text_fixed(rate, 4) : text_short(rate, 4);
}

static text_number shown_weight(double weight)
{
    const bool hundredths = fabs(weight) < 1e5 && round(weight * 100.0) / 100.0 == weight;
    return hundredths ? text_fixed(weight, 2) : text_short(weight, 6);
}

static text_number shown_slope(const dh_config *config)
{
    return shown_weight(config->init.slope);
}

static text_number shown_intercept(const dh_config *config)
{
    return shown_weight(config->init.intercept);
}

static text_number shown_points(const dh_config *config)
{
    text_number number;
    snprintf(number.text, sizeof number.text, "%zu", config->data.points);
    return number;
}

static text_number shown_seed(const dh_config *config)
{
    text_number number;
    snprintf(number.text, sizeof number.text, "%" PRIu64, config->data.seed);
    return number;
}

static void editable_rate(const dh_config *config, char text[static NUMBER_BYTES])
{
    number_shortest(config->recipe.rate.first, text);
}

static void editable_slope(const dh_config *config, char text[static NUMBER_BYTES])
{
    number_shortest(config->init.slope, text);
}

static void editable_intercept(const dh_config *config, char text[static NUMBER_BYTES])
{
    number_shortest(config->init.intercept, text);
}

static void editable_points(const dh_config *config, char text[static NUMBER_BYTES])
{
    snprintf(text, NUMBER_BYTES, "%zu", config->data.points);
}

static void editable_seed(const dh_config *config, char text[static NUMBER_BYTES])
{
    snprintf(text, NUMBER_BYTES, "%" PRIu64, config->data.seed);
}

static double rate_of(const dh_config *config)
{
    return config->recipe.rate.first;
}

static double slope_of(const dh_config *config)
{
    return config->init.slope;
}

static double intercept_of(const dh_config *config)
{
    return config->init.intercept;
}

static void set_rate(dh_config *config, double value)
{
    config->recipe.rate.first = value;
}

static void set_slope(dh_config *config, double value)
{
    config->init.slope = value;
}

static void set_intercept(dh_config *config, double value)
{
    config->init.intercept = value;
}

/* The batch: 0, or as many as there are points, is all of them. */

static bool parse_batch(dh_config *config, const char *text)
{
    uint64_t batch;
    if (strcmp(text, "all") == 0)
        batch = 0;
    else if (!number_parse_whole(text, 0, DH_POINTS_MAX, &batch))
        return false;
    config->recipe.batch = (size_t)batch;
    return true;
}

static size_t batch_points(const dh_config *config)
{
    return dh_recipe_batch(&config->recipe, config->data.points);
}

static bool is_all(const dh_config *config)
{
    return batch_points(config) == config->data.points;
}

static text_number shown_batch(const dh_config *config)
{
    text_number number = {"all points"};
    if (!is_all(config))
        snprintf(number.text, sizeof number.text, "%zu", config->recipe.batch);
    return number;
}

static void editable_batch(const dh_config *config, char text[static NUMBER_BYTES])
{
    if (is_all(config))
        snprintf(text, NUMBER_BYTES, "all");
    else
        snprintf(text, NUMBER_BYTES, "%zu", config->recipe.batch);
}

static double batch_of(const dh_config *config)
{
    return (double)batch_points(config);
}

static void set_batch(dh_config *config, double value)
{
    config->recipe.batch = value < (double)config->data.points ? (size_t)value : 0;
}

/* The settings of the optimizer. */

static const dh_setting *own_setting(const dh_config *config, int index)
{
    return &dh_optimizer_at(config->recipe.optimizer)->setting[index];
}

static bool parse_own(dh_config *config, int index, const char *text)
{
    double value;
    if (!number_parse(text, &value) || !dh_setting_allows(own_setting(config, index), value))
        return false;
    config->recipe.value[index] = value;
    return true;
}

/* A value near 1 is moved by how many nines it has: 0.9 is at 1, 0.99 at 2. */
static double nines_of(double value)
{
    const double most = 9.0; /* also for 1 and beyond */
    return value < 1.0 ? fmin(-log10(1.0 - value), most) : most;
}

/* Rounded so that it is short when read or written. */
static double with_nines(double nines)
{
    const double missing = pow(10.0, -nines);
    const double digit = pow(10.0, floor(log10(missing)) - 1.0); /* the second that tells */
    return ui_on_grid(1.0 - ui_on_grid(missing, digit), 1e-9);
}

static double value_of_own(const dh_config *config, int index)
{
    const double value = config->recipe.value[index];
    return own_setting(config, index)->scale == DH_NEAR_ONE ? nines_of(value) : value;
}

static void set_own(dh_config *config, int index, double value)
{
    const bool nines = own_setting(config, index)->scale == DH_NEAR_ONE;
    config->recipe.value[index] = nines ? with_nines(value) : value;
}

static const app_setting SETTINGS[SETTING_OF_OPTIMIZER] = {
    [SETTING_LEARNING_RATE] = {"Learning rate", "learning rate number", "learning rate slider",
                               "How far an update goes: [ and ] too", "Type a number, 0 or more",
                               parse_rate, shown_rate, editable_rate, rate_of, set_rate, NOT_OWN},
    [SETTING_START_SLOPE] = {"Start slope a₀", "start slope number", "start slope slider",
                             "The slope before training", "Type a number within 1e100", parse_slope,
                             shown_slope, editable_slope, slope_of, set_slope, NOT_OWN},
    [SETTING_START_INTERCEPT] = {"Start intercept a₁", "start intercept number",
                                 "start intercept slider", "The intercept before training",
                                 "Type a number within 1e100", parse_intercept, shown_intercept,
                                 editable_intercept, intercept_of, set_intercept, NOT_OWN},
    [SETTING_BATCH] = {"Batch", "batch number", "batch slider",
                       "Points that an update sees: , and . too", "Type a whole number, or all",
                       parse_batch, shown_batch, editable_batch, batch_of, set_batch, NOT_OWN},
    [SETTING_POINTS] = {"Points", "points number", NULL, NULL, "Type 1 to 10000000", parse_points,
                        shown_points, editable_points, NULL, NULL, NOT_OWN},
    [SETTING_SEED] = {"Seed", "seed number", NULL, NULL, "Type 0 to 2^64 − 1", parse_seed,
                      shown_seed, editable_seed, NULL, NULL, NOT_OWN},
};

bool setting_exists(const dh_config *config, setting_id id)
{
    return id < SETTING_OF_OPTIMIZER ||
           (int)id - SETTING_OF_OPTIMIZER < dh_optimizer_at(config->recipe.optimizer)->settings;
}

app_setting setting_of(const dh_config *config, setting_id id)
{
    if (id < SETTING_OF_OPTIMIZER)
        return SETTINGS[id];
    const int index = (int)id - SETTING_OF_OPTIMIZER;
    const dh_setting *own = own_setting(config, index);
    app_setting setting = {.label = own->label,
                           .field_name = own->name,
                           .slider_name = own->label,
                           .hint = own->help,
                           .own = index};
    snprintf(setting.allowed, sizeof setting.allowed,
             isfinite(own->below) ? "Type %g or more, below %g" : "Type a number, %g or more",
             own->least, own->below);
    return setting;
}

bool setting_parse(const app_setting *setting, dh_config *config, const char *text)
{
    return setting->own == NOT_OWN ? setting->parse(config, text)
                                   : parse_own(config, setting->own, text);
}

text_number setting_shown(const app_setting *setting, const dh_config *config)
{
    return setting->own == NOT_OWN ? setting->shown(config)
                                   : text_short(config->recipe.value[setting->own], 6);
}

void setting_editable(const app_setting *setting, const dh_config *config,
                      char text[static NUMBER_BYTES])
{
    if (setting->own == NOT_OWN)
        setting->editable(config, text);
    else
        number_shortest(config->recipe.value[setting->own], text);
}

double setting_value(const app_setting *setting, const dh_config *config)
{
    return setting->own == NOT_OWN ? setting->value(config) : value_of_own(config, setting->own);
}

void setting_set(const app_setting *setting, dh_config *config, double value)
{
    if (setting->own == NOT_OWN)
        setting->set(config, value);
    else
        set_own(config, setting->own, value);
}

/* The rate's slider spans three decades around the rates that matter for these data. Theory tells
 * them for gradient descent; where it has none for the optimizer, only the marks are left out. */
static ui_slider_def rate_slider(const model_session *session)
{
    const double high = 2.0 / session->quadratic.curvature_high;
    ui_slider_def def = {.low = 0.003 * high,
                         .high = 3.0 * high,
                         .logarithmic = true,
                         .mark = UI_NO_MARK,
                         .bad_from = UI_NO_MARK};
    dh_rates rates;
    if (session_rates(session, 0, &rates)) {
        def.high = 3.0 * fmax(high, rates.stable);
        def.mark = rates.fastest;
        def.bad_from = rates.stable;
    }
    return def;
}

static ui_slider_def batch_slider(const model_session *session)
{
    const double points = (double)session->data.n;
    return (ui_slider_def){.low = 1.0,
                           .high = fmax(points, 2.0),
                           .logarithmic = true,
                           .whole = true,
                           .mark = UI_NO_MARK,
                           .bad_from = UI_NO_MARK};
}

static const double NINES_STEP = 0.1;

static ui_slider_def own_slider(const dh_setting *own)
{
    const bool nines = own->scale == DH_NEAR_ONE;
    const double low = nines ? nines_of(own->low) : own->low;
    const double high = nines ? nines_of(own->high) : own->high;
    return (ui_slider_def){.low = low,
                           .high = high,
                           .logarithmic = own->scale == DH_LOGARITHMIC,
                           .step = nines ? NINES_STEP : (high - low) / 20.0,
                           .mark = UI_NO_MARK,
                           .bad_from = UI_NO_MARK};
}

/* A weight's slider is symmetric about zero and reaches a round number beyond its best value. */
static ui_slider_def weight_slider(double best, double preset)
{
    const double needed = 1.5 * fmax(fabs(best), fmax(fabs(preset), 1e-3));
    const double power = pow(10.0, floor(log10(needed)));
    const double reach = needed <= 2.0 * power   ? 2.0 * power
                         : needed <= 5.0 * power ? 5.0 * power
                                                 : 10.0 * power;
    return (ui_slider_def){.low = -reach,
                           .high = reach,
                           .step = power / 10.0,
                           .mark = UI_NO_MARK,
                           .bad_from = UI_NO_MARK};
}

/* The config to which a double click goes back, setting by setting. */
static dh_config presets_for(const dh_config *config)
{
    dh_config presets = dh_config_default();
    dh_recipe_set_optimizer(&presets.recipe, config->recipe.optimizer);
    presets.data.points = config->data.points;
    return presets;
}

ui_slider_def setting_slider(const model_session *session, setting_id id)
{
    const dh_quadratic *q = &session->quadratic;
    const dh_config *config = &session->scene.config;
    const dh_config presets = presets_for(config);
    const app_setting setting = setting_of(config, id);
    const double preset = setting_value(&setting, &presets);
    ui_slider_def def;
    if (id == SETTING_LEARNING_RATE)
        def = rate_slider(session);
    else if (id == SETTING_BATCH)
        def = batch_slider(session);
    else if (id >= SETTING_OF_OPTIMIZER)
        def = own_slider(own_setting(config, setting.own));
    else
        def = weight_slider(id == SETTING_START_SLOPE ? q->best.slope : q->best.intercept, preset);
    def.name = setting.slider_name;
    def.hint = setting.hint;
    def.preset = preset;
    return def;
}

void setting_nudge(model_session *session, setting_id id, int direction)
{
    const ui_slider_def def = setting_slider(session, id);
    dh_config config = session_controls(session);
    const app_setting setting = setting_of(&config, id);
    const double value = setting_value(&setting, &config);
    setting_set(&setting, &config, ui_slider_nudged(&def, value, direction, false));
    session_control(session, &config);
}
