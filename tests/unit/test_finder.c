#include "cmocka_includes.h"
#include "model/finder.h"
#include "model/finder_words.h"
#include "model/race.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ENDLESS = 2000000000, SLICE = 1000 };

/* Runs with one recipe, and a finder for the current one. */
typedef struct finding {
    model_runs runs;
    model_finder finder;
} finding;

static void follow(finding *f)
{
    const dh_run_def def = scene_run_def(&f->runs.scene, 0);
    assert_true(finder_follow(&f->finder, &f->runs.problem, &def, finder_range(&f->runs), NULL));
}

static void begin(finding *f, const model_scene *scene)
{
    memset(f, 0, sizeof *f);
    assert_true(runs_take(&f->runs, scene, NULL));
    follow(f);
}

static void change(finding *f, const model_scene *scene)
{
    assert_true(runs_take(&f->runs, scene, NULL));
    follow(f);
}

static void end(finding *f)
{
    finder_free(&f->finder);
    runs_free(&f->runs);
}

static model_scene scene_with(int optimizer, size_t batch, size_t steps)
{
    model_scene scene = scene_default();
    dh_recipe_set_optimizer(&scene.run[0].recipe, optimizer);
    scene.run[0].recipe.batch = batch;
    scene.steps = steps;
    return scene;
}

/* The first step from which on no loss of a run is above 1.01 times the lowest. */
static size_t stays_from(const dh_run *run)
{
    size_t from = run->known;
    while (from > 0 && run->row[from - 1].loss <= 1.01 * run->problem->objective.minimum.loss)
        from--;
    return run->diverged || from == run->known ? DH_NEVER : from;
}

/* Every outcome is that of the run itself; and there is none that is better than the best. */
static void check_all(finding *f)
{
    const model_finder *finder = &f->finder;
    dh_run_def def = scene_run_def(&f->runs.scene, 0);
    const dh_schedule before = def.recipe.rate;
    dh_run run = {0};
    size_t fewest = DH_NEVER;
    assert_false(finder_busy(finder));
    for (int i = 0; i < finder->count; i++) {
        dh_schedule made;
        assert_true(dh_schedule_scale(&before, finder->rate[i], &made, NULL));
        def.recipe.rate = made;
        assert_true(dh_run_start(&run, &def, &f->runs.problem, NULL));
        dh_schedule_drop(&made);
        dh_run_advance(&run, def.steps);
        const dh_outcome *found = &finder->outcome[i];
        assert_true(found->near_from == stays_from(&run));
        assert_true(found->near_from == dh_run_near_from(&run));
        assert_int_equal(found->diverged, run.diverged);
        if (!run.diverged)
            assert_true(found->loss == run.row[def.steps].loss);
        const bool rose = run.diverged || run.loss.high > run.row[0].loss;
        assert_int_equal(found->rose, rose);
        if (!rose && stays_from(&run) < fewest)
            fewest = stays_from(&run);
    }
    assert_true(finder->best >= 0);
    assert_true(finder->outcome[finder->best].near_from == fewest);
    dh_run_free(&run);
}

static void what_is_found_is_what_the_runs_do(void **state)
{
    (void)state;
    static const size_t batches[] = {0, 10, 33};
    for (int o = 0; o < dh_optimizer_count(); o++)
        for (int b = 0; b < 3; b++) {
            finding f;
            const model_scene scene = scene_with(o, batches[b], 100);
            begin(&f, &scene);
            assert_true(f.finder.count >= 200 && f.finder.count < 500);
            finder_advance(&f.finder, ENDLESS);
            check_all(&f);
            end(&f);
        }
}

/* Small slices stop within mini-batches, and end with the same. */
static void slices_find_the_same(void **state)
{
    (void)state;
    finding at_once, sliced;
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 32, 60);
    begin(&at_once, &scene);
    begin(&sliced, &scene);
    finder_advance(&at_once.finder, ENDLESS);
    int slices = 0;
    for (; finder_busy(&sliced.finder); slices++)
        finder_advance(&sliced.finder, 7);
    assert_true(slices > 1000);
    assert_int_equal(sliced.finder.best, at_once.finder.best);
    for (int i = 0; i < at_once.finder.count; i++)
        assert_memory_equal(&sliced.finder.outcome[i].loss, &at_once.finder.outcome[i].loss,
                            sizeof(double));
    end(&at_once);
    end(&sliced);
}

static void a_schedule_is_changed_as_a_whole(void **state)
{
    (void)state;
    finding f;
    model_scene scene = scene_with(dh_optimizer_find("momentum"), 0, 80);
    const dh_rate_change later[] = {{20, 0.03}, {40, 0.1}};
    dh_schedule made;
    assert_true(dh_schedule_make(&made, 0.1, later, 2, NULL));
    scene.run[0].recipe.rate = made;
    begin(&f, &scene);
    dh_schedule_drop(&made);
    finder_advance(&f.finder, ENDLESS);
    check_all(&f);
    end(&f);
}

/* Another rate changes nothing that is found, all else does. */
static void what_is_known_stays_until_something_else_changes(void **state)
{
    (void)state;
    finding f;
    model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 100);
    begin(&f, &scene);
    finder_advance(&f.finder, ENDLESS);
    scene.run[0].recipe.rate.first = 0.7;
    change(&f, &scene);
    assert_false(finder_busy(&f.finder));
    scene.count = 2;
    scene.run[1] = scene.run[0];
    change(&f, &scene);
    assert_false(finder_busy(&f.finder));
    for (int i = 0; i < 6; i++) {
        if (i == 0)
            scene.init.slope = 2.0;
        else if (i == 1)
            scene.steps = 50;
        else if (i == 2)
            dh_recipe_set_optimizer(&scene.run[0].recipe, dh_optimizer_find("adam"));
        else if (i == 3)
            scene.run[0].recipe.value[0] = 0.5;
        else if (i == 4)
            scene.run[0].recipe.batch = 10;
        else
            scene.problem.source.seed++;
        change(&f, &scene);
        assert_int_equal(f.finder.known, 0);
        assert_true(finder_busy(&f.finder));
        finder_advance(&f.finder, ENDLESS);
        check_all(&f);
    }
    end(&f);
}

/* A run that takes many slices: each does about its work, and the curve fills in from afar. */
static void the_work_of_a_slice_is_bounded_and_goes_from_coarse_to_fine(void **state)
{
    (void)state;
    finding f;
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 50);
    begin(&f, &scene);
    for (int slices = 0; finder_busy(&f.finder); slices++) {
        assert_true(f.finder.known <= slices * (SLICE / 50 + 1));
        finder_advance(&f.finder, SLICE);
        int widest = 0, last = 0;
        for (int i = 0; i < f.finder.count; i++)
            if (f.finder.tried[i]) {
                widest = i - last > widest ? i - last : widest;
                last = i;
            }
        if (f.finder.known >= 8)
            assert_true(widest <= 64);
        if (f.finder.known >= f.finder.count / 2 + 2)
            assert_true(widest <= 2);
    }
    end(&f);
}

/* A long run stops within a slice, too. */
static void a_long_run_is_tried_in_parts(void **state)
{
    (void)state;
    finding f;
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, DH_STEPS_MAX);
    begin(&f, &scene);
    finder_advance(&f.finder, SLICE);
    assert_true(f.finder.trial.step <= SLICE);
    assert_int_equal(f.finder.known, 0);
    end(&f);
}

static void words_tell_what_a_rate_does(void **state)
{
    (void)state;
    finding f;
    char expected[96];
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 100);
    begin(&f, &scene);
    finder_advance(&f.finder, ENDLESS);
    const int slow = finder_nearest(&f.finder, 0.01), well = finder_nearest(&f.finder, 0.2),
              wild = finder_nearest(&f.finder, 2.0);
    assert_true(f.finder.rate[slow] == 0.01 && f.finder.rate[well] == 0.2 &&
                f.finder.rate[wild] == 2.0);
    snprintf(expected, sizeof expected, "0.2: %zu steps", f.finder.outcome[well].near_from);
    assert_string_equal(finder_words_of(&f.finder, well).text, expected);
    snprintf(expected, sizeof expected, "0.01: loss %.3g after 100 steps",
             f.finder.outcome[slow].loss);
    assert_string_equal(finder_words_of(&f.finder, slow).text, expected);
    assert_string_equal(finder_words_of(&f.finder, wild).text, "2: diverges");
    assert_memory_equal(finder_words_of_best(&f.finder).text, "fastest ", 8);
    end(&f);
}

/* The race gives the current optimizer the very rate that is found for it, where it is among those
 * of the slider. */
static void the_race_finds_the_same(void **state)
{
    (void)state;
    for (int o = 0; o < dh_optimizer_count(); o++) {
        finding f;
        model_scene scene = scene_with(o, 0, 100), next;
        begin(&f, &scene);
        finder_advance(&f.finder, ENDLESS);
        const double rate = f.finder.rate[f.finder.best];
        assert_true(race_scene(&f.runs, &next, NULL));
        const double raced = next.run[0].recipe.rate.first;
        if (raced >= f.finder.range.low && raced <= f.finder.range.high)
            assert_true(raced == rate);
        if (o == DH_GRADIENT_DESCENT || o == dh_optimizer_find("momentum"))
            assert_true(raced == rate);
        end(&f);
    }
}

/* Eighty rates a decade, or half as many, and so on, until there is room for all. */
static void a_range_of_any_length_has_rates_from_end_to_end(void **state)
{
    (void)state;
    static const struct {
        double low, high;
        int per_decade;
    } ranges[] = {{0.01, 10.0, 80}, {1e-9, 1e12, 80}, {1e-20, 1e20, 40}, {1e-100, 1e100, 10}};
    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++) {
        finding f;
        const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 10);
        const dh_run_def def = scene_run_def(&scene, 0);
        const dh_range range = {ranges[r].low, ranges[r].high};
        begin(&f, &scene);
        assert_true(finder_follow(&f.finder, &f.runs.problem, &def, range, NULL));
        const model_finder *finder = &f.finder;
        const double factor = pow(10.0, 1.0 / ranges[r].per_decade);
        assert_true(finder->count <= FINDER_RATES);
        assert_close(finder->rate[0], range.low, 0.01);
        assert_close(finder->rate[finder->count - 1], range.high, 0.01);
        for (int i = 1; i < finder->count; i++)
            assert_close(finder->rate[i] / finder->rate[i - 1], factor, 0.011);
        assert_true(finder_follow(&f.finder, &f.runs.problem, &def, range, NULL));
        assert_int_equal(finder->known, 0);
        end(&f);
    }
}

static void a_range_that_is_none_has_no_rates(void **state)
{
    (void)state;
    static const dh_range ranges[] = {{0.0, 1.0}, {-1.0, 1.0},     {1.0, 1.0},
                                      {2.0, 1.0}, {1.0, HUGE_VAL}, {(double)NAN, 1.0}};
    finding f;
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 10);
    const dh_run_def def = scene_run_def(&scene, 0);
    begin(&f, &scene);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        assert_true(finder_follow(&f.finder, &f.runs.problem, &def, ranges[i], NULL));
        assert_int_equal(f.finder.count, 0);
        assert_int_equal(f.finder.best, -1);
        assert_false(finder_busy(&f.finder));
        assert_string_equal(finder_words_of_best(&f.finder).text, "");
        assert_int_equal(finder_nearest(&f.finder, 0.1), -1);
    }
    end(&f);
}

/* A schedule counts as a whole: which rates are changed to, in parts of the first, and when. */
static void a_schedule_that_is_the_same_but_for_its_first_rate_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        double first;
        dh_rate_change later[2];
        size_t count;
        bool same;
    } schedules[] = {
        {0.1, {{20, 0.05}, {40, 0.01}}, 2, true},
        {0.2, {{20, 0.1}, {40, 0.02}}, 2, true},
        {0.2, {{20, 0.05}, {40, 0.01}}, 2, false},
        {0.1, {{21, 0.05}, {40, 0.01}}, 2, false},
        {0.1, {{20, 0.05}, {40, 0.02}}, 2, false},
        {0.1, {{20, 0.05}}, 1, false},
        {0.1, {{0, 0.0}}, 0, false},
    };
    for (size_t i = 0; i < sizeof schedules / sizeof *schedules; i++) {
        finding f;
        model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 60);
        dh_schedule before, after;
        assert_true(dh_schedule_make(&before, 0.1, schedules[0].later, 2, NULL));
        assert_true(dh_schedule_make(&after, schedules[i].first, schedules[i].later,
                                     schedules[i].count, NULL));
        scene.run[0].recipe.rate = before;
        begin(&f, &scene);
        finder_advance(&f.finder, ENDLESS);
        scene.run[0].recipe.rate = after;
        change(&f, &scene);
        assert_int_equal(finder_busy(&f.finder), !schedules[i].same);
        dh_schedule_drop(&before);
        dh_schedule_drop(&after);
        end(&f);
    }
}

static void one_step_is_told_as_one(void **state)
{
    (void)state;
    finding f;
    const model_scene scene = scene_with(DH_GRADIENT_DESCENT, 0, 1);
    begin(&f, &scene);
    finder_advance(&f.finder, ENDLESS);
    const finder_words words = finder_words_of(&f.finder, finder_nearest(&f.finder, 0.1));
    assert_non_null(strstr(words.text, "after 1 step"));
    assert_null(strstr(words.text, "steps"));
    assert_memory_equal(finder_words_of_best(&f.finder).text, "best ", 5);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_is_what_the_runs_do),
        cmocka_unit_test(slices_find_the_same),
        cmocka_unit_test(a_schedule_is_changed_as_a_whole),
        cmocka_unit_test(what_is_known_stays_until_something_else_changes),
        cmocka_unit_test(the_work_of_a_slice_is_bounded_and_goes_from_coarse_to_fine),
        cmocka_unit_test(a_long_run_is_tried_in_parts),
        cmocka_unit_test(words_tell_what_a_rate_does),
        cmocka_unit_test(the_race_finds_the_same),
        cmocka_unit_test(a_range_of_any_length_has_rates_from_end_to_end),
        cmocka_unit_test(a_range_that_is_none_has_no_rates),
        cmocka_unit_test(a_schedule_that_is_the_same_but_for_its_first_rate_changes_nothing),
        cmocka_unit_test(one_step_is_told_as_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
