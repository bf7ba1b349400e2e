#include "cli/option_table.h"

#include "model/player.h"
#include "model/settings.h"
#include "text/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool set_vs(cli_options *options, const char *value)
{
    if (options->vs_count == SCENE_KEPT)
        return false;
    options->vs[options->vs_count++] = value;
    return true;
}

static bool set_name(cli_options *options, const char *value)
{
    return scene_set_name(options->scene.name, value);
}

static bool set_init(cli_options *options, const char *value)
{
    dh_weights init;
    if (!number_parse_pair(value, &init.slope, &init.intercept) ||
        fabs(init.slope) > DH_WEIGHT_LIMIT || fabs(init.intercept) > DH_WEIGHT_LIMIT)
        return false;
    options->scene.config.init = init;
    return true;
}

static bool set_steps(cli_options *options, const char *value)
{
    uint64_t steps;
    if (!number_parse_whole(value, 1, DH_STEPS_MAX, &steps))
        return false;
    options->scene.config.steps = (size_t)steps;
    return true;
}

static bool set_interval(cli_options *options, const char *value)
{
    uint64_t interval;
    if (!number_parse_whole(value, 1, PLAYER_INTERVAL_MAX, &interval))
        return false;
    options->interval_ms = (uint32_t)interval;
    return true;
}

static bool take_setting(cli_options *options, setting_id id, const char *value)
{
    const app_setting setting = setting_of(&options->scene.config, id);
    return setting_parse(&setting, &options->scene.config, value);
}

static bool set_points(cli_options *options, const char *value)
{
    return take_setting(options, SETTING_POINTS, value);
}

static bool set_seed(cli_options *options, const char *value)
{
    return take_setting(options, SETTING_SEED, value);
}

static bool set_true(cli_options *options, const char *value)
{
    double slope, intercept;
    if (!number_parse_pair(value, &slope, &intercept) || fabs(slope) > DH_TRUE_LIMIT ||
        fabs(intercept) > DH_TRUE_LIMIT)
        return false;
    options->scene.config.data.slope = slope;
    options->scene.config.data.intercept = intercept;
    return true;
}

static bool set_noise(cli_options *options, const char *value)
{
    double noise;
    if (!number_parse(value, &noise) || noise < 0.0 || noise > DH_TRUE_LIMIT)
        return false;
    options->scene.config.data.noise = noise;
    return true;
}

/* Of several actions --help wins, then --version; of the others only one can be asked for. */
static bool set_action(cli_options *options, options_action action)
{
    if (options->action != OPTIONS_WINDOW && options->action != action &&
        options->action < OPTIONS_VERSION && action < OPTIONS_VERSION)
        options->too_many_actions = true;
    if (action > options->action)
        options->action = action;
    return true;
}

static bool set_print(cli_options *options, const char *value)
{
    (void)value;
    return set_action(options, OPTIONS_PRINT);
}

static bool set_print_data(cli_options *options, const char *value)
{
    (void)value;
    return set_action(options, OPTIONS_PRINT_DATA);
}

static bool set_screenshot(cli_options *options, const char *value)
{
    options->screenshot = value;
    return *value != '\0' && set_action(options, OPTIONS_SCREENSHOT);
}

static bool set_at(cli_options *options, const char *value)
{
    uint64_t at;
    if (!number_parse_whole(value, 0, DH_STEPS_MAX, &at))
        return false;
    options->at = (size_t)at;
    options->has_at = true;
    return true;
}

static bool set_size(cli_options *options, const char *value)
{
    const char *cross = strchr(value, 'x');
    char width_text[NUMBER_BYTES];
    uint64_t width, height;
    if (!cross || cross - value >= NUMBER_BYTES)
        return false;
    memcpy(width_text, value, (size_t)(cross - value));
    width_text[cross - value] = '\0';
    if (!number_parse_whole(width_text, OPTIONS_WIDTH_MIN, OPTIONS_SIZE_MAX, &width) ||
        !number_parse_whole(cross + 1, OPTIONS_HEIGHT_MIN, OPTIONS_SIZE_MAX, &height))
        return false;
    options->width = (int)width;
    options->height = (int)height;
    return true;
}

static bool set_scale(cli_options *options, const char *value)
{
    double scale;
    if (!number_parse(value, &scale) || scale < OPTIONS_SCALE_MIN || scale > OPTIONS_SCALE_MAX)
        return false;
    options->scale = scale;
    return true;
}

static bool set_repeat(cli_options *options, const char *value)
{
    for (int i = 0; i < REPEAT_COUNT; i++)
        if (strcmp(value, player_repeat_word((session_repeat)i)) == 0) {
            options->repeat = (session_repeat)i;
            return true;
        }
    return false;
}

static bool set_theme(cli_options *options, const char *value)
{
    options->view.dark = strcmp(value, "dark") == 0;
    return options->view.dark || strcmp(value, "light") == 0;
}

/* Takes the next word of a list with commas; an empty one for a word that is too long for any use.
 * False at the end of the list. */
static bool next_word(const char **list, char word[static NUMBER_BYTES])
{
    if (!*list)
        return false;
    const char *comma = strchr(*list, ',');
    const size_t length = comma ? (size_t)(comma - *list) : strlen(*list);
    snprintf(word, NUMBER_BYTES, "%.*s", length < NUMBER_BYTES ? (int)length : 0, *list);
    *list = comma ? comma + 1 : NULL;
    return true;
}

static bool set_show(cli_options *options, const char *value)
{
    char word[NUMBER_BYTES];
    while (next_word(&value, word))
        if (!view_show(&options->view, word))
            return false;
    return true;
}

static bool set_zoom(cli_options *options, const char *value)
{
    double bounds[4];
    char word[NUMBER_BYTES];
    for (int i = 0; i < 4; i++)
        if (!next_word(&value, word) || !number_parse(word, &bounds[i]))
            return false;
    const plot_weights_range range = {{bounds[0], bounds[1]}, {bounds[2], bounds[3]}};
    if (value || !plot_weights_range_is_usable(&range))
        return false;
    options->view.weights = range;
    options->view.zoomed = true;
    return true;
}

static bool set_split(cli_options *options, const char *value)
{
    uint64_t percent;
    if (!number_parse_whole(value, VIEW_SPLIT_PERCENT_MIN, VIEW_SPLIT_PERCENT_MAX, &percent))
        return false;
    options->view.split = (double)percent / 100.0;
    return true;
}

static bool set_help(cli_options *options, const char *value)
{
    (void)value;
    return set_action(options, OPTIONS_HELP);
}

static bool set_version(cli_options *options, const char *value)
{
    (void)value;
    return set_action(options, OPTIONS_VERSION);
}

static const char NO_VALUE[] = "given without a value";

static const option_def TABLE[] = {
    {"lr", 'l', "RATE,STEP:RATE,...",
     "learning rate (0.1), and if wished what it\n"
     "becomes at later steps: 0.1,50:0.01",
     NULL, NULL},
    {"optimizer", 'o', "NAME", NULL, NULL, NULL},
    {"batch", 'b', "SIZE", "points in a mini-batch; 0 for all in each update\n(0)", NULL, NULL},
    {"init", 'i', "SLOPE,INTERCEPT", "initial weights (-1,1)",
     "two numbers with a comma between them, each within 1e100", set_init},
    {"steps", 't', "N", "steps in the run (100)", "a whole number from 1 to 1000000", set_steps},
    {"interval", 0, "MS", "milliseconds per frame (20)", "a whole number from 1 to 5000",
     set_interval},
    {"points", 'n', "N", "points to draw (100)", "a whole number from 1 to 10000000", set_points},
    {"seed", 's', "S", "seed, as for torch.manual_seed (4261750215)",
     "a whole number from 0 to 18446744073709551615", set_seed},
    {"true", 0, "SLOPE,INTERCEPT", "the line below the noise (3,2)",
     "two numbers with a comma between them, each within 1e30", set_true},
    {"noise", 0, "WIDTH", "width of the uniform noise added to it (1)", "a number from 0 to 1e30",
     set_noise},
    {"vs", 0, "RECIPE",
     "another run beside it, up to 7 times; what it\n"
     "does otherwise: \"optimizer=adam lr=0.3 batch=10\",\n"
     "color=1 to 7, hidden, name= and all after it",
     "given 7 times at most", set_vs},
    {"name", 0, "NAME", "what the run is called beside others", "a line of at most 63 bytes",
     set_name},
    {"print", 0, NULL, "no window: the run as CSV", NO_VALUE, set_print},
    {"print-data", 0, NULL, "no window: the points as CSV", NO_VALUE, set_print_data},
    {"screenshot", 0, "FILE.png", "no window, no display: draw a frame to a PNG",
     "the name of a file to write", set_screenshot},
    {"at", 0, "STEP",
     "step to show: of a screenshot (the last), or\n"
     "for the window to open at, paused",
     "a step of the run", set_at},
    {"size", 0, "WxH", "size of window or screenshot (1280x800)",
     "WIDTHxHEIGHT, from 800x560 to 8192x8192", set_size},
    {"scale", 0, "S", "pixels per unit, for high-density screens (1)", "a number from 0.5 to 4",
     set_scale},
    {"repeat", 0, "HOW", "at the end: once, loop or reflect (once)", "once, loop or reflect",
     set_repeat},
    {"theme", 0, "NAME", "light or dark (light)", "light or dark", set_theme},
    {"show", 0, "LIST",
     "any of residuals, gradient, slices, linear,\n"
     "batch-loss, no-gradient-arrow,\n"
     "no-velocity-arrow, no-step-arrow, from-here; one\n"
     "of data, weights, loss to have that picture alone",
     "a list with commas of words that --help names", set_show},
    {"zoom", 0, "S,S,I,I",
     "the slopes and intercepts that the weights\n"
     "picture is to hold, low and high each",
     "four numbers with commas between them, low before high", set_zoom},
    {"split", 0, "PERCENT", "of the pictures' width for the data picture (59)",
     "a whole number from 35 to 75", set_split},
    {"help", 'h', NULL, "show this and leave", NO_VALUE, set_help},
    {"version", 'V', NULL, "show the version and leave", NO_VALUE, set_version},
};

bool option_at(int index, option_def *found)
{
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        *found = TABLE[i];
        if (index-- == 0)
            return true;
        if (TABLE[i].set || !TABLE[i + 1].set)
            continue;
        for (int s = 0; recipe_setting(s); s++) { /* they come after the rest of the recipe */
            const dh_setting *setting = recipe_setting(s);
            *found = (option_def){.name = setting->name, .value = "VALUE", .help = setting->help};
            if (index-- == 0)
                return true;
        }
    }
    return false;
}

static bool find_long(const char *name, size_t length, option_def *found)
{
    for (int i = 0; option_at(i, found); i++)
        if (strlen(found->name) == length && strncmp(found->name, name, length) == 0)
            return true;
    return false;
}

static bool find_short(char letter, option_def *found)
{
    for (int i = 0; option_at(i, found); i++)
        if (found->letter && found->letter == letter)
            return true;
    return false;
}

bool option_of(const char *argument, option_def *found, const char **attached)
{
    *attached = NULL;
    if (argument[0] != '-' || argument[1] == '\0')
        return false;
    if (argument[1] != '-') {
        if (argument[2] != '\0')
            *attached = argument + 2;
        return find_short(argument[1], found);
    }
    const char *name = argument + 2;
    const char *equals = strchr(name, '=');
    if (equals)
        *attached = equals + 1;
    return find_long(name, equals ? (size_t)(equals - name) : strlen(name), found);
}
