#include "cmocka_includes.h"
#include "downhill/data.h"
#include "downhill/quadratic.h"

#include <stdlib.h>

/* Points whose moments are known in closed form: x = offset + k / 2^10 for k = 0..count-1, and
 * y = slope * (x - offset) + 1, alternately 2^-4 above and below. All are exact in binary. */
enum { COUNT = 4096 };

static void make_comb(double offset, double slope, double *x, double *y)
{
    for (int k = 0; k < COUNT; k++) {
        x[k] = offset + k * 0x1p-10;
        y[k] = slope * k * 0x1p-10 + 1.0 + (k % 2 == 0 ? 0x1p-4 : -0x1p-4);
    }
}

static void comb_moments(double offset)
{
    static double x[COUNT], y[COUNT];
    make_comb(offset, 3.0, x, y);
    const dh_quadratic q = dh_quadratic_of(x, y, COUNT);
    const double n = COUNT, spacing = 0x1p-10;
    /* The variance of 0..n-1 is (n^2 - 1) / 12. Alternating +-h has covariance -h/2 with k: the sum
     * of k * (-1)^k over 0..n-1 is -n/2. */
    const double var_x = (n * n - 1.0) / 12.0 * spacing * spacing;
    const double tilt = -0x1p-4 / 2.0 * spacing;
    const double slope = 3.0 + tilt / var_x;
    const double lowest = 0x1p-8 - tilt * tilt / var_x;
    assert_close(q.mean_x, offset + (n - 1.0) / 2.0 * spacing, 1e-15);
    assert_close(q.mean_y, 1.0 + 3.0 * (n - 1.0) / 2.0 * spacing, 1e-14);
    assert_close(q.var_x, var_x, 1e-12);
    assert_close(q.covariance, 3.0 * var_x + tilt, 1e-12);
    assert_close(q.best.slope, slope, 1e-12);
    assert_close(q.lowest_loss, lowest, 1e-10);
    assert_exactly(q.x.low, offset);
    assert_exactly(q.x.high, offset + (n - 1.0) * spacing);
}

static void moments_match_their_closed_form(void **state)
{
    (void)state;
    comb_moments(0.0);
}

static void ten_digits_hold_far_from_zero(void **state)
{
    (void)state;
    comb_moments(0x1p27); /* 1.3e8, with a spread of 4 */
}

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
    dh_data data = {0};
    dh_data_def def = dh_data_default();
    def.points = 1237; /* no whole number of blocks or lanes */
    assert_true(dh_data_draw(&data, &def, NULL));
    const dh_quadratic q = dh_quadratic_of(data.x, data.y, data.n);
    const dh_weights weights[] = {{-1, 1}, {3, 2}, {0, 0}, {1e6, -1e6}, {2.9, 2.6}};
    for (int i = 0; i < 5; i++)
        assert_close(dh_loss(&q, weights[i]), direct_loss(data.x, data.y, data.n, weights[i]),
                     1e-12);
    dh_data_free(&data);
}

static void gradient_is_the_mean_of_weighted_residuals(void **state)
{
    (void)state;
    dh_data data = {0};
    const dh_data_def def = dh_data_default();
    assert_true(dh_data_draw(&data, &def, NULL));
    const dh_quadratic q = dh_quadratic_of(data.x, data.y, data.n);
    const dh_weights w = {-1.0, 1.0};
    long double by_slope = 0.0L, by_intercept = 0.0L;
    for (size_t i = 0; i < data.n; i++) {
        const long double x = (long double)data.x[i], n = (long double)data.n;
        const long double residual =
            (long double)data.y[i] - ((long double)w.slope * x + (long double)w.intercept);
        by_slope += -2.0L * residual * x / n;
        by_intercept += -2.0L * residual / n;
    }
    assert_close(dh_gradient(&q, w).slope, (double)by_slope, 1e-12);
    assert_close(dh_gradient(&q, w).intercept, (double)by_intercept, 1e-12);
    dh_data_free(&data);
}

static void gradient_vanishes_at_the_best_weights(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 3}, y[] = {1, 3, 2, 5};
    const dh_quadratic q = dh_quadratic_of(x, y, 4);
    /* By hand: slope 11/10, intercept 11/10, squared residuals 2.7. */
    assert_close(q.best.slope, 1.1, 1e-15);
    assert_close(q.best.intercept, 1.1, 1e-15);
    assert_close(q.lowest_loss, 2.7 / 4.0, 1e-15);
    assert_true(fabs(dh_gradient(&q, q.best).slope) < 1e-14);
    assert_true(fabs(dh_gradient(&q, q.best).intercept) < 1e-14);
}

static void eigenvalues_solve_the_characteristic_equation(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 3}, y[] = {1, 3, 2, 5};
    const dh_quadratic q = dh_quadratic_of(x, y, 4);
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
    const dh_quadratic q = dh_quadratic_of(x, y, 5);
    assert_exactly(q.lowest_loss, 0.0);
    assert_exactly(dh_loss(&q, (dh_weights){3.0, -1.0}), 0.0);
}

static void equal_x_are_degenerate_and_finite(void **state)
{
    (void)state;
    const double x[] = {2, 2, 2}, y[] = {1, 2, 6};
    const dh_quadratic q = dh_quadratic_of(x, y, 3);
    assert_true(q.degenerate);
    assert_exactly(q.curvature_low, 0.0);
    assert_close(q.curvature_high, 2.0 * (4.0 + 1.0), 1e-15);
    assert_close(q.lowest_loss, (4.0 + 1.0 + 9.0) / 3.0, 1e-15);
    assert_close(dh_loss(&q, (dh_weights){1.0, 1.0}), q.lowest_loss, 1e-15);
    assert_true(isfinite(q.curvature_high) && q.curvature_high > 0.0);
}

static void one_point_is_degenerate(void **state)
{
    (void)state;
    const double x = 0.5, y = 3.0;
    const dh_quadratic q = dh_quadratic_of(&x, &y, 1);
    assert_true(q.degenerate);
    assert_exactly(q.lowest_loss, 0.0);
    assert_exactly(q.best.intercept, 3.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_match_their_closed_form),
        cmocka_unit_test(ten_digits_hold_far_from_zero),
        cmocka_unit_test(loss_is_the_mean_of_squared_residuals),
        cmocka_unit_test(gradient_is_the_mean_of_weighted_residuals),
        cmocka_unit_test(gradient_vanishes_at_the_best_weights),
        cmocka_unit_test(eigenvalues_solve_the_characteristic_equation),
        cmocka_unit_test(a_perfect_fit_has_no_loss),
        cmocka_unit_test(equal_x_are_degenerate_and_finite),
        cmocka_unit_test(one_point_is_degenerate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
