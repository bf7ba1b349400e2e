/* Recipes as words: "optimizer=adam lr=0.3,50:0.01 batch=10". The options that make up a recipe,
 * --vs, the command line that is copied and the legend all speak this one language; its keys for
 * optimizers' settings come from the engine's definitions. */
#ifndef MODEL_RECIPE_TEXT_H
#define MODEL_RECIPE_TEXT_H

#include "model/scene.h"

#include <stdbool.h>
#include <stddef.h>

enum { RECIPE_SETTINGS_MAX = 16 /* with different names, of all optimizers */ };

/* What has been said of a recipe; the rest it has from the one it is compared with. */
typedef struct recipe_words {
    bool has_optimizer, has_rate, has_batch;
    int optimizer;
    dh_schedule rate;
    size_t batch;
    bool has_value[RECIPE_SETTINGS_MAX]; /* by number as for recipe_setting */
    double value[RECIPE_SETTINGS_MAX];
    char name[SCENE_NAME_BYTES];
    bool hidden;
    int look; /* 0: not said */
} recipe_words;

/* The settings of all optimizers, those of one name once: NULL after the last. */
const dh_setting *recipe_setting(int number);

/* The number of the setting of that name, -1 for none. */
int recipe_setting_number(const char *name);

/* Optimizers that have a setting of that name, and with this preset: "momentum, nesterov". */
void recipe_owners(const char *setting, double preset, char *text, size_t size);

/* What a key's value must be, to complete "must be ..."; false for a key that there is not. */
bool recipe_allowed(const char *key, char *text, size_t size);

/* Takes a value for a key: optimizer, lr, batch or the name of a setting. */
bool recipe_say(recipe_words *words, const char *key, const char *value);

/* Reads "KEY=VALUE KEY=VALUE ..."; the key `name` takes all that follows it, and the word `hidden`
 * stands alone; color=N is the scene's look. The error names what is wrong and what is allowed. */
bool recipe_read(recipe_words *words, const char *text, dh_error *error);

/* The recipe that the words make of `base`. Fails when the optimizer lacks a setting. */
bool recipe_make(const recipe_words *words, const dh_recipe *base, dh_recipe *recipe,
                 dh_error *error);

/* Reads and writes a schedule: "0.1,50:0.01". */
bool recipe_read_schedule(const char *text, dh_schedule *schedule);
void recipe_write_schedule(const dh_schedule *schedule, char *text, size_t size);

enum { RECIPE_SCHEDULE_BYTES = 32 * (DH_RATE_CHANGES_MAX + 1) };

/* Calls say(to, key, value) for everything in which recipe differs from base. */
typedef void recipe_sayer(void *to, const char *key, const char *value);
void recipe_tell(const dh_recipe *recipe, const dh_recipe *base, recipe_sayer *say, void *to);

/* The rate, and what else tells the runs of a scene apart: "lr 0.3, batch 10". Cut to size. */
void recipe_describe(const model_scene *scene, int run, char *text, size_t size);

#endif
