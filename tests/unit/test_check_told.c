/* What is told of a run beside its verdict. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

enum { RUNS = 200 };

static void the_first_departure_is_told_with_both_updates(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = checking_over_four(&p, "agree", 20);
    run.intercepts[7] += 0.5;
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    const dh_departure *d = &verdict.departure;
    assert_string_equal(verdict.name, "other");
    assert_true(d->departs && d->intercept && d->step == 7);
    assert_true(d->given.intercept == run.intercepts[7]);
    assert_true(fabs(d->here.intercept - (run.intercepts[7] - 0.5)) < 1e-12);
    assert_true(fabs(d->ratio.slope - 1.0) < 1e-9);
    const double update = run.intercepts[6] - d->here.intercept;
    assert_true(fabs(d->ratio.intercept - (update - 0.5) / update) < 1e-9);
    problem_leave(&p);
}

static void of_half_the_gradient_both_numbers_are_told(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "half", 20);
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    assert_string_equal(verdict.name, "half");
    assert_true(verdict.factor == 0.5 && verdict.rate == 0.015 && verdict.steps == 19);
    assert_true(verdict.departure.step == 1 && !verdict.departure.intercept);
    /* The gradient at 0, 0 is -2 * 33 / 4 and -2 * 16 / 4. */
    assert_true(fabs(verdict.departure.given.slope - 0.015 * 16.5) < 1e-15);
    assert_true(fabs(verdict.departure.here.slope - 0.03 * 16.5) < 1e-15);
    assert_true(fabs(verdict.departure.here.intercept - 0.03 * 8.0) < 1e-15);
    assert_true(fabs(verdict.departure.ratio.slope - 0.5) < 1e-12);
    problem_leave(&p);
}

static void without_a_rate_it_departs_from_its_own(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "swapped", 20);
    dh_check_def def = checking_given(0.1, 0.0, 0.0);
    def.has_rate = false;
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_string_equal(verdict.name, "swapped");
    assert_true(verdict.rate == 0.03 && verdict.departure.step == 1);
    assert_true(fabs(verdict.departure.here.slope - 0.03 * 16.5) < 1e-15);
    problem_leave(&p);
}

static void a_rate_that_is_hardly_another_is_another(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "agree", 20);
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.0300001, 0.0, 0.0));
    assert_string_equal(verdict.name, "learning-rate");
    assert_true(fabs(verdict.rate - 0.03) < 1e-15);
    problem_leave(&p);
}

/* Factors are named as constants of the rate that was given, whatever loss is meant. */
static void constants_are_told_exactly(void **state)
{
    (void)state;
    static const struct {
        dh_loss_kind loss;
        double rate;
        const char *name;
        double factor;
    } cases[] = {
        {DH_LOSS_MEAN, 0.03, "agree", 1.0},          {DH_LOSS_MEAN, 0.06, "half", 0.5},
        {DH_LOSS_MEAN, 0.0075, "sum", 4.0},          {DH_LOSS_MEAN, 0.015, "half-sum", 2.0},
        {DH_LOSS_MEAN, 0.12, "learning-rate", 0.25}, {DH_LOSS_MEAN, 0.3, "learning-rate", 0.1},
        {DH_LOSS_MEAN, 0.003, "learning-rate", 10},  {DH_LOSS_HALF, 0.06, "agree", 1.0},
        {DH_LOSS_HALF, 0.12, "half", 0.5},           {DH_LOSS_HALF, 0.015, "sum", 4.0},
        {DH_LOSS_SUM, 0.0075, "agree", 1.0},         {DH_LOSS_SUM, 0.03, "learning-rate", 0.25},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        posed_problem p;
        checking_pose_four(&p, cases[i].loss);
        const wrong_run run = checking_over_four(&p, "agree", 20);
        const dh_verdict verdict =
            checking_judged(&p, &run, checking_given(cases[i].rate, 0.0, 0.0));
        assert_string_equal(verdict.name, cases[i].name);
        assert_true(verdict.factor == cases[i].factor);
        assert_true(verdict.rate == number_rounded_to(cases[i].factor * cases[i].rate, 12));
        problem_leave(&p);
    }
}

static void where_a_run_begins_is_told(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = checking_over_four(&p, "shifted", 20);
    dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    assert_string_equal(verdict.name, "shifted");
    assert_int_equal(verdict.start, DH_START_EARLY);
    assert_true(verdict.departure.departs && verdict.departure.step == 0);
    verdict = checking_judged(&p, &run, checking_given(0.03, 1.0, 0.0));
    assert_string_equal(verdict.name, "other-start");
    assert_int_equal(verdict.start, DH_START_OTHER);
    assert_true(verdict.departure.here.slope == 1.0);
    run = checking_over_four(&p, "agree", 20);
    memmove(run.slopes + 1, run.slopes, 19 * sizeof *run.slopes);
    memmove(run.intercepts + 1, run.intercepts, 19 * sizeof *run.intercepts);
    verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    assert_string_equal(verdict.name, "shifted");
    assert_int_equal(verdict.start, DH_START_LATE);
    assert_true(verdict.departure.step == 1);
    problem_leave(&p);
}

/* Momentum begins with the first update: its second row as the start is no start of its own. */
static void a_shifted_run_of_an_optimizer_is_told_as_shifted(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = checking_over_four(&p, "momentum", 21);
    memmove(run.slopes, run.slopes + 1, 20 * sizeof *run.slopes);
    memmove(run.intercepts, run.intercepts + 1, 20 * sizeof *run.intercepts);
    run.rows = 20;
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    dh_recipe_set_optimizer(&def.recipe, dh_optimizer_find("momentum"));
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_string_equal(verdict.name, "shifted");
    assert_int_equal(verdict.start, DH_START_EARLY);
    problem_leave(&p);
}

static void the_settings_of_an_optimizer_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *setting;
        double first, value;
        bool as_here;
    } cases[] = {
        {"momentum", "momentum", 0.83, 0.83, true},
        {"momentum", "momentum", 0.8725, 0.8725, true},
        {"momentum: average", "momentum", 0.8, 0.8, true},
        {"nesterov", "momentum", 0.77, 0.77, true},
        {"nesterov", "momentum", 0.8725, 0.8725, true},
        {"nesterov: ahead", "momentum", 0.8725, 0.8725, false},
        {"rmsprop", "alpha", 0.9, 0.9, true},
        {"rmsprop: inside", "alpha", 0.9, 0.9, false},
        {"rmsprop: inside", "eps", 0.9, 1e-8, false},
        {"adam", "beta1", 0.8, 0.8, true},
        {"adam: uncorrected", "beta1", 0.95, 0.95, false},
        {"adagrad", "eps", 0.9, 1e-10, true},
        {"adam", "eps", 0.9, 1e-5, true},
        {"rmsprop", "eps", 0.99, 1e-3, true},
    };
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wrong_run run = checking_over_four(&p, cases[i].rule, 3);
        run.first = cases[i].first;
        run.eps = strcmp(cases[i].setting, "eps") == 0 ? cases[i].value : 0.0;
        run.rows = 60;
        wrong_run_make(&run);
        const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
        const dh_optimizer *optimizer = dh_optimizer_at(verdict.recipe.optimizer);
        assert_true(strncmp(verdict.name, cases[i].rule, strlen(verdict.name)) == 0);
        assert_true(verdict.as_here == cases[i].as_here && !verdict.single);
        const int setting = dh_setting_find(optimizer, cases[i].setting);
        assert_true(setting >= 0 && verdict.recipe.value[setting] == cases[i].value);
        problem_leave(&p);
        checking_pose_four(&p, DH_LOSS_MEAN);
    }
    problem_leave(&p);
}

static void the_rate_of_updates_after_every_point_is_found(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "per-point", 20);
    dh_check_def def = checking_given(0.1, 0.0, 0.0);
    def.has_rate = false;
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_string_equal(verdict.name, "per-point");
    assert_true(verdict.rate == 0.03 && verdict.decided);
    problem_leave(&p);
}

static void a_rate_that_varies_is_told_with_its_range(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = checking_over_four(&p, "agree", 20), rest = checking_over_four(&p, "agree", 1);
    rest.slope = run.slopes[10];
    rest.intercept = run.intercepts[10];
    rest.rate = 0.006;
    rest.rows = 10;
    wrong_run_make(&rest);
    memcpy(run.slopes + 10, rest.slopes, 10 * sizeof *run.slopes);
    memcpy(run.intercepts + 10, rest.intercepts, 10 * sizeof *run.intercepts);
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    assert_string_equal(verdict.name, "other");
    assert_true(verdict.departure.step == 11);
    assert_true(fabs(verdict.varying.low - 0.006) < 1e-12);
    assert_true(fabs(verdict.varying.high - 0.03) < 1e-12);
    problem_leave(&p);
}

/* Takes rows that are given. */
static wrong_run rows_of(const double (*row)[2], size_t rows)
{
    wrong_run run = {.rows = rows};
    for (size_t t = 0; t < rows; t++) {
        run.slopes[t] = row[t][0];
        run.intercepts[t] = row[t][1];
    }
    return run;
}

/* Over (0, 1) and (1, 1) with rate 1, the slope first: whole numbers that are not rounded ones. */
static void whole_numbers_of_a_short_run_are_taken_as_they_stand(void **state)
{
    (void)state;
    static const double row[][2] = {{0.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {0.0, 1.0}};
    posed_problem p = {.x = {0.0, 1.0}, .y = {1.0, 1.0}, .n = 2};
    problem_pose_points(&p, DH_LOSS_MEAN, false);
    const wrong_run run = rows_of(row, 4);
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(1.0, 0.0, 0.0));
    assert_string_equal(verdict.name, "sequential");
    assert_true(verdict.factor == 1.0);
    problem_leave(&p);
}

static void two_rows_that_are_the_same_are_no_run(void **state)
{
    (void)state;
    static const double row[][2] = {{0.25, 0.5}, {0.25, 0.5}};
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = rows_of(row, 2);
    const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.25, 0.5));
    assert_string_equal(verdict.name, "other");
    assert_true(verdict.departure.ratio.slope == 0.0 && verdict.departure.ratio.intercept == 0.0);
    problem_leave(&p);
}

static void another_form_of_what_is_meant_is_told(void **state)
{
    (void)state;
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "adam: uncorrected", 40);
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    dh_recipe_set_optimizer(&def.recipe, dh_optimizer_find("adam"));
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_string_equal(verdict.name, "adam");
    assert_true(!verdict.as_here && strstr(verdict.detail, "not corrected"));
    problem_leave(&p);
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
        cmocka_unit_test(the_first_departure_is_told_with_both_updates),
        cmocka_unit_test(of_half_the_gradient_both_numbers_are_told),
        cmocka_unit_test(without_a_rate_it_departs_from_its_own),
        cmocka_unit_test(a_rate_that_is_hardly_another_is_another),
        cmocka_unit_test(constants_are_told_exactly),
        cmocka_unit_test(where_a_run_begins_is_told),
        cmocka_unit_test(a_shifted_run_of_an_optimizer_is_told_as_shifted),
        cmocka_unit_test(the_settings_of_an_optimizer_are_told),
        cmocka_unit_test(the_rate_of_updates_after_every_point_is_found),
        cmocka_unit_test(a_rate_that_varies_is_told_with_its_range),
        cmocka_unit_test(whole_numbers_of_a_short_run_are_taken_as_they_stand),
        cmocka_unit_test(two_rows_that_are_the_same_are_no_run),
        cmocka_unit_test(another_form_of_what_is_meant_is_told),
        cmocka_unit_test(what_overflows_is_judged_by_what_comes_before),
        cmocka_unit_test(a_rate_that_is_not_given_is_found),
        cmocka_unit_test(what_has_no_step_is_refused),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
