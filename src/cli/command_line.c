#include "cli/command_line.h"

#include "cli/options.h"
#include "cli/points_option.h"
#include "file/facts.h"
#include "model/fields.h"
#include "model/recipe_text.h"
#include "table/names.h"
#include "text/number.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_BYTES = 160 /* of a field */ };

typedef struct command_line {
    char *text; /* owned; NULL once memory has run out */
    size_t length, capacity;
} command_line;

static void append_text(command_line *line, const char *text, size_t length)
{
    if (line->text && line->length + length >= line->capacity) {
        line->capacity = 2 * (line->length + length + 1);
        char *larger = realloc(line->text, line->capacity);
        if (!larger)
            free(line->text);
        line->text = larger;
    }
    if (!line->text)
        return;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

/* For short pieces. */
__attribute__((format(printf, 2, 3))) static void append(command_line *line, const char *format,
                                                         ...)
{
    char piece[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    append_text(line, piece, strlen(piece));
}

/* One argument, in quotes where a shell would take it for something else. */
static void append_quoted(command_line *line, const char *text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "_=.,:+-";
    if (text[0] && text[strspn(text, plain)] == '\0') {
        append_text(line, text, strlen(text));
        return;
    }
    append(line, "'");
    for (; *text; text++)
        if (*text == '\'')
            append(line, "'\\''");
        else
            append_text(line, text, 1);
    append(line, "'");
}

static void append_option(void *line, const char *key, const char *value)
{
    append(line, " --%s ", key);
    append_text(line, value, strlen(value));
}

/* One of words with a space between them; without a value the key stands alone. */
static void append_word(void *words, const char *key, const char *value)
{
    command_line *line = words;
    append(line, "%s%s%s", line->length > 0 ? " " : "", key, value ? "=" : "");
    append_text(line, value ? value : "", value ? strlen(value) : 0);
}

static command_line command_line_begun(void)
{
    enum { USUAL_BYTES = 1024 };
    command_line line = {.text = malloc(USUAL_BYTES), .capacity = USUAL_BYTES};
    append(&line, "%s", "");
    return line;
}

/* The runs beside the current one. */
static void append_other_runs(command_line *line, const model_scene *scene)
{
    for (int i = scene_trace(scene) ? SCENE_TRACE + 1 : 1; i < scene->count; i++) {
        const scene_run *run = &scene->run[i];
        command_line words = command_line_begun();
        recipe_differences(&run->recipe, &scene->run[0].recipe, append_word, &words);
        char look[NUMBER_BYTES];
        field_write(field_of(FIELD_LOOK), run, look, sizeof look);
        if (run->look != scene_free_look(scene, i))
            append_word(&words, field_of(FIELD_LOOK)->name, look);
        if (run->hidden)
            append_word(&words, field_of(FIELD_HIDDEN)->name, NULL);
        if (run->name[0])
            append_word(&words, field_of(FIELD_NAME)->name, run->name);
        append(line, " --vs ");
        append_quoted(line, words.text ? words.text : "");
        free(words.text);
    }
}

/* The options of the fields that are not as usual, but for those of the recipes. */
static void append_fields(command_line *line, const model_setup *setup, const model_setup *usual)
{
    const bool given = setup->scene.problem.source.kind == DH_SOURCE_GIVEN;
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        const void *owner = field_seen_in(field, setup);
        if (!field_has_option(field) || field->owner == FIELD_OF_RECIPE ||
            (given && field_is_of_drawing(field)) ||
            field_equal_parts(id, owner, field_seen_in(field, usual)))
            continue;
        append(line, " --%s", field->name);
        if (!field->value)
            continue;
        char value[VALUE_BYTES];
        field_write_parts(id, owner, value, sizeof value);
        append(line, " ");
        append_quoted(line, value);
    }
}

/* The words of --show. */
static void append_shown(command_line *line, const model_view *view)
{
    const char *before = " --show ";
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        if (!field_is_view_switch(field) || !field_is_on(field, view))
            continue;
        append(line, "%s%s", before, field->name);
        before = ",";
    }
    if (view->alone != VIEW_ALL)
        append(line, "%s%s", before, field_of(FIELD_ALONE)->words[view->alone]);
}

/* A file and those of its columns that were asked for. */
static void append_file(command_line *line, const char *option, const char *path,
                        const char *columns)
{
    append(line, " --%s ", option);
    append_quoted(line, path);
    if (columns[0]) {
        append(line, " --columns ");
        append_quoted(line, columns);
    }
}

/* The option that gives these points again. */
static void append_points(command_line *line, const dh_points *points)
{
    if (points->place.kind == DH_POINTS_SAMPLE) {
        append_option(line, "sample", points->place.path);
        return;
    }
    if (points->place.kind == DH_POINTS_FILE) {
        append_file(line, "data", points->place.path, points->place.columns);
        return;
    }
    append(line, " --xy '");
    for (size_t i = 0; i < points->n; i++) {
        char x[NUMBER_BYTES], y[NUMBER_BYTES];
        number_shortest(points->x[i], x);
        number_shortest(points->y[i], y);
        append(line, "%s%s,%s", i > 0 ? " " : "", x, y);
    }
    append(line, "'");
    if (strcmp(points->x_name, "x") != 0 || strcmp(points->y_name, "y") != 0) {
        char names[NAMES_BYTES];
        names_join(points->x_name, points->y_name, names);
        append(line, " --columns ");
        append_quoted(line, names);
    }
    if (strcmp(points->origin, POINTS_TYPED) != 0) {
        append(line, " --called ");
        append_quoted(line, points->origin);
    }
}

static bool can_tell_trace(const model_trace *trace, dh_error *error)
{
    if (!trace->path[0])
        return dh_fail(error, "%s is in no file that a command line could name", trace->origin);
    return file_is_as_it_was(trace->path, trace->modified_ns) ||
           dh_fail(error, "%s has changed since: F5 reads it again", trace->origin);
}

bool command_line_can_tell(const model_scene *scene, dh_error *error)
{
    const dh_source *source = &scene->problem.source;
    const model_trace *trace = scene_trace(scene);
    if (trace && !can_tell_trace(trace, error))
        return false;
    if (source->kind == DH_SOURCE_GENERATED)
        return true;
    const dh_points_place *place = &source->given->place;
    if (place->kind == DH_POINTS_TYPED && source->given->n > COMMAND_LINE_POINTS)
        return dh_fail(error, "%zu points are in no file: Ctrl+S saves them, then they can be told",
                       source->given->n);
    if (place->kind == DH_POINTS_FILE && !file_is_as_it_was(place->path, place->modified_ns))
        return dh_fail(error, "the file has changed since: F5 reads it again, Ctrl+S saves this");
    return true;
}

/* What need not be said: beside a trace the start, the steps and the rate are said always, for else
 * they would be its own. */
static model_setup usual_beside(const model_trace *trace)
{
    model_setup usual = setup_default();
    if (trace) {
        usual.scene.init.slope = (double)NAN;
        usual.scene.steps = 0;
        usual.scene.run[0].recipe.rate.first = (double)NAN;
    }
    return usual;
}

char *command_line_of(const model_setup *setup, const command_line_picture *picture)
{
    const model_trace *trace = scene_trace(&setup->scene);
    const model_setup usual = usual_beside(trace);
    const dh_source *source = &setup->scene.problem.source;
    command_line line = command_line_begun();
    append(&line, "downhill");
    recipe_differences(&setup->scene.run[0].recipe, &usual.scene.run[0].recipe, append_option,
                       &line);
    if (source->kind == DH_SOURCE_GIVEN)
        append_points(&line, source->given);
    if (trace)
        append_file(&line, "trace", trace->path, trace->columns);
    append_fields(&line, setup, &usual);
    append_other_runs(&line, &setup->scene);
    append_shown(&line, &setup->view);
    if (picture->width != OPTIONS_WIDTH || picture->height != OPTIONS_HEIGHT)
        append(&line, " --size %dx%d", picture->width, picture->height);
    if (picture->scale != 1.0) {
        char scale[NUMBER_BYTES];
        number_shortest(picture->scale, scale);
        append(&line, " --scale %s", scale);
    }
    append(&line, " --at %zu", picture->step);
    return line.text;
}
