#include "cmocka_includes.h"
#include "downhill/problem.h"
#include "quadratic_of_points.h"

#include <stdlib.h>

static double direct_loss(const double *x, const double *y, size_t n, dh_weights w)
{
    long double sum = 0.0L;
    for (size_t i = 0; i < n; i++) {
        const long double residual =
            (long double)y[i] - (long double)w.slope * (long double)x[i] - (long double)w.intercept;
        sum += residual * residual;
    }
    return (double)(sum / (long double)n);
}

static void loss_is_the_mean_of_squared_residuals(void **state)
{
    (void)state;
    dh_problem data = {0};
    dh_problem_def def = dh_problem_default();
    def.source.generated.points = 1237; /* no whole number of blocks or lanes */
    assert_true(dh_problem_pose(&data, &def, NULL));
    const dh_quadratic q = quadratic_of_points(data.x, data.y, data.n);
    const dh_weights weights[] = {{-1, 1}, {3, 2}, {0, 0}, {1e6, -1e6}, {2.9, 2.6}};
    for (int i = 0; i < 5; i++)
        assert_close(dh_quadratic_loss(&q, weights[i]),
                     direct_loss(data.x, data.y, data.n, weights[i]), 1e-12);
    dh_problem_free(&data);
}

static void gradient_is_the_mean_of_weighted_residuals(void **state)
{
    (void)state;
    dh_problem data = {0};
    const dh_problem_def def = dh_problem_default();
    assert_true(dh_problem_pose(&data, &def, NULL));
    const dh_quadratic q = quadratic_of_points(data.x, data.y, data.n);
    const dh_weights w = {-1.0, 1.0};
    long double by_slope = 0.0L, by_intercept = 0.0L;
    for (size_t i = 0; i < data.n; i++) {
        const long double x = (long double)data.x[i], n = (long double)data.n;
        const long double residual =
            (long double)data.y[i] - ((long double)w.slope * x + (long double)w.intercept);
        by_slope += -2.0L * residual * x / n;
        by_intercept += -2.0L * residual / n;
    }
    assert_close(dh_quadratic_at(&q, w).gradient.slope, (double)by_slope, 1e-12);
    assert_close(dh_quadratic_at(&q, w).gradient.intercept, (double)by_intercept, 1e-12);
    dh_problem_free(&data);
}

static void gradient_vanishes_at_the_best_weights(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 3}, y[] = {1, 3, 2, 5};
    const dh_quadratic q = quadratic_of_points(x, y, 4);
    /* By hand: slope 11/10, intercept 11/10, squared residuals 2.7. */
    assert_close(q.best.slope, 1.1, 1e-15);
    assert_close(q.best.intercept, 1.1, 1e-15);
    assert_close(q.lowest, 2.7 / 4.0, 1e-15);
    assert_true(fabs(dh_quadratic_at(&q, q.best).gradient.slope) < 1e-14);
    assert_true(fabs(dh_quadratic_at(&q, q.best).gradient.intercept) < 1e-14);
}

static void eigenvalues_solve_the_characteristic_equation(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 3}, y[] = {1, 3, 2, 5};
    const dh_quadratic q = quadratic_of_points(x, y, 4);
    /* Hessian 2 * [[3.5, 1.5], [1.5, 1]]: trace 9, determinant 5. */
    assert_close(q.curvature_high + q.curvature_low, 9.0, 1e-15);
    assert_close(q.curvature_high * q.curvature_low, 5.0, 1e-15);
    assert_true(q.curvature_high > q.curvature_low);
    assert_close(q.curvature_high, (9.0 + sqrt(61.0)) / 2.0, 1e-15);
}

static void a_perfect_fit_has_no_loss(void **state)
{
    (void)state;
    const double x[] = {-2, -1, 0, 1, 2}, y[] = {-7, -4, -1, 2, 5};
    const dh_quadratic q = quadratic_of_points(x, y, 5);
    assert_exactly(q.lowest, 0.0);
    assert_exactly(dh_quadratic_loss(&q, (dh_weights){3.0, -1.0}), 0.0);
}

static void equal_x_are_degenerate_and_finite(void **state)
{
    (void)state;
    const double x[] = {2, 2, 2}, y[] = {1, 2, 6};
    const dh_quadratic q = quadratic_of_points(x, y, 3);
    assert_true(q.degenerate);
    assert_exactly(q.curvature_low, 0.0);
    assert_close(q.curvature_high, 2.0 * (4.0 + 1.0), 1e-15);
    assert_close(q.lowest, (4.0 + 1.0 + 9.0) / 3.0, 1e-15);
    assert_close(dh_quadratic_loss(&q, (dh_weights){1.0, 1.0}), q.lowest, 1e-15);
    assert_true(isfinite(q.curvature_high) && q.curvature_high > 0.0);
}

/* As PyTorch's MSELoss is to half of it, and to the sum. */
static void a_factor_scales_loss_gradient_and_curvature(void **state)
{
    (void)state;
    const double x[] = {0.1, 1.3, 2.7, 3.1}, y[] = {1, 3, 2, 5};
    const dh_moments m = dh_moments_of(x, y, 4);
    const dh_quadratic mean = dh_quadratic_of(&m, 1.0);
    const dh_weights w[] = {{-1.0, 1.0}, m.best, {m.best.slope + 1e-9, m.best.intercept}};
    const double factors[] = {0.5, 4.0, 3.0}, error[] = {0.0, 0.0, 1e-15};
    for (int i = 0; i < 3; i++) {
        const double f = factors[i];
        const dh_quadratic q = dh_quadratic_of(&m, f);
        assert_close(q.lowest, f * mean.lowest, error[i]);
        assert_close(q.ss, f * mean.ss, error[i]);
        assert_close(q.si, f * mean.si, error[i]);
        assert_close(q.ii, f * 2.0, error[i]);
        assert_close(q.curvature_high, f * mean.curvature_high, error[i]);
        assert_close(q.curvature_low, f * mean.curvature_low, error[i]);
        for (int j = 0; j < 3; j++) {
            const dh_value value = dh_quadratic_at(&q, w[j]), one = dh_quadratic_at(&mean, w[j]);
            assert_close(value.loss, f * one.loss, error[i]);
            assert_close(value.gradient.slope, f * one.gradient.slope, error[i]);
            assert_close(value.gradient.intercept, f * one.gradient.intercept, error[i]);
            assert_exactly(value.loss, dh_quadratic_loss(&q, w[j]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loss_is_the_mean_of_squared_residuals),
        cmocka_unit_test(gradient_is_the_mean_of_weighted_residuals),
        cmocka_unit_test(gradient_vanishes_at_the_best_weights),
        cmocka_unit_test(eigenvalues_solve_the_characteristic_equation),
        cmocka_unit_test(a_perfect_fit_has_no_loss),
        cmocka_unit_test(equal_x_are_degenerate_and_finite),
        cmocka_unit_test(a_factor_scales_loss_gradient_and_curvature),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
