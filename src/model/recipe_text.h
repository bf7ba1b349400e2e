/* Runs as words: "optimizer=adam lr=0.3,50:0.01 batch=10 name=mine". The options that make up a
 * recipe, --vs and the command line that is copied all speak this one language; its keys are the
 * names of a run's fields and of the optimizers' settings. */
#ifndef MODEL_RECIPE_TEXT_H
#define MODEL_RECIPE_TEXT_H

#include "model/scene.h"
#include "model/setting_names.h"

#include <stdbool.h>
#include <stddef.h>

/* What has been said of a run; the rest it has from the one it is compared with. Zeroed before the
 * first word. */
typedef struct recipe_words {
    scene_run run; /* what was said of its fields; look 0: nothing */
    bool has[FIELD_COUNT];
    bool has_value[SETTING_NAMES_MAX]; /* by number as for setting_named */
    double value[SETTING_NAMES_MAX];
    bool out_of_memory; /* something could not be taken, though it was right */
} recipe_words;

/* Lets go of what the words hold. */
void recipe_words_free(recipe_words *words);

/* Takes a value for a key: optimizer, lr, batch or the name of a setting. False for a value that it
 * cannot have. */
bool recipe_take(recipe_words *words, const char *key, const char *value);

/* The field that a key sets, whatever optimizer it is for. False for a key that there is not. */
bool recipe_field(const char *key, model_field *found);

/* Reads "KEY=VALUE KEY=VALUE ..."; the key `name` takes all that follows it, and the word `hidden`
 * stands alone; color=N is the scene's look. The error names what is wrong and what is allowed. */
bool recipe_read(recipe_words *words, const char *text, dh_error *error);

/* The recipe that the words make of `base`; it holds nothing of its own. Fails when the optimizer
 * lacks a setting. */
bool recipe_compose(const recipe_words *words, const dh_recipe *base, dh_recipe *recipe,
                    dh_error *error);

/* Calls tell(to, key, value) for everything in which recipe differs from base. */
typedef void recipe_teller(void *to, const char *key, const char *value);
void recipe_differences(const dh_recipe *recipe, const dh_recipe *base, recipe_teller *tell,
                        void *to);

#endif
