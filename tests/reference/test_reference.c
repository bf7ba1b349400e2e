/* The engine against PyTorch's own numbers: the files beside this one are runs made by PyTorch
 * (see README.md here), facts that no code of ours has touched. */
#include "cmocka_includes.h"
#include "downhill/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double RELATIVE = 1e-9;

typedef struct csv_table {
    double row[1200][4];
    size_t rows;
} csv_table;

static void read_table(const char *name, int columns, csv_table *table)
{
    char path[512], line[256];
    snprintf(path, sizeof path, "%s/%s.csv", REFERENCE_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file)); /* the header */
    table->rows = 0;
    while (fgets(line, sizeof line, file)) {
        char *at = line;
        for (int i = 0; i < columns; i++) {
            table->row[table->rows][i] = strtod(at, &at);
            at += *at == ',';
        }
        table->rows++;
    }
    fclose(file);
    assert_true(table->rows > 0);
}

static void compare_run(const char *name, uint64_t seed, size_t points, double rate,
                        dh_weights init, size_t steps)
{
    static csv_table expected;
    read_table(name, 4, &expected);
    assert_int_equal(expected.rows, steps + 1);
    dh_config config = dh_config_default();
    config.data.seed = seed;
    config.data.points = points;
    config.learning_rate = rate;
    config.init = init;
    config.steps = steps;
    dh_data data = {0};
    dh_run run = {0};
    assert_true(dh_data_draw(&data, &config.data, NULL));
    const dh_quadratic quadratic = dh_quadratic_of(data.x, data.y, data.n);
    assert_true(dh_run_start(&run, &config, &quadratic, NULL));
    assert_true(dh_run_advance(&run, steps));
    assert_int_equal(run.known, steps + 1);
    for (size_t t = 0; t <= steps; t++) {
        assert_close(run.row[t].weights.slope, expected.row[t][1], RELATIVE);
        assert_close(run.row[t].weights.intercept, expected.row[t][2], RELATIVE);
        assert_close(run.row[t].loss, expected.row[t][3], RELATIVE);
    }
    dh_data_free(&data);
    dh_run_free(&run);
}

#define FROM_ABOVE ((dh_weights){-1.0, 1.0})
#define FROM_ONES  ((dh_weights){1.0, 1.0})

static void the_notebooks_training(void **state)
{
    (void)state;
    compare_run("notebook_training_from_1_1", DH_NOTEBOOKS_SEED, 100, 0.1, FROM_ONES, 100);
}

static void the_notebooks_animation(void **state)
{
    (void)state;
    compare_run("notebook_animation_from_-1_1", DH_NOTEBOOKS_SEED, 100, 0.1, FROM_ABOVE, 100);
}

static void seed_42(void **state)
{
    (void)state;
    compare_run("gd_seed42_lr0.1", 42, 100, 0.1, FROM_ABOVE, 100);
    compare_run("gd_seed42_lr0.1_from_1_1", 42, 100, 0.1, FROM_ONES, 100);
}

static void a_rate_close_to_divergence(void **state)
{
    (void)state;
    compare_run("gd_seed0_lr0.9", 0, 100, 0.9, FROM_ABOVE, 100);
}

static void a_run_that_grows_without_end(void **state)
{
    (void)state;
    compare_run("gd_seed0_lr1.05_diverges", 0, 100, 1.05, FROM_ABOVE, 100);
}

static void a_thousand_points(void **state)
{
    (void)state;
    compare_run("gd_seed1234_n1000", 1234, 1000, 0.3, (dh_weights){5.0, -5.0}, 100);
}

/* Whether b is the float32 a or next to it. */
static int is_neighbour(float a, float b)
{
    return a == b || nextafterf(a, b) == b;
}

static void compare_data(uint64_t seed, size_t points)
{
    static csv_table expected;
    char name[64];
    snprintf(name, sizeof name, "data_seed%llu_n%zu", (unsigned long long)seed, points);
    read_table(name, 2, &expected);
    assert_int_equal(expected.rows, points);
    dh_data_def def = dh_data_default();
    def.seed = seed;
    def.points = points;
    dh_data data = {0};
    assert_true(dh_data_draw(&data, &def, NULL));
    for (size_t i = 0; i < points; i++) {
        assert_true((float)data.x[i] == (float)expected.row[i][0]);
        assert_true(is_neighbour((float)data.y[i], (float)expected.row[i][1]));
    }
    dh_data_free(&data);
}

static void points_are_pytorchs_to_the_last_bit(void **state)
{
    (void)state;
    compare_data(DH_NOTEBOOKS_SEED, 100);
    compare_data(0, 100);
    compare_data(7, 100);
    compare_data(42, 100);
    compare_data(1234, 1000);
}

/* Mini-batch descent, written out here, over batches drawn by the engine's permutation: it follows
 * PyTorch only if every permutation is PyTorch's. */
static void compare_minibatches(const char *name, uint64_t seed, size_t batch, double rate,
                                dh_weights w)
{
    static csv_table expected;
    read_table(name, 4, &expected);
    dh_data_def def = dh_data_default();
    def.seed = seed;
    dh_data data = {0};
    assert_true(dh_data_draw(&data, &def, NULL));
    dh_random random = data.after;
    uint32_t order[100];
    size_t at = data.n;
    for (size_t t = 0; t < expected.rows; t++) {
        assert_close(w.slope, expected.row[t][1], RELATIVE);
        assert_close(w.intercept, expected.row[t][2], RELATIVE);
        if (at >= data.n) {
            dh_random_permutation(&random, data.n, order);
            at = 0;
        }
        const size_t end = at + batch < data.n ? at + batch : data.n;
        dh_weights gradient = {0.0, 0.0};
        for (size_t i = at; i < end; i++) {
            const double x = data.x[order[i]];
            const double residual = data.y[order[i]] - (w.slope * x + w.intercept);
            gradient.slope += -2.0 * residual * x / (double)(end - at);
            gradient.intercept += -2.0 * residual / (double)(end - at);
        }
        w.slope -= rate * gradient.slope;
        w.intercept -= rate * gradient.intercept;
        at = end;
    }
    dh_data_free(&data);
}

static void permutations_are_pytorchs(void **state)
{
    (void)state;
    compare_minibatches("minibatch10_seed42", 42, 10, 0.1, FROM_ABOVE);
    compare_minibatches("minibatch32_ragged_seed7", 7, 32, 0.05, (dh_weights){2.0, -3.0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_are_pytorchs_to_the_last_bit),
        cmocka_unit_test(permutations_are_pytorchs),
        cmocka_unit_test(the_notebooks_training),
        cmocka_unit_test(the_notebooks_animation),
        cmocka_unit_test(seed_42),
        cmocka_unit_test(a_rate_close_to_divergence),
        cmocka_unit_test(a_run_that_grows_without_end),
        cmocka_unit_test(a_thousand_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
