#include "cli/command_line.h"

#include "cli/options.h"
#include "model/player.h"
#include "model/recipe_text.h"
#include "text/number.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void append_number(command_line *line, const char *before, double value)
{
    char number[NUMBER_BYTES];
    number_shortest(value, number);
    append(line, "%s%s", before, number);
}

static void append_pair(command_line *line, const char *option, double first, double second)
{
    append_number(line, option, first);
    append_number(line, ",", second);
}

static void append_data(command_line *line, const dh_data_def *data, const dh_data_def *usual)
{
    if (data->points != usual->points)
        append(line, " --points %zu", data->points);
    if (data->seed != usual->seed)
        append(line, " --seed %" PRIu64, data->seed);
    if (data->slope != usual->slope || data->intercept != usual->intercept)
        append_pair(line, " --true ", data->slope, data->intercept);
    if (data->noise != usual->noise)
        append_number(line, " --noise ", data->noise);
}

static void append_config(command_line *line, const dh_config *config, const dh_config *usual)
{
    if (config->init.slope != usual->init.slope || config->init.intercept != usual->init.intercept)
        append_pair(line, " --init ", config->init.slope, config->init.intercept);
    if (config->steps != usual->steps)
        append(line, " --steps %zu", config->steps);
    append_data(line, &config->data, &usual->data);
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
static void append_kept(command_line *line, const model_scene *scene)
{
    for (int i = 0; i < scene->kept_count; i++) {
        const scene_kept *kept = &scene->kept[i];
        command_line words = command_line_begun();
        recipe_tell(&kept->recipe, &scene->config.recipe, append_word, &words);
        char look[NUMBER_BYTES];
        snprintf(look, sizeof look, "%d", kept->look);
        if (kept->look != scene_free_look(scene, i))
            append_word(&words, "color", look);
        if (kept->hidden)
            append_word(&words, "hidden", NULL);
        if (kept->name[0])
            append_word(&words, "name", kept->name);
        append(line, " --vs ");
        append_quoted(line, words.text ? words.text : "");
        free(words.text);
    }
}

static void append_view(command_line *line, const model_view *view, const model_view *usual)
{
    const char *before = " --show ";
    for (size_t i = 0; view_word(i); i++)
        if (view_shows(view, i)) {
            append(line, "%s%s", before, view_word(i));
            before = ",";
        }
    if (view->dark)
        append(line, " --theme dark");
    if (view->split != usual->split)
        append(line, " --split %.0f", 100.0 * view->split);
    if (view->zoomed) {
        append_pair(line, " --zoom ", view->weights.slope.low, view->weights.slope.high);
        append_number(line, ",", view->weights.intercept.low);
        append_number(line, ",", view->weights.intercept.high);
    }
}

char *command_line_of(const model_session *session, int width, int height, double scale)
{
    const dh_config usual = dh_config_default();
    const model_view usual_view = view_default();
    const model_scene *scene = &session->scene;
    command_line line = command_line_begun();
    append(&line, "downhill");
    recipe_tell(&scene->config.recipe, &usual.recipe, append_option, &line);
    append_config(&line, &scene->config, &usual);
    if (scene->name[0]) {
        append(&line, " --name ");
        append_quoted(&line, scene->name);
    }
    append_kept(&line, scene);
    if (session->interval_ms != OPTIONS_INTERVAL_MS)
        append(&line, " --interval %" PRIu32, session->interval_ms);
    if (session->repeat != REPEAT_ONCE)
        append(&line, " --repeat %s", player_repeat_word(session->repeat));
    append_view(&line, &session->view, &usual_view);
    if (width != OPTIONS_WIDTH || height != OPTIONS_HEIGHT)
        append(&line, " --size %dx%d", width, height);
    if (scale != 1.0)
        append_number(&line, " --scale ", scale);
    append(&line, " --at %zu", session->playhead);
    return line.text;
}
