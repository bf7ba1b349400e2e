/* A run with the data that it is over. Include after cmocka_includes.h. */
#ifndef TESTS_RUN_FIXTURE_H
#define TESTS_RUN_FIXTURE_H

#include "downhill/run.h"

/* Zeroed before it is started first. */
typedef struct run_fixture {
    dh_config config;
    dh_data data;
    dh_quadratic quadratic;
    dh_run run;
} run_fixture;

static inline void fixture_start(run_fixture *f, dh_config config)
{
    f->config = config;
    assert_true(dh_data_draw(&f->data, &config.data, NULL));
    f->quadratic = dh_quadratic_of(f->data.x, f->data.y, f->data.n);
    assert_true(dh_run_start(&f->run, &config, &f->data, &f->quadratic, NULL));
}

static inline void fixture_end(run_fixture *f)
{
    dh_data_free(&f->data);
    dh_run_free(&f->run);
}

#endif
