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

static inline void fixture_end(run_fixture *f)
{
    dh_run_free(&f->run);
    dh_problem_free(&f->problem);
}

#endif
