#include "app/settings.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

static bool parse_rate(dh_config *config, const char *text)
{
    double rate;
    if (!number_parse(text, &rate) || rate < 0.0)
        return false;
    config->learning_rate = rate;
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
static plot_number shown_rate(const dh_config *config)
{
    const double rate = config->learning_rate;
    return rate == 0.0 || (rate >= 0.001 && rate < 1e4) ? plot_fixed(rate, 4) : plot_short(rate, 4);
}

static plot_number shown_weight(double weight)
{
    const bool hundredths = fabs(weight) < 1e5 && round(weight * 100.0) / 100.0 == weight;
    return hundredths ? plot_fixed(weight, 2) : plot_short(weight, 6);
}

static plot_number shown_slope(const dh_config *config)
{
    return shown_weight(config->init.slope);
}

static plot_number shown_intercept(const dh_config *config)
{
    return shown_weight(config->init.intercept);
}

static plot_number shown_points(const dh_config *config)
{
    plot_number number;
    snprintf(number.text, sizeof number.text, "%zu", config->data.points);
    return number;
}

static plot_number shown_seed(const dh_config *config)
{
    plot_number number;
    snprintf(number.text, sizeof number.text, "%" PRIu64, config->data.seed);
    return number;
}

static void editable_rate(const dh_config *config, char text[static NUMBER_BYTES])
{
    number_shortest(config->learning_rate, text);
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

static double *rate_of(dh_config *config)
{
    return &config->learning_rate;
}

static double *slope_of(dh_config *config)
{
    return &config->init.slope;
}

static double *intercept_of(dh_config *config)
{
    return &config->init.intercept;
}

static const app_setting SETTINGS[SETTING_COUNT] = {
    [SETTING_LEARNING_RATE] = {"Learning rate", "learning rate number", "learning rate slider",
                               "How far an update goes: [ and ] too", "Type a number, 0 or more",
                               parse_rate, shown_rate, editable_rate, rate_of},
    [SETTING_START_SLOPE] = {"Start slope a₀", "start slope number", "start slope slider",
                             "The slope before training", "Type a number within 1e100", parse_slope,
                             shown_slope, editable_slope, slope_of},
    [SETTING_START_INTERCEPT] = {"Start intercept a₁", "start intercept number",
                                 "start intercept slider", "The intercept before training",
                                 "Type a number within 1e100", parse_intercept, shown_intercept,
                                 editable_intercept, intercept_of},
    [SETTING_POINTS] = {"Points", "points number", NULL, NULL, "Type 1 to 10000000", parse_points,
                        shown_points, editable_points, NULL},
    [SETTING_SEED] = {"Seed", "seed number", NULL, NULL, "Type 0 to 2^64 − 1", parse_seed,
                      shown_seed, editable_seed, NULL},
};

const app_setting *setting_of(setting_id id)
{
    return &SETTINGS[id];
}

/* The rate's slider spans three decades around the rates that matter for these data. */
static ui_slider_def rate_slider(const dh_quadratic *q)
{
    return (ui_slider_def){
        .low = 0.003 * q->stable_rate,
        .high = 3.0 * q->stable_rate,
        .logarithmic = true,
        .mark = q->fastest_rate,
        .bad_from = q->stable_rate,
    };
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

ui_slider_def setting_slider(const app_session *session, setting_id id)
{
    const dh_quadratic *q = &session->quadratic;
    dh_config preset = dh_config_default();
    const app_setting *setting = setting_of(id);
    const double preset_value = *setting->value(&preset);
    ui_slider_def def;
    if (id == SETTING_LEARNING_RATE)
        def = rate_slider(q);
    else
        def = weight_slider(id == SETTING_START_SLOPE ? q->best.slope : q->best.intercept,
                            preset_value);
    def.name = setting->slider_name;
    def.hint = setting->hint;
    def.preset = preset_value;
    return def;
}

void setting_nudge(app_session *session, setting_id id, int direction)
{
    const ui_slider_def def = setting_slider(session, id);
    dh_config config = session->config;
    double *value = setting_of(id)->value(&config);
    *value = ui_slider_nudged(&def, *value, direction, false);
    session_configure(session, &config);
}
