/* What is run: a problem, a start and a number of steps, which all runs share, and the runs: a
 * recipe each, or for one of them the trace that a person's own program wrote. Equal scenes give
 * bit-equal runs. Undo and redo go from scene to scene.
 *
 * A scene is copied by assignment; who keeps one longer than he was given it holds it, and drops it
 * in the end. Run 0 is the current one, which the controls change: it is computed, and makes no
 * mistake. A trace is run 1. */
#ifndef MODEL_SCENE_H
#define MODEL_SCENE_H

#include "downhill/problem.h"
#include "downhill/run.h"
#include "model/trace.h"

#include <stdbool.h>

/* What typed points are called that are given no name. */
#define POINTS_TYPED "typed points"

enum {
    SCENE_RUNS = 8, /* side by side */
    SCENE_NAME_BYTES = 64,
    SCENE_TRACE = 1,               /* the place of a trace, */
    SCENE_TRACE_LOOK = SCENE_RUNS, /* and its look, which no other run has */
};

typedef struct scene_run {
    dh_recipe recipe;            /* of a trace the default one, which nobody asks for */
    model_trace *trace;          /* its rows; NULL: they are computed after the recipe */
    char name[SCENE_NAME_BYTES]; /* given by a person; empty: the file's, mistake's or optimizer's
                                  */
    int look;    /* its color and dashes, 0 to SCENE_RUNS - 1, or SCENE_TRACE_LOOK; no two are the
                    same */
    bool hidden; /* run 0 is not */
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

/* What the engine is to run. Updates of a trace are held against the current run's recipe. */
dh_run_def scene_run_def(const model_scene *scene, int run);

/* The trace, NULL where there is none. */
model_trace *scene_trace(const model_scene *scene);

/* Has this trace, in place of the one there is. False when there is no room. */
bool scene_set_trace(model_scene *scene, model_trace *trace);

/* What a run is called. */
const char *scene_title(const model_scene *scene, int run);

/* Takes a name for a run, without the spaces around it. False, leaving the old one, when it is too
 * long or has characters that no line of text has. */
bool scene_set_name(char name[static SCENE_NAME_BYTES], const char *text);

/* The look that the next run is given after the first `count`: the first that none of them has. */
int scene_free_look(const model_scene *scene, int count);

/* Adds a run beside the others. False when there is no room. */
bool scene_add(model_scene *scene, const dh_recipe *recipe, const char *name);

/* Adds the current run with a mistake in it. */
bool scene_add_mistake(model_scene *scene, int mistake);

/* The run that makes a mistake as the current one would, 0 for none. */
int scene_find_mistake(const model_scene *scene, int mistake);

/* After the recipe of the current run was another one: has runs that are the same but for a mistake
 * follow it. */
void scene_follow(model_scene *scene, const dh_recipe *before);

/* Whether a run can be the current one: neither a trace nor one with a mistake. */
bool scene_can_be_current(const model_scene *scene, int run);

/* Exchanges the current run and another that can be it; each keeps its look. */
void scene_make_current(model_scene *scene, int run);

/* Drops a run. The place of the current one is taken by the next that can be it; where there is
 * none, it is not dropped. */
bool scene_can_remove(const model_scene *scene, int run);
void scene_remove(model_scene *scene, int run);

#endif
