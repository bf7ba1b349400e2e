#include "cli/points_option.h"

#include "cli/reading.h"
#include "table/names.h"
#include "table/samples.h"
#include "text/line.h"
#include "text/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for the points of --xy: there cannot be more than every fourth byte begins. */
typedef struct typed_points {
    double *x, *y;
    size_t n;
} typed_points;

static bool refuse_pair(const char *pair, dh_error *error)
{
    char shown[NUMBER_BYTES];
    text_copy(shown, sizeof shown, pair);
    text_make_printable(shown);
    return dh_fail(error, "--xy '%s': must be points X,Y with spaces between them", shown);
}

/* Takes the pairs of a text apart. */
static bool read_pairs(typed_points *points, const char *text, dh_error *error)
{
    static const char space[] = " \t\n";
    for (text += strspn(text, space); *text; text += strspn(text, space)) {
        char pair[2 * NUMBER_BYTES];
        double value[2];
        const size_t length = strcspn(text, space);
        if (length >= sizeof pair)
            return refuse_pair(text, error);
        memcpy(pair, text, length);
        pair[length] = '\0';
        if (!number_parse_list(pair, value, 2))
            return refuse_pair(pair, error);
        points->x[points->n] = value[0];
        points->y[points->n++] = value[1];
        text += length;
    }
    return points->n > 0 || dh_fail(error, "--xy: there are no points");
}

/* The names that they are given; `name` has the room. */
static bool take_names(const cli_options *options, char name[static 2][SURVEY_NAME_BYTES],
                       dh_points_def *def, dh_error *error)
{
    dh_error reason;
    def->origin = options->called ? options->called : POINTS_TYPED;
    if (!options->columns)
        return true;
    if (!names_split(options->columns, name, &reason))
        return dh_fail(error, "--columns: %s", reason.text);
    def->x_name = name[0];
    def->y_name = name[1];
    return true;
}

static dh_points *typed(const cli_options *options, dh_error *error)
{
    const size_t most = strlen(options->xy) / 4 + 1;
    double *numbers = malloc(2 * most * sizeof *numbers);
    typed_points points = {.x = numbers, .y = numbers + most};
    dh_points_def def = {.x = points.x, .y = points.y};
    char name[2][SURVEY_NAME_BYTES];
    dh_points *made = NULL;
    if (!numbers)
        dh_fail_memory(error, "--xy: not enough memory");
    else if (take_names(options, name, &def, error) && read_pairs(&points, options->xy, error)) {
        def.n = points.n;
        made = dh_points_create(&def, error);
    }
    free(numbers);
    return made;
}

static dh_points *sample(const char *name, dh_error *error)
{
    const int index = sample_find(name);
    char names[160], shown[NUMBER_BYTES];
    if (index >= 0)
        return sample_points(index, error);
    sample_names(names, sizeof names);
    text_copy(shown, sizeof shown, name);
    text_make_printable(shown);
    dh_fail(error, "--sample '%s': must be one of %s", shown, names);
    return NULL;
}

/* What only the options together can tell. */
static bool check(const cli_options *options, dh_error *error)
{
    const int named = !!options->data + !!options->sample + !!options->xy;
    if (named > 1)
        return dh_fail(error, "only one of --data, --sample and --xy can be given");
    if (options->columns && !options->data && !options->xy)
        return dh_fail(error, "--columns: there is no --data whose columns these are");
    if (options->called && !options->xy)
        return dh_fail(error, "--called: there is no --xy whose name this is");
    if (named > 0 && options->drawn)
        return dh_fail(error, "--%s: says how points are drawn, but here they are given",
                       options->drawn);
    return true;
}

bool points_option_take(cli_options *options, dh_error *error)
{
    dh_source *source = &options->setup.scene.problem.source;
    if (!check(options, error))
        return false;
    if (!options->data && !options->sample && !options->xy)
        return true;
    loading_result read = {.points = NULL};
    if (options->data && !option_read(LOADING_POINTS, options->data, options->columns, &read,
                                      options->remark, error))
        return false;
    source->given = options->data     ? read.points
                    : options->sample ? sample(options->sample, error)
                                      : typed(options, error);
    source->kind = DH_SOURCE_GIVEN;
    return source->given != NULL;
}
