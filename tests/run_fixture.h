/* A run with the problem that it is over. Include after cmocka_includes.h. */
#ifndef TESTS_RUN_FIXTURE_H
#define TESTS_RUN_FIXTURE_H

#include "downhill/problem.h"
#include "downhill/run.h"

/* Everything that makes a run. */
typedef struct run_config {
    dh_problem_def problem;
    dh_weights init;
    size_t steps;
    dh_recipe recipe;
} run_config;

/* The notebook's animation. */
static inline run_config run_config_default(void)
{
    const dh_run_def def = dh_run_default();
    return (run_config){.problem = dh_problem_default(),
                        .init = def.init,
                        .steps = def.steps,
                        .recipe = def.recipe};
}

static inline dh_run_def run_def_of(const run_config *config)
{
    return (dh_run_def){.init = config->init, .steps = config->steps, .recipe = config->recipe};
}

/* The notebook's with this optimizer at its presets. */
static inline run_config run_config_with(const char *optimizer, double rate, size_t batch)
{
    run_config config = run_config_default();
    dh_recipe_set_optimizer(&config.recipe, dh_optimizer_find(optimizer));
    config.recipe.rate.first = rate;
    config.recipe.batch = batch;
    return config;
}

/* Zeroed before it is started first. */
typedef struct run_fixture {
    run_config config;
    dh_problem problem;
    dh_run run;
} run_fixture;

static inline void fixture_start(run_fixture *f, run_config config)
{
    const dh_run_def def = run_def_of(&config);
    f->config = config;
    assert_true(dh_problem_pose(&f->problem, &config.problem, NULL));
    assert_true(dh_run_start(&f->run, &def, &f->problem, NULL));
}

/* Starts a run and computes all of it. */
static inline void fixture_run(run_fixture *f, run_config config)
{
    fixture_start(f, config);
    assert_true(dh_run_advance(&f->run, config.steps));
}

static inline void fixture_end(run_fixture *f)
{
    dh_run_free(&f->run);
    dh_problem_free(&f->problem);
}

#endif
