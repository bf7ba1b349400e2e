/* Which points a run saw: some of them, scaled ones, or others. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

enum { RUNS = 200 };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
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
            checking_pose_four(&p, DH_LOSS_MEAN);
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

/* Enough of them for several batches. */
static void pose_many_points(posed_problem *p)
{
    do {
        problem_pose_random(p, &(problem_conditions){.rows = 0});
    } while (p->n <= 40 && (problem_leave(p), true));
}

static void batches_of_this_generator_are_told_with_their_size(void **state)
{
    (void)state;
    static const double sizes[] = {1, 2, 10, 32};
    for (int i = 0; i < RUNS; i++) {
        posed_problem p;
        wrong_run run = {.rows = 0};
        pose_many_points(&p);
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
        pose_many_points(&p);
        dh_check_def def = checking_given(
            number_rounded_to(0.1 * problem_usual_rate(&p.problem, false), 2), 1.0, -1.0);
        const dh_loss_kind loss = i % 2 == 0 ? DH_LOSS_MEAN : DH_LOSS_HALF;
        problem_leave(&p);
        problem_pose_points(&p, loss, false);
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

/* Over four points, with a rate that is meant for this loss. */
static void other_points_are_told_whatever_the_loss_is(void **state)
{
    (void)state;
    for (int loss = 0; loss < DH_LOSS_COUNT; loss++) {
        posed_problem p;
        checking_pose_four(&p, DH_LOSS_MEAN);
        const wrong_run run = checking_over_four(&p, "agree", 20);
        problem_leave(&p);
        p.y[3] = 9.0; /* the points were others */
        problem_pose_points(&p, (dh_loss_kind)loss, false);
        const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
        const double meant = loss == DH_LOSS_HALF ? 0.06 : loss == DH_LOSS_SUM ? 0.03 / 4.0 : 0.03;
        assert_string_equal(verdict.name, "other");
        assert_true(verdict.implied.known);
        assert_true(fabs(verdict.implied.rate - meant) < 1e-6);
        assert_true(fabs(verdict.implied.mean_y - 4.0) < 1e-4);
        assert_true(fabs(verdict.implied.mean_xy - 33.0 / 4.0) < 1e-4);
        problem_leave(&p);
    }
}

/* Steps that are linear in the weights, but those of no points: what one weight does to the other
 * is not mutual; the mean of x squared is less than that of x, squared. */
static void there_are_not_points_for_every_quadratic(void **state)
{
    (void)state;
    static const double by[][3] = {{0.14, 0.09, 0.03}, {0.03, 0.06, 0.06}};
    for (size_t i = 0; i < 2; i++) {
        posed_problem p;
        wrong_run run = {.rows = 20};
        checking_pose_four(&p, DH_LOSS_MEAN);
        double s = 0.0, b = 0.0;
        for (size_t t = 0; t < run.rows; t++) {
            run.slopes[t] = s;
            run.intercepts[t] = b;
            const double moved_s = by[i][0] * s + by[i][1] * b - 0.3;
            const double moved_b = by[i][2] * s + 0.06 * b - 0.1;
            s -= moved_s;
            b -= moved_b;
        }
        const dh_verdict verdict = checking_judged(&p, &run, checking_given(0.03, 0.0, 0.0));
        assert_string_equal(verdict.name, "other");
        assert_false(verdict.implied.known);
        problem_leave(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(x_that_was_scaled_is_told_in_every_way),
        cmocka_unit_test(batches_of_this_generator_are_told_with_their_size),
        cmocka_unit_test(batches_of_any_other_are_told_as_such),
        cmocka_unit_test(other_points_are_told_by_their_means),
        cmocka_unit_test(other_points_are_told_whatever_the_loss_is),
        cmocka_unit_test(there_are_not_points_for_every_quadratic),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
