#include "cmocka_includes.h"
#include "run_fixture.h"

#include <stdlib.h>
#include <string.h>

static void a_run_knows_its_start_at_once(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_start(&f, run_config_default());
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
    run_config config = run_config_default();
    config.steps = 1000;
    fixture_start(&whole, config);
    fixture_start(&sliced, config);
    assert_true(dh_run_advance(&whole.run, config.steps));
    while (!dh_run_advance(&sliced.run, 7))
        assert_int_equal((sliced.run.known - 1) % 7, 0);
    assert_int_equal(sliced.run.known, 1001);
    assert_memory_equal(whole.run.row, sliced.run.row, 1001 * sizeof(dh_row));
    fixture_end(&whole);
    fixture_end(&sliced);
}

static void divergence_ends_before_the_first_step_that_is_not_finite(void **state)
{
    (void)state;
    run_fixture f = {0};
    run_config config = run_config_default();
    config.recipe.rate.first = 1e6;
    fixture_start(&f, config);
    assert_true(dh_run_advance(&f.run, config.steps));
    assert_true(f.run.diverged);
    assert_true(f.run.known < 101);
    const dh_row last = f.run.row[f.run.known - 1];
    assert_true(isfinite(last.loss) && isfinite(last.weights.slope));
    /* The step that it refused, by the definition of gradient descent. */
    const dh_weights gradient = dh_objective_at(&f.problem.objective, last.weights).gradient;
    const dh_weights next = {last.weights.slope - 1e6 * gradient.slope,
                             last.weights.intercept - 1e6 * gradient.intercept};
    assert_true(!isfinite(dh_objective_loss(&f.problem.objective, next)));
    fixture_end(&f);
}

static void memory_of_a_longer_run_serves_a_shorter_one(void **state)
{
    (void)state;
    run_fixture f = {0};
    run_config config = run_config_default();
    config.steps = 500;
    fixture_start(&f, config);
    const dh_row *rows = f.run.row;
    config.steps = 10;
    const dh_run_def def = run_def_of(&config);
    assert_true(dh_run_start(&f.run, &def, &f.problem, NULL));
    assert_ptr_equal(f.run.row, rows);
    dh_run_advance(&f.run, 500);
    assert_int_equal(f.run.known, 11);
    fixture_end(&f);
}

static void a_refused_config_leaves_the_run_as_it_was(void **state)
{
    (void)state;
    run_fixture f = {0};
    fixture_start(&f, run_config_default());
    dh_run_advance(&f.run, 100);
    run_config bad[7] = {f.config, f.config, f.config, f.config, f.config, f.config, f.config};
    bad[0].steps = 0;
    bad[1].recipe.rate.first = -0.1;
    bad[2].recipe.rate.first = (double)NAN;
    bad[3].init.slope = 1e101;
    dh_recipe_set_optimizer(&bad[4].recipe, dh_optimizer_find("adam"));
    bad[4].recipe.value[0] = 1.0; /* beta1 is below 1 */
    bad[5].recipe.optimizer = dh_optimizer_count();
    dh_rate_changes *later = calloc(1, sizeof *later + 2 * sizeof *later->change);
    later->count = 2; /* both at step 0 */
    bad[6].recipe.rate.later = later;
    for (int i = 0; i < 7; i++) {
        dh_error error = {.text = ""};
        const dh_run_def def = run_def_of(&bad[i]);
        assert_false(dh_run_start(&f.run, &def, &f.problem, &error));
        assert_true(strlen(error.text) > 0);
        assert_int_equal(f.run.known, 101);
    }
    free(later);
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_knows_its_start_at_once),
        cmocka_unit_test(slices_give_the_run_computed_at_once),
        cmocka_unit_test(divergence_ends_before_the_first_step_that_is_not_finite),
        cmocka_unit_test(memory_of_a_longer_run_serves_a_shorter_one),
        cmocka_unit_test(a_refused_config_leaves_the_run_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
