#include "cmocka_includes.h"
#include "downhill/check.h"
#include "downhill/run.h"
#include "unit/random_problems.h"
#include "unit/wrong_runs.h"

#include <math.h>
#include <string.h>

enum { PROBLEMS = 100, ROWS = 40 };

/* A run that makes a mistake, all of it. */
static dh_run run_of(const posed_problem *p, const dh_recipe *recipe)
{
    dh_run run = {0};
    dh_error error = {.text = ""};
    const dh_run_def def = {.init = {-1.0, 1.0}, .steps = ROWS - 1, .recipe = *recipe};
    if (!dh_run_start(&run, &def, &p->problem, &error))
        fail_msg("%s", error.text);
    while (!dh_run_complete(&run))
        dh_run_spend(&run, 7);
    return run;
}

static dh_recipe recipe_of(const posed_problem *p, int mistake)
{
    dh_recipe recipe = dh_recipe_default();
    recipe.rate.first = problem_usual_rate(&p->problem, false);
    recipe.mistake = mistake;
    return recipe;
}

static dh_verdict verdict_of(const posed_problem *p, const dh_run *run)
{
    double slope[ROWS], intercept[ROWS];
    dh_verdict verdict;
    dh_error error = {.text = ""};
    for (size_t t = 0; t < run->known; t++) {
        slope[t] = run->row[t].weights.slope;
        intercept[t] = run->row[t].weights.intercept;
    }
    const dh_check_def def = {
        .problem = &p->problem,
        .trace = {.rows = run->known, .slope = slope, .intercept = intercept},
        .recipe = {.optimizer = run->recipe.optimizer, .rate = run->recipe.rate},
        .init = {-1.0, 1.0},
        .has_init = true,
        .has_rate = true};
    if (!dh_check(&def, &verdict, &error))
        fail_msg("%s: %s", dh_mistake_name(run->recipe.mistake), error.text);
    return verdict;
}

static bool names(const dh_verdict *verdict, const char *rule)
{
    bool named = strcmp(verdict->name, rule) == 0;
    for (int i = 0; i < verdict->also_count; i++)
        named |= strcmp(verdict->also[i], rule) == 0;
    return named;
}

static void every_mistake_is_found_again(void **state)
{
    (void)state;
    random_begin(12);
    assert_true(dh_mistake_count() > 10);
    for (int i = 0; i < PROBLEMS; i++)
        for (int mistake = 1; mistake < dh_mistake_count(); mistake++) {
            posed_problem p;
            problem_pose_random(&p, &(problem_conditions){.standardize = i % 4 == 3});
            const dh_recipe recipe = recipe_of(&p, mistake);
            dh_run run = run_of(&p, &recipe);
            const dh_verdict verdict = verdict_of(&p, &run);
            if (!names(&verdict, dh_mistake_name(mistake)))
                fail_msg("%s, n = %zu: %s", dh_mistake_name(mistake), p.n, verdict.name);
            dh_run_free(&run);
            problem_leave(&p);
        }
}

/* The same written by hand, where it takes the same x. */
static void rows_are_those_of_the_mistake_written_by_hand(void **state)
{
    (void)state;
    static const char *const same[] = {"uphill",
                                       "no-x",
                                       "swapped",
                                       "one-weight-slope",
                                       "one-weight-intercept",
                                       "sequential",
                                       "sequential-intercept",
                                       "accumulated",
                                       "l1"};
    random_begin(13);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        posed_problem p;
        problem_pose_random(&p, &(problem_conditions){.rows = 0});
        const dh_recipe recipe = recipe_of(&p, dh_mistake_find(same[i]));
        dh_run run = run_of(&p, &recipe);
        wrong_run by_hand = {.rule = same[i],
                             .x = p.x,
                             .y = p.y,
                             .n = p.n,
                             .rate = recipe.rate.first,
                             .slope = -1.0,
                             .intercept = 1.0,
                             .rows = run.known};
        wrong_run_make(&by_hand);
        for (size_t t = 0; t < run.known; t++) {
            const double scale = 1.0 + fabs(by_hand.slopes[t]) + fabs(by_hand.intercepts[t]);
            assert_true(fabs(run.row[t].weights.slope - by_hand.slopes[t]) < 1e-6 * scale);
            assert_true(fabs(run.row[t].weights.intercept - by_hand.intercepts[t]) < 1e-6 * scale);
        }
        dh_run_free(&run);
        problem_leave(&p);
    }
}

/* Also those that remember, from any row on. */
static void an_update_can_be_asked_for_again(void **state)
{
    (void)state;
    random_begin(14);
    posed_problem p;
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    for (int mistake = 1; mistake < dh_mistake_count(); mistake++) {
        dh_recipe recipe = recipe_of(&p, mistake);
        dh_recipe_set_optimizer(&recipe, dh_optimizer_find("momentum"));
        recipe.rate.first *= 0.1;
        dh_run run = run_of(&p, &recipe);
        for (size_t t = 0; t + 1 < run.known; t++) {
            const dh_weights next = dh_run_update(&run, t).next;
            assert_memory_equal(&next, &run.row[t + 1].weights, sizeof next);
        }
        dh_run_free(&run);
    }
    problem_leave(&p);
}

static void a_mistake_sees_all_points(void **state)
{
    (void)state;
    dh_error error = {.text = ""};
    dh_run_def def = dh_run_default();
    random_begin(14);
    posed_problem p;
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    def.recipe.mistake = dh_mistake_find("accumulated");
    assert_true(dh_run_check(&def, &p.problem, &error));
    def.recipe.batch = 10;
    assert_false(dh_run_check(&def, &p.problem, &error));
    assert_non_null(strstr(error.text, "batch"));
    def = dh_run_default();
    def.recipe.mistake = dh_mistake_count();
    assert_false(dh_run_check(&def, &p.problem, &error));
    assert_int_equal(dh_mistake_find("nonsense"), -1);
    assert_int_equal(dh_mistake_find("none"), 0);
    problem_leave(&p);
}

/* Rows that are given stay as they are, and updates are those of the recipe from each of them. */
static void given_rows_are_kept_and_judged_one_step_ahead(void **state)
{
    (void)state;
    static const double slope[] = {0.5, 2.0, -1.0, 7.0}, intercept[] = {1.0, -3.0, 0.25, 7.0};
    random_begin(15);
    posed_problem p;
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    dh_run run = {0};
    dh_run_def def = {.steps = 100,
                      .recipe = dh_recipe_default(),
                      .given = {.rows = 4, .slope = slope, .intercept = intercept}};
    dh_recipe_set_optimizer(&def.recipe, dh_optimizer_find("momentum"));
    assert_true(dh_run_start(&run, &def, &p.problem, NULL));
    assert_true(dh_run_advance(&run, 1000));
    assert_int_equal(run.known, 4);
    assert_false(run.diverged);
    double velocity = 0.0;
    for (size_t t = 0; t < 4; t++) {
        const dh_weights w = {slope[t], intercept[t]};
        const dh_value value = dh_objective_at(&p.problem.objective, w);
        assert_true(run.row[t].weights.slope == w.slope && run.row[t].loss == value.loss);
        velocity = 0.9 * velocity + value.gradient.slope;
        const double next = dh_run_update(&run, t).next.slope;
        assert_true(fabs(next - (w.slope - 0.1 * velocity)) < 1e-9 * (1.0 + fabs(next)));
    }
    assert_true(dh_run_resize(&run, 2, NULL) && dh_run_complete(&run));
    assert_int_equal(run.known, 3);
    assert_true(dh_run_resize(&run, 3, NULL) && dh_run_advance(&run, 10));
    assert_int_equal(run.known, 4);
    dh_run_free(&run);
    problem_leave(&p);
}

static void given_rows_end_where_they_are_not_finite(void **state)
{
    (void)state;
    const double slope[] = {0.5, 2.0, (double)NAN, 7.0}, intercept[] = {1.0, 3.0, 0.25, 7.0};
    random_begin(16);
    posed_problem p;
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    dh_run run = {0};
    const dh_run_def def = {.steps = 3,
                            .recipe = dh_recipe_default(),
                            .given = {.rows = 4, .slope = slope, .intercept = intercept}};
    assert_true(dh_run_start(&run, &def, &p.problem, NULL));
    assert_true(dh_run_advance(&run, 1000));
    assert_int_equal(run.known, 2);
    assert_true(run.diverged);
    dh_run_free(&run);
    problem_leave(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_is_found_again),
        cmocka_unit_test(rows_are_those_of_the_mistake_written_by_hand),
        cmocka_unit_test(an_update_can_be_asked_for_again),
        cmocka_unit_test(a_mistake_sees_all_points),
        cmocka_unit_test(given_rows_are_kept_and_judged_one_step_ahead),
        cmocka_unit_test(given_rows_end_where_they_are_not_finite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
