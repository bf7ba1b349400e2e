#include "model/field_control.h"

#include "text/append.h"
#include "text/line.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { TYPED_BYTES = 128 }; /* longer texts are no values */

static size_t points_of(const model_setup *setup)
{
    return dh_source_points(&setup->scene.problem.source);
}

/* How many points an update sees. */
static size_t batch_of(const model_setup *setup)
{
    return dh_recipe_batch(&setup->scene.run[0].recipe, points_of(setup));
}

static bool sees_all(const model_setup *setup)
{
    return batch_of(setup) == points_of(setup);
}

bool field_type(const model_field *field, model_setup *setup, const char *text)
{
    char word[TYPED_BYTES];
    double value;
    if (text_as_line(text, word, sizeof word) >= sizeof word)
        return false;
    switch (field->kind) {
    case FIELD_IS_RATE:
    case FIELD_IS_NUMBER:
        if (!number_parse_typed(word, &value) || !field_allows(field, value))
            return false;
        field_set_number(field, setup, value);
        return true;
    case FIELD_IS_BATCH:
        return field_parse(field, field_in(field, setup), strcmp(word, "all") == 0 ? "0" : word);
    default:
        return field_parse(field, field_in(field, setup), word);
    }
}

void field_advise(const model_field *field, char *text, size_t size)
{
    char low[NUMBER_BYTES], high[NUMBER_BYTES];
    number_brief(field->low, low);
    number_brief(field->high, high);
    text[0] = '\0';
    switch (field->kind) {
    case FIELD_IS_RATE:
        text_append(text, size, "Type a number, 0 or more");
        break;
    case FIELD_IS_BATCH:
        text_append(text, size, "Type a whole number, or all");
        break;
    case FIELD_IS_SEED:
        text_append(text, size, "Type −2^63 to 2^64 − 1");
        break;
    case FIELD_IS_NUMBER:
        if (field->below)
            text_append(text, size,
                        isfinite(field->high) ? "Type %s or more, below %s"
                                              : "Type a number, %s or more",
                        low, high);
        else
            text_append(text, size, "Type a number within %s", high);
        break;
    default:
        text_append(text, size, "Type %.0f to %.0f%s", field->low, field->high,
                    field->kind == FIELD_IS_MS ? " ms" : "");
        break;
    }
}

const char *field_comma_advice(const model_field *field, const char *text)
{
    const bool has_decimals = field->kind == FIELD_IS_NUMBER || field->kind == FIELD_IS_RATE ||
                              field->kind == FIELD_IS_ZOOM;
    return has_decimals ? number_comma_advice(text) : "";
}

text_number field_shown(const model_field *field, const model_setup *setup)
{
    text_number number = {""};
    switch (field->kind) {
    case FIELD_IS_RATE:
    case FIELD_IS_NUMBER:
        return field->shown(field_number(field, setup));
    case FIELD_IS_BATCH:
        if (sees_all(setup))
            return (text_number){"all points"};
        break;
    default:
        break;
    }
    field_write(field, field_seen_in(field, setup), number.text, sizeof number.text);
    return number;
}

void field_editable(const model_field *field, const model_setup *setup,
                    char text[static NUMBER_BYTES])
{
    if (field->kind == FIELD_IS_RATE)
        number_shortest(field_number(field, setup), text);
    else if (field->kind == FIELD_IS_BATCH && sees_all(setup))
        snprintf(text, NUMBER_BYTES, "all");
    else
        field_write(field, field_seen_in(field, setup), text, NUMBER_BYTES);
}

double field_number(const model_field *field, const model_setup *setup)
{
    const char *owner = field_seen_in(field, setup);
    switch (field->kind) {
    case FIELD_IS_RATE:
        return setup->scene.run[0].recipe.rate.first;
    case FIELD_IS_BATCH:
        return (double)batch_of(setup);
    default:
        assert(field->kind == FIELD_IS_NUMBER);
        return *(const double *)(const void *)(owner + field->offset);
    }
}

void field_set_number(const model_field *field, model_setup *setup, double value)
{
    char *owner = field_in(field, setup);
    switch (field->kind) {
    case FIELD_IS_RATE:
        setup->scene.run[0].recipe.rate.first = value;
        break;
    case FIELD_IS_BATCH:
        setup->scene.run[0].recipe.batch = value < (double)points_of(setup) ? (size_t)value : 0;
        break;
    default:
        assert(field->kind == FIELD_IS_NUMBER);
        *(double *)(void *)(owner + field->offset) = value;
        break;
    }
}
