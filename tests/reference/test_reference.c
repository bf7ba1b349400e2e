/* The engine against numbers from elsewhere: the files beside this one are runs made by PyTorch,
 * and two by the formulas of a paper (see README.md here), which no code of ours has touched. */
#include "cmocka_includes.h"
#include "run_fixture.h"
#include "sample_points.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double RELATIVE = 1e-9, OF_A_SAMPLE = 1e-12;

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

static void compare_run_within(const char *name, run_config config, double relative)
{
    static csv_table expected;
    read_table(name, 4, &expected);
    config.steps = expected.rows - 1;
    run_fixture f = {0};
    fixture_start(&f, config);
    assert_true(dh_run_advance(&f.run, config.steps));
    assert_int_equal(f.run.known, config.steps + 1);
    for (size_t t = 0; t <= config.steps; t++) {
        assert_close(f.run.row[t].weights.slope, expected.row[t][1], relative);
        assert_close(f.run.row[t].weights.intercept, expected.row[t][2], relative);
        assert_close(f.run.row[t].loss, expected.row[t][3], relative);
    }
    fixture_end(&f);
}

static void compare_run(const char *name, run_config config)
{
    compare_run_within(name, config, RELATIVE);
}

static run_config config_with(uint64_t seed, double rate, dh_weights init)
{
    run_config config = run_config_default();
    config.problem.source.seed = seed;
    config.recipe.rate.first = rate;
    config.init = init;
    return config;
}

#define FROM_ABOVE ((dh_weights){-1.0, 1.0})
#define FROM_ONES  ((dh_weights){1.0, 1.0})

static void the_notebooks_training(void **state)
{
    (void)state;
    compare_run("notebook_training_from_1_1", config_with(DH_NOTEBOOKS_SEED, 0.1, FROM_ONES));
}

static void the_notebooks_animation(void **state)
{
    (void)state;
    compare_run("notebook_animation_from_-1_1", config_with(DH_NOTEBOOKS_SEED, 0.1, FROM_ABOVE));
}

static void seed_42(void **state)
{
    (void)state;
    compare_run("gd_seed42_lr0.1", config_with(42, 0.1, FROM_ABOVE));
    compare_run("gd_seed42_lr0.1_from_1_1", config_with(42, 0.1, FROM_ONES));
}

static void a_rate_close_to_divergence(void **state)
{
    (void)state;
    compare_run("gd_seed0_lr0.9", config_with(0, 0.9, FROM_ABOVE));
}

static void a_run_that_grows_without_end(void **state)
{
    (void)state;
    compare_run("gd_seed0_lr1.05_diverges", config_with(0, 1.05, FROM_ABOVE));
}

static void a_thousand_points(void **state)
{
    (void)state;
    run_config config = config_with(1234, 0.3, (dh_weights){5.0, -5.0});
    config.problem.source.generated.points = 1000;
    compare_run("gd_seed1234_n1000", config);
}

static void compare_optimizer(const char *optimizer, double rate)
{
    char name[64];
    run_config config = config_with(42, rate, FROM_ABOVE);
    dh_recipe_set_optimizer(&config.recipe, dh_optimizer_find(optimizer));
    snprintf(name, sizeof name, "%s_seed42", optimizer);
    compare_run(name, config);
}

static void momentum(void **state)
{
    (void)state;
    compare_optimizer("momentum", 0.05);
}

static void nesterov(void **state)
{
    (void)state;
    compare_optimizer("nesterov", 0.05);
}

static void adagrad(void **state)
{
    (void)state;
    compare_optimizer("adagrad", 0.5);
}

static void rmsprop(void **state)
{
    (void)state;
    compare_optimizer("rmsprop", 0.1);
}

/* Weight decay and gradient come to cancel here, and RMSprop divides what is left by its size: the
 * digits of the gradient beside the minimum show in the weights. */
static void rmsprop_where_little_of_the_gradient_is_left(void **state)
{
    (void)state;
    run_config config = config_with(9223372036854775807u, 0.2258, (dh_weights){5.0, -5.0});
    config.problem.source.generated.points = 4038;
    config.problem.source.generated.slope = 1.04;
    config.problem.source.generated.intercept = -4.0;
    config.problem.source.generated.noise = 0.1;
    dh_recipe_set_optimizer(&config.recipe, dh_optimizer_find("rmsprop"));
    const double settings[] = {0.9, 1e-6, 1e-4}; /* alpha, eps, weight decay */
    memcpy(config.recipe.value, settings, sizeof settings);
    compare_run("rmsprop_decay_n4038", config);
}

static void adam(void **state)
{
    (void)state;
    compare_optimizer("adam", 0.1);
}

static void adamw(void **state)
{
    (void)state;
    compare_optimizer("adamw", 0.1);
}

static void quasi_hyperbolic_momentum(void **state)
{
    (void)state;
    compare_optimizer("qhm", 0.3);
}

static void quasi_hyperbolic_adam(void **state)
{
    (void)state;
    compare_optimizer("qhadam", 0.1);
}

static void batches_of_ten(void **state)
{
    (void)state;
    run_config config = config_with(42, 0.1, FROM_ABOVE);
    config.recipe.batch = 10;
    compare_run("minibatch10_seed42", config);
}

static void batches_with_a_short_last_one(void **state)
{
    (void)state;
    run_config config = config_with(7, 0.05, (dh_weights){2.0, -3.0});
    config.recipe.batch = 32;
    compare_run("minibatch32_ragged_seed7", config);
}

typedef struct sample_posed {
    const char *sample;
    bool standardize;
    dh_loss_kind loss;
} sample_posed;

static void compare_sample(const char *way, sample_posed kind, run_config config)
{
    static const char *const losses[] = {"mean", "half", "sum"};
    char name[64];
    const uint64_t seed = config.problem.source.seed;
    config.problem = sample_problem(kind.sample, kind.standardize, kind.loss);
    config.problem.source.seed = seed;
    snprintf(name, sizeof name, "%s_%s%s_%s", way, kind.sample,
             kind.standardize ? "_standardized" : "", losses[kind.loss]);
    compare_run_within(name, config, OF_A_SAMPLE);
    dh_source_drop(&config.problem.source);
}

static void compare_descent(const char *sample, bool standardize, const double rate[DH_LOSS_COUNT])
{
    for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++)
        compare_sample("gd", (sample_posed){sample, standardize, loss},
                       run_config_with("gd", rate[loss], 0));
}

static void every_loss_over_given_points(void **state)
{
    (void)state;
    compare_descent("cars", false, (double[]){0.003, 0.005, 0.00003});
    compare_descent("faithful", false, (double[]){0.05, 0.12, 0.0002});
}

static void every_loss_over_standardized_x(void **state)
{
    (void)state;
    compare_descent("cars", true, (double[]){0.3, 1.5, 0.004});
    compare_descent("faithful", true, (double[]){0.2, 0.9, 0.003});
}

static void adam_over_given_points(void **state)
{
    (void)state;
    compare_sample("adam", (sample_posed){"cars", false, DH_LOSS_MEAN},
                   run_config_with("adam", 0.5, 0));
    compare_sample("adam", (sample_posed){"faithful", true, DH_LOSS_HALF},
                   run_config_with("adam", 2.0, 0));
}

/* From the generator as the seed leaves it, no points drawn; the last of an epoch is short. */
static void batches_of_given_points(void **state)
{
    (void)state;
    run_config config = run_config_with("gd", 0.05, 64);
    config.problem.source.seed = 5;
    compare_sample("minibatch64", (sample_posed){"faithful", false, DH_LOSS_HALF}, config);
    config = run_config_with("gd", 0.1, 8);
    config.problem.source.seed = 42;
    compare_sample("minibatch8", (sample_posed){"cars", true, DH_LOSS_MEAN}, config);
    config = run_config_with("gd", 0.02, 8);
    compare_sample("minibatch8", (sample_posed){"cars", true, DH_LOSS_SUM}, config);
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
    dh_problem_def def = dh_problem_default();
    def.source.seed = seed;
    def.source.generated.points = points;
    dh_problem problem = {0};
    assert_true(dh_problem_pose(&problem, &def, NULL));
    for (size_t i = 0; i < points; i++) {
        assert_true((float)problem.x[i] == (float)expected.row[i][0]);
        assert_true(is_neighbour((float)problem.y[i], (float)expected.row[i][1]));
    }
    dh_problem_free(&problem);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_are_pytorchs_to_the_last_bit),
        cmocka_unit_test(the_notebooks_training),
        cmocka_unit_test(the_notebooks_animation),
        cmocka_unit_test(seed_42),
        cmocka_unit_test(a_rate_close_to_divergence),
        cmocka_unit_test(a_run_that_grows_without_end),
        cmocka_unit_test(a_thousand_points),
        cmocka_unit_test(momentum),
        cmocka_unit_test(nesterov),
        cmocka_unit_test(adagrad),
        cmocka_unit_test(rmsprop),
        cmocka_unit_test(rmsprop_where_little_of_the_gradient_is_left),
        cmocka_unit_test(adam),
        cmocka_unit_test(adamw),
        cmocka_unit_test(quasi_hyperbolic_momentum),
        cmocka_unit_test(quasi_hyperbolic_adam),
        cmocka_unit_test(batches_of_ten),
        cmocka_unit_test(batches_with_a_short_last_one),
        cmocka_unit_test(every_loss_over_given_points),
        cmocka_unit_test(every_loss_over_standardized_x),
        cmocka_unit_test(adam_over_given_points),
        cmocka_unit_test(batches_of_given_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
