#include "unit/checking.h"

#include "cmocka_includes.h"
#include "downhill/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void checking_write_short(wrong_run *run, int digits)
{
    for (size_t i = 0; i < run->rows; i++) {
        run->slopes[i] = number_rounded_to(run->slopes[i], digits);
        run->intercepts[i] = number_rounded_to(run->intercepts[i], digits);
    }
}

static double with_decimals(double value, int decimals)
{
    char text[400];
    snprintf(text, sizeof text, "%.*f", decimals, value);
    return strtod(text, NULL);
}

void checking_write_decimals(wrong_run *run, int decimals)
{
    for (size_t i = 0; i < run->rows; i++) {
        run->slopes[i] = with_decimals(run->slopes[i], decimals);
        run->intercepts[i] = with_decimals(run->intercepts[i], decimals);
    }
}

dh_verdict checking_judged(const posed_problem *p, const wrong_run *run, dh_check_def def)
{
    dh_verdict verdict;
    dh_error error = {.text = ""};
    def.problem = &p->problem;
    def.trace.rows = run->rows;
    def.trace.slope = run->slopes;
    def.trace.intercept = run->intercepts;
    if (!dh_check(&def, &verdict, &error))
        fail_msg("%s", error.text);
    return verdict;
}

dh_check_def checking_given(double rate, double slope, double intercept)
{
    dh_check_def def = {.recipe = dh_recipe_default(),
                        .init = {slope, intercept},
                        .has_init = true,
                        .has_rate = true};
    def.recipe.rate.first = rate;
    return def;
}

void checking_take_rows(wrong_run *run, const posed_problem *p, const dh_check_def *def,
                        size_t rows)
{
    dh_run right = {0};
    const dh_run_def run_def = {.init = def->init, .steps = rows - 1, .recipe = def->recipe};
    assert_true(dh_run_start(&right, &run_def, &p->problem, NULL));
    dh_run_advance(&right, rows - 1);
    run->rows = right.known;
    for (size_t t = 0; t < run->rows; t++) {
        run->slopes[t] = right.row[t].weights.slope;
        run->intercepts[t] = right.row[t].weights.intercept;
    }
    dh_run_free(&right);
}

void checking_pose_four(posed_problem *p, dh_loss_kind loss)
{
    static const double x[] = {0.0, 1.0, 2.0, 3.0}, y[] = {1.0, 4.0, 4.0, 7.0};
    *p = (posed_problem){.n = 4};
    memcpy(p->x, x, sizeof x);
    memcpy(p->y, y, sizeof y);
    problem_pose_points(p, loss, false);
}

wrong_run checking_over_four(const posed_problem *p, const char *rule, size_t rows)
{
    wrong_run run = {.rule = rule,
                     .x = p->x,
                     .y = p->y,
                     .n = p->n,
                     .rate = 0.03,
                     .first = 0.9,
                     .second = 0.999,
                     .batch = 3,
                     .rows = rows};
    wrong_run_make(&run);
    return run;
}
