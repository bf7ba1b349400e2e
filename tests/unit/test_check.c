#include "cmocka_includes.h"
#include "downhill/check.h"
#include "downhill/run.h"
#include "unit/random_problems.h"
#include "unit/wrong_runs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PROBLEMS = 1000, FEWER = 200 };

/* How rows are written. */
typedef enum written { WRITTEN_WHOLE, WRITTEN_SINGLE, WRITTEN_SHORT, WRITTEN_COUNT } written;

static void write_short(wrong_run *run, int digits)
{
    for (size_t i = 0; i < run->rows; i++) {
        run->slopes[i] = number_rounded_to(run->slopes[i], digits);
        run->intercepts[i] = number_rounded_to(run->intercepts[i], digits);
    }
}

static dh_verdict judged(const posed_problem *p, const wrong_run *run, dh_check_def def)
{
    dh_verdict verdict;
    dh_error error = {.text = ""};
    def.problem = &p->problem;
    def.trace = (dh_trace){.rows = run->rows, .slope = run->slopes, .intercept = run->intercepts};
    if (!dh_check(&def, &verdict, &error))
        fail_msg("%s", error.text);
    return verdict;
}

static dh_check_def given_as(double rate, double slope, double intercept)
{
    dh_check_def def = {.recipe = dh_recipe_default(),
                        .init = {slope, intercept},
                        .has_init = true,
                        .has_rate = true};
    def.recipe.rate.first = rate;
    return def;
}

/* Whether a name is that of a rule, which may have more words after a colon. */
static bool is_name_of(const char *name, const char *rule)
{
    return strncmp(name, rule, strcspn(rule, ":")) == 0 && strlen(name) == strcspn(rule, ":");
}

/* Whether a verdict names a rule: first, or among others that explain as much. */
static bool names(const dh_verdict *verdict, const char *rule)
{
    bool named = is_name_of(verdict->name, rule);
    for (int i = 0; i < verdict->also_count; i++)
        named |= is_name_of(verdict->also[i], rule);
    return named;
}

static const char *const RULES[] = {
    "agree",
    "half",
    "sum",
    "half-sum",
    "learning-rate",
    "uphill",
    "no-x",
    "one-x",
    "swapped",
    "one-weight-slope",
    "sequential",
    "sequential-intercept",
    "one-weight-intercept",
    "accumulated",
    "momentum",
    "nesterov",
    "per-point",
    "per-point: each",
    "l1",
    "shifted",
    "other-start",
    "adagrad",
    "rmsprop",
    "adam",
    "scaled-x",
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Settings that an optimizer is given. */
static void choose_settings(wrong_run *run)
{
    static const double momenta[] = {0.9, 0.5, 0.83, 0.99}, factors[] = {0.3, 3.0, 0.07, 10.0};
    static const double alphas[] = {0.99, 0.9};
    if (is(run->rule, "momentum") || is(run->rule, "nesterov"))
        run->first = random_one_of(momenta, 4);
    else if (is(run->rule, "learning-rate"))
        run->first = random_one_of(factors, 4);
    else if (is(run->rule, "rmsprop"))
        run->first = random_one_of(alphas, 2);
    else
        run->first = 0.9;
    run->second = 0.999;
}

/* The steps of these are as long as the rate, whatever the gradient is. */
static bool has_own_length(const char *rule)
{
    return is(rule, "adagrad") || is(rule, "rmsprop") || is(rule, "adam") || is(rule, "l1");
}

/* The standardized x, as numpy has it. */
static void standardize(double *x, const posed_problem *p)
{
    double mean = 0.0, square = 0.0;
    for (size_t i = 0; i < p->n; i++)
        mean += p->x[i] / (double)p->n;
    for (size_t i = 0; i < p->n; i++)
        square += (p->x[i] - mean) * (p->x[i] - mean) / (double)p->n;
    for (size_t i = 0; i < p->n; i++)
        x[i] = (p->x[i] - mean) / sqrt(square);
}

static wrong_run made(const posed_problem *p, const char *rule, const problem_conditions *under,
                      double *x)
{
    const written how = (written)random_below(WRITTEN_COUNT);
    const double off = is(rule, "other-start") ? 1.0 : 0.0;
    memcpy(x, p->x, p->n * sizeof *x);
    if (under->standardize != is(rule, "scaled-x"))
        standardize(x, p);
    wrong_run run = {
        .rule = is(rule, "scaled-x") ? "agree" : rule,
        .x = x,
        .y = p->y,
        .n = p->n,
        .rate = has_own_length(rule)
                    ? number_rounded_to(random_between(0.01, 0.2), under->any_rate ? 17 : 2)
                    : problem_usual_rate(&p->problem, under->any_rate),
        .slope = number_rounded_to(random_between(-3.0, 3.0), 3) + off,
        .intercept = number_rounded_to(random_between(-3.0, 3.0), 3) + off,
        .single = how == WRITTEN_SINGLE && under->digits == 0,
        .rows = under->rows ? under->rows : 10 + random_below(50)};
    choose_settings(&run);
    wrong_run_make(&run);
    if (how == WRITTEN_SHORT || under->digits)
        write_short(&run, under->digits ? under->digits : 6);
    return run;
}

/* Whether a factor is what two losses differ by, and so no mere learning rate. */
static bool is_of_loss(double factor, size_t n)
{
    return factor == (double)n || factor == 0.5 * (double)n;
}

/* Whether the run of a rule is found again. */
static bool is_found(const char *rule, const problem_conditions *under)
{
    posed_problem p;
    double x[WRONG_POINTS_MAX];
    problem_pose_random(&p, under);
    const wrong_run run = made(&p, rule, under, x);
    const double off = is(rule, "other-start") ? 1.0 : 0.0;
    const double times = under->times > 0.0 ? under->times : 1.0;
    const dh_verdict verdict =
        judged(&p, &run, given_as(run.rate / times, run.slope - off, run.intercept - off));
    const bool found =
        names(&verdict, rule) || (is(rule, "learning-rate") && is_of_loss(run.first, p.n));
    if (found && times != 1.0)
        assert_true(fabs(verdict.factor / times - 1.0) < 1e-12 || !is_name_of(verdict.name, rule));
    if (!found)
        print_error("%s, %s, n = %zu, %zu rows, rate %.17g: %s\n", rule,
                    run.single ? "float32" : "double", p.n, run.rows, run.rate, verdict.name);
    problem_leave(&p);
    return found;
}

/* How many runs are not; every fifth rule is tried on each problem. */
static int missed(int problems, problem_conditions under)
{
    int count = 0;
    for (int i = 0; i < problems; i++)
        for (int rule = i % 5; rule < RULE_COUNT; rule += 5)
            count += !is_found(RULES[rule], &under);
    return count;
}

static void every_rule_is_found_again(void **state)
{
    (void)state;
    assert_int_equal(missed(PROBLEMS, (problem_conditions){.rows = 0}), 0);
}

static void also_with_any_rate(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.any_rate = true}), 0);
}

static void also_on_standardized_x(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.standardize = true}), 0);
}

static void also_where_the_mean_of_x_is_0(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.centered = true}), 0);
}

/* Rules that are told by their name, whatever the rate is. */
static bool has_name_of_its_own(const char *rule)
{
    static const char *const by_rate[] = {"agree",         "half",    "sum",        "half-sum",
                                          "learning-rate", "shifted", "other-start"};
    for (size_t i = 0; i < sizeof by_rate / sizeof *by_rate; i++)
        if (is(rule, by_rate[i]))
            return false;
    return true;
}

static void a_factor_may_come_with_any_mistake(void **state)
{
    (void)state;
    static const double factors[] = {0.5, 2.0, 0.1};
    int count = 0;
    for (int i = 0; i < FEWER; i++)
        for (int rule = i % 5; rule < RULE_COUNT; rule += 5)
            if (has_name_of_its_own(RULES[rule]))
                count += !is_found(RULES[rule],
                                   &(problem_conditions){.times = random_one_of(factors, 3)});
    assert_int_equal(count, 0);
}

static void also_with_three_rows(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.rows = 3, .any_rate = true}), 0);
}

static void also_with_four_digits(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.digits = 4}), 0);
}

static void also_on_each_sample(void **state)
{
    (void)state;
    static const char *const samples[] = {"anscombe1", "anscombe2", "anscombe3", "anscombe4",
                                          "cars",      "faithful",  "forbes",    "hubble"};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        assert_int_equal(missed(15, (problem_conditions){.sample = samples[i]}), 0);
        assert_int_equal(
            missed(15, (problem_conditions){.sample = samples[i], .standardize = true}), 0);
    }
}

/* Rows of a run that the program makes. */
static void take_rows(wrong_run *run, const posed_problem *p, const dh_check_def *def, size_t rows)
{
    dh_run right = {0};
    const dh_run_def run_def = {.init = def->init, .steps = rows - 1, .recipe = def->recipe};
    assert_true(dh_run_start(&right, &run_def, &p->problem, NULL));
    dh_run_advance(&right, rows - 1);
    run->rows = right.known;
    for (size_t t = 0; t < run->rows; t++) {
        run->slopes[t] = right.row[t].weights.slope;
        run->intercepts[t] = right.row[t].weights.intercept;
    }
    dh_run_free(&right);
}

/* What the program itself makes of an optimizer, with batches or without. */
static void right_runs_agree(void **state)
{
    (void)state;
    int alarms = 0;
    for (int i = 0; i < PROBLEMS; i++)
        for (int optimizer = 0; optimizer < dh_optimizer_count(); optimizer++) {
            posed_problem p;
            wrong_run run = {.rows = 0};
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
            dh_check_def def =
                given_as(problem_usual_rate(&p.problem, false), random_between(-3.0, 3.0), 1.0);
            dh_recipe_set_optimizer(&def.recipe, optimizer);
            def.recipe.batch = i % 3 == 0 ? 2 : 0;
            take_rows(&run, &p, &def, 50);
            if (i % 2 == 1)
                write_short(&run, 6);
            const dh_verdict verdict = judged(&p, &run, def);
            if (!is(verdict.name, "agree")) {
                alarms++;
                print_error("%s, batch %zu: %s at %zu\n", dh_optimizer_at(optimizer)->name,
                            def.recipe.batch, verdict.name, verdict.departure.step);
            }
            problem_leave(&p);
        }
    assert_int_equal(alarms, 0);
}

static void batches_of_this_generator_are_told_with_their_size(void **state)
{
    (void)state;
    static const double sizes[] = {1, 2, 10, 32};
    for (int i = 0; i < FEWER; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        do {
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
        } while (p.n <= 40 && (problem_leave(&p), true));
        dh_check_def def = given_as(problem_usual_rate(&p.problem, false), 1.0, -1.0);
        const size_t size = (size_t)random_one_of(sizes, 4);
        def.recipe.batch = size;
        take_rows(&run, &p, &def, 50);
        def.recipe.batch = 0;
        const dh_verdict verdict = judged(&p, &run, def);
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
    for (int i = 0; i < FEWER; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        do {
            problem_pose_random(&p, &(problem_conditions){.rows = 0});
        } while (p.n <= 40 && (problem_leave(&p), true));
        dh_check_def def =
            given_as(number_rounded_to(0.1 * problem_usual_rate(&p.problem, false), 2), 1.0, -1.0);
        def.recipe.batch = 8;
        p.problem.after = dh_random_seeded((uint64_t)i + 100);
        take_rows(&run, &p, &def, 100);
        p.problem.after = dh_random_seeded(7);
        def.recipe.batch = 0;
        const dh_verdict verdict = judged(&p, &run, def);
        other += !is(verdict.name, "mini-batch");
        problem_leave(&p);
    }
    assert_true(other <= FEWER / 10);
}

static void other_points_are_told_by_their_means(void **state)
{
    (void)state;
    for (int i = 0; i < FEWER; i++) {
        posed_problem p, others;
        wrong_run run = {.rows = 0};
        problem_pose_random(&p, &(problem_conditions){.rows = 0});
        problem_pose_random(&others, &(problem_conditions){.rows = 0});
        const dh_check_def def = given_as(problem_usual_rate(&others.problem, false), 1.0, -1.0);
        take_rows(&run, &others, &def, 30);
        const dh_verdict verdict = judged(&p, &run, def);
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
    const dh_check_def def = given_as(problem_usual_rate(&p.problem, false), 1.0, -1.0);
    take_rows(&run, &p, &def, 30);
    run.slopes[20] = (double)INFINITY;
    run.slopes[21] = run.intercepts[21] = (double)NAN;
    const dh_verdict verdict = judged(&p, &run, def);
    assert_string_equal(verdict.name, "agree");
    assert_true(verdict.steps == 19);
    problem_leave(&p);
}

static void a_rate_that_is_not_given_is_found(void **state)
{
    (void)state;
    for (int i = 0; i < FEWER; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        problem_pose_random(&p, &(problem_conditions){.rows = 0});
        dh_check_def def = given_as(problem_usual_rate(&p.problem, i % 2 == 0), 1.0, -1.0);
        const double rate = def.recipe.rate.first;
        take_rows(&run, &p, &def, 30);
        def.has_rate = def.has_init = false;
        def.recipe.rate.first = 0.1;
        const dh_verdict verdict = judged(&p, &run, def);
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
    dh_check_def def = given_as(0.1, 1.0, 1.0);
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
        cmocka_unit_test(every_rule_is_found_again),
        cmocka_unit_test(also_with_any_rate),
        cmocka_unit_test(also_on_standardized_x),
        cmocka_unit_test(also_where_the_mean_of_x_is_0),
        cmocka_unit_test(also_with_three_rows),
        cmocka_unit_test(a_factor_may_come_with_any_mistake),
        cmocka_unit_test(also_with_four_digits),
        cmocka_unit_test(also_on_each_sample),
        cmocka_unit_test(right_runs_agree),
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
