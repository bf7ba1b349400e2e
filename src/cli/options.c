#include "cli/options.h"

#include "cli/option_table.h"

#include <stdio.h>
#include <string.h>

cli_options options_default(void)
{
    return (cli_options){
        .scene = {.config = dh_config_default()},
        .interval_ms = OPTIONS_INTERVAL_MS,
        .width = OPTIONS_WIDTH,
        .height = OPTIONS_HEIGHT,
        .view = view_default(),
    };
}

enum { SHOWN_BYTES = 64, ALLOWED_BYTES = 128 };

static void make_printable(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            *text = '?';
}

/* A piece of the command line that stays one short line in a message. */
static const char *printable(const char *text, char shown[static SHOWN_BYTES])
{
    snprintf(shown, SHOWN_BYTES, "%s", text);
    make_printable(shown);
    return shown;
}

/* Gives a kept run the look that was asked for. */
static bool take_look(model_scene *scene, int kept, int look, dh_error *error)
{
    for (int i = 0; i < kept; i++)
        if (scene->kept[i].look == look)
            return dh_fail(error, "color %d is another run's", look);
    scene->kept[kept].look = look;
    return true;
}

/* Keeps the run that a --vs describes. */
static bool add_run(model_scene *scene, const char *text, dh_error *reason)
{
    recipe_words words = {0};
    dh_recipe recipe;
    const int kept = scene->kept_count;
    if (!recipe_read(&words, text, reason) ||
        !recipe_make(&words, &scene->config.recipe, &recipe, reason))
        return false;
    scene_keep(scene, &recipe, words.name);
    scene->kept[kept].hidden = words.hidden;
    return words.look == 0 || take_look(scene, kept, words.look, reason);
}

/* Makes the recipes of all runs, which may be told apart only by what the last option says. */
static bool make_scene(cli_options *options, dh_error *error)
{
    model_scene *scene = &options->scene;
    const dh_recipe usual = dh_recipe_default();
    dh_error reason = {""};
    if (!recipe_make(&options->recipe, &usual, &scene->config.recipe, &reason))
        return dh_fail(error, "--%s", reason.text);
    for (int i = 0; i < options->vs_count; i++) {
        char shown[SHOWN_BYTES];
        if (add_run(scene, options->vs[i], &reason))
            continue;
        make_printable(reason.text);
        return dh_fail(error, "--vs '%s': %.180s", printable(options->vs[i], shown), reason.text);
    }
    return true;
}

/* What only the options together can tell. */
static bool check(const cli_options *options, dh_error *error)
{
    if (options->action < OPTIONS_VERSION && options->too_many_actions)
        return dh_fail(error, "only one of --print, --print-data and --screenshot can be given");
    if (options->has_at && options->at > options->scene.config.steps)
        return dh_fail(error, "--at %zu: must be a step of the run, from 0 to %zu", options->at,
                       options->scene.config.steps);
    const double scale = options->scale > 0.0 ? options->scale : 1.0;
    if (options->width * scale > OPTIONS_SIZE_MAX || options->height * scale > OPTIONS_SIZE_MAX)
        return dh_fail(error, "--size %dx%d: must be at most %dx%d, times the scale",
                       options->width, options->height, OPTIONS_SIZE_MAX, OPTIONS_SIZE_MAX);
    return true;
}

/* What must come after "must be". */
static const char *allowed_for(const option_def *option, char text[static ALLOWED_BYTES])
{
    if (option->allowed)
        return option->allowed;
    recipe_allowed(option->name, text, ALLOWED_BYTES);
    return text;
}

/* Takes an option and its value, which may be in the next argument. */
static bool take(cli_options *options, const option_def *option, const char *value,
                 const char *next, dh_error *error)
{
    char shown[SHOWN_BYTES], allowed[ALLOWED_BYTES];
    if (option->value && !value && !next)
        return dh_fail(error, "--%s: a value is missing; it must be %s", option->name,
                       allowed_for(option, allowed));
    if (!option->value && value)
        return dh_fail(error, "--%s '%s': takes no value", option->name, printable(value, shown));
    if (option->value && !value)
        value = next;
    const bool taken = option->set ? option->set(options, value)
                                   : recipe_say(&options->recipe, option->name, value);
    return taken || dh_fail(error, "--%s '%s': must be %s", option->name, printable(value, shown),
                            allowed_for(option, allowed));
}

bool options_parse(cli_options *options, int argc, char *const *argv, dh_error *error)
{
    for (int i = 0; i < argc; i++) {
        const char *value;
        char shown[SHOWN_BYTES];
        option_def option;
        if (!option_of(argv[i], &option, &value))
            return dh_fail(error, "%s: not an option; downhill --help lists them all",
                           printable(argv[i], shown));
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (!take(options, &option, value, next, error))
            return false;
        i += option.value && !value;
    }
    return make_scene(options, error) && check(options, error);
}

enum { HELP_COLUMN = 30, HELP_WIDTH = 80 - HELP_COLUMN };

/* Writes a text in the column of the help; lines that are too long go on in the next. */
static void write_help(const char *text, FILE *stream)
{
    size_t used = 0;
    while (*text) {
        const size_t word = strcspn(text, " \n");
        if (used > 0 && used + 1 + word > HELP_WIDTH) {
            fprintf(stream, "\n%*s", HELP_COLUMN, "");
            used = 0;
        }
        used += (size_t)fprintf(stream, "%s%.*s", used > 0 ? " " : "", (int)word, text);
        text += word;
        if (*text == '\n') {
            fprintf(stream, "\n%*s", HELP_COLUMN, "");
            used = 0;
        }
        text += *text != '\0';
    }
    fputc('\n', stream);
}

/* Writes an option's line, and further ones where its help has more. */
static void describe(const option_def *o, FILE *stream)
{
    char head[64], allowed[ALLOWED_BYTES], help[2 * ALLOWED_BYTES];
    if (!o->help)
        snprintf(help, sizeof help, "%s (%s)", allowed_for(o, allowed),
                 dh_optimizer_at(DH_GRADIENT_DESCENT)->name);
    const char letter[] = {o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
                           o->letter ? ',' : ' ', '\0'};
    snprintf(head, sizeof head, "  %s --%s %s", letter, o->name, o->value ? o->value : "");
    fprintf(stream, "%-*s", HELP_COLUMN, head);
    write_help(o->help ? o->help : help, stream);
}

/* What it does, and its value where none is given, by optimizer. */
static void describe_setting(const option_def *option, FILE *stream)
{
    char help[256], owners[ALLOWED_BYTES];
    snprintf(help, sizeof help, "%s", option->help);
    for (int i = 0; i < dh_optimizer_count(); i++) {
        const dh_optimizer *optimizer = dh_optimizer_at(i);
        const int at = dh_setting_find(optimizer, option->name);
        if (at < 0)
            continue;
        const double preset = optimizer->setting[at].preset;
        recipe_owners(option->name, preset, owners, sizeof owners);
        const size_t first = strcspn(owners, ",");
        if (strlen(optimizer->name) != first || strncmp(owners, optimizer->name, first) != 0)
            continue; /* told with another optimizer */
        const size_t used = strlen(help);
        snprintf(help + used, sizeof help - used, "\n%s (%g)", owners, preset);
    }
    option_def with_help = *option;
    with_help.help = help;
    describe(&with_help, stream);
}

void options_describe(FILE *stream)
{
    option_def option;
    for (int i = 0; option_at(i, &option); i++)
        if (recipe_setting_number(option.name) >= 0)
            describe_setting(&option, stream);
        else
            describe(&option, stream);
}
