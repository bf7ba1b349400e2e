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

/* Points on no line, whose sums are whole: x 6, x squared 14, y 16, xy 33. */
static void pose_four(posed_problem *p, dh_loss_kind loss)
{
    static const double x[] = {0.0, 1.0, 2.0, 3.0}, y[] = {1.0, 4.0, 4.0, 7.0};
    *p = (posed_problem){.n = 4};
    memcpy(p->x, x, sizeof x);
    memcpy(p->y, y, sizeof y);
    problem_pose_points(p, loss, false);
}

/* A run of a rule over them, from 0, 0 with rate 0.03, and its verdict where that was meant. */
static wrong_run over_four(const posed_problem *p, const char *rule, size_t rows)
{
    wrong_run run = {.rule = rule,
                     .x = p->x,
                     .y = p->y,
                     .n = p->n,
                     .rate = 0.03,
                     .first = 0.9,
                     .second = 0.999,
                     .batch = 3,
                     .rows = rows};
    wrong_run_make(&run);
    return run;
}

static void the_first_departure_is_told_with_both_updates(void **state)
{
    (void)state;
    posed_problem p;
    pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = over_four(&p, "agree", 20);
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
    pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = over_four(&p, "half", 20);
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
        pose_four(&p, cases[i].loss);
        const wrong_run run = over_four(&p, "agree", 20);
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
    pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = over_four(&p, "shifted", 20);
    dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
    assert_string_equal(verdict.name, "shifted");
    assert_int_equal(verdict.start, DH_START_EARLY);
    assert_true(verdict.departure.departs && verdict.departure.step == 0);
    verdict = checking_judged(&p, &run, checking_given(0.03, 1.0, 0.0));
    assert_string_equal(verdict.name, "other-start");
    assert_int_equal(verdict.start, DH_START_OTHER);
    assert_true(verdict.departure.here.slope == 1.0);
    run = over_four(&p, "agree", 20);
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
    pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = over_four(&p, "momentum", 21);
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
    };
    posed_problem p;
    pose_four(&p, DH_LOSS_MEAN);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wrong_run run = over_four(&p, cases[i].rule, 3);
        run.first = cases[i].first;
        run.rows = 60;
        wrong_run_make(&run);
        const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
        const dh_optimizer *optimizer = dh_optimizer_at(verdict.recipe.optimizer);
        assert_true(strncmp(verdict.name, cases[i].rule, strlen(verdict.name)) == 0);
        assert_true(verdict.as_here == cases[i].as_here);
        const int setting = dh_setting_find(optimizer, cases[i].setting);
        assert_true(setting >= 0 && verdict.recipe.value[setting] == cases[i].value);
        problem_leave(&p);
        pose_four(&p, DH_LOSS_MEAN);
    }
    problem_leave(&p);
}

static void a_rate_that_varies_is_told_with_its_range(void **state)
{
    (void)state;
    posed_problem p;
    pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = over_four(&p, "agree", 20), rest = over_four(&p, "agree", 1);
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

/* Losses of a run, each the mean of the squares times a factor, or of another kind. */
static void write_losses(const wrong_run *run, size_t after, dh_loss_column kind, double *loss)
{
    for (size_t t = 0; t < run->rows; t++) {
        const size_t at = t + after < run->rows ? t + after : t;
        double square = 0.0, size = 0.0;
        for (size_t i = 0; i < run->n; i++) {
            const double off = run->slopes[at] * run->x[i] + run->intercepts[at] - run->y[i];
            square += off * off;
            size += fabs(off);
        }
        const double n = (double)run->n;
        loss[t] = kind == DH_COLUMN_MEAN       ? square / n
                  : kind == DH_COLUMN_HALF     ? square / n / 2.0
                  : kind == DH_COLUMN_SUM      ? square
                  : kind == DH_COLUMN_HALF_SUM ? square / 2.0
                  : kind == DH_COLUMN_ROOT     ? sqrt(square / n)
                  : kind == DH_COLUMN_ABSOLUTE ? size / n
                                               : 1.0 + square;
    }
    if (after > 0)
        loss[run->rows - 1] = (double)NAN;
}

static void losses_are_told_by_their_kind(void **state)
{
    (void)state;
    double loss[WRONG_ROWS_MAX];
    posed_problem p;
    pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = over_four(&p, "agree", 20);
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    def.trace.loss = loss;
    for (size_t after = 0; after < 2; after++)
        for (int kind = DH_COLUMN_OTHER; kind < DH_COLUMN_KINDS; kind++) {
            write_losses(&run, after, (dh_loss_column)kind, loss);
            const dh_verdict verdict = checking_judged(&p, &run, def);
            assert_string_equal(verdict.name, "agree");
            assert_int_equal(verdict.loss.kind, kind);
            assert_true(verdict.loss.after == (after > 0 && kind != DH_COLUMN_OTHER));
        }
    write_losses(&run, 0, DH_COLUMN_MEAN, loss);
    loss[3] += 0.01;
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_int_equal(verdict.loss.kind, DH_COLUMN_OTHER);
    assert_true(verdict.loss.row == 3 && verdict.loss.given == loss[3]);
    assert_true(fabs(verdict.loss.here - (loss[3] - 0.01)) < 1e-12);
    problem_leave(&p);
}

/* Losses and weights with few digits are still those. */
static void losses_with_few_digits_are_right(void **state)
{
    (void)state;
    double loss[WRONG_ROWS_MAX];
    posed_problem p;
    pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = over_four(&p, "agree", 20);
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    def.trace.loss = loss;
    write_losses(&run, 0, DH_COLUMN_MEAN, loss);
    checking_write_short(&run, 4);
    for (size_t t = 0; t < run.rows; t++)
        loss[t] = number_rounded_to(loss[t], 3);
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_int_equal(verdict.loss.kind, DH_COLUMN_MEAN);
    problem_leave(&p);
}

/* x as (x - mean) / deviation, and y likewise. */
typedef struct scaled_by {
    double mean, deviation;
} scaled_by;

static double scaled_to(double value, scaled_by by)
{
    return (value - by.mean) / by.deviation;
}

/* Of 0, 1, 2, 3, whose mean is 3/2 and whose squared deviations have the sum 5. */
static const scaled_by WAYS[] = {
    {1.5, 1.118033988749895},  /* the root of 5 / 4 */
    {1.5, 1.2909944487358056}, /* of 5 / 3 */
    {1.5, 1.0},
    {0.0, 3.0},
    {1.5, 1.5},
    {1.5, 3.0},
};

typedef enum scaled_manner { MANNER_TRAINED, MANNER_LINES, MANNER_WITH_Y, MANNERS } scaled_manner;

static wrong_run over_scaled(const posed_problem *p, scaled_by x_by, scaled_manner manner,
                             double x[4], double y[4])
{
    const scaled_by y_by = {4.0, 2.1213203435596424}; /* of 1, 4, 4, 7 */
    for (size_t i = 0; i < 4; i++) {
        x[i] = scaled_to(p->x[i], x_by);
        y[i] = manner == MANNER_WITH_Y ? scaled_to(p->y[i], y_by) : p->y[i];
    }
    wrong_run run = {.rule = "agree", .x = x, .y = y, .n = 4, .rate = 0.1, .rows = 25};
    wrong_run_make(&run);
    for (size_t t = 0; t < run.rows && manner == MANNER_LINES; t++) {
        run.slopes[t] /= x_by.deviation;
        run.intercepts[t] -= run.slopes[t] * x_by.mean;
    }
    return run;
}

static void x_that_was_scaled_is_told_in_every_way(void **state)
{
    (void)state;
    for (size_t way = 0; way < sizeof WAYS / sizeof *WAYS; way++)
        for (int manner = 0; manner < MANNERS; manner++) {
            double x[4], y[4];
            posed_problem p;
            pose_four(&p, DH_LOSS_MEAN);
            const wrong_run run = over_scaled(&p, WAYS[way], (scaled_manner)manner, x, y);
            const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.1, 0.0, 0.0));
            assert_string_equal(verdict.name, "scaled-x");
            assert_true(fabs(verdict.scaling.mean - WAYS[way].mean) < 1e-12);
            assert_true(fabs(verdict.scaling.deviation - WAYS[way].deviation) < 1e-12);
            assert_true(verdict.factor == 1.0 && verdict.steps == 24 && !verdict.single);
            assert_true((strstr(verdict.detail, "rows are lines") != NULL) ==
                        (manner == MANNER_LINES));
            assert_true((strstr(verdict.detail, "y is") != NULL) == (manner == MANNER_WITH_Y));
            assert_true(verdict.as_here == (manner == MANNER_TRAINED && way != 2));
            problem_leave(&p);
        }
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
        cmocka_unit_test(the_first_departure_is_told_with_both_updates),
        cmocka_unit_test(of_half_the_gradient_both_numbers_are_told),
        cmocka_unit_test(constants_are_told_exactly),
        cmocka_unit_test(where_a_run_begins_is_told),
        cmocka_unit_test(a_shifted_run_of_an_optimizer_is_told_as_shifted),
        cmocka_unit_test(the_settings_of_an_optimizer_are_told),
        cmocka_unit_test(a_rate_that_varies_is_told_with_its_range),
        cmocka_unit_test(losses_are_told_by_their_kind),
        cmocka_unit_test(losses_with_few_digits_are_right),
        cmocka_unit_test(x_that_was_scaled_is_told_in_every_way),
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
