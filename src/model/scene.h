/* What is run: data, start and number of steps, which all runs share, and a recipe for each of the
 * runs that are shown side by side. Undo and redo go from scene to scene. */
#ifndef MODEL_SCENE_H
#define MODEL_SCENE_H

#include "downhill/run.h"

#include <stdbool.h>

enum {
    SCENE_RUNS = 8, /* side by side, the current one included */
    SCENE_KEPT = SCENE_RUNS - 1,
    SCENE_NAME_BYTES = 64,
};

/* A run that was kept beside the current one. */
typedef struct scene_kept {
    dh_recipe recipe;
    char name[SCENE_NAME_BYTES]; /* given by a person; empty: the optimizer's */
    int look;                    /* its color and dashes, 1 to SCENE_KEPT; no two are the same */
    bool hidden;
} scene_kept;

/* Copied with scene_copy, which spares what does not count. */
typedef struct model_scene {
    dh_config config; /* of the current run, the one that the controls change */
    char name[SCENE_NAME_BYTES];
    int kept_count;
    scene_kept kept[SCENE_KEPT];
} model_scene;

void scene_copy(model_scene *to, const model_scene *from);
bool scene_equal(const model_scene *a, const model_scene *b);

/* Whether the data are the same; whether all that the runs share is. */
bool scene_same_data(const model_scene *a, const model_scene *b);
bool scene_same_problem(const model_scene *a, const model_scene *b);

/* How many runs there are; the recipe of one, its name as given, what it is called, and the rest.
 * Run 0 is the current one. */
int scene_runs(const model_scene *scene);
const dh_recipe *scene_recipe(const model_scene *scene, int run);
const char *scene_name(const model_scene *scene, int run);
const char *scene_title(const model_scene *scene, int run);
bool scene_hidden(const model_scene *scene, int run);
int scene_look(const model_scene *scene, int run);

/* Takes a name for a run, without the spaces around it. False, leaving the old one, when it is too
 * long or has characters that no line of text has. */
bool scene_set_name(char name[static SCENE_NAME_BYTES], const char *text);
bool scene_rename(model_scene *scene, int run, const char *text);

/* The look that the next kept run is given after so many: the first that none of them has. */
int scene_free_look(const model_scene *scene, int kept);

/* Keeps another run. False when there is no room. */
bool scene_keep(model_scene *scene, const dh_recipe *recipe, const char *name);

/* Exchanges the current run and a kept one. */
void scene_make_current(model_scene *scene, int run);

/* Drops a run. The place of the current one is taken by the first that is kept; the last of all is
 * not dropped. */
void scene_remove(model_scene *scene, int run);

#endif
