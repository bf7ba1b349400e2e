#include "model/scene.h"

#include <stdio.h>
#include <string.h>

static void copy_config(dh_config *to, const dh_config *from)
{
    to->data = from->data;
    to->init = from->init;
    to->steps = from->steps;
    dh_recipe_copy(&to->recipe, &from->recipe);
}

static void copy_kept(scene_kept *to, const scene_kept *from)
{
    dh_recipe_copy(&to->recipe, &from->recipe);
    memmove(to->name, from->name, sizeof to->name);
    to->look = from->look;
    to->hidden = from->hidden;
}

void scene_copy(model_scene *to, const model_scene *from)
{
    copy_config(&to->config, &from->config);
    memmove(to->name, from->name, sizeof to->name);
    to->kept_count = from->kept_count;
    for (int i = 0; i < from->kept_count; i++)
        copy_kept(&to->kept[i], &from->kept[i]);
}

static bool same_data(const dh_data_def *a, const dh_data_def *b)
{
    return a->points == b->points && a->slope == b->slope && a->intercept == b->intercept &&
           a->noise == b->noise && a->seed == b->seed;
}

bool scene_same_data(const model_scene *a, const model_scene *b)
{
    return same_data(&a->config.data, &b->config.data);
}

bool scene_same_problem(const model_scene *a, const model_scene *b)
{
    const dh_weights start = a->config.init, other = b->config.init;
    return scene_same_data(a, b) && start.slope == other.slope &&
           start.intercept == other.intercept && a->config.steps == b->config.steps;
}

static bool same_kept(const scene_kept *a, const scene_kept *b)
{
    return dh_recipe_equal(&a->recipe, &b->recipe) && strcmp(a->name, b->name) == 0 &&
           a->look == b->look && a->hidden == b->hidden;
}

bool scene_equal(const model_scene *a, const model_scene *b)
{
    if (a->kept_count != b->kept_count || strcmp(a->name, b->name) != 0 ||
        !scene_same_problem(a, b) || !dh_recipe_equal(&a->config.recipe, &b->config.recipe))
        return false;
    for (int i = 0; i < a->kept_count; i++)
        if (!same_kept(&a->kept[i], &b->kept[i]))
            return false;
    return true;
}

int scene_runs(const model_scene *scene)
{
    return 1 + scene->kept_count;
}

const dh_recipe *scene_recipe(const model_scene *scene, int run)
{
    return run == 0 ? &scene->config.recipe : &scene->kept[run - 1].recipe;
}

const char *scene_name(const model_scene *scene, int run)
{
    return run == 0 ? scene->name : scene->kept[run - 1].name;
}

const char *scene_title(const model_scene *scene, int run)
{
    const char *given = scene_name(scene, run);
    return given[0] ? given : dh_optimizer_at(scene_recipe(scene, run)->optimizer)->label;
}

bool scene_hidden(const model_scene *scene, int run)
{
    return run > 0 && scene->kept[run - 1].hidden;
}

int scene_look(const model_scene *scene, int run)
{
    return run == 0 ? 0 : scene->kept[run - 1].look;
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
    memcpy(name, text, length);
    name[length] = '\0';
    return true;
}

bool scene_rename(model_scene *scene, int run, const char *text)
{
    return scene_set_name(run == 0 ? scene->name : scene->kept[run - 1].name, text);
}

int scene_free_look(const model_scene *scene, int kept)
{
    for (int look = 1;; look++) {
        bool taken = false;
        for (int i = 0; i < kept; i++)
            taken |= scene->kept[i].look == look;
        if (!taken)
            return look;
    }
}

bool scene_keep(model_scene *scene, const dh_recipe *recipe, const char *name)
{
    if (scene->kept_count == SCENE_KEPT)
        return false;
    const int look = scene_free_look(scene, scene->kept_count);
    scene_kept *kept = &scene->kept[scene->kept_count++];
    dh_recipe_copy(&kept->recipe, recipe);
    snprintf(kept->name, sizeof kept->name, "%s", name);
    kept->look = look;
    kept->hidden = false;
    return true;
}

void scene_make_current(model_scene *scene, int run)
{
    if (run == 0)
        return;
    scene_kept *kept = &scene->kept[run - 1];
    dh_recipe recipe;
    char name[SCENE_NAME_BYTES];
    dh_recipe_copy(&recipe, &scene->config.recipe);
    memcpy(name, scene->name, sizeof name);
    dh_recipe_copy(&scene->config.recipe, &kept->recipe);
    memcpy(scene->name, kept->name, sizeof name);
    dh_recipe_copy(&kept->recipe, &recipe);
    memcpy(kept->name, name, sizeof name);
    kept->hidden = false;
}

void scene_remove(model_scene *scene, int run)
{
    if (scene->kept_count == 0)
        return;
    if (run == 0)
        scene_make_current(scene, run = 1);
    scene->kept_count--;
    for (int i = run - 1; i < scene->kept_count; i++)
        copy_kept(&scene->kept[i], &scene->kept[i + 1]);
}
