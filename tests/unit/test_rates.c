/* The learning rates that theory tells: the stable and the fastest one. */
#include "cmocka_includes.h"
#include "quadratic_of_points.h"
#include "run_fixture.h"

#include <math.h>
#include <string.h>

static dh_rates rates_of(const char *optimizer, double momentum, double decay,
                         const dh_quadratic *quadratic)
{
    const dh_optimizer *o = dh_optimizer_at(dh_optimizer_find(optimizer));
    double value[DH_SETTINGS_MAX] = {momentum};
    value[dh_setting_find(o, "weight-decay")] = decay;
    dh_rates rates = {0};
    assert_true(dh_rates_of(o, value, quadratic, &rates));
    return rates;
}

/* The limits stated in the literature, and the run itself on either side of each. */
static void rates_on_either_side_of_the_stable_rate(void **state)
{
    (void)state;
    static const char *const names[] = {"gd", "momentum", "nesterov"};
    for (int i = 0; i < 3; i++)
        for (int decays = 0; decays < 2; decays++) {
            const double decay = 0.3 * decays, m = i ? 0.8 : 0.0;
            run_fixture f = {0};
            run_config config = run_config_with(names[i], 0.1, 0);
            config.steps = 20000;
            fixture_run(&f, config);
            const dh_optimizer *o = dh_optimizer_at(config.recipe.optimizer);
            const double stable =
                rates_of(names[i], m, decay, &f.problem.objective.quadratic).stable;
            const double factor = i == 2 ? 2.0 * (1.0 + m) / (1.0 + 2.0 * m) : 2.0 * (1.0 + m);
            assert_close(stable, factor / (f.problem.objective.quadratic.curvature_high + decay),
                         1e-14);
            if (i)
                config.recipe.value[0] = m;
            config.recipe.value[dh_setting_find(o, "weight-decay")] = decay;
            config.recipe.rate.first = 0.999 * stable;
            fixture_run(&f, config);
            assert_close(f.run.row[20000].loss, f.run.row[19000].loss, 1e-3);
            assert_true(f.run.row[20000].loss < 2.0 * f.run.row[0].loss);
            config.recipe.rate.first = 1.001 * stable;
            fixture_run(&f, config);
            const size_t last = f.run.known - 1;
            assert_true(f.run.diverged || f.run.row[last].loss > 1e3 * f.run.row[last / 2].loss);
            fixture_end(&f);
        }
}

/* By how much the larger error shrinks an update in the long run: the larger root of what errors
 * follow along the eigenvectors of the highest and of the lowest curvature, as Polyak and Lessard,
 * Recht and Packard have it. */
static double contraction(const char *optimizer, double m, double rate, const dh_quadratic *q)
{
    const double curvature[] = {q->curvature_high, q->curvature_low};
    double largest = 0.0;
    for (int i = 0; i < 2; i++) {
        const double left = 1.0 - rate * curvature[i];
        const bool nesterov = strcmp(optimizer, "nesterov") == 0;
        const double b = nesterov ? (1.0 + m) * left : left + m;
        const double c = nesterov ? m * left : m;
        const double root = b * b < 4.0 * c ? sqrt(c) : 0.5 * (fabs(b) + sqrt(b * b - 4.0 * c));
        largest = fmax(largest, root);
    }
    return largest;
}

static void no_rate_shrinks_the_errors_faster_than_the_fastest(void **state)
{
    (void)state;
    const double round[] = {-1.0, 0.3, 1.0}, long_drawn[] = {4.0, 4.5, 6.0}, y[] = {1.0, 3.0, 2.0};
    static const char *const names[] = {"gd", "momentum", "nesterov"};
    for (int data = 0; data < 2; data++)
        for (int i = 0; i < 3; i++)
            for (double m = 0.0; m < 0.95; m += i == 0 ? 1.0 : 0.3) {
                const dh_quadratic q = quadratic_of_points(data ? long_drawn : round, y, 3);
                const double fastest = rates_of(names[i], m, 0.0, &q).fastest;
                const double best = contraction(names[i], m, fastest, &q);
                assert_true(best < 1.0);
                for (double factor = 0.2; factor < 2.0; factor += 0.01)
                    if (contraction(names[i], m, factor * fastest, &q) < best - 1e-12)
                        fail_msg("%s, momentum %g: %g times the fastest is faster", names[i], m,
                                 factor);
            }
}

/* With all x equal one direction has no curvature but the weight decay's, and that counts. */
static void weight_decay_counts_where_the_data_are_degenerate(void **state)
{
    (void)state;
    const double x[] = {0.5}, y[] = {3.0};
    static const char *const names[] = {"gd", "momentum", "nesterov"};
    const dh_quadratic q = quadratic_of_points(x, y, 1);
    dh_quadratic decayed = q;
    decayed.curvature_high += 0.5;
    decayed.curvature_low += 0.5;
    for (int i = 0; i < 3; i++)
        for (double m = 0.0; m < 0.95; m += i == 0 ? 1.0 : 0.3) {
            const double fastest = rates_of(names[i], m, 0.5, &q).fastest;
            const double best = contraction(names[i], m, fastest, &decayed);
            for (double factor = 0.2; factor < 3.0; factor += 0.01)
                if (contraction(names[i], m, factor * fastest, &decayed) < best - 1e-12)
                    fail_msg("%s, momentum %g: %g times the fastest is faster", names[i], m,
                             factor);
        }
}

/* What an update of QHM leaves of the larger error in the long run, along an eigenvector: the
 * larger eigenvalue of what takes error and average to those after it. */
static double qhm_contraction(double beta, double nu, double c)
{
    const double error_error = 1.0 - c * (1.0 - nu) - c * nu * (1.0 - beta);
    const double error_average = -c * nu * beta;
    const double average_error = 1.0 - beta, average_average = beta;
    const double half = 0.5 * (error_error + average_average);
    const double determinant = error_error * average_average - error_average * average_error;
    const double rest = half * half - determinant;
    return rest < 0.0 ? sqrt(determinant) : fabs(half) + sqrt(rest);
}

static void qhm_has_the_rates_of_its_eigenvalues(void **state)
{
    (void)state;
    static const double betas[] = {0.0, 0.5, 0.9, 0.999}, nus[] = {0.0, 0.3, 0.7, 0.9, 1.0};
    const dh_optimizer *qhm = dh_optimizer_at(dh_optimizer_find("qhm"));
    for (int i = 0; i < 20; i++)
        for (double low = 2.0; low > 1e-3; low *= 0.3) {
            const double value[DH_SETTINGS_MAX] = {betas[i / 5], nus[i % 5]};
            const double beta = value[0], nu = value[1];
            const dh_quadratic q = {.curvature_high = 2.0, .curvature_low = low};
            dh_rates rates;
            assert_true(dh_rates_of(qhm, value, &q, &rates));
            assert_close(rates.stable, (1.0 + beta) / (1.0 + beta - 2.0 * nu * beta), 1e-11);
            assert_true(qhm_contraction(beta, nu, 0.9999 * rates.stable * 2.0) < 1.0);
            assert_true(qhm_contraction(beta, nu, 1.0001 * rates.stable * 2.0) > 1.0);
            const double best = fmax(qhm_contraction(beta, nu, rates.fastest * 2.0),
                                     qhm_contraction(beta, nu, rates.fastest * low));
            for (double rate = rates.stable; rate > 1e-5; rate *= 0.99)
                if (fmax(qhm_contraction(beta, nu, rate * 2.0),
                         qhm_contraction(beta, nu, rate * low)) < best - 1e-9)
                    fail_msg("beta %g, nu %g: %g is faster than %g", beta, nu, rate, rates.fastest);
        }
}

/* Its first setting, whatever it is, is not taken for one. */
static void an_optimizer_can_do_without_weight_decay(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2}, y[] = {1, 3, 2};
    const dh_quadratic q = quadratic_of_points(x, y, 3);
    dh_optimizer plain = *dh_optimizer_at(DH_GRADIENT_DESCENT);
    plain.gradient = (dh_change){.rule = NULL};
    const double something[DH_SETTINGS_MAX] = {5.0};
    dh_rates rates;
    assert_true(dh_rates_of(&plain, something, &q, &rates));
    assert_close(rates.stable, 2.0 / q.curvature_high, 1e-15);
    assert_close(rates.fastest, 2.0 / (q.curvature_high + q.curvature_low), 1e-10);
}

static void an_undamped_momentum_has_no_rates(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2}, y[] = {1, 3, 2};
    const dh_quadratic q = quadratic_of_points(x, y, 3);
    static const char *const names[] = {"momentum", "nesterov"};
    for (int i = 0; i < 2; i++) {
        dh_recipe recipe = run_config_with(names[i], 0.1, 0).recipe;
        const dh_optimizer *optimizer = dh_optimizer_at(recipe.optimizer);
        dh_rates rates;
        recipe.value[0] = 0.999;
        assert_true(dh_rates_of(optimizer, recipe.value, &q, &rates));
        recipe.value[0] = 1.0;
        assert_false(dh_rates_of(optimizer, recipe.value, &q, &rates));
        recipe.value[0] = 3.0;
        assert_false(dh_rates_of(optimizer, recipe.value, &q, &rates));
    }
}

static void the_fastest_rate_of_degenerate_data_arrives_in_one_step(void **state)
{
    (void)state;
    const double x[] = {2, 2}, y[] = {1, 3};
    const dh_quadratic q = quadratic_of_points(x, y, 2);
    static const char *const names[] = {"gd", "nesterov"};
    for (int i = 0; i < 2; i++) {
        const double rate = rates_of(names[i], 0.0, 0.0, &q).fastest;
        const dh_weights start = {5.0, -4.0}, g = dh_quadratic_at(&q, start).gradient;
        const dh_weights next = {start.slope - rate * g.slope,
                                 start.intercept - rate * g.intercept};
        assert_close(dh_quadratic_loss(&q, next), q.lowest, 1e-12);
    }
}

static void theory_has_no_rates_for_optimizers_that_are_not_linear(void **state)
{
    (void)state;
    static const char *const names[] = {"adagrad", "rmsprop", "adam", "adamw", "qhadam"};
    const double x[] = {0, 1, 2}, y[] = {1, 3, 2};
    const dh_quadratic q = quadratic_of_points(x, y, 3);
    for (int i = 0; i < 5; i++) {
        dh_recipe recipe = run_config_with(names[i], 0.1, 0).recipe;
        dh_rates rates;
        assert_false(dh_rates_of(dh_optimizer_at(recipe.optimizer), recipe.value, &q, &rates));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_on_either_side_of_the_stable_rate),
        cmocka_unit_test(no_rate_shrinks_the_errors_faster_than_the_fastest),
        cmocka_unit_test(weight_decay_counts_where_the_data_are_degenerate),
        cmocka_unit_test(qhm_has_the_rates_of_its_eigenvalues),
        cmocka_unit_test(an_optimizer_can_do_without_weight_decay),
        cmocka_unit_test(an_undamped_momentum_has_no_rates),
        cmocka_unit_test(the_fastest_rate_of_degenerate_data_arrives_in_one_step),
        cmocka_unit_test(theory_has_no_rates_for_optimizers_that_are_not_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
