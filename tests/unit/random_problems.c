#include "unit/random_problems.h"

#include "cmocka_includes.h"

#include <stdio.h>
#include <stdlib.h>

static dh_random dice;

void random_begin(uint64_t seed)
{
    dice = dh_random_seeded(seed);
}

uint32_t random_below(uint32_t count)
{
    return dh_random_u32(&dice) % count;
}

double random_between(double low, double high)
{
    return low + (high - low) * dh_random_u32(&dice) / 4294967296.0;
}

double random_one_of(const double *values, size_t count)
{
    return values[random_below((uint32_t)count)];
}

static void draw(posed_problem *p, bool centered)
{
    const double slope = random_between(-4.0, 4.0), intercept = random_between(-4.0, 4.0);
    const double middle = random_between(-1.5, 1.5), width = random_between(0.3, 3.0),
                 noise = random_between(0.1, 2.0);
    p->n = 4 + random_below(100);
    p->n -= centered ? p->n % 2 : 0;
    for (size_t i = 0; i < p->n; i++) {
        const bool mirrored = centered && i % 2 == 1;
        p->x[i] = mirrored ? -p->x[i - 1] : middle + random_between(-width, width);
        p->y[i] = slope * p->x[i] + intercept + random_between(-noise, noise);
    }
}

static void read_sample(posed_problem *p, const char *name)
{
    char path[512], line[256];
    snprintf(path, sizeof path, "%s/%s.csv", SAMPLES_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    for (p->n = 0; fgets(line, sizeof line, file);)
        p->n += sscanf(line, "%lf,%lf", &p->x[p->n], &p->y[p->n]) == 2;
    fclose(file);
    assert_true(p->n > 5);
}

void problem_pose_points(posed_problem *p, dh_loss_kind loss, bool standardize)
{
    p->points = dh_points_create(&(dh_points_def){.x = p->x, .y = p->y, .n = p->n}, NULL);
    const dh_problem_def def = {.source = {.kind = DH_SOURCE_GIVEN, .given = p->points, .seed = 7},
                                .loss = loss,
                                .standardize = standardize};
    p->problem = (dh_problem){.version = 0};
    assert_true(dh_problem_pose(&p->problem, &def, NULL));
}

void problem_pose_random(posed_problem *p, const problem_conditions *under)
{
    *p = (posed_problem){.n = 0};
    if (under->sample)
        read_sample(p, under->sample);
    else
        draw(p, under->centered);
    problem_pose_points(p, DH_LOSS_MEAN, under->standardize);
}

void problem_leave(posed_problem *p)
{
    dh_problem_free(&p->problem);
    dh_points_drop(p->points);
}

double number_rounded_to(double value, int digits)
{
    char text[64];
    snprintf(text, sizeof text, "%.*g", digits, value);
    return strtod(text, NULL);
}

double problem_usual_rate(const dh_problem *problem, bool any)
{
    const double most = dh_objective_curvature(&problem->objective);
    return number_rounded_to(random_between(0.2, 0.9) / most, any ? 17 : 2);
}
