#include "cmocka_includes.h"
#include "run_fixture.h"

#include <string.h>

static void a_run_knows_its_start_at_once(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_start(&f, dh_config_default());
    assert_int_equal(f.run.known, 1);
    assert_exactly(f.run.row[0].weights.slope, -1.0);
    assert_exactly(f.run.row[0].weights.intercept, 1.0);
    assert_false(dh_run_complete(&f.run));
    fixture_end(&f);
}

static void slices_give_the_run_computed_at_once(void **state)
{
    (void)state;
    run_fixture whole = {0}, sliced = {0};
    dh_config config = dh_config_default();
    config.steps = 1000;
    fixture_start(&whole, config);
    fixture_start(&sliced, config);
    assert_true(dh_run_advance(&whole.run, config.steps));
    while (!dh_run_advance(&sliced.run, 7))
        assert_int_equal((sliced.run.known - 1) % 7, 0);
    assert_int_equal(sliced.run.known, 1001);
    assert_memory_equal(whole.run.row, sliced.run.row, 1001 * sizeof(dh_step));
    fixture_end(&whole);
    fixture_end(&sliced);
}

static void divergence_ends_before_the_first_step_that_is_not_finite(void **state)
{
    (void)state;
    run_fixture f = {0};
    dh_config config = dh_config_default();
    config.recipe.rate.first = 1e6;
    fixture_start(&f, config);
    assert_true(dh_run_advance(&f.run, config.steps));
    assert_true(f.run.diverged);
    assert_true(f.run.known < 101);
    const dh_step last = f.run.row[f.run.known - 1];
    assert_true(isfinite(last.loss) && isfinite(last.weights.slope));
    /* The step that it refused, by the definition of gradient descent. */
    const dh_weights gradient = dh_gradient(&f.quadratic, last.weights);
    const dh_weights next = {last.weights.slope - 1e6 * gradient.slope,
                             last.weights.intercept - 1e6 * gradient.intercept};
    assert_true(!isfinite(dh_loss(&f.quadratic, next)));
    fixture_end(&f);
}

static void memory_of_a_longer_run_serves_a_shorter_one(void **state)
{
    (void)state;
    run_fixture f = {0};
    dh_config config = dh_config_default();
    config.steps = 500;
    fixture_start(&f, config);
    const dh_step *rows = f.run.row;
    config.steps = 10;
    assert_true(dh_run_start(&f.run, &config, &f.data, &f.quadratic, NULL));
    assert_ptr_equal(f.run.row, rows);
    dh_run_advance(&f.run, 500);
    assert_int_equal(f.run.known, 11);
    fixture_end(&f);
}

static void a_refused_config_leaves_the_run_as_it_was(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_start(&f, dh_config_default());
    dh_run_advance(&f.run, 100);
    dh_config bad[7] = {f.config, f.config, f.config, f.config, f.config, f.config, f.config};
    bad[0].steps = 0;
    bad[1].recipe.rate.first = -0.1;
    bad[2].recipe.rate.first = (double)NAN;
    bad[3].init.slope = 1e101;
    dh_recipe_set_optimizer(&bad[4].recipe, dh_optimizer_find("adam"));
    bad[4].recipe.value[0] = 1.0; /* beta1 is below 1 */
    bad[5].recipe.optimizer = dh_optimizer_count();
    bad[6].recipe.rate.changes = 2; /* both at step 0 */
    for (int i = 0; i < 7; i++) {
        dh_error error = {""};
        assert_false(dh_run_start(&f.run, &bad[i], &f.data, &f.quadratic, &error));
        assert_true(strlen(error.text) > 0);
        assert_int_equal(f.run.known, 101);
    }
    fixture_end(&f);
}

static void data_out_of_range_are_refused_in_words(void **state)
{
    (void)state;
    dh_data data = {0};
    dh_data_def bad[4] = {dh_data_default(), dh_data_default(), dh_data_default(),
                          dh_data_default()};
    bad[0].points = 0;
    bad[1].points = DH_POINTS_MAX + 1;
    bad[2].noise = -1.0;
    bad[3].slope = (double)NAN;
    for (int i = 0; i < 4; i++) {
        dh_error error = {""};
        assert_false(dh_data_draw(&data, &bad[i], &error));
        assert_non_null(strstr(error.text, "must be"));
        assert_int_equal(data.n, 0);
    }
}

static void noise_is_added_to_the_true_line(void **state)
{
    (void)state;
    dh_data data = {0};
    dh_data_def def = dh_data_default();
    def.slope = -2.0;
    def.intercept = 5.0;
    def.noise = 0.25;
    assert_true(dh_data_draw(&data, &def, NULL));
    for (size_t i = 0; i < data.n; i++) {
        const double noise = data.y[i] - (-2.0 * data.x[i] + 5.0);
        assert_true(noise > -1e-6 && noise < 0.25 + 1e-6);
    }
    dh_data_free(&data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_knows_its_start_at_once),
        cmocka_unit_test(slices_give_the_run_computed_at_once),
        cmocka_unit_test(divergence_ends_before_the_first_step_that_is_not_finite),
        cmocka_unit_test(memory_of_a_longer_run_serves_a_shorter_one),
        cmocka_unit_test(a_refused_config_leaves_the_run_as_it_was),
        cmocka_unit_test(data_out_of_range_are_refused_in_words),
        cmocka_unit_test(noise_is_added_to_the_true_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
