/* What is run: a problem, a start and a number of steps, which all runs share, and the runs: a
 * recipe each. Equal scenes give bit-equal runs. Undo and redo go from scene to scene.
 *
 * A scene is copied by assignment; who keeps one longer than he was given it holds it, and drops it
 * in the end. Run 0 is the current one, which the controls change; nothing else is special about
 * it. */
#ifndef MODEL_SCENE_H
#define MODEL_SCENE_H

#include "downhill/problem.h"
#include "downhill/run.h"

#include <stdbool.h>

enum {
    SCENE_RUNS = 8, /* side by side */
    SCENE_NAME_BYTES = 64,
};

typedef struct scene_run {
    dh_recipe recipe;
    char name[SCENE_NAME_BYTES]; /* given by a person; empty: the optimizer's */
    int look;                    /* its color and dashes, 0 to SCENE_RUNS - 1; no two are the same
                                  */
    bool hidden;                 /* run 0 is not */
} scene_run;

typedef struct model_scene {
    dh_problem_def problem;
    dh_weights init; /* the weights at step 0 */
    size_t steps;
    int count; /* of runs, at least 1 */
    scene_run run[SCENE_RUNS];
} model_scene;

/* The notebook's. */
model_scene scene_default(void);

void scene_hold(const model_scene *scene);
void scene_drop(const model_scene *scene);

/* What the engine is to run. */
dh_run_def scene_run_def(const model_scene *scene, int run);

/* What a run is called. */
const char *scene_title(const model_scene *scene, int run);

/* Takes a name for a run, without the spaces around it. False, leaving the old one, when it is too
 * long or has characters that no line of text has. */
bool scene_set_name(char name[static SCENE_NAME_BYTES], const char *text);

/* The look that the next run is given after the first `count`: the first that none of them has. */
int scene_free_look(const model_scene *scene, int count);

/* Adds a run beside the others. False when there is no room. */
bool scene_add(model_scene *scene, const dh_recipe *recipe, const char *name);

/* Exchanges the current run and another; each keeps its look. */
void scene_make_current(model_scene *scene, int run);

/* Drops a run. The place of the current one is taken by the next; the last of all is not dropped.
 */
void scene_remove(model_scene *scene, int run);

#endif
