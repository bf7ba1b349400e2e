#include "downhill/mistake.h"

#include "engine/mistaken.h"

#include <assert.h>
#include <string.h>

enum { POINTS_A_UNIT = 8 /* that are gone through in 30 ns */ };

static const char *const NONE = "none";

/* The rule of a mistake, NULL after the last; of none the rule that is meant. */
static const check_rule *rule_of(int mistake)
{
    const check_rule *rule = check_rule_at(0);
    for (int i = 1; mistake > 0 && (rule = check_rule_at(i)); i++)
        mistake -= rule->mistake != NULL;
    return rule;
}

int dh_mistake_count(void)
{
    int count = 1;
    while (rule_of(count))
        count++;
    return count;
}

const char *dh_mistake_name(int mistake)
{
    assert(mistake >= 0 && rule_of(mistake));
    return mistake > 0 ? rule_of(mistake)->name : NONE;
}

const char *dh_mistake_label(int mistake)
{
    assert(mistake >= 0 && rule_of(mistake));
    return mistake > 0 ? rule_of(mistake)->mistake : NONE;
}

int dh_mistake_find(const char *name)
{
    for (int i = 0; i < dh_mistake_count(); i++)
        if (strcmp(dh_mistake_name(i), name) == 0)
            return i;
    return -1;
}

/* The first setting of the rule that is not what is meant anyway. */
static check_setting setting_of(const dh_problem *problem, const check_rule *rule)
{
    const dh_check_def def = {.problem = problem, .recipe = dh_recipe_default()};
    check_walk walk = {.def = &def};
    check_setting setting = {.scaling = dh_scaling_none(), .of_y = dh_scaling_none()};
    for (int variant = 0; rule->vary && rule->vary(&walk, rule, variant, &setting); variant++)
        if (!setting.meant)
            break;
    return setting;
}

dh_mistake_open dh_mistake_begin(const dh_problem *problem, int mistake)
{
    const check_setting setting = setting_of(problem, rule_of(mistake));
    return (dh_mistake_open){.x = setting.x,
                             .scaling = setting.scaling,
                             .of_y = setting.of_y,
                             .of_lines = setting.of_lines};
}

int mistaken_as(const dh_problem *problem, const check_rule *rule, const check_setting *setting)
{
    for (int i = 1; rule->mistake && i < dh_mistake_count(); i++) {
        if (rule_of(i) != rule)
            continue;
        const dh_mistake_open open = dh_mistake_begin(problem, i);
        if (setting->form == CHECK_AS_HERE && open.x == setting->x &&
            open.of_lines == setting->of_lines && dh_scaling_same(open.scaling, setting->scaling) &&
            dh_scaling_same(open.of_y, setting->of_y))
            return i;
    }
    return 0;
}

size_t dh_mistake_work(const dh_problem *problem, int mistake)
{
    return check_rule_sees_points(rule_of(mistake)) ? problem->n / POINTS_A_UNIT : 0;
}

/* Takes the gradient that the rule has and makes the update from it. */
static void make(check_walk *walk, const dh_update_from *from, dh_update *update)
{
    const dh_problem *problem = walk->def->problem;
    const dh_value seen = {.loss = dh_objective_loss(&problem->objective, from->weights),
                           .gradient = walk->rule->gradient(walk).value};
    dh_update_make(&walk->setting.recipe, from, &seen, update);
}

/* Rules that look at the next weights are asked twice: what they need of them does not depend on
 * what they are asked for. */
void dh_mistake_update(const dh_problem *problem, const dh_recipe *recipe,
                       const dh_mistake_open *open, const dh_update_from *from, dh_update *update)
{
    const double *sum = from->state + 2 * dh_optimizer_at(recipe->optimizer)->kept;
    const dh_check_def def = {.problem = problem};
    check_walk walk = {.def = &def,
                       .setting = {.recipe = *recipe,
                                   .x = open->x,
                                   .scaling = open->scaling,
                                   .of_y = open->of_y,
                                   .of_lines = open->of_lines},
                       .rule = rule_of(recipe->mistake),
                       .t = from->t,
                       .now = from->weights,
                       .next = from->weights,
                       .sum = {.value = {sum[0], sum[1]}}};
    make(&walk, from, update);
    walk.next = update->next;
    walk.sum.value = (dh_weights){sum[0], sum[1]};
    make(&walk, from, update);
    update->sum = walk.sum.value;
}
