#include "cmocka_includes.h"
#include "permutation.h"
#include "run_fixture.h"

#include <stdint.h>
#include <string.h>

static const double X[] = {-1.0, 0.5, 2.0, 3.0, 7.0}, Y[] = {2.0, 1.0, 4.0, 3.5, 9.0};

enum { N = sizeof X / sizeof *X };

/* A problem over given points, which it alone holds. */
static dh_problem_def given(dh_loss_kind loss)
{
    const dh_points_def def = {
        .x = X, .y = Y, .n = N, .x_name = "age", .y_name = "height", .origin = "a.csv"};
    dh_problem_def problem = dh_problem_default();
    problem.source.kind = DH_SOURCE_GIVEN;
    problem.source.given = dh_points_create(&def, NULL);
    problem.loss = loss;
    assert_non_null(problem.source.given);
    return problem;
}

static void what_cannot_be_drawn_is_refused_in_words(void **state)
{
    (void)state;
    dh_problem problem = {0};
    dh_problem_def bad[4];
    for (int i = 0; i < 4; i++)
        bad[i] = dh_problem_default();
    bad[0].source.generated.points = 0;
    bad[1].source.generated.points = DH_POINTS_MAX + 1;
    bad[2].source.generated.noise = -1.0;
    bad[3].source.generated.slope = (double)NAN;
    for (int i = 0; i < 4; i++) {
        dh_error error = {.text = ""};
        assert_false(dh_problem_pose(&problem, &bad[i], &error));
        assert_non_null(strstr(error.text, "must be"));
        assert_int_equal(problem.version, 0);
    }
}

static void noise_is_added_to_the_true_line(void **state)
{
    (void)state;
    dh_problem problem = {0};
    dh_problem_def def = dh_problem_default();
    def.source.generated.slope = -2.0;
    def.source.generated.intercept = 5.0;
    def.source.generated.noise = 0.25;
    assert_true(dh_problem_pose(&problem, &def, NULL));
    for (size_t i = 0; i < problem.n; i++) {
        const double noise = problem.y[i] - (-2.0 * problem.x[i] + 5.0);
        assert_true(noise > -1e-6 && noise < 0.25 + 1e-6);
    }
    dh_problem_free(&problem);
}

static void points_that_cannot_be_fitted_are_refused(void **state)
{
    (void)state;
    const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL, 1e71};
    for (int i = 0; i < 4; i++) {
        dh_error error = {.text = ""};
        const double x[] = {1.0, bad[i]}, y[] = {1.0, 2.0};
        assert_null(dh_points_create(&(dh_points_def){.x = x, .y = y, .n = 2}, &error));
        assert_non_null(strstr(error.text, "point 2"));
        assert_null(dh_points_create(&(dh_points_def){.x = y, .y = x, .n = 2}, &error));
    }
    assert_null(dh_points_create(&(dh_points_def){.x = X, .y = Y, .n = 0}, NULL));
}

static void given_points_are_held_while_they_are_used(void **state)
{
    (void)state;
    dh_problem problem = {0};
    const dh_problem_def def = given(DH_LOSS_MEAN), drawn = dh_problem_default();
    assert_true(dh_problem_pose(&problem, &def, NULL));
    assert_int_equal(def.source.given->holders, 2);
    dh_source_drop(&def.source);
    assert_int_equal(problem.n, N);
    assert_memory_equal(problem.x, X, sizeof X);
    assert_string_equal(problem.x_name, "age");
    assert_string_equal(problem.y_name, "height");
    assert_true(dh_problem_pose(&problem, &drawn, NULL)); /* which lets them go */
    assert_int_equal(problem.n, 100);
    assert_string_equal(problem.x_name, "x");
    dh_problem_free(&problem);
}

/* The mini-batches of given points come from the generator as torch.manual_seed leaves it. */
static void given_points_have_mini_batches(void **state)
{
    (void)state;
    run_fixture f = {0};
    run_config config = run_config_default();
    config.problem = given(DH_LOSS_MEAN);
    config.problem.source.seed = 42;
    config.recipe.batch = 2;
    fixture_start(&f, config);
    dh_source_drop(&config.problem.source);
    dh_random random = dh_random_seeded(42);
    uint32_t order[N];
    draw_permutation(&random, N, order);
    for (size_t t = 0; t < 3; t++) {
        size_t work = SIZE_MAX;
        dh_batch batch;
        assert_true(dh_run_batch(&f.run, t, SIZE_MAX, &work, &batch));
        assert_int_equal(batch.count, t < 2 ? 2 : 1);
        assert_memory_equal(batch.point, order + 2 * t, batch.count * sizeof *order);
    }
    fixture_end(&f);
}

/* By the definition, from the points. */
static dh_value direct(dh_loss_kind loss, const uint32_t *point, size_t count, dh_weights w)
{
    dh_value sum = {0};
    for (size_t i = 0; i < count; i++) {
        const size_t p = point ? point[i] : i;
        const double residual = Y[p] - w.slope * X[p] - w.intercept;
        sum.loss += residual * residual;
        sum.gradient.slope -= 2.0 * residual * X[p];
        sum.gradient.intercept -= 2.0 * residual;
    }
    const double factor =
        loss == DH_LOSS_SUM ? 1.0 : (loss == DH_LOSS_HALF ? 0.5 : 1.0) / (double)count;
    return (dh_value){sum.loss * factor,
                      {sum.gradient.slope * factor, sum.gradient.intercept * factor}};
}

static void assert_same_value(dh_value a, dh_value b)
{
    assert_close(a.loss, b.loss, 1e-13);
    assert_close(a.gradient.slope, b.gradient.slope, 1e-13);
    assert_close(a.gradient.intercept, b.gradient.intercept, 1e-13);
}

static void every_loss_is_what_its_name_says(void **state)
{
    (void)state;
    const dh_weights w = {-0.7, 3.1};
    const uint32_t some[] = {4, 1, 2};
    for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
        dh_problem problem = {0};
        const dh_problem_def def = given(loss);
        assert_true(dh_problem_pose(&problem, &def, NULL));
        dh_source_drop(&def.source);
        assert_same_value(dh_objective_at(&problem.objective, w), direct(loss, NULL, N, w));
        const dh_batch batch = {.point = some, .count = 3};
        dh_batch_sums sums = {0};
        dh_batch_sum(&sums, problem.x, problem.y, batch, 1, w);
        dh_batch_sum(&sums, problem.x, problem.y, batch, 2, w);
        assert_same_value(dh_batch_value(loss, &sums), direct(loss, some, 3, w));
        double parts = 0.0;
        for (size_t i = 0; i < N; i++)
            parts += dh_loss_of_point(loss, X[i], Y[i], N, w);
        assert_close(parts, dh_objective_loss(&problem.objective, w), 1e-14);
        assert_close(problem.objective.minimum.loss,
                     direct(loss, NULL, N, problem.objective.minimum.at).loss, 1e-13);
        dh_problem_free(&problem);
    }
}

static void compute(run_fixture *f, dh_loss_kind loss, double rate, size_t batch)
{
    run_config config = run_config_default();
    config.problem = given(loss);
    config.recipe.rate.first = rate;
    config.recipe.batch = batch;
    fixture_start(f, config);
    dh_source_drop(&config.problem.source);
    assert_true(dh_run_advance(&f->run, config.steps));
}

/* Half the loss at twice the rate is the same run, and so is the sum at 1/n of it. */
static void a_factor_of_the_loss_is_one_of_the_rate(void **state)
{
    (void)state;
    for (size_t batch = 0; batch <= N; batch += N) {
        run_fixture mean = {0}, half = {0}, sum = {0};
        compute(&mean, DH_LOSS_MEAN, 0.02, batch);
        compute(&half, DH_LOSS_HALF, 0.04, batch);
        compute(&sum, DH_LOSS_SUM, 0.02 / N, batch);
        for (size_t t = 0; t <= mean.run.steps; t++) {
            const double slope = mean.run.row[t].weights.slope;
            assert_close(half.run.row[t].weights.slope, slope, 1e-12);
            assert_close(sum.run.row[t].weights.slope, slope, 1e-12);
            assert_close(half.run.row[t].loss, 0.5 * mean.run.row[t].loss, 1e-12);
            assert_close(sum.run.row[t].loss, N * mean.run.row[t].loss, 1e-12);
        }
        fixture_end(&mean);
        fixture_end(&half);
        fixture_end(&sum);
    }
}

/* A loss that is twice as steep everywhere halves the rates that theory tells. */
static void rates_follow_the_loss(void **state)
{
    (void)state;
    dh_rates rates[DH_LOSS_COUNT];
    const dh_recipe recipe = dh_recipe_default();
    for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
        dh_problem problem = {0};
        const dh_problem_def def = given(loss);
        assert_true(dh_problem_pose(&problem, &def, NULL));
        dh_source_drop(&def.source);
        assert_true(dh_objective_rates(&problem.objective, dh_optimizer_at(recipe.optimizer),
                                       recipe.value, &rates[loss]));
        assert_close(rates[loss].stable, 2.0 / dh_objective_curvature(&problem.objective), 1e-14);
        dh_problem_free(&problem);
    }
    assert_close(rates[DH_LOSS_HALF].stable, 2.0 * rates[DH_LOSS_MEAN].stable, 1e-14);
    assert_close(rates[DH_LOSS_SUM].stable, rates[DH_LOSS_MEAN].stable / N, 1e-14);
    assert_close(rates[DH_LOSS_HALF].fastest, 2.0 * rates[DH_LOSS_MEAN].fastest, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_drawn_is_refused_in_words),
        cmocka_unit_test(noise_is_added_to_the_true_line),
        cmocka_unit_test(points_that_cannot_be_fitted_are_refused),
        cmocka_unit_test(given_points_are_held_while_they_are_used),
        cmocka_unit_test(given_points_have_mini_batches),
        cmocka_unit_test(every_loss_is_what_its_name_says),
        cmocka_unit_test(a_factor_of_the_loss_is_one_of_the_rate),
        cmocka_unit_test(rates_follow_the_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
