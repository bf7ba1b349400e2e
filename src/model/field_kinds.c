#include "model/field_kinds.h"

#include "model/schedule_text.h"
#include "model/setup.h"
#include "text/append.h"
#include "text/number.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { NAMED_MAX = 64 /* optimizers, or mistakes */ };

static void append_number(char *text, size_t size, double value)
{
    char number[NUMBER_BYTES];
    number_shortest(value, number);
    text_append(text, size, "%s", number);
}

static void append_list(char *text, size_t size, const char *const *words, int count)
{
    for (int i = 0; i < count; i++)
        text_append(text, size, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", words[i]);
}

/* A double. */

static bool parse_number(const model_field *field, void *at, const char *text)
{
    double value;
    if (!number_parse(text, &value) || !field_allows(field, value))
        return false;
    *(double *)at = value;
    return true;
}

static void write_number(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    append_number(text, size, *(const double *)at);
}

static bool same_number(const void *a, const void *b)
{
    return *(const double *)a == *(const double *)b;
}

static void allow_number(const model_field *field, char *text, size_t size)
{
    char low[NUMBER_BYTES], high[NUMBER_BYTES];
    number_brief(field->low, low);
    number_brief(field->high, high);
    if (field->parts == 2)
        text_append(text, size, "two numbers with a comma between them, each within %s", high);
    else if (field->below && isfinite(field->high))
        text_append(text, size, "a number, %s or more and below %s", low, high);
    else if (field->below)
        text_append(text, size, "a number, %s or more", low);
    else
        text_append(text, size, "a number from %s to %s", low, high);
}

/* Whole numbers. */

static bool parse_whole(const model_field *field, void *at, const char *text)
{
    return number_parse_whole(text, (uint64_t)field->low, (uint64_t)field->high, at);
}

static bool parse_count(const model_field *field, void *at, const char *text)
{
    uint64_t value;
    if (!parse_whole(field, &value, text))
        return false;
    *(size_t *)at = (size_t)value;
    return true;
}

static bool parse_look(const model_field *field, void *at, const char *text)
{
    uint64_t value;
    if (!parse_whole(field, &value, text))
        return false;
    *(int *)at = (int)value;
    return true;
}

static void write_whole(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "%" PRIu64, *(const uint64_t *)at);
}

static void write_count(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "%zu", *(const size_t *)at);
}

static void write_look(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "%d", *(const int *)at);
}

static bool same_whole(const void *a, const void *b)
{
    return *(const uint64_t *)a == *(const uint64_t *)b;
}

static bool same_count(const void *a, const void *b)
{
    return *(const size_t *)a == *(const size_t *)b;
}

static bool same_int(const void *a, const void *b)
{
    return *(const int *)a == *(const int *)b;
}

static void allow_whole(const model_field *field, char *text, size_t size)
{
    text_append(text, size, "a whole number from %.0f to %.0f", field->low, field->high);
}

static void allow_batch(const model_field *field, char *text, size_t size)
{
    text_append(text, size, "a whole number from 0, for all points, to %.0f", field->high);
}

static bool parse_seed(const model_field *field, void *at, const char *text)
{
    (void)field;
    return number_parse_seed(text, at);
}

static void allow_seed(const model_field *field, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "a whole number from %" PRId64 " to %" PRIu64, INT64_MIN, UINT64_MAX);
}

/* The schedule of the learning rate. */

static bool parse_rate(const model_field *field, void *at, const char *text)
{
    (void)field;
    return schedule_read(text, at);
}

static void write_rate(const model_field *field, const void *at, char *text, size_t size)
{
    const size_t used = strlen(text);
    (void)field;
    schedule_write(at, text + used, size - used);
}

static bool same_rate(const void *a, const void *b)
{
    return dh_schedule_equal(a, b);
}

static void allow_rate(const model_field *field, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "a number, 0 or more, and after it up to %d changes STEP:RATE in order",
                DH_RATE_CHANGES_MAX);
}

/* The optimizer, with its settings: `at` is the recipe. Another one begins with its presets. */

static bool parse_optimizer(const model_field *field, void *at, const char *text)
{
    dh_recipe *recipe = at;
    const int optimizer = dh_optimizer_find(text);
    (void)field;
    if (optimizer >= 0 && optimizer != recipe->optimizer)
        dh_recipe_set_optimizer(recipe, optimizer);
    return optimizer >= 0;
}

static void write_optimizer(const model_field *field, const void *at, char *text, size_t size)
{
    const dh_recipe *recipe = at;
    (void)field;
    text_append(text, size, "%s", dh_optimizer_at(recipe->optimizer)->name);
}

static void copy_optimizer(void *to, const void *from)
{
    dh_recipe *recipe = to;
    const int optimizer = ((const dh_recipe *)from)->optimizer;
    if (optimizer != recipe->optimizer)
        dh_recipe_set_optimizer(recipe, optimizer);
}

static bool same_optimizer(const void *a, const void *b)
{
    return dh_recipe_same_optimizer(a, b);
}

static void allow_optimizer(const model_field *field, char *text, size_t size)
{
    const char *names[NAMED_MAX];
    const int count = dh_optimizer_count();
    (void)field;
    assert(count <= NAMED_MAX);
    for (int i = 0; i < count; i++)
        names[i] = dh_optimizer_at(i)->name;
    append_list(text, size, names, count);
}

/* A mistake. */

static bool parse_mistake(const model_field *field, void *at, const char *text)
{
    const int mistake = dh_mistake_find(text);
    (void)field;
    if (mistake >= 0)
        *(int *)at = mistake;
    return mistake >= 0;
}

static void write_mistake(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "%s", dh_mistake_name(*(const int *)at));
}

static void allow_mistake(const model_field *field, char *text, size_t size)
{
    const char *names[NAMED_MAX];
    const int count = dh_mistake_count();
    (void)field;
    assert(count <= NAMED_MAX);
    for (int i = 0; i < count; i++)
        names[i] = dh_mistake_name(i);
    append_list(text, size, names, count);
}

/* A word for each value of an enum, which is held as an int. */

static bool parse_word(const model_field *field, void *at, const char *text)
{
    for (int i = 0; i <= (int)field->high; i++)
        if (strcmp(text, field->words[i]) == 0) {
            *(int *)at = i;
            return true;
        }
    return false;
}

static void write_word(const model_field *field, const void *at, char *text, size_t size)
{
    text_append(text, size, "%s", field->words[*(const int *)at]);
}

static void allow_word(const model_field *field, char *text, size_t size)
{
    append_list(text, size, field->words, (int)field->high + 1);
}

/* A switch. */

static bool same_switch(const void *a, const void *b)
{
    return *(const bool *)a == *(const bool *)b;
}

/* The name of a run. */

static bool parse_name(const model_field *field, void *at, const char *text)
{
    (void)field;
    return scene_set_name(at, text);
}

static void write_name(const model_field *field, const void *at, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "%s", (const char *)at);
}

static bool same_name(const void *a, const void *b)
{
    return strcmp(a, b) == 0;
}

static void allow_name(const model_field *field, char *text, size_t size)
{
    (void)field;
    text_append(text, size, "a line of at most %d bytes", SCENE_NAME_BYTES - 1);
}

/* What the weights picture is to hold. */

static bool parse_zoom(const model_field *field, void *at, const char *text)
{
    double bounds[4];
    (void)field;
    if (!number_parse_list(text, bounds, 4))
        return false;
    const dh_weights_range range = {{bounds[0], bounds[1]}, {bounds[2], bounds[3]}};
    if (!view_range_is_usable(&range))
        return false;
    *(view_zoom *)at = (view_zoom){.on = true, .range = range};
    return true;
}

static void write_zoom(const model_field *field, const void *at, char *text, size_t size)
{
    const view_zoom *zoom = at;
    const dh_weights_range *range = &zoom->range;
    const double bounds[] = {range->slope.low, range->slope.high, range->intercept.low,
                             range->intercept.high};
    (void)field;
    for (int i = 0; zoom->on && i < 4; i++) {
        text_append(text, size, "%s", i > 0 ? "," : "");
        append_number(text, size, bounds[i]);
    }
}

static bool same_range(dh_range a, dh_range b)
{
    return a.low == b.low && a.high == b.high;
}

static bool same_zoom(const void *a, const void *b)
{
    const view_zoom *zoom = a, *other = b;
    return zoom->on == other->on &&
           (!zoom->on || (same_range(zoom->range.slope, other->range.slope) &&
                          same_range(zoom->range.intercept, other->range.intercept)));
}

static void allow_zoom(const model_field *field, char *text, size_t size)
{
    (void)field;
    text_append(text, size,
                "four numbers with commas between them, low before high and not next to it");
}

#define KIND(type, parse_, append_, equal_, allow_)                                                \
    {                                                                                              \
        .size = sizeof(type), .parse = parse_, .append = append_, .equal = equal_, .allow = allow_ \
    }

static const field_kind_def KINDS[FIELD_KIND_COUNT] = {
    [FIELD_IS_NUMBER] = KIND(double, parse_number, write_number, same_number, allow_number),
    [FIELD_IS_COUNT] = KIND(size_t, parse_count, write_count, same_count, allow_whole),
    [FIELD_IS_MS] = KIND(uint64_t, parse_whole, write_whole, same_whole, allow_whole),
    [FIELD_IS_SEED] = KIND(uint64_t, parse_seed, write_whole, same_whole, allow_seed),
    [FIELD_IS_LOOK] = KIND(int, parse_look, write_look, same_int, allow_whole),
    [FIELD_IS_BATCH] = KIND(size_t, parse_count, write_count, same_count, allow_batch),
    [FIELD_IS_RATE] = KIND(dh_schedule, parse_rate, write_rate, same_rate, allow_rate),
    [FIELD_IS_OPTIMIZER] = {.copy = copy_optimizer,
                            .parse = parse_optimizer,
                            .append = write_optimizer,
                            .equal = same_optimizer,
                            .allow = allow_optimizer},
    [FIELD_IS_MISTAKE] = KIND(int, parse_mistake, write_mistake, same_int, allow_mistake),
    [FIELD_IS_WORD] = KIND(int, parse_word, write_word, same_int, allow_word),
    [FIELD_IS_SWITCH] = KIND(bool, NULL, NULL, same_switch, NULL),
    [FIELD_IS_NAME] = KIND(char[SCENE_NAME_BYTES], parse_name, write_name, same_name, allow_name),
    [FIELD_IS_ZOOM] = KIND(view_zoom, parse_zoom, write_zoom, same_zoom, allow_zoom),
};

_Static_assert(sizeof(dh_loss_kind) == sizeof(int) && sizeof(pace_repeat) == sizeof(int) &&
                   sizeof(view_theme) == sizeof(int) && sizeof(view_picture) == sizeof(int),
               "an enum is held as an int");

const field_kind_def *field_kind_of(field_kind kind)
{
    assert(kind < FIELD_KIND_COUNT);
    return &KINDS[kind];
}
