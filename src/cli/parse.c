#include "cli/parse.h"

#include "cli/option_table.h"
#include "cli/points_option.h"
#include "cli/trace_option.h"
#include "model/fields.h"
#include "text/append.h"
#include "text/line.h"

#include <stdio.h>

enum { SHOWN_BYTES = 64, ALLOWED_BYTES = 160 };

/* A piece of the command line that stays one short line in a message. */
static const char *printable(const char *text, char shown[static SHOWN_BYTES])
{
    text_copy(shown, SHOWN_BYTES, text);
    text_make_printable(shown);
    return shown;
}

/* "WHAT: WHY", cut where that is too long. */
static bool refuse(dh_error *error, const char *what, const char *why)
{
    char text[sizeof error->text] = "";
    text_append(text, sizeof text, "%s: %s", what, why);
    return dh_fail(error, "%s", text);
}

/* Gives the runs beside the current one their looks: those that were asked for, and then the first
 * that is free. */
static bool give_looks(cli_options *options, dh_error *error)
{
    model_scene *scene = &options->setup.scene;
    const int none = -1;
    bool taken[SCENE_RUNS] = {false};
    taken[scene->run[0].look] = true;
    for (int i = 1; i < scene->count; i++) {
        const int look = options->vs[i - 1].run.look;
        scene->run[i].look = look > 0 ? look : none;
        if (look > 0 && taken[look])
            return dh_fail(error, "--vs color=%d: color %d is another run's", look, look);
        taken[look] |= look > 0;
    }
    for (int i = 1; i < scene->count; i++)
        if (scene->run[i].look == none)
            scene->run[i].look = scene_free_look(scene, scene->count);
    return true;
}

/* Adds the run that a --vs describes. */
static bool add_run(model_scene *scene, const char *text, recipe_words *words, dh_error *reason)
{
    dh_recipe recipe;
    if (!recipe_read(words, text, reason) ||
        !recipe_compose(words, &scene->run[0].recipe, &recipe, reason))
        return false;
    scene_add(scene, &recipe, words->run.name);
    scene->run[scene->count - 1].hidden = words->run.hidden;
    return true;
}

/* Makes the recipes of all runs, which may be told apart only by what the last option says. */
static bool make_scene(cli_options *options, dh_error *error)
{
    model_scene *scene = &options->setup.scene;
    const dh_recipe usual = dh_recipe_default();
    dh_error reason = {.text = ""};
    if (!recipe_compose(&options->recipe, &usual, &scene->run[0].recipe, &reason))
        return dh_fail(error, "--%s", reason.text);
    for (int i = 0; i < options->vs_count; i++) {
        char shown[SHOWN_BYTES], what[SHOWN_BYTES + 8];
        if (add_run(scene, options->vs_text[i], &options->vs[i], &reason))
            continue;
        text_make_printable(reason.text);
        snprintf(what, sizeof what, "--vs '%s'", printable(options->vs_text[i], shown));
        return refuse(error, what, reason.text);
    }
    return give_looks(options, error);
}

static bool check_pixels(const cli_options *options, dh_error *error)
{
    const double scale = options->scale > 0.0 ? options->scale : 1.0;
    const double width = options->width * scale, height = options->height * scale;
    if (width <= OPTIONS_SIDE_MAX && height <= OPTIONS_SIDE_MAX &&
        width * height <= OPTIONS_PIXELS_MAX)
        return true;
    return dh_fail(error,
                   "--size %dx%d at scale %g: %.0fx%.0f pixels are too many; at most %d each way "
                   "and %d in all",
                   options->width, options->height, scale, width, height, OPTIONS_SIDE_MAX,
                   OPTIONS_PIXELS_MAX);
}

/* The window has one picture alone, or all. */
static bool check_pictures(const cli_options *options, dh_error *error)
{
    const figure_parts *parts = &options->parts;
    return parts->data + parts->weights + parts->loss != 2 || options->action == OPTIONS_EXPORT ||
           dh_fail(error, "--show: the window has one picture alone, or all three; two of them "
                          "are for --export");
}

/* What only the options together can tell. */
static bool check(const cli_options *options, dh_error *error)
{
    if (options->action < OPTIONS_VERSION && options->too_many_actions)
        return dh_fail(error, "only one of --print, --print-data, --check, --screenshot and "
                              "--export can be given");
    const char *of_export = options->has_framework ? "framework"
                            : options->points_only ? "points-only"
                            : options->has_from    ? "from"
                            : options->has_to      ? "to"
                                                   : NULL;
    if (!options->export_file && of_export)
        return dh_fail(error, "--%s: there is no --export FILE that it is about", of_export);
    return check_pictures(options, error) && check_pixels(options, error);
}

static bool check_step(const cli_options *options, const char *name, size_t step, dh_error *error)
{
    const size_t steps = options->setup.scene.steps;
    return step <= steps ||
           dh_fail(error, "--%s %zu: must be a step of the run, from 0 to %zu", name, step, steps);
}

/* What a trace may have a say in. */
static bool check_steps(const cli_options *options, dh_error *error)
{
    return check_step(options, "at", options->has_at ? options->at : 0, error) &&
           check_step(options, "from", options->has_from ? options->from : 0, error) &&
           check_step(options, "to", options->has_to ? options->to : 0, error);
}

/* Lets an option set its field; one without a value switches it on. */
static bool set_field(cli_options *options, const model_field *field, field_id id,
                      const char *value)
{
    void *owner = field_in(field, &options->setup);
    options->has_init |= id == FIELD_INIT_SLOPE;
    options->has_steps |= id == FIELD_STEPS;
    if (field_is_of_drawing(field))
        options->drawn = field->name;
    if (field->value)
        return field_parse_parts(id, owner, value);
    if (!field_is_on(field, owner))
        field_next(field, owner);
    return true;
}

/* Lets an option take its value. */
static bool set(cli_options *options, const option_def *option, const char *value)
{
    switch (option->sets) {
    case OPTION_SETS_OWN:
        return option->set(options, value);
    case OPTION_SETS_FIELD:
        return set_field(options, field_of(option->field), option->field, value);
    case OPTION_SETS_RECIPE:
        return recipe_take(&options->recipe, option->name, value);
    }
    return false;
}

/* Says why an option was not taken with a value. */
static bool refuse_value(const cli_options *options, const option_def *option, const char *value,
                         dh_error *error)
{
    char shown[SHOWN_BYTES], allowed[ALLOWED_BYTES], text[sizeof error->text] = "";
    option_allowed(option, allowed, sizeof allowed);
    text_append(text, sizeof text, "--%s '%s': ", option->name, printable(value, shown));
    if (!option->value)
        text_append(text, sizeof text, "takes no value");
    else if (options->recipe.out_of_memory)
        text_append(text, sizeof text, "not enough memory");
    else
        text_append(text, sizeof text, "%smust be %s", option_comma_advice(option, value), allowed);
    return dh_fail(error, "%s", text);
}

/* Takes an option and its value, which may be in the next argument. */
static bool take(cli_options *options, const option_def *option, const char *value,
                 const char *next, dh_error *error)
{
    if (option->value && !value && !next) {
        char allowed[ALLOWED_BYTES];
        option_allowed(option, allowed, sizeof allowed);
        return dh_fail(error, "--%s: a value is missing; it must be %s", option->name, allowed);
    }
    if (!option->value && value)
        return refuse_value(options, option, value, error);
    if (option->value && !value)
        value = next;
    return set(options, option, value) || refuse_value(options, option, value, error);
}

/* What is no option is the name of a file of points. */
static bool is_file_name(const char *argument)
{
    return argument[0] != '-' || argument[1] == '\0';
}

bool options_parse(cli_options *options, int argc, char *const *argv, dh_error *error)
{
    for (int i = 0; i < argc; i++) {
        const char *value;
        char shown[SHOWN_BYTES];
        option_def option;
        if (is_file_name(argv[i])) {
            if (!option_data(options, argv[i]))
                return dh_fail(error,
                               argv[i][0] ? "%s: only one file of points can be read"
                                          : "'%s': must be the name of a file of points",
                               printable(argv[i], shown));
            continue;
        }
        if (!option_of(argv[i], &option, &value))
            return dh_fail(error, "%s: not an option; downhill --help lists them all",
                           printable(argv[i], shown));
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (!take(options, &option, value, next, error))
            return false;
        i += option.value && !value;
    }
    return make_scene(options, error) && check(options, error) &&
           points_option_take(options, error) && trace_option_take(options, error) &&
           check_steps(options, error);
}
