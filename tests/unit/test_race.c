#include "cmocka_includes.h"
#include "model/race.h"

enum { N = 40 };

/* Points on a line with a little noise, x from `from` on with this spread, from a start beside the
 * best line. */
static model_scene scene_around(double from, double spread)
{
    double x[N], y[N];
    dh_random random = dh_random_seeded(3);
    for (int i = 0; i < N; i++) {
        x[i] = from + spread * i / N;
        y[i] = 3.0 * x[i] / spread + 2.0 + (double)dh_random_uniform(&random, 0.0f, 1.0f);
    }
    model_scene scene = scene_default();
    scene.problem.source.kind = DH_SOURCE_GIVEN;
    scene.problem.source.given = dh_points_create(&(dh_points_def){.x = x, .y = y, .n = N}, NULL);
    assert_non_null(scene.problem.source.given);
    scene.init = (dh_weights){0.0, 0.0};
    return scene;
}

/* Races over a scene, and calls check for every run that was found. */
static void race(const model_scene *scene, void (*check)(const dh_run *run))
{
    model_runs runs = {.version = 0};
    model_scene next;
    dh_error error = {.text = ""};
    assert_true(runs_take(&runs, scene, NULL));
    if (!race_scene(&runs, &next, &error))
        fail_msg("%s", error.text);
    assert_true(next.count > 6);
    assert_true(runs_take(&runs, &next, NULL));
    runs_last(&runs);
    for (int i = 0; i < next.count; i++)
        check(&runs.run[i]);
    runs_free(&runs);
}

static void check_that_it_learns(const dh_run *run)
{
    assert_true(run->recipe.rate.first > 0.0);
    assert_false(run->diverged);
    assert_true(run->row[run->known - 1].loss < 0.9 * run->row[0].loss);
}

/* The rates tried follow the data: x around 2000 needs a rate of 1e-7, x in thousandths one of
 * thousands. */
static void every_optimizer_learns_whatever_the_scale_of_x(void **state)
{
    (void)state;
    static const struct {
        double from, spread;
    } scales[] = {{-1.0, 2.0}, {2000.0, 10.0}, {1e6, 1e6}, {0.0, 1e-3}, {1e9, 1e8}};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        const model_scene scene = scene_around(scales[i].from, scales[i].spread);
        race(&scene, check_that_it_learns);
        dh_source_drop(&scene.problem.source);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_optimizer_learns_whatever_the_scale_of_x),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
