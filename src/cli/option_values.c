#include "cli/option_values.h"

#include "file/save.h"
#include "model/fields.h"
#include "table/samples.h"
#include "text/append.h"
#include "text/number.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

bool option_vs(cli_options *options, const char *value)
{
    if (options->vs_count == SCENE_RUNS - 1)
        return false;
    options->vs_text[options->vs_count++] = value;
    return true;
}

/* The part of a figure that a word names, NULL for none. */
static bool *figure_part(figure_parts *parts, const char *word)
{
    const char *const *pictures = field_of(FIELD_ALONE)->words;
    const struct {
        const char *word;
        bool *part;
    } table[] = {{pictures[VIEW_DATA], &parts->data},
                 {pictures[VIEW_WEIGHTS], &parts->weights},
                 {pictures[VIEW_LOSS], &parts->loss},
                 {"words", &parts->words},
                 {"card", &parts->card},
                 {"legend", &parts->legend}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].word, word) == 0)
            return table[i].part;
    return NULL;
}

/* A word of --show: a switch of the view that is on, or what a figure is to have; of that the
 * window has a picture alone. */
static bool show(cli_options *options, const char *word)
{
    model_view *view = &options->setup.view;
    bool *part = figure_part(&options->parts, word);
    if (part) {
        const figure_parts *all = &options->parts;
        *part = true;
        field_parse(field_of(FIELD_ALONE), view, word);
        if (all->data && all->weights && all->loss)
            view->alone = VIEW_ALL;
        return true;
    }
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        if (!field_is_view_switch(field) || strcmp(field->name, word) != 0)
            continue;
        if (!field_is_on(field, view))
            field_next(field, view);
        return true;
    }
    return false;
}

void option_explain_show(char *text, size_t size)
{
    const char *before = "any of ";
    text[0] = '\0';
    for (field_id id = 0; id < FIELD_COUNT; id++)
        if (field_is_view_switch(field_of(id))) {
            text_append(text, size, "%s%s", before, field_of(id)->name);
            before = ", ";
        }
    before = "; one of ";
    for (int i = VIEW_ALL + 1; i < VIEW_PICTURE_COUNT; i++, before = ", ")
        text_append(text, size, "%s%s", before, field_of(FIELD_ALONE)->words[i]);
    text_append(text, size,
                " to have that picture alone; of --export any of the three, words, "
                "card (the update in numbers) and legend");
}

void option_explain_sample(char *text, size_t size)
{
    char names[160];
    sample_names(names, sizeof names);
    snprintf(text, size, "points that come with the program: %s", names);
}

bool option_show(cli_options *options, const char *value)
{
    char word[NUMBER_BYTES];
    for (const char *at = value;; at++) {
        const size_t length = strcspn(at, ",");
        snprintf(word, sizeof word, "%.*s", length < sizeof word ? (int)length : 0, at);
        if (!show(options, word))
            return false;
        at += length;
        if (*at == '\0')
            return true;
    }
}

/* The last of several counts, as with other options; of files only one can be read. */
bool option_data(cli_options *options, const char *value)
{
    const bool first = !options->data;
    options->data = value;
    options->columns_of_trace = false;
    return first && value[0] != '\0';
}

/* Columns are those of the file that was named last before them. */
bool option_columns(cli_options *options, const char *value)
{
    *(options->columns_of_trace ? &options->trace_columns : &options->columns) = value;
    return true;
}

bool option_sample(cli_options *options, const char *value)
{
    options->sample = value;
    return true;
}

bool option_xy(cli_options *options, const char *value)
{
    options->xy = value;
    return true;
}

bool option_called(cli_options *options, const char *value)
{
    options->called = value;
    return true;
}

static bool parse_step(const char *value, bool *has, size_t *step)
{
    uint64_t at;
    if (!number_parse_whole(value, 0, DH_STEPS_MAX, &at))
        return false;
    *step = (size_t)at;
    *has = true;
    return true;
}

bool option_at_step(cli_options *options, const char *value)
{
    return parse_step(value, &options->has_at, &options->at);
}

bool option_from(cli_options *options, const char *value)
{
    return parse_step(value, &options->has_from, &options->from);
}

bool option_to(cli_options *options, const char *value)
{
    return parse_step(value, &options->has_to, &options->to);
}

bool option_size(cli_options *options, const char *value)
{
    const char *cross = strchr(value, 'x');
    char width_text[NUMBER_BYTES];
    uint64_t width, height;
    if (!cross || cross - value >= NUMBER_BYTES)
        return false;
    memcpy(width_text, value, (size_t)(cross - value));
    width_text[cross - value] = '\0';
    if (!number_parse_whole(width_text, 1, OPTIONS_SIDE_MAX, &width) ||
        !number_parse_whole(cross + 1, 1, OPTIONS_SIDE_MAX, &height))
        return false;
    options->width = (int)width;
    options->height = (int)height;
    return true;
}

bool option_scale(cli_options *options, const char *value)
{
    double scale;
    if (!number_parse(value, &scale) || scale < OPTIONS_SCALE_MIN || scale > OPTIONS_SCALE_MAX)
        return false;
    options->scale = scale;
    return true;
}

/* Of several actions --help wins, then --version; of the others only one can be asked for. */
static bool act(cli_options *options, options_action action)
{
    if (options->action != OPTIONS_WINDOW && options->action != action &&
        options->action < OPTIONS_VERSION && action < OPTIONS_VERSION)
        options->too_many_actions = true;
    if (action > options->action)
        options->action = action;
    return true;
}

bool option_print(cli_options *options, const char *value)
{
    (void)value;
    return act(options, OPTIONS_PRINT);
}

bool option_print_data(cli_options *options, const char *value)
{
    (void)value;
    return act(options, OPTIONS_PRINT_DATA);
}

/* One run can be read, to check it or to show it. */
bool option_trace(cli_options *options, const char *value)
{
    const bool first = !options->trace_file;
    options->trace_file = value;
    options->columns_of_trace = true;
    return first && value[0] != '\0';
}

bool option_check(cli_options *options, const char *value)
{
    return option_trace(options, value) && act(options, OPTIONS_CHECK);
}

static bool is_png_name(const char *name)
{
    static const char ending[] = ".png";
    const size_t length = strlen(name), of_ending = sizeof ending - 1;
    if (length < of_ending)
        return false;
    for (size_t i = 0; i < of_ending; i++)
        if (tolower((unsigned char)name[length - of_ending + i]) != ending[i])
            return false;
    return true;
}

/* A pipe or device has no ending that could promise another kind of picture. */
bool option_screenshot(cli_options *options, const char *value)
{
    options->screenshot = value;
    return (is_png_name(value) || file_is_stream(value)) && act(options, OPTIONS_SCREENSHOT);
}

/* Which endings there are is known where the file is written. */
bool option_export(cli_options *options, const char *value)
{
    options->export_file = value;
    return value[0] != '\0' && act(options, OPTIONS_EXPORT);
}

bool option_framework(cli_options *options, const char *value)
{
    options->has_framework = true;
    options->numpy = strcmp(value, "numpy") == 0;
    return options->numpy || strcmp(value, "pytorch") == 0;
}

bool option_points_only(cli_options *options, const char *value)
{
    (void)value;
    return options->points_only = true;
}

bool option_help(cli_options *options, const char *value)
{
    (void)value;
    return act(options, OPTIONS_HELP);
}

bool option_version(cli_options *options, const char *value)
{
    (void)value;
    return act(options, OPTIONS_VERSION);
}
