/* What standardizing x does, and what it leaves: of a line and its weights on standardized x the
 * loss is the same. */
#include "cmocka_includes.h"
#include "run_fixture.h"

#include <math.h>

enum { N = 8 };

/* Quarters, and as many as a power of two: the mean is exact, however far they are shifted. */
static const double X[N] = {-1.0, 0.5, 2.0, 3.0, 7.0, 4.25, 0.0, 5.5};
static const double Y[N] = {2.0, 1.0, 4.0, 3.5, 9.0, 4.0, -1.5, 6.0};

/* What becomes of X: shift + spread * x. */
typedef struct affine {
    double shift, spread;
} affine;

static const affine WHERE[] = {
    {0.0, 1.0}, {0.0, 1e-9}, {0.0, 1e9}, {0.0, 1e-60}, {0.0, 1e60}, {1e8, 1.0}, {-1.0, 1e-9},
};
enum { PLACES = sizeof WHERE / sizeof *WHERE, NEAR_ZERO = 5 }; /* so many from the first on */

static dh_problem_def given(const double *x, size_t n, dh_loss_kind loss, bool standardize)
{
    dh_problem_def problem = dh_problem_default();
    problem.source.kind = DH_SOURCE_GIVEN;
    problem.source.given = dh_points_create(&(dh_points_def){.x = x, .y = Y, .n = n}, NULL);
    problem.loss = loss;
    problem.standardize = standardize;
    assert_non_null(problem.source.given);
    return problem;
}

static void pose(dh_problem *problem, const double *x, size_t n, dh_loss_kind loss)
{
    const dh_problem_def def = given(x, n, loss, true);
    assert_true(dh_problem_pose(problem, &def, NULL));
    dh_source_drop(&def.source);
}

static void place(affine where, double x[N])
{
    for (int i = 0; i < N; i++)
        x[i] = where.shift + where.spread * X[i];
}

static void pose_at(dh_problem *problem, affine where, dh_loss_kind loss)
{
    double x[N];
    place(where, x);
    pose(problem, x, N, loss);
}

static void run(run_fixture *f, const double *x, size_t n, bool standardize, run_config config)
{
    config.problem = given(x, n, config.problem.loss, standardize);
    fixture_run(f, config);
    dh_source_drop(&config.problem.source);
}

/* How the loss is made of the mean of the squares. */
static double factor_of(dh_loss_kind loss)
{
    return loss == DH_LOSS_SUM ? N : loss == DH_LOSS_HALF ? 0.5 : 1.0;
}

/* A mean far from zero is a double like any, and so is the height of a line there at zero: what
 * rounding leaves of them, in deviations of x. */
static double rounding(const dh_problem *problem)
{
    return 0x1p-51 * fabs(problem->scaling.mean) / problem->scaling.deviation;
}

static void inputs_have_mean_0_and_deviation_1(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int p = 0; p < PLACES; p++) {
        long double mean = 0.0L, square = 0.0L;
        pose_at(&problem, WHERE[p], DH_LOSS_MEAN);
        for (int i = 0; i < N; i++)
            mean += (long double)problem.input[i] / N;
        for (int i = 0; i < N; i++)
            square +=
                ((long double)problem.input[i] - mean) * ((long double)problem.input[i] - mean);
        assert_within((double)mean, 0.0, 1e-15 + rounding(&problem));
        assert_within((double)sqrtl(square / N), 1.0, 1e-15);
    }
    dh_problem_free(&problem);
}

static void the_loss_of_weights_is_that_of_their_line(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int p = 0; p < PLACES; p++)
        for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
            pose_at(&problem, WHERE[p], loss);
            const dh_weights best = problem.objective.minimum.at;
            const dh_weights weights[] = {
                {-1.0, 1.0}, {0.0, 0.0}, {1e3, -1e3}, best, {best.slope + 1e-3, best.intercept}};
            for (int i = 0; i < 5; i++) {
                const dh_weights w = weights[i], line = dh_problem_line(&problem, w);
                const double expected = dh_objective_loss(&problem.objective, w);
                const double height = rounding(&problem) * fabs(w.slope);
                assert_within(dh_objective_loss(&problem.of_lines, line), expected,
                              1e-12 * expected + 2.0 * height * sqrt(factor_of(loss) * expected));
            }
        }
    dh_problem_free(&problem);
}

static void weights_of_a_line_are_those_it_came_from(void **state)
{
    (void)state;
    dh_problem problem = {0};
    const dh_weights w = {-0.7, 3.1};
    for (int p = 0; p < PLACES; p++) {
        pose_at(&problem, WHERE[p], DH_LOSS_MEAN);
        const dh_weights back = dh_scaling_trained(problem.scaling, dh_problem_line(&problem, w));
        assert_close(back.slope, w.slope, 1e-15);
        assert_within(back.intercept, w.intercept, 1e-15 + rounding(&problem));
    }
    dh_problem_free(&problem);
}

static void the_minimum_is_the_best_line(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int p = 0; p < PLACES; p++)
        for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
            pose_at(&problem, WHERE[p], loss);
            const dh_minimum trained = problem.objective.minimum, best = problem.of_lines.minimum;
            const dh_weights line = dh_problem_line(&problem, trained.at);
            assert_close(line.slope, best.at.slope, 1e-14);
            assert_close(line.intercept, best.at.intercept, 1e-14);
            assert_within(dh_scaling_trained(problem.scaling, best.at).intercept,
                          trained.at.intercept,
                          1e-14 + rounding(&problem) * fabs(trained.at.slope));
            assert_close(trained.loss, best.loss, 1e-12);
            assert_true(trained.unique && best.unique);
        }
    dh_problem_free(&problem);
}

/* On standardized x the loss is as steep one way as the other: lowest + factor * distance^2, so
 * that gradient descent goes straight to the minimum, a like part of what is left at each step. */
static void descent_on_standardized_x_is_straight(void **state)
{
    (void)state;
    const dh_weights init = {-1.0, 1.0};
    for (int p = 0; p < PLACES; p++)
        for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
            double x[N];
            run_fixture f = {0};
            run_config config = run_config_with("gd", 0.1 / factor_of(loss), 0);
            config.problem.loss = loss;
            config.steps = 20;
            place(WHERE[p], x);
            run(&f, x, N, true, config);
            const dh_quadratic *quadratic = dh_objective_quadratic(&f.problem.objective);
            assert_close(quadratic->curvature_high, 2.0 * factor_of(loss),
                         1e-14 + rounding(&f.problem));
            assert_close(quadratic->curvature_low, 2.0 * factor_of(loss),
                         1e-14 + rounding(&f.problem));
            const dh_weights best = f.problem.objective.minimum.at;
            for (size_t t = 0; t <= config.steps; t++) {
                const double left = pow(0.8, (double)t),
                             error = 1e-13 + 100.0 * rounding(&f.problem);
                const dh_weights w = f.run.row[t].weights;
                assert_within(w.slope, best.slope + left * (init.slope - best.slope), error);
                assert_within(w.intercept,
                              best.intercept + left * (init.intercept - best.intercept), error);
            }
            fixture_end(&f);
        }
}

/* With trained = A * line the gradient by the line is A^T times that by the trained weights: their
 * update is one of the line, its gradient times the inverse of A^T * A. */
static void in_the_datas_own_units_it_is_preconditioned(void **state)
{
    (void)state;
    for (int p = 0; p < NEAR_ZERO; p++) {
        double x[N];
        run_fixture f = {0};
        const double rate = 0.1;
        run_config config = run_config_with("gd", rate, 0);
        config.steps = 20;
        place(WHERE[p], x);
        run(&f, x, N, true, config);
        const double mean = f.problem.scaling.mean, deviation = f.problem.scaling.deviation;
        for (size_t t = 0; t < config.steps; t++) {
            const dh_weights line = dh_problem_line(&f.problem, f.run.row[t].weights);
            const dh_weights next = dh_problem_line(&f.problem, f.run.row[t + 1].weights);
            const dh_weights by_line = dh_objective_at(&f.problem.of_lines, line).gradient;
            const double turn =
                (by_line.slope - mean * by_line.intercept) / (deviation * deviation);
            assert_within(next.slope, line.slope - rate * turn, 1e-13 * fabs(line.slope));
            assert_within(next.intercept, line.intercept - rate * (by_line.intercept - mean * turn),
                          1e-13);
        }
        fixture_end(&f);
    }
}

static const struct {
    const char *optimizer;
    double rate;
    size_t batch;
} RECIPES[] = {
    {"gd", 0.05, 0}, {"gd", 0.05, 3}, {"momentum", 0.02, 0}, {"adam", 0.1, 0}, {"adam", 0.1, 3}};
enum { RECIPE_COUNT = sizeof RECIPES / sizeof *RECIPES };

static run_config recipe_config(int recipe)
{
    return run_config_with(RECIPES[recipe].optimizer, RECIPES[recipe].rate, RECIPES[recipe].batch);
}

static void assert_same_rows(const dh_run *a, const dh_run *b, double relative)
{
    assert_int_equal(a->known, b->known);
    for (size_t t = 0; t < a->known; t++) {
        assert_close(a->row[t].weights.slope, b->row[t].weights.slope, relative);
        assert_close(a->row[t].weights.intercept, b->row[t].weights.intercept, relative);
        assert_close(a->row[t].loss, b->row[t].loss, relative);
    }
}

/* Trains on these x as they are and standardized. */
static void compare_either_way(const double *x, double relative)
{
    for (int recipe = 0; recipe < RECIPE_COUNT; recipe++) {
        run_fixture plain = {0}, standardized = {0};
        run(&plain, x, N, false, recipe_config(recipe));
        run(&standardized, x, N, true, recipe_config(recipe));
        assert_same_rows(&standardized.run, &plain.run, relative);
        fixture_end(&plain);
        fixture_end(&standardized);
    }
}

static void x_that_have_mean_0_and_deviation_1_are_trained_alike_either_way(void **state)
{
    (void)state;
    const double exact[N] = {-1, 1, 1, -1, -1, 1, -1, 1};
    compare_either_way(exact, 0.0);
    dh_problem problem = {0};
    const double uneven[N] = {0.1, 0.7, -2.3, 5.9, 3.3, 8.1, 7.7, 1.9};
    pose(&problem, uneven, N, DH_LOSS_MEAN);
    compare_either_way(problem.input, 1e-12);
    dh_problem_free(&problem);
}

/* Nothing rounds otherwise when x are measured in another unit, or from elsewhere. */
static void powers_of_two_change_no_bit_of_a_standardized_run(void **state)
{
    (void)state;
    const affine where[] = {{0.0, 0x1p-40}, {0.0, 0x1p40}, {0x1p20, 1.0}, {-0x1p60, 0x1p40}};
    for (int recipe = 0; recipe < RECIPE_COUNT; recipe++) {
        run_fixture plain = {0};
        run(&plain, X, N, true, recipe_config(recipe));
        for (int i = 0; i < 4; i++) {
            double x[N];
            run_fixture moved = {0};
            place(where[i], x);
            run(&moved, x, N, true, recipe_config(recipe));
            assert_memory_equal(moved.problem.input, plain.problem.input, sizeof x);
            assert_same_rows(&moved.run, &plain.run, 0.0);
            fixture_end(&moved);
        }
        fixture_end(&plain);
    }
}

/* Equal x have no deviation. What is left is a level line, which is moved up and down: by the mean
 * loss at rate 0.1 with 0.8 of its distance left at each step. */
static void equal_x_are_trained_to_the_mean_of_y(void **state)
{
    (void)state;
    const double where[] = {0.0, 0.1, -1e-9, 1e9, 1e70};
    for (size_t n = 1; n <= N; n += N - 1)
        for (int i = 0; i < 5; i++) {
            double x[N], mean_y = 0.0;
            run_fixture f = {0};
            for (size_t k = 0; k < n; k++) {
                x[k] = where[i];
                mean_y += Y[k] / (double)n;
            }
            run(&f, x, n, true, run_config_default());
            assert_exactly(f.problem.scaling.mean, where[i]);
            assert_exactly(f.problem.scaling.deviation, 1.0);
            assert_false(f.problem.objective.minimum.unique);
            assert_int_equal(f.run.known, 101);
            for (size_t k = 0; k < n; k++)
                assert_exactly(f.problem.input[k], 0.0);
            for (size_t t = 0; t < f.run.known; t++) {
                const dh_weights w = f.run.row[t].weights;
                assert_exactly(w.slope, -1.0);
                assert_close(w.intercept, mean_y + pow(0.8, (double)t) * (1.0 - mean_y), 1e-14);
            }
            fixture_end(&f);
        }
}

static void without_standardizing_nothing_is_scaled(void **state)
{
    (void)state;
    dh_problem problem = {0};
    const dh_problem_def def = given(X, N, DH_LOSS_MEAN, false);
    const dh_weights w = {0.1, 0.7};
    assert_true(dh_problem_pose(&problem, &def, NULL));
    dh_source_drop(&def.source);
    assert_ptr_equal(problem.input, problem.x);
    assert_exactly(dh_problem_line(&problem, w).slope, w.slope);
    assert_exactly(dh_problem_line(&problem, w).intercept, w.intercept);
    assert_exactly(dh_scaling_trained(problem.scaling, w).slope, w.slope);
    assert_exactly(dh_scaling_trained(problem.scaling, w).intercept, w.intercept);
    dh_problem_free(&problem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inputs_have_mean_0_and_deviation_1),
        cmocka_unit_test(the_loss_of_weights_is_that_of_their_line),
        cmocka_unit_test(weights_of_a_line_are_those_it_came_from),
        cmocka_unit_test(the_minimum_is_the_best_line),
        cmocka_unit_test(descent_on_standardized_x_is_straight),
        cmocka_unit_test(in_the_datas_own_units_it_is_preconditioned),
        cmocka_unit_test(x_that_have_mean_0_and_deviation_1_are_trained_alike_either_way),
        cmocka_unit_test(powers_of_two_change_no_bit_of_a_standardized_run),
        cmocka_unit_test(equal_x_are_trained_to_the_mean_of_y),
        cmocka_unit_test(without_standardizing_nothing_is_scaled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
