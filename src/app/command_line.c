#include "app/command_line.h"

#include "app/number.h"
#include "app/options.h"
#include "app/player.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

__attribute__((format(printf, 2, 3))) static void append(command_line *line, const char *format,
                                                         ...)
{
    const size_t used = strlen(line->text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line->text + used, sizeof line->text - used, format, arguments);
    va_end(arguments);
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
    if (config->learning_rate != usual->learning_rate)
        append_number(line, " --lr ", config->learning_rate);
    if (config->init.slope != usual->init.slope || config->init.intercept != usual->init.intercept)
        append_pair(line, " --init ", config->init.slope, config->init.intercept);
    if (config->steps != usual->steps)
        append(line, " --steps %zu", config->steps);
    append_data(line, &config->data, &usual->data);
}

static void append_view(command_line *line, const app_view *view)
{
    const char *before = " --show ";
    for (size_t i = 0; view_word(i); i++)
        if (view_shows(view, i)) {
            append(line, "%s%s", before, view_word(i));
            before = ",";
        }
    if (view->dark)
        append(line, " --theme dark");
    if (view->split != view_default().split)
        append(line, " --split %.0f", 100.0 * view->split);
    if (view->zoomed) {
        append_pair(line, " --zoom ", view->weights.slope.low, view->weights.slope.high);
        append_number(line, ",", view->weights.intercept.low);
        append_number(line, ",", view->weights.intercept.high);
    }
}

command_line command_line_of(const app_session *session, int width, int height, double scale)
{
    const app_options usual = options_default();
    command_line line = {"downhill"};
    append_config(&line, &session->config, &usual.config);
    if (session->interval_ms != usual.interval_ms)
        append(&line, " --interval %" PRIu32, session->interval_ms);
    if (session->repeat != usual.repeat)
        append(&line, " --repeat %s", player_repeat_word(session->repeat));
    append_view(&line, &session->view);
    if (width != usual.width || height != usual.height)
        append(&line, " --size %dx%d", width, height);
    if (scale != 1.0)
        append_number(&line, " --scale ", scale);
    append(&line, " --at %zu", session->playhead);
    return line;
}
