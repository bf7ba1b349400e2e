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
    for (int i = 0; i < scene->count; i++)
        dh_recipe_hold(&scene->run[i].recipe);
}

void scene_drop(const model_scene *scene)
{
    dh_source_drop(&scene->problem.source);
    for (int i = 0; i < scene->count; i++)
        dh_recipe_drop(&scene->run[i].recipe);
}

dh_run_def scene_run_def(const model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    return (dh_run_def){
        .init = scene->init, .steps = scene->steps, .recipe = scene->run[run].recipe};
}

const char *scene_title(const model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    const scene_run *of = &scene->run[run];
    return of->name[0] ? of->name : dh_optimizer_at(of->recipe.optimizer)->label;
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

void scene_make_current(model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    const scene_run chosen = scene->run[run], before = scene->run[0];
    scene->run[run] = before;
    scene->run[0] = chosen;
    scene->run[0].hidden = false;
}

void scene_remove(model_scene *scene, int run)
{
    assert(run >= 0 && run < scene->count);
    if (scene->count == 1)
        return;
    if (run == 0)
        scene_make_current(scene, run = 1);
    scene->count--;
    memmove(&scene->run[run], &scene->run[run + 1],
            (size_t)(scene->count - run) * sizeof *scene->run);
}
