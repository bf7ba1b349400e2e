#include "model/recipe_text.h"

#include "text/number.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((format(printf, 3, 4))) static void append(char *text, size_t size,
                                                         const char *format, ...)
{
    const size_t used = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
}

/* Whether no optimizer before this one, and no setting before it in this one, has its name. */
static bool is_first(int optimizer, int setting)
{
    const char *name = dh_optimizer_at(optimizer)->setting[setting].name;
    for (int i = 0; i < optimizer; i++)
        if (dh_setting_find(dh_optimizer_at(i), name) >= 0)
            return false;
    return dh_setting_find(dh_optimizer_at(optimizer), name) == setting;
}

static bool is_shared_by_all(const char *setting)
{
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (dh_setting_find(dh_optimizer_at(i), setting) < 0)
            return false;
    return true;
}

/* What all optimizers have comes last. */
const dh_setting *recipe_setting(int number)
{
    if (number >= RECIPE_SETTINGS_MAX)
        return NULL;
    for (int shared = 0; shared < 2; shared++)
        for (int i = 0; i < dh_optimizer_count(); i++)
            for (int s = 0; s < dh_optimizer_at(i)->settings; s++) {
                const dh_setting *setting = &dh_optimizer_at(i)->setting[s];
                if (is_first(i, s) && is_shared_by_all(setting->name) == shared && number-- == 0)
                    return setting;
            }
    return NULL;
}

int recipe_setting_number(const char *name)
{
    for (int i = 0; recipe_setting(i); i++)
        if (strcmp(recipe_setting(i)->name, name) == 0)
            return i;
    return -1;
}

static bool owns(const dh_optimizer *optimizer, const char *setting, double preset)
{
    const int at = dh_setting_find(optimizer, setting);
    return at >= 0 && (isnan(preset) || optimizer->setting[at].preset == preset);
}

void recipe_owners(const char *setting, double preset, char *text, size_t size)
{
    text[0] = '\0';
    for (int i = 0; i < dh_optimizer_count(); i++)
        if (owns(dh_optimizer_at(i), setting, preset))
            append(text, size, "%s%s", text[0] ? ", " : "", dh_optimizer_at(i)->name);
}

static void optimizer_names(char *text, size_t size)
{
    const int count = dh_optimizer_count();
    text[0] = '\0';
    for (int i = 0; i < count; i++)
        append(text, size, "%s%s",
               i == 0          ? ""
               : i + 1 < count ? ", "
                               : " or ",
               dh_optimizer_at(i)->name);
}

bool recipe_allowed(const char *key, char *text, size_t size)
{
    const int number = recipe_setting_number(key);
    text[0] = '\0';
    if (strcmp(key, "optimizer") == 0) {
        optimizer_names(text, size);
    } else if (strcmp(key, "lr") == 0) {
        append(text, size, "a number, 0 or more, and after it up to %d changes STEP:RATE in order",
               DH_RATE_CHANGES_MAX);
    } else if (strcmp(key, "batch") == 0) {
        append(text, size, "a whole number from 0, for all points, to %d", DH_POINTS_MAX);
    } else if (number >= 0) {
        const dh_setting *setting = recipe_setting(number);
        append(text, size, "a number, %g or more", setting->least);
        if (isfinite(setting->below))
            append(text, size, " and below %g", setting->below);
    } else {
        return false;
    }
    return true;
}

static bool read_rate(const char *text, size_t length, double *rate)
{
    char copy[512];
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return number_parse(copy, rate) && *rate >= 0.0;
}

static bool read_change(const char *text, size_t length, dh_rate_change *change)
{
    char step_text[NUMBER_BYTES];
    uint64_t step;
    const char *colon = memchr(text, ':', length);
    const size_t step_length = colon ? (size_t)(colon - text) : 0;
    if (!colon || step_length >= sizeof step_text)
        return false;
    memcpy(step_text, text, step_length);
    step_text[step_length] = '\0';
    if (!number_parse_whole(step_text, 1, DH_STEPS_MAX, &step) ||
        !read_rate(colon + 1, length - step_length - 1, &change->rate))
        return false;
    change->step = (size_t)step;
    return true;
}

bool recipe_read_schedule(const char *text, dh_schedule *schedule)
{
    size_t length = strcspn(text, ","), last_step = 0;
    double first;
    dh_rate_change change;
    if (!read_rate(text, length, &first))
        return false;
    schedule->first = first;
    schedule->changes = 0;
    for (text += length; *text == ','; text += length) {
        text++;
        length = strcspn(text, ",");
        if (!read_change(text, length, &change) || change.step <= last_step ||
            !dh_rate_set_from(schedule, change.step, change.rate))
            return false;
        last_step = change.step;
    }
    return true;
}

void recipe_write_schedule(const dh_schedule *schedule, char *text, size_t size)
{
    char number[NUMBER_BYTES];
    number_shortest(schedule->first, number);
    size_t used = (size_t)snprintf(text, size, "%s", number);
    for (size_t i = 0; i < schedule->changes && used < size; i++) {
        number_shortest(schedule->change[i].rate, number);
        used +=
            (size_t)snprintf(text + used, size - used, ",%zu:%s", schedule->change[i].step, number);
    }
}

bool recipe_say(recipe_words *words, const char *key, const char *value)
{
    const int number = recipe_setting_number(key);
    if (strcmp(key, "optimizer") == 0) {
        words->optimizer = dh_optimizer_find(value);
        words->has_optimizer = true;
        return words->optimizer >= 0;
    }
    if (strcmp(key, "lr") == 0) {
        words->has_rate = true;
        return recipe_read_schedule(value, &words->rate);
    }
    if (strcmp(key, "batch") == 0) {
        uint64_t batch;
        words->has_batch = true;
        if (!number_parse_whole(value, 0, DH_POINTS_MAX, &batch))
            return false;
        words->batch = (size_t)batch;
        return true;
    }
    if (number < 0 || !number_parse(value, &words->value[number]))
        return false;
    words->has_value[number] = true;
    return dh_setting_allows(recipe_setting(number), words->value[number]);
}

static bool say_look(recipe_words *words, const char *value)
{
    uint64_t look;
    if (!number_parse_whole(value, 1, SCENE_KEPT, &look))
        return false;
    words->look = (int)look;
    return true;
}

enum { KEY_BYTES = 32, ALLOWED_BYTES = 128 };

/* One KEY=VALUE of `length` bytes. */
static bool read_pair(recipe_words *words, const char *pair, size_t length, dh_error *error)
{
    char key[KEY_BYTES], allowed[ALLOWED_BYTES];
    const char *equals = memchr(pair, '=', length);
    const size_t key_length = equals ? (size_t)(equals - pair) : length;
    snprintf(key, sizeof key, "%.*s", key_length < sizeof key ? (int)key_length : 0, pair);
    const bool is_look = strcmp(key, "color") == 0;
    snprintf(allowed, sizeof allowed, "a whole number from 1 to %d", SCENE_KEPT);
    if (!equals || (!is_look && !recipe_allowed(key, allowed, sizeof allowed)))
        return dh_fail(error,
                       "'%.*s' is none of optimizer=, lr=, batch=, an optimizer's setting=, "
                       "color=, name= and hidden",
                       length < 40 ? (int)length : 40, pair);
    const size_t value_length = length - key_length - 1;
    char *value = malloc(value_length + 1);
    if (!value)
        return dh_fail(error, "not enough memory");
    memcpy(value, equals + 1, value_length);
    value[value_length] = '\0';
    const bool said = is_look ? say_look(words, value) : recipe_say(words, key, value);
    if (!said)
        dh_fail(error, "%s '%.40s' must be %s", key, value, allowed);
    free(value);
    return said;
}

bool recipe_read(recipe_words *words, const char *text, dh_error *error)
{
    static const char name[] = "name=", hidden[] = "hidden";
    for (;;) {
        text += strspn(text, " ");
        const size_t length = strcspn(text, " ");
        if (length == 0)
            return true;
        if (strncmp(text, name, sizeof name - 1) == 0)
            return scene_set_name(words->name, text + sizeof name - 1) ||
                   dh_fail(error, "the name must be a line of at most %d bytes",
                           SCENE_NAME_BYTES - 1);
        if (length == sizeof hidden - 1 && strncmp(text, hidden, length) == 0)
            words->hidden = true;
        else if (!read_pair(words, text, length, error))
            return false;
        text += length;
    }
}

bool recipe_make(const recipe_words *words, const dh_recipe *base, dh_recipe *recipe,
                 dh_error *error)
{
    dh_recipe_copy(recipe, base);
    if (words->has_optimizer && words->optimizer != base->optimizer)
        dh_recipe_set_optimizer(recipe, words->optimizer);
    if (words->has_rate)
        recipe->rate = words->rate;
    if (words->has_batch)
        recipe->batch = words->batch;
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    for (int i = 0; recipe_setting(i); i++) {
        if (!words->has_value[i])
            continue;
        const int at = dh_setting_find(optimizer, recipe_setting(i)->name);
        if (at < 0) {
            char owners[ALLOWED_BYTES];
            recipe_owners(recipe_setting(i)->name, (double)NAN, owners, sizeof owners);
            return dh_fail(error, "%s: %s has no such setting; it is for %s",
                           recipe_setting(i)->name, optimizer->name, owners);
        }
        recipe->value[at] = words->value[i];
    }
    return true;
}

void recipe_tell(const dh_recipe *recipe, const dh_recipe *base, recipe_sayer *say, void *to)
{
    char number[NUMBER_BYTES];
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    if (recipe->optimizer != base->optimizer)
        say(to, "optimizer", optimizer->name);
    if (!dh_schedule_equal(&recipe->rate, &base->rate)) {
        char rates[RECIPE_SCHEDULE_BYTES];
        recipe_write_schedule(&recipe->rate, rates, sizeof rates);
        say(to, "lr", rates);
    }
    if (recipe->batch != base->batch) {
        snprintf(number, sizeof number, "%zu", recipe->batch);
        say(to, "batch", number);
    }
    for (int i = 0; i < optimizer->settings; i++) {
        const double usual =
            recipe->optimizer == base->optimizer ? base->value[i] : optimizer->setting[i].preset;
        if (recipe->value[i] == usual)
            continue;
        number_shortest(recipe->value[i], number);
        say(to, optimizer->setting[i].name, number);
    }
}

/* Whether some run of the scene with the same optimizer has another value of a setting. */
static bool setting_differs(const model_scene *scene, const dh_recipe *recipe, int setting)
{
    for (int i = 0; i < scene_runs(scene); i++) {
        const dh_recipe *other = scene_recipe(scene, i);
        if (other->optimizer == recipe->optimizer &&
            other->value[setting] != recipe->value[setting])
            return true;
    }
    return false;
}

static bool batch_differs(const model_scene *scene, const dh_recipe *recipe)
{
    const size_t points = scene->config.data.points;
    for (int i = 0; i < scene_runs(scene); i++)
        if (dh_recipe_batch(scene_recipe(scene, i), points) != dh_recipe_batch(recipe, points))
            return true;
    return false;
}

/* Where the name does not tell it, the optimizer too. */
void recipe_describe(const model_scene *scene, int run, char *text, size_t size)
{
    const dh_recipe *recipe = scene_recipe(scene, run);
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    char number[NUMBER_BYTES];
    text[0] = '\0';
    if (strcmp(scene_title(scene, run), optimizer->label) != 0)
        append(text, size, "%s, ", optimizer->name);
    append(text, size, "lr ");
    recipe_write_schedule(&recipe->rate, text + strlen(text), size - strlen(text));
    const size_t points = scene->config.data.points, batch = dh_recipe_batch(recipe, points);
    if (batch_differs(scene, recipe) && batch < points)
        append(text, size, ", batch %zu", batch);
    else if (batch_differs(scene, recipe))
        append(text, size, ", all points");
    for (int i = 0; i < optimizer->settings; i++) {
        if (!setting_differs(scene, recipe, i) && recipe->value[i] == optimizer->setting[i].preset)
            continue;
        number_shortest(recipe->value[i], number);
        append(text, size, ", %s %s", optimizer->setting[i].name, number);
    }
}
