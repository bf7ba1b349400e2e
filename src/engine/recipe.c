#include "downhill/recipe.h"

dh_recipe dh_recipe_default(void)
{
    dh_recipe recipe = {.rate = {.first = 0.1}};
    dh_recipe_set_optimizer(&recipe, DH_GRADIENT_DESCENT);
    return recipe;
}

void dh_recipe_set_optimizer(dh_recipe *recipe, int optimizer)
{
    const dh_optimizer *def = dh_optimizer_at(optimizer);
    recipe->optimizer = optimizer;
    for (int i = 0; i < DH_SETTINGS_MAX; i++)
        recipe->value[i] = i < def->settings ? def->setting[i].preset : 0.0;
}

void dh_recipe_hold(const dh_recipe *recipe)
{
    dh_schedule_hold(&recipe->rate);
}

void dh_recipe_drop(const dh_recipe *recipe)
{
    dh_schedule_drop(&recipe->rate);
}

bool dh_recipe_same_optimizer(const dh_recipe *a, const dh_recipe *b)
{
    for (int i = 0; i < DH_SETTINGS_MAX; i++)
        if (a->value[i] != b->value[i])
            return false;
    return a->optimizer == b->optimizer;
}

bool dh_recipe_same_but_rate(const dh_recipe *a, const dh_recipe *b)
{
    return dh_recipe_same_optimizer(a, b) && a->batch == b->batch && a->mistake == b->mistake;
}

bool dh_recipe_equal(const dh_recipe *a, const dh_recipe *b)
{
    return dh_recipe_same_but_rate(a, b) && dh_schedule_equal(&a->rate, &b->rate);
}

bool dh_recipe_check(const dh_recipe *recipe, dh_error *error)
{
    if (recipe->optimizer < 0 || recipe->optimizer >= dh_optimizer_count())
        return dh_fail(error, "there is no such optimizer");
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    for (int i = 0; i < optimizer->settings; i++)
        if (!dh_setting_allows(&optimizer->setting[i], recipe->value[i]))
            return dh_fail(error, "%s is out of range", optimizer->setting[i].name);
    return dh_schedule_check(&recipe->rate, error);
}

size_t dh_recipe_batch(const dh_recipe *recipe, size_t points)
{
    return recipe->batch > 0 && recipe->batch < points ? recipe->batch : points;
}
