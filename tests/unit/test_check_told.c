/* What is told of a run beside its verdict. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

enum { RUNS = 200 };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static void batches_of_this_generator_are_told_with_their_size(void **state)
{
    (void)state;
    static const double sizes[] = {1, 2, 10, 32};
    for (int i = 0; i < RUNS; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        do {
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
        } while (p.n <= 40 && (problem_leave(&p), true));
        dh_check_def def = checking_given(problem_usual_rate(&p.problem, false), 1.0, -1.0);
        const size_t size = (size_t)random_one_of(sizes, 4);
        def.recipe.batch = size;
        checking_take_rows(&run, &p, &def, 50);
        def.recipe.batch = 0;
        const dh_verdict verdict = checking_judged(&p, &run, def);
        assert_string_equal(verdict.name, "mini-batch");
        assert_true(verdict.recipe.batch == size);
        problem_leave(&p);
    }
}

/* Another generator's batches. */
static void batches_of_any_other_are_told_as_such(void **state)
{
    (void)state;
    int other = 0;
    for (int i = 0; i < RUNS; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        do {
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
        } while (p.n <= 40 && (problem_leave(&p), true));
        dh_check_def def = checking_given(
            number_rounded_to(0.1 * problem_usual_rate(&p.problem, false), 2), 1.0, -1.0);
        def.recipe.batch = 8;
        p.problem.after = dh_random_seeded((uint64_t)i + 100);
        checking_take_rows(&run, &p, &def, 100);
        p.problem.after = dh_random_seeded(7);
        def.recipe.batch = 0;
        const dh_verdict verdict = checking_judged(&p, &run, def);
        other += !is(verdict.name, "mini-batch");
        problem_leave(&p);
    }
    assert_true(other <= RUNS / 10);
}

static void other_points_are_told_by_their_means(void **state)
{
    (void)state;
    for (int i = 0; i < RUNS; i++) {
        posed_problem p, others;
        wrong_run run = {.rows = 0};
        problem_pose_random(&p, &(problem_conditions){.rows = 0});
        problem_pose_random(&others, &(problem_conditions){.rows = 0});
        const dh_check_def def =
            checking_given(problem_usual_rate(&others.problem, false), 1.0, -1.0);
        checking_take_rows(&run, &others, &def, 30);
        const dh_verdict verdict = checking_judged(&p, &run, def);
        const dh_moments *m = &others.problem.moments;
        assert_string_equal(verdict.name, "other");
        assert_true(verdict.implied.known);
        assert_true(fabs(verdict.implied.rate - def.recipe.rate.first) < 1e-4);
        assert_true(fabs(verdict.implied.mean_x - m->mean_x) < 1e-3);
        assert_true(fabs(verdict.implied.mean_y - m->mean_y) < 1e-3 * (1.0 + fabs(m->mean_y)));
        problem_leave(&others);
        problem_leave(&p);
    }
}

static void what_overflows_is_judged_by_what_comes_before(void **state)
{
    (void)state;
    posed_problem p;
    wrong_run run = {.rows = 0};
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    const dh_check_def def = checking_given(problem_usual_rate(&p.problem, false), 1.0, -1.0);
    checking_take_rows(&run, &p, &def, 30);
    run.slopes[20] = (double)INFINITY;
    run.slopes[21] = run.intercepts[21] = (double)NAN;
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_string_equal(verdict.name, "agree");
    assert_true(verdict.steps == 19);
    problem_leave(&p);
}

static void a_rate_that_is_not_given_is_found(void **state)
{
    (void)state;
    for (int i = 0; i < RUNS; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        problem_pose_random(&p, &(problem_conditions){.rows = 0});
        dh_check_def def = checking_given(problem_usual_rate(&p.problem, i % 2 == 0), 1.0, -1.0);
        const double rate = def.recipe.rate.first;
        checking_take_rows(&run, &p, &def, 30);
        def.has_rate = def.has_init = false;
        def.recipe.rate.first = 0.1;
        const dh_verdict verdict = checking_judged(&p, &run, def);
        assert_string_equal(verdict.name, "agree");
        assert_true(i % 2 == 0 ? fabs(verdict.rate / rate - 1.0) < 1e-12 : verdict.rate == rate);
        problem_leave(&p);
    }
}

static void what_has_no_step_is_refused(void **state)
{
    (void)state;
    posed_problem p;
    dh_verdict verdict;
    dh_error error = {.text = ""};
    static const double row[] = {1.0, (double)NAN}, gap[] = {(double)NAN, 1.0};
    problem_pose_random(&p, &(problem_conditions){.rows = 0});
    dh_check_def def = checking_given(0.1, 1.0, 1.0);
    def.problem = &p.problem;
    def.trace = (dh_trace){.rows = 1, .slope = row, .intercept = row};
    assert_false(dh_check(&def, &verdict, &error));
    assert_string_equal(error.text, "there is one row, and so no step");
    def.trace.rows = 2;
    assert_false(dh_check(&def, &verdict, &error));
    assert_non_null(strstr(error.text, "second row"));
    def.trace.slope = gap;
    assert_false(dh_check(&def, &verdict, &error));
    assert_non_null(strstr(error.text, "first row"));
    problem_leave(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batches_of_this_generator_are_told_with_their_size),
        cmocka_unit_test(batches_of_any_other_are_told_as_such),
        cmocka_unit_test(other_points_are_told_by_their_means),
        cmocka_unit_test(what_overflows_is_judged_by_what_comes_before),
        cmocka_unit_test(a_rate_that_is_not_given_is_found),
        cmocka_unit_test(what_has_no_step_is_refused),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
