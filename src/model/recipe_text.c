#include "model/recipe_text.h"

#include "model/field_control.h"
#include "model/schedule_text.h"
#include "text/append.h"
#include "text/line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALLOWED_BYTES = 160, SHOWN_BYTES = 44 /* of a word, in a message */ };

void recipe_words_free(recipe_words *words)
{
    dh_recipe_drop(&words->run.recipe);
    words->run.recipe.rate.later = NULL;
}

/* The field of a recipe with this name, FIELD_COUNT for none. */
static field_id find_field(const char *key)
{
    for (field_id id = 0; id < FIELD_COUNT; id++)
        if (field_of(id)->owner == FIELD_OF_RECIPE && strcmp(field_of(id)->name, key) == 0)
            return id;
    return FIELD_COUNT;
}

bool recipe_field(const char *key, model_field *found)
{
    const field_id id = find_field(key);
    if (id == FIELD_COUNT)
        return setting_named(setting_number(key), found);
    *found = *field_of(id);
    return true;
}

static bool take_setting(recipe_words *words, const char *key, const char *value)
{
    const int number = setting_number(key);
    model_field field;
    scene_run run = {.look = 0}; /* of the optimizer whose field it is */
    if (number < 0 || !setting_named(number, &field) || !field_parse(&field, &run, value))
        return false;
    memcpy(&words->value[number], (const char *)&run + field.offset, sizeof(double));
    words->has_value[number] = true;
    return true;
}

bool recipe_take(recipe_words *words, const char *key, const char *value)
{
    const field_id id = find_field(key);
    if (id == FIELD_COUNT)
        return take_setting(words, key, value);
    const model_field *field = field_of(id);
    const dh_schedule before = words->run.recipe.rate;
    if (!field_parse(field, &words->run, value)) {
        words->out_of_memory = field->kind == FIELD_IS_RATE && schedule_is_valid(value);
        return false;
    }
    if (field->kind == FIELD_IS_RATE)
        dh_schedule_drop(&before);
    words->has[id] = true;
    return true;
}

static bool no_memory(recipe_words *words, dh_error *error)
{
    words->out_of_memory = true;
    return dh_fail_memory(error, "not enough memory");
}

/* Takes the value that a word has for a field of a recipe, or for the look. */
static bool take_value(recipe_words *words, const model_field *field, const char *value,
                       dh_error *error)
{
    char shown[SHOWN_BYTES], allowed[ALLOWED_BYTES];
    const bool is_look = field->kind == FIELD_IS_LOOK;
    if (is_look ? field_parse(field, &words->run, value) : recipe_take(words, field->name, value))
        return true;
    if (words->out_of_memory)
        return no_memory(words, error);
    field_allowed(field, allowed, sizeof allowed);
    text_copy(shown, sizeof shown, value);
    return dh_fail(error, "%s '%s': %smust be %s", field->name, shown,
                   field_comma_advice(field, value), allowed);
}

/* No key is like this. */
static bool refuse_word(const char *word, dh_error *error)
{
    char keys[ALLOWED_BYTES] = "";
    for (field_id id = 0; id < FIELD_COUNT; id++)
        if (field_of(id)->owner == FIELD_OF_RECIPE)
            text_append(keys, sizeof keys, "%s=, ", field_of(id)->name);
    return dh_fail(error, "'%s' is none of %san optimizer's setting=, %s=, %s= and %s", word, keys,
                   field_of(FIELD_LOOK)->name, field_of(FIELD_NAME)->name,
                   field_of(FIELD_HIDDEN)->name);
}

/* One word KEY=VALUE, which is taken apart. */
static bool read_word(recipe_words *words, char *word, dh_error *error)
{
    char shown[SHOWN_BYTES];
    model_field field = *field_of(FIELD_LOOK);
    char *equals = strchr(word, '=');
    text_copy(shown, sizeof shown, word);
    if (equals)
        *equals = '\0';
    if (equals && (strcmp(word, field.name) == 0 || recipe_field(word, &field)))
        return take_value(words, &field, equals + 1, error);
    return refuse_word(shown, error);
}

static bool read_part(recipe_words *words, const char *text, size_t length, dh_error *error)
{
    char *word = malloc(length + 1);
    if (!word)
        return no_memory(words, error);
    memcpy(word, text, length);
    word[length] = '\0';
    const bool taken = read_word(words, word, error);
    free(word);
    return taken;
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
            return scene_set_name(words->run.name, text + sizeof name - 1) ||
                   dh_fail(error, "the name must be a line of at most %d bytes",
                           SCENE_NAME_BYTES - 1);
        if (length == sizeof hidden - 1 && strncmp(text, hidden, length) == 0)
            words->run.hidden = true;
        else if (!read_part(words, text, length, error))
            return false;
        text += length;
    }
}

bool recipe_compose(const recipe_words *words, const dh_recipe *base, dh_recipe *recipe,
                    dh_error *error)
{
    scene_run composed = {.recipe = *base};
    for (field_id id = 0; id < FIELD_COUNT; id++)
        if (words->has[id])
            field_copy(field_of(id), &composed, &words->run);
    *recipe = composed.recipe;
    if (recipe->mistake > 0 && !words->has[FIELD_BATCH])
        recipe->batch = 0;
    if (recipe->mistake > 0 && recipe->batch > 0)
        return dh_fail(error, "batch: a mistake is shown with all points, batch=0");
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    model_field setting;
    for (int i = 0; setting_named(i, &setting); i++) {
        if (!words->has_value[i])
            continue;
        const int at = dh_setting_find(optimizer, setting.name);
        if (at < 0) {
            char owners[ALLOWED_BYTES];
            setting_owners(setting.name, (double)NAN, owners, sizeof owners);
            return dh_fail(error, "%s: %s has no such setting; it is for %s", setting.name,
                           optimizer->name, owners);
        }
        recipe->value[at] = words->value[i];
    }
    return true;
}

void recipe_differences(const dh_recipe *recipe, const dh_recipe *base, recipe_teller *tell,
                        void *to)
{
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const scene_run run = {.recipe = *recipe};
    scene_run usual = {.recipe = *base};
    char text[SCHEDULE_BYTES];
    for (field_id id = 0; id < FIELD_COUNT; id++) {
        const model_field *field = field_of(id);
        if (field->owner != FIELD_OF_RECIPE)
            continue;
        const bool same = field->kind == FIELD_IS_OPTIMIZER ? recipe->optimizer == base->optimizer
                                                            : field_equal(field, &run, &usual);
        if (same)
            continue;
        field_write(field, &run, text, sizeof text);
        tell(to, field->name, text);
    }
    if (recipe->optimizer != base->optimizer)
        dh_recipe_set_optimizer(&usual.recipe, recipe->optimizer);
    for (int i = 0; i < optimizer->settings; i++) {
        const model_field field = field_of_setting(optimizer, i);
        if (field_equal(&field, &run, &usual))
            continue;
        field_write(&field, &run, text, sizeof text);
        tell(to, field.name, text);
    }
}
