#include "model/scene.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

model_scene scene_default(void)
{
    const dh_run_def run = dh_run_default();
    return (model_scene){
        .problem = dh_problem_default(),
        .init = run.init,
        .steps = run.steps,
        .count = 1,
        .run = {{.recipe = run.recipe}},
    };
}

void scene_hold(const model_scene *scene)
{
    dh_source_hold(&scene->problem.source);
    for (int i = 0; i < scene->count; i++) {
        dh_recipe_hold(&scene->run[i].recipe);
        trace_hold(scene->run[i].trace);
    }
}

void scene_drop(const model_scene *scene)
{
    dh_source_drop(&scene->problem.source);
    for (int i = 0; i < scene->count; i++) {
        dh_recipe_drop(&scene->run[i].recipe);
        trace_drop(scene->run[i].trace);
    }
}

dh_run_def scene_run_def(const model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    const model_trace *trace = scene->run[run].trace;
    return (dh_run_def){.init = scene->init,
                        .steps = scene->steps,
                        .recipe = scene->run[trace ? 0 : run].recipe,
                        .given = trace ? trace->rows : (dh_trace){.rows = 0}};
}

model_trace *scene_trace(const model_scene *scene)
{
    return scene->count > SCENE_TRACE ? scene->run[SCENE_TRACE].trace : NULL;
}

bool scene_set_trace(model_scene *scene, model_trace *trace)
{
    scene_run *place = &scene->run[SCENE_TRACE];
    if (!scene_trace(scene)) {
        if (scene->count == SCENE_RUNS)
            return false;
        memmove(place + 1, place, (size_t)(scene->count - SCENE_TRACE) * sizeof *place);
        *place = (scene_run){.recipe = dh_recipe_default(), .look = SCENE_TRACE_LOOK};
        scene->count++;
    }
    place->trace = trace;
    return true;
}

const char *scene_title(const model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    const scene_run *of = &scene->run[run];
    return of->name[0]              ? of->name
           : of->trace              ? of->trace->origin
           : of->recipe.mistake > 0 ? dh_mistake_label(of->recipe.mistake)
                                    : dh_optimizer_at(of->recipe.optimizer)->label;
}

bool scene_set_name(char name[static SCENE_NAME_BYTES], const char *text)
{
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length >= SCENE_NAME_BYTES)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ' || text[i] == 127)
            return false;
    memmove(name, text, length);
    name[length] = '\0';
    return true;
}

int scene_free_look(const model_scene *scene, int count)
{
    for (int look = 0;; look++) {
        bool taken = false;
        for (int i = 0; i < count; i++)
            taken |= scene->run[i].look == look;
        if (!taken)
            return look;
    }
}

bool scene_add(model_scene *scene, const dh_recipe *recipe, const char *name)
{
    if (scene->count == SCENE_RUNS)
        return false;
    scene_run added = {.recipe = *recipe, .look = scene_free_look(scene, scene->count)};
    snprintf(added.name, sizeof added.name, "%s", name);
    scene->run[scene->count++] = added;
    return true;
}

/* A recipe with a mistake in it. */
static dh_recipe mistaken(const dh_recipe *recipe, int mistake)
{
    dh_recipe made = *recipe;
    made.mistake = mistake;
    made.batch = 0;
    return made;
}

bool scene_add_mistake(model_scene *scene, int mistake)
{
    const dh_recipe recipe = mistaken(&scene->run[0].recipe, mistake);
    return scene_add(scene, &recipe, "");
}

static bool follows(const scene_run *run, const dh_recipe *recipe)
{
    const dh_recipe with = mistaken(recipe, run->recipe.mistake);
    return !run->trace && run->recipe.mistake > 0 && dh_recipe_equal(&run->recipe, &with);
}

int scene_find_mistake(const model_scene *scene, int mistake)
{
    for (int i = 1; i < scene->count; i++)
        if (scene->run[i].recipe.mistake == mistake &&
            follows(&scene->run[i], &scene->run[0].recipe))
            return i;
    return 0;
}

void scene_follow(model_scene *scene, const dh_recipe *before)
{
    for (int i = 1; i < scene->count; i++)
        if (follows(&scene->run[i], before))
            scene->run[i].recipe = mistaken(&scene->run[0].recipe, scene->run[i].recipe.mistake);
}

bool scene_can_be_current(const model_scene *scene, int run)
{
    return !scene->run[run].trace && scene->run[run].recipe.mistake == 0;
}

void scene_make_current(model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count && scene_can_be_current(scene, run));
    const scene_run chosen = scene->run[run], before = scene->run[0];
    scene->run[run] = before;
    scene->run[0] = chosen;
    scene->run[0].hidden = false;
}

/* The run that takes the place of the current one, 0 for none. */
static int heir(const model_scene *scene)
{
    int run = 1;
    while (run < scene->count && !scene_can_be_current(scene, run))
        run++;
    return run < scene->count ? run : 0;
}

bool scene_can_remove(const model_scene *scene, int run)
{
    return run > 0 || heir(scene) > 0;
}

void scene_remove(model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    if (!scene_can_remove(scene, run))
        return;
    if (run == 0)
        scene_make_current(scene, run = heir(scene));
    scene->count--;
    memmove(&scene->run[run], &scene->run[run + 1],
            (size_t)(scene->count - run) * sizeof *scene->run);
}
