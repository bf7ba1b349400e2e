#include "downhill/recipe.h"

#include <math.h>
#include <string.h>

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

void dh_recipe_copy(dh_recipe *to, const dh_recipe *from)
{
    to->optimizer = from->optimizer;
    memmove(to->value, from->value, sizeof to->value);
    to->batch = from->batch;
    to->rate.first = from->rate.first;
    to->rate.changes = from->rate.changes;
    memmove(to->rate.change, from->rate.change, from->rate.changes * sizeof *from->rate.change);
}

bool dh_schedule_equal(const dh_schedule *a, const dh_schedule *b)
{
    if (a->first != b->first || a->changes != b->changes)
        return false;
    for (size_t i = 0; i < a->changes; i++)
        if (a->change[i].step != b->change[i].step || a->change[i].rate != b->change[i].rate)
            return false;
    return true;
}

bool dh_recipe_same_but_rate(const dh_recipe *a, const dh_recipe *b)
{
    for (int i = 0; i < DH_SETTINGS_MAX; i++)
        if (a->value[i] != b->value[i])
            return false;
    return a->optimizer == b->optimizer && a->batch == b->batch;
}

bool dh_recipe_equal(const dh_recipe *a, const dh_recipe *b)
{
    return dh_recipe_same_but_rate(a, b) && dh_schedule_equal(&a->rate, &b->rate);
}

static bool is_rate(double rate)
{
    return rate >= 0.0 && isfinite(rate);
}

static bool check_schedule(const dh_schedule *schedule, dh_error *error)
{
    if (!is_rate(schedule->first))
        return dh_fail(error, "the learning rate must be 0 or more");
    if (schedule->changes > DH_RATE_CHANGES_MAX)
        return dh_fail(error, "the learning rate can change %d times at most", DH_RATE_CHANGES_MAX);
    size_t before = 0;
    for (size_t i = 0; i < schedule->changes; i++) {
        if (!is_rate(schedule->change[i].rate))
            return dh_fail(error, "the learning rate must be 0 or more");
        if (schedule->change[i].step <= before)
            return dh_fail(error, "the steps at which the learning rate changes must grow");
        before = schedule->change[i].step;
    }
    return true;
}

bool dh_recipe_check(const dh_recipe *recipe, dh_error *error)
{
    if (recipe->optimizer < 0 || recipe->optimizer >= dh_optimizer_count())
        return dh_fail(error, "there is no such optimizer");
    const dh_optimizer *optimizer = dh_optimizer_at(recipe->optimizer);
    for (int i = 0; i < optimizer->settings; i++)
        if (!dh_setting_allows(&optimizer->setting[i], recipe->value[i]))
            return dh_fail(error, "%s is out of range", optimizer->setting[i].name);
    return check_schedule(&recipe->rate, error);
}

size_t dh_recipe_batch(const dh_recipe *recipe, size_t points)
{
    return recipe->batch > 0 && recipe->batch < points ? recipe->batch : points;
}

/* How many of the changes are at or before a step. */
static size_t changes_until(const dh_schedule *schedule, size_t step)
{
    size_t from = 0, to = schedule->changes;
    while (from < to) {
        const size_t middle = (from + to) / 2;
        if (schedule->change[middle].step <= step)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

double dh_rate_at(const dh_schedule *schedule, size_t step)
{
    const size_t passed = changes_until(schedule, step);
    return passed > 0 ? schedule->change[passed - 1].rate : schedule->first;
}

/* The first change of a at whose step b has another rate. */
static size_t first_difference(const dh_schedule *a, const dh_schedule *b)
{
    for (size_t i = 0; i < a->changes; i++)
        if (dh_rate_at(b, a->change[i].step) != a->change[i].rate)
            return a->change[i].step;
    return SIZE_MAX;
}

size_t dh_rate_difference(const dh_schedule *a, const dh_schedule *b)
{
    if (a->first != b->first)
        return 0;
    const size_t of_a = first_difference(a, b), of_b = first_difference(b, a);
    return of_a < of_b ? of_a : of_b;
}

bool dh_rate_set_from(dh_schedule *schedule, size_t step, double rate)
{
    const size_t at = changes_until(schedule, step);
    if (step == 0) {
        schedule->first = rate;
    } else if (at > 0 && schedule->change[at - 1].step == step) {
        schedule->change[at - 1].rate = rate;
    } else {
        if (schedule->changes == DH_RATE_CHANGES_MAX)
            return false;
        memmove(&schedule->change[at + 1], &schedule->change[at],
                (schedule->changes - at) * sizeof *schedule->change);
        schedule->change[at] = (dh_rate_change){step, rate};
        schedule->changes++;
    }
    return true;
}

void dh_rate_remove(dh_schedule *schedule, size_t index)
{
    schedule->changes--;
    memmove(&schedule->change[index], &schedule->change[index + 1],
            (schedule->changes - index) * sizeof *schedule->change);
}
