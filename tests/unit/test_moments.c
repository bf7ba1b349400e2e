#include "cmocka_includes.h"
#include "downhill/moments.h"

#include <math.h>

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
    const dh_moments m = dh_moments_of(x, y, COUNT);
    const double n = COUNT, spacing = 0x1p-10;
    /* The variance of 0..n-1 is (n^2 - 1) / 12. Alternating +-h has covariance -h/2 with k: the sum
     * of k * (-1)^k over 0..n-1 is -n/2. */
    const double var_x = (n * n - 1.0) / 12.0 * spacing * spacing;
    const double tilt = -0x1p-4 / 2.0 * spacing;
    const double slope = 3.0 + tilt / var_x;
    const double lowest = 0x1p-8 - tilt * tilt / var_x;
    assert_close(m.mean_x, offset + (n - 1.0) / 2.0 * spacing, 1e-15);
    assert_close(m.mean_y, 1.0 + 3.0 * (n - 1.0) / 2.0 * spacing, 1e-14);
    assert_close(m.var_x, var_x, 1e-12);
    assert_close(m.covariance, 3.0 * var_x + tilt, 1e-12);
    assert_close(m.best.slope, slope, 1e-12);
    assert_close(m.residual, lowest, 1e-10);
    assert_exactly(m.x.low, offset);
    assert_exactly(m.x.high, offset + (n - 1.0) * spacing);
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

static void a_line_through_every_point_leaves_no_residual(void **state)
{
    (void)state;
    const double x[] = {-2, -1, 0, 1, 2}, y[] = {-7, -4, -1, 2, 5};
    assert_exactly(dh_moments_of(x, y, 5).residual, 0.0);
    const double two_x[] = {0.1, 0.7}, two_y[] = {1.0 / 3.0, 3.7};
    assert_exactly(dh_moments_of(two_x, two_y, 2).residual, 0.0);
}

static void equal_x_are_degenerate(void **state)
{
    (void)state;
    const double x[] = {2, 2, 2}, y[] = {1, 2, 6};
    const dh_moments m = dh_moments_of(x, y, 3);
    assert_true(m.degenerate);
    assert_exactly(m.var_x, 0.0);
    assert_exactly(m.best.slope, 0.0);
    assert_exactly(m.best.intercept, 3.0);
    assert_close(m.residual, (4.0 + 1.0 + 9.0) / 3.0, 1e-15);
}

static void one_point_is_degenerate(void **state)
{
    (void)state;
    const double x = 0.5, y = 3.0;
    const dh_moments m = dh_moments_of(&x, &y, 1);
    assert_true(m.degenerate);
    assert_exactly(m.residual, 0.0);
    assert_exactly(m.best.intercept, 3.0);
}

static void assert_finite(const dh_moments *m)
{
    assert_true(isfinite(m->mean_x + m->mean_x_low) && isfinite(m->var_x + m->var_x_low));
    assert_true(isfinite(m->best.slope + m->best_low.slope));
    assert_true(isfinite(m->best.intercept + m->best_low.intercept));
    assert_true(m->residual >= 0.0);
}

/* Squares of y overflow, squares of x underflow; the line itself is finite. */
static void huge_and_tiny_points_have_a_finite_line(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 4}, huge[] = {1e300, -2e299, 4e299, 5e299};
    dh_moments m = dh_moments_of(x, huge, 4);
    assert_finite(&m);
    assert_close(m.best.slope, -3e299 / 7.0, 1e-15); /* by hand: -0.375e300 / 8.75 */
    for (double scale = 1e-140; scale > 1e-200; scale *= 1e-3) {
        const double tiny[] = {0.0, scale, 2.0 * scale, 4.0 * scale}, y[] = {1, 2, 3, 5};
        m = dh_moments_of(tiny, y, 4);
        assert_finite(&m);
    }
}

/* The sums of the second pass are no numbers then, and what the first has found stays. */
static void where_squares_of_x_overflow_the_line_is_level_through_the_middle(void **state)
{
    (void)state;
    const double x[] = {-1e200, 0.0, 1e200, 2e200}, y[] = {1.0, 2.0, 3.0, 6.0};
    const dh_moments m = dh_moments_of(x, y, 4);
    assert_exactly(m.best.slope, 0.0);
    assert_exactly(m.best.intercept, 3.0);
    assert_exactly(m.mean_y, 3.0);
    assert_close(m.mean_x, 0.5e200, 1e-15);
    assert_exactly(m.x.low, -1e200);
    assert_exactly(m.x.high, 2e200);
    assert_exactly(m.y.high, 6.0);
    assert_close(m.residual, (4.0 + 1.0 + 9.0) / 4.0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_match_their_closed_form),
        cmocka_unit_test(ten_digits_hold_far_from_zero),
        cmocka_unit_test(a_line_through_every_point_leaves_no_residual),
        cmocka_unit_test(equal_x_are_degenerate),
        cmocka_unit_test(one_point_is_degenerate),
        cmocka_unit_test(huge_and_tiny_points_have_a_finite_line),
        cmocka_unit_test(where_squares_of_x_overflow_the_line_is_level_through_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
