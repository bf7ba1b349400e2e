#include "cli/option_table.h"

#include "model/field_control.h"
#include "model/setting_names.h"
#include "text/number.h"

#include <stdio.h>
#include <string.h>

static const char NO_VALUE[] = "given without a value";

#define FIELD(id)                                                                                  \
    {                                                                                              \
        .sets = OPTION_SETS_FIELD, .field = (id)                                                   \
    }
/* Those that set a field have from it all that is not said here. */
static const option_def TABLE[] = {
    FIELD(FIELD_RATE),
    FIELD(FIELD_OPTIMIZER),
    FIELD(FIELD_BATCH),
    FIELD(FIELD_INIT_SLOPE),
    FIELD(FIELD_STEPS),
    FIELD(FIELD_INTERVAL),
    FIELD(FIELD_POINTS),
    FIELD(FIELD_SEED),
    FIELD(FIELD_TRUE_SLOPE),
    FIELD(FIELD_NOISE),
    {.name = "data",
     .letter = 'd',
     .value = "FILE",
     .help = "points from a file of columns; - is standard input, and --data can be left out",
     .allowed = "given once, with the name of a file",
     .set = option_data},
    {.name = "columns",
     .value = "X,Y",
     .help = "its columns, by name or by number from 1 (the first two of numbers); of --xy, their "
             "names; after --check or --trace, the run's slope and intercept",
     .allowed = "two names or numbers",
     .set = option_columns},
    {.name = "sample",
     .value = "NAME",
     .explain = option_explain_sample,
     .allowed = "the name of a sample",
     .set = option_sample},
    {.name = "xy",
     .value = "\"X,Y X,Y ...\"",
     .help = "these points",
     .allowed = "points X,Y with spaces between them",
     .set = option_xy},
    {.name = "called",
     .value = "NAME",
     .help = "what the points of --xy are called",
     .allowed = "a name",
     .set = option_called},
    FIELD(FIELD_STANDARDIZE),
    FIELD(FIELD_LOSS),
    {.name = "vs",
     .value = "RECIPE",
     .help =
         "another run beside it, up to 7 times; what it does otherwise: "
         "\"optimizer=adam lr=0.3 batch=10\", mistake= what --check names, color=1 to 7, hidden, "
         "name= and all after it",
     .allowed = "given 7 times at most",
     .set = option_vs},
    FIELD(FIELD_NAME),
    FIELD(FIELD_LOOK),
    {.name = "print",
     .help = "no window: the run as CSV",
     .allowed = NO_VALUE,
     .set = option_print},
    {.name = "print-data",
     .help = "no window: the points as CSV",
     .allowed = NO_VALUE,
     .set = option_print_data},
    {.name = "check",
     .letter = 'k',
     .value = "FILE",
     .help = "no window: compare a run written elsewhere with this one, and say where it departs "
             "and why; ends with status 3 when it does",
     .allowed = "given once, with the name of a file, and not with --trace",
     .set = option_check},
    {.name = "trace",
     .value = "FILE",
     .help = "that run drawn beside this one, and what the check says; start, steps and learning "
             "rate are its own where they are not given",
     .allowed = "given once, with the name of a file, and not with --check",
     .set = option_trace},
    {.name = "screenshot",
     .value = "FILE.png",
     .help = "no window, no display: draw the window to a PNG",
     .allowed = "the name of a file that ends in .png: pictures are written as PNG",
     .set = option_screenshot},
    {.name = "export",
     .letter = 'x',
     .value = "FILE",
     .help = "no window: what is shown, in the form that the name ends with; see below",
     .allowed = "the name of a file",
     .set = option_export},
    {.name = "framework",
     .value = "NAME",
     .help = "of an exported script: pytorch or numpy (pytorch)",
     .allowed = "pytorch or numpy",
     .set = option_framework},
    {.name = "points-only",
     .help = "of an exported .csv: the points, not the run",
     .allowed = NO_VALUE,
     .set = option_points_only},
    {.name = "from",
     .value = "STEP",
     .help = "first step of an exported animation (0)",
     .allowed = "a step of the run",
     .set = option_from},
    {.name = "to",
     .value = "STEP",
     .help = "its last (the last); one before --from has it run backwards",
     .allowed = "a step of the run",
     .set = option_to},
    {.name = "at",
     .value = "STEP",
     .help =
         "step to show: of a picture in a file (the last), or for the window to open at, paused",
     .allowed = "a step of the run",
     .set = option_at_step},
    {.name = "size",
     .value = "WxH",
     .help = "size of window or picture (1280x800)",
     .allowed = "WIDTHxHEIGHT, each from 1 to 32767",
     .set = option_size},
    {.name = "scale",
     .value = "S",
     .help = "pixels per unit, for high-density screens (1; the window: what the desktop asks for)",
     .allowed = "a number from 0.5 to 4",
     .decimals = true,
     .set = option_scale},
    FIELD(FIELD_REPEAT),
    FIELD(FIELD_THEME),
    {.name = "show",
     .value = "LIST",
     .explain = option_explain_show,
     .allowed = "a list with commas of words that --help names",
     .set = option_show},
    FIELD(FIELD_ZOOM),
    FIELD(FIELD_SPLIT),
    {.name = "help",
     .letter = 'h',
     .help = "show this and leave",
     .allowed = NO_VALUE,
     .set = option_help},
    {.name = "version",
     .letter = 'V',
     .help = "show the version and leave",
     .allowed = NO_VALUE,
     .set = option_version},
};

static option_def of_field(const model_field *field, field_id id)
{
    const bool is_recipe = field->owner == FIELD_OF_RECIPE;
    return (option_def){.sets = is_recipe ? OPTION_SETS_RECIPE : OPTION_SETS_FIELD,
                        .name = field->name,
                        .letter = field->letter,
                        .value = field->value,
                        .help = field->help,
                        .field = id};
}

/* The settings of the optimizers come after the rest of the recipe. */
static bool is_last_of_recipe(size_t at)
{
    return TABLE[at].sets == OPTION_SETS_FIELD && TABLE[at].field == FIELD_BATCH;
}

bool option_at(int index, option_def *found)
{
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        const option_def *option = &TABLE[i];
        model_field setting;
        if (index-- == 0) {
            *found = option->sets == OPTION_SETS_OWN
                         ? *option
                         : of_field(field_of(option->field), option->field);
            return true;
        }
        for (int s = 0; is_last_of_recipe(i) && setting_named(s, &setting); s++)
            if (index-- == 0) {
                *found = of_field(&setting, FIELD_COUNT);
                return true;
            }
    }
    return false;
}

/* The field that an option sets, if it sets one. */
static bool find_field(const option_def *option, model_field *found)
{
    if (option->sets == OPTION_SETS_RECIPE)
        return recipe_field(option->name, found);
    if (option->sets == OPTION_SETS_FIELD)
        *found = *field_of(option->field);
    return option->sets == OPTION_SETS_FIELD;
}

void option_allowed(const option_def *option, char *text, size_t size)
{
    model_field field;
    if (find_field(option, &field))
        field_allowed(&field, text, size);
    else
        snprintf(text, size, "%s", option->allowed);
}

const char *option_comma_advice(const option_def *option, const char *value)
{
    model_field field;
    if (find_field(option, &field))
        return field_comma_advice(&field, value);
    return option->decimals ? number_comma_advice(value) : "";
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
