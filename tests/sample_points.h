/* The points of assets/samples, read by the tests themselves: a header, then "x,y" a line. Include
 * after cmocka_includes.h. */
#ifndef TESTS_SAMPLE_POINTS_H
#define TESTS_SAMPLE_POINTS_H

#include "downhill/problem.h"

#include <stdio.h>

/* The problem over a sample, whose points the caller holds in it: drop its source in the end. */
static inline dh_problem_def sample_problem(const char *name, bool standardize, dh_loss_kind loss)
{
    enum { MOST = 300 };
    double x[MOST], y[MOST];
    char path[512], header[128];
    snprintf(path, sizeof path, "%s/%s.csv", SAMPLES_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(header, sizeof header, file));
    size_t n = 0;
    while (n < MOST && fscanf(file, "%lf,%lf", &x[n], &y[n]) == 2)
        n++;
    assert_true(feof(file));
    fclose(file);
    dh_problem_def def = dh_problem_default();
    def.source.kind = DH_SOURCE_GIVEN;
    def.source.given = dh_points_create(&(dh_points_def){.x = x, .y = y, .n = n}, NULL);
    assert_non_null(def.source.given);
    def.standardize = standardize;
    def.loss = loss;
    return def;
}

#endif
