#include "model/run_words.h"

#include "model/schedule_text.h"
#include "text/append.h"
#include "text/number.h"

#include <string.h>

/* Whether some run of the scene with the same optimizer has another value of a setting. */
static bool setting_differs(const model_scene *scene, const dh_recipe *recipe, int setting)
{
    for (int i = 0; i < scene->count; i++) {
        const dh_recipe *other = &scene->run[i].recipe;
        if (other->optimizer == recipe->optimizer &&
            other->value[setting] != recipe->value[setting])
            return true;
    }
    return false;
}

static bool batch_differs(const model_scene *scene, size_t points, size_t batch)
{
    for (int i = 0; i < scene->count; i++)
        if (scene_can_be_current(scene, i) &&
            dh_recipe_batch(&scene->run[i].recipe, points) != batch)
            return true;
    return false;
}

/* Where the name does not tell it, the optimizer too. */
void run_words(const model_scene *scene, int run, char *text, size_t size)
{
    const dh_recipe *recipe = &scene->run[run].recipe;
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    const size_t points = dh_source_points(&scene->problem.source);
    const size_t batch = dh_recipe_batch(recipe, points);
    char number[NUMBER_BYTES];
    text[0] = '\0';
    if (scene->run[run].trace) {
        text_append(text, size, "%zu rows", scene->run[run].trace->rows.rows);
        return;
    }
    if (strcmp(scene_title(scene, run), optimizer->label) != 0)
        text_append(text, size, "%s, ", optimizer->name);
    text_append(text, size, "lr ");
    schedule_write(&recipe->rate, text + strlen(text), size - strlen(text));
    if (batch_differs(scene, points, batch) && batch < points)
        text_append(text, size, ", batch %zu", batch);
    else if (batch_differs(scene, points, batch))
        text_append(text, size, ", all points");
    for (int i = 0; i < optimizer->settings; i++) {
        if (!setting_differs(scene, recipe, i) && recipe->value[i] == optimizer->setting[i].preset)
            continue;
        number_shortest(recipe->value[i], number);
        text_append(text, size, ", %s %s", optimizer->setting[i].name, number);
    }
}
