/* Loss and gradient against exact arithmetic: doubles are whole numbers times a power of two, so
 * GMP sums over the points without any rounding, and a gradient made from such sums is the true
 * one. It tells what no comparison with sums of doubles can: how many digits are right beside the
 * minimum, where almost everything cancels. GMP is for this test alone. */
#include "cmocka_includes.h"
#include "quadratic_of_points.h"

#include <gmp.h>
#include <math.h>
#include <stdlib.h>

/* Each part of a gradient, and the loss, is to be within RELATIVE of itself, or within SMALLEST of
 * the numbers that cancel in it: there the best weights, as pairs of doubles, end. For more than
 * 2^19 points they are known less well. */
static const double RELATIVE = 1e-13;
static const double SMALLEST = 1e-29;
static const double SMALLEST_OF_A_CROWD = 1e-17;

enum { MANY = 100000, POINTS_MAX = 600000 };
static double points_x[POINTS_MAX], points_y[POINTS_MAX];

/* Exact sums over the points. */
typedef struct exact_sums {
    mpq_t n, x, y, xx, xy, yy;
} exact_sums;

static void exact_init(exact_sums *e)
{
    mpq_inits(e->n, e->x, e->y, e->xx, e->xy, e->yy, NULL);
}

static void exact_clear(exact_sums *e)
{
    mpq_clears(e->n, e->x, e->y, e->xx, e->xy, e->yy, NULL);
}

/* The exponent e for which every value is a whole number times 2^e. */
static int unit_of(const double *values, size_t n)
{
    int least = 1024;
    for (size_t i = 0; i < n; i++) {
        int exponent;
        if (values[i] != 0.0 && (frexp(values[i], &exponent), exponent) < least)
            least = exponent;
    }
    return least - 53;
}

/* whole = value / 2^unit */
static void set_in_units(mpz_t whole, double value, int unit)
{
    int exponent;
    const double mantissa = ldexp(frexp(value, &exponent), 53);
    mpz_set_d(whole, mantissa);
    if (mantissa != 0.0)
        mpz_mul_2exp(whole, whole, (mp_bitcnt_t)(exponent - 53 - unit));
}

/* sum = whole * 2^exponent */
static void set_from_units(mpq_t sum, const mpz_t whole, int exponent)
{
    mpq_set_z(sum, whole);
    if (exponent < 0)
        mpq_div_2exp(sum, sum, (mp_bitcnt_t)-exponent);
    else
        mpq_mul_2exp(sum, sum, (mp_bitcnt_t)exponent);
}

static void sum_exactly(exact_sums *e, const double *x, const double *y, size_t n)
{
    const int unit_x = unit_of(x, n), unit_y = unit_of(y, n);
    mpz_t px, py, sx, sy, sxx, sxy, syy;
    mpz_inits(px, py, sx, sy, sxx, sxy, syy, NULL);
    for (size_t i = 0; i < n; i++) {
        set_in_units(px, x[i], unit_x);
        set_in_units(py, y[i], unit_y);
        mpz_add(sx, sx, px);
        mpz_add(sy, sy, py);
        mpz_addmul(sxx, px, px);
        mpz_addmul(sxy, px, py);
        mpz_addmul(syy, py, py);
    }
    mpq_set_ui(e->n, n, 1);
    set_from_units(e->x, sx, unit_x);
    set_from_units(e->y, sy, unit_y);
    set_from_units(e->xx, sxx, 2 * unit_x);
    set_from_units(e->xy, sxy, unit_x + unit_y);
    set_from_units(e->yy, syy, 2 * unit_y);
    mpz_clears(px, py, sx, sy, sxx, sxy, syy, NULL);
}

/* sum += a * b */
static void add_product(mpq_t sum, const mpq_t a, const mpq_t b)
{
    mpq_t product;
    mpq_init(product);
    mpq_mul(product, a, b);
    mpq_add(sum, sum, product);
    mpq_clear(product);
}

/* part = (intercept * with_intercept + slope * with_slope - without) / n */
static void set_part(mpq_t part, const exact_sums *e, const mpq_t intercept, const mpq_t slope,
                     const mpq_t with_intercept, const mpq_t with_slope, const mpq_t without)
{
    mpq_neg(part, without);
    add_product(part, intercept, with_intercept);
    add_product(part, slope, with_slope);
    mpq_div(part, part, e->n);
}

/* Half the derivatives by slope and intercept, and the loss. */
typedef struct exact_value {
    mpq_t by_slope, by_intercept, loss;
} exact_value;

static void set_value(exact_value *v, const exact_sums *e, dh_weights w)
{
    mpq_t a, b;
    mpq_inits(a, b, NULL);
    mpq_set_d(a, w.slope);
    mpq_set_d(b, w.intercept);
    set_part(v->by_intercept, e, b, a, e->n, e->x, e->y);
    set_part(v->by_slope, e, b, a, e->x, e->xx, e->xy);
    /* The mean of r^2 is that of r * (a x + b) less that of r * y. */
    set_part(v->loss, e, b, a, e->y, e->xy, e->yy);
    mpq_neg(v->loss, v->loss);
    add_product(v->loss, a, v->by_slope);
    add_product(v->loss, b, v->by_intercept);
    mpq_clears(a, b, NULL);
}

/* |got - factor * exact| */
static double error_of(double got, const mpq_t exact, double factor)
{
    mpq_t error, scale;
    mpq_inits(error, scale, NULL);
    mpq_set_d(error, got);
    mpq_set_d(scale, -factor);
    add_product(error, exact, scale);
    const double size = fabs(mpq_get_d(error));
    mpq_clears(error, scale, NULL);
    return size;
}

/* What is held to exact arithmetic, and how it is to be told where it fails. */
typedef struct probe {
    const exact_sums *exact;
    dh_moments moments;
    dh_quadratic quadratic;
    const char *name;
} probe;

static void hold(const probe *p, const char *what, double got, const mpq_t exact, double factor,
                 double cancelling, dh_weights w)
{
    const double error = error_of(got, exact, factor), size = fabs(factor * mpq_get_d(exact));
    const double smallest = p->moments.n > 1 << 19 ? SMALLEST_OF_A_CROWD : SMALLEST;
    if (error <= RELATIVE * size + smallest * cancelling)
        return;
    fail_msg("%s, n = %zu: %s at (%.17g, %.17g) is %.17g, an error of %g of itself and %g of what "
             "cancels",
             p->name, p->moments.n, what, w.slope, w.intercept, got, error / size,
             error / cancelling);
}

static void hold_at(const probe *p, dh_weights w)
{
    const dh_moments *m = &p->moments;
    const dh_value got = dh_quadratic_at(&p->quadratic, w);
    /* The size of what the sums over the points are made of. */
    const double height = fabs(w.intercept) + fabs(w.slope * m->mean_x) + fabs(m->mean_y) +
                          fabs(w.slope) * sqrt(m->var_x);
    const double reach = fabs(m->mean_x) + sqrt(m->var_x);
    exact_value v;
    mpq_inits(v.by_slope, v.by_intercept, v.loss, NULL);
    set_value(&v, p->exact, w);
    hold(p, "the derivative by slope", got.gradient.slope, v.by_slope, 2.0, height * reach, w);
    hold(p, "the derivative by intercept", got.gradient.intercept, v.by_intercept, 2.0, height, w);
    hold(p, "the loss", got.loss, v.loss, 1.0, height * 0x1p-53 * height, w);
    mpq_clears(v.by_slope, v.by_intercept, v.loss, NULL);
}

/* The best weights, rounded. */
static dh_weights exact_best(const exact_sums *e)
{
    mpq_t slope, intercept, determinant, product;
    mpq_inits(slope, intercept, determinant, product, NULL);
    mpq_mul(determinant, e->n, e->xx);
    mpq_mul(product, e->x, e->x);
    mpq_sub(determinant, determinant, product);
    if (mpq_sgn(determinant) != 0) {
        mpq_mul(slope, e->n, e->xy);
        mpq_mul(product, e->x, e->y);
        mpq_sub(slope, slope, product);
        mpq_div(slope, slope, determinant);
    }
    mpq_mul(product, slope, e->x);
    mpq_sub(intercept, e->y, product);
    mpq_div(intercept, intercept, e->n);
    const dh_weights best = {mpq_get_d(slope), mpq_get_d(intercept)};
    mpq_clears(slope, intercept, determinant, product, NULL);
    return best;
}

/* At the minimum and at distances from 1 down to 1e-8 from it: along the axes, along the valley
 * where all lines go through the mean, across it, along the eigenvectors and between. */
static void hold_around(const probe *p)
{
    const dh_weights best = exact_best(p->exact);
    const double m = p->moments.mean_x, var = p->moments.var_x;
    const dh_weights directions[] = {
        {1, 0},
        {0, 1},
        {-1, 0},
        {0, -1},
        {1, -m},
        {-1, m},
        {m, 1},
        {m * m + var, m},
        {-m, m * m + var},
        {1, -m - var / (m == 0.0 ? 1.0 : m)},
        {0.6, 0.8},
        {0.8, -0.6},
        {-0.28, 0.96},
    };
    hold_at(p, best);
    hold_at(p, p->moments.best);
    for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
        const double length = hypot(directions[i].slope, directions[i].intercept);
        for (double distance = 1.0; distance > 0.5e-8; distance *= 0.1) {
            const double step = distance / length;
            hold_at(p, (dh_weights){best.slope + step * directions[i].slope,
                                    best.intercept + step * directions[i].intercept});
        }
    }
}

static void hold_points(const char *name, const double *x, const double *y, size_t n)
{
    exact_sums exact;
    exact_init(&exact);
    sum_exactly(&exact, x, y, n);
    const dh_moments moments = dh_moments_of(x, y, n);
    const probe p = {&exact, moments, dh_quadratic_of(&moments, 1.0), name};
    hold_around(&p);
    exact_clear(&exact);
}

/* All 53 bits random, in [0, 1). SplitMix64 by Sebastiano Vigna. */
static double random_of(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

typedef struct cloud {
    size_t n;
    double offset, spread; /* of x */
    dh_weights line;
    double noise;
} cloud;

static void hold_cloud(const char *name, cloud c)
{
    uint64_t state = c.n;
    assert_true(c.n <= POINTS_MAX);
    for (size_t i = 0; i < c.n; i++) {
        points_x[i] = c.offset + c.spread * random_of(&state);
        points_y[i] = c.line.slope * points_x[i] + c.line.intercept + c.noise * random_of(&state);
    }
    hold_points(name, points_x, points_y, c.n);
}

static void gradients_are_exact_at_every_offset_and_noise(void **state)
{
    (void)state;
    const size_t counts[] = {2, 3, 7, 100, 1237};
    const double offsets[] = {-0.5, 0.0, 1.0, -30.0, 1e3, -1e4, 1e6};
    const double noises[] = {0.0, 1e-6, 0.1, 1.0, 1e3};
    const dh_weights lines[] = {{3.0, 2.0}, {1.04, -4.0}, {0.0, 0.0}, {-1e-6, 1.0}};
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 7; j++)
            for (int k = 0; k < 5; k++)
                hold_cloud("a cloud",
                           (cloud){counts[i], offsets[j], 1.0, lines[(i + j + k) % 4], noises[k]});
}

static void gradients_are_exact_for_many_points(void **state)
{
    (void)state;
    hold_cloud("many points", (cloud){MANY, -0.5, 1.0, {3.0, 2.0}, 1.0});
    hold_cloud("many points", (cloud){MANY, 1e6, 1.0, {3.0, 2.0}, 0.1});
    hold_cloud("many points without noise", (cloud){MANY, 1e3, 1.0, {1.04, -4.0}, 0.0});
}

static void gradients_of_a_crowd_have_the_digits_that_are_promised(void **state)
{
    (void)state;
    hold_cloud("a crowd", (cloud){POINTS_MAX, -0.5, 1.0, {3.0, 2.0}, 1.0});
}

static void gradients_are_exact_for_points_of_any_size(void **state)
{
    (void)state;
    const double sizes[] = {1e-30, 1e-9, 1e9, 1e30};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            const double slope = 1.0 / sizes[i], noise = j;
            hold_cloud("x of another size", (cloud){50, 0.0, sizes[i], {slope, 2.0}, noise});
            hold_cloud("x of another size, level",
                       (cloud){50, sizes[i], sizes[i], {0.0, 2.0}, noise});
            hold_cloud("y of another size",
                       (cloud){50, 1.0, 1.0, {sizes[i], sizes[i]}, noise * sizes[i]});
        }
    hold_cloud("huge y", (cloud){50, 1.0, 1.0, {1e100, -1e100}, 1e99});
}

static void gradients_are_exact_when_all_x_are_equal(void **state)
{
    (void)state;
    const double x[] = {1e6 / 3.0, 1e6 / 3.0, 1e6 / 3.0, 1e6 / 3.0}, y[] = {0.1, 0.7, -3.3, 12.9};
    for (size_t n = 1; n <= 4; n++)
        hold_points("equal x", x, y, n);
}

static void gradients_are_exact_beside_an_outlier(void **state)
{
    (void)state;
    double x[] = {1e9, 0.1, 0.2, 0.7, 0.3}, y[] = {2.0, 1.1, -0.3, 0.9, 12.1};
    hold_points("a far point first", x, y, 5);
    x[0] = 0.5;
    y[0] = 1e15;
    hold_points("a high point first", x, y, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gradients_are_exact_at_every_offset_and_noise),
        cmocka_unit_test(gradients_are_exact_for_many_points),
        cmocka_unit_test(gradients_of_a_crowd_have_the_digits_that_are_promised),
        cmocka_unit_test(gradients_are_exact_for_points_of_any_size),
        cmocka_unit_test(gradients_are_exact_when_all_x_are_equal),
        cmocka_unit_test(gradients_are_exact_beside_an_outlier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
