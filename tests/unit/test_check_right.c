/* Right runs agree. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
enum { RUNS = 200 };
#else
enum { RUNS = 1000 };
#endif

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* What the program itself makes of an optimizer, with batches or without. */
static void right_runs_agree(void **state)
{
    (void)state;
    int alarms = 0;
    for (int i = 0; i < RUNS; i++)
        for (int optimizer = 0; optimizer < dh_optimizer_count(); optimizer++) {
            posed_problem p;
            wrong_run run = {.rows = 0};
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
            dh_check_def def = checking_given(problem_usual_rate(&p.problem, false),
                                              random_between(-3.0, 3.0), 1.0);
            dh_recipe_set_optimizer(&def.recipe, optimizer);
            def.recipe.batch = i % 5 == 0 ? 2 : 0;
            checking_take_rows(&run, &p, &def, 50);
            if (i % 3 == 1)
                checking_write_short(&run, 4 + (int)random_below(3));
            else if (i % 3 == 2)
                checking_write_decimals(&run, 4 + (int)random_below(3));
            const dh_verdict verdict = checking_judged(&p, &run, def);
            if (!is(verdict.name, "agree")) {
                alarms++;
                print_error("%s, batch %zu: %s at %zu\n", dh_optimizer_at(optimizer)->name,
                            def.recipe.batch, verdict.name, verdict.departure.step);
            }
            problem_leave(&p);
        }
    assert_int_equal(alarms, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_runs_agree),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
