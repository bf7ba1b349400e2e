/* What happens when memory runs out: the linker sends every malloc of ours through this file. */
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "model/point_edits.h"
#include "model/rate_changes.h"
#include "model/schedule_text.h"
#include "ui/harness.h"

#include <SDL_stdinc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int allowed = -1; /* allocations until they fail; negative: no end */

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *__wrap_malloc(size_t size)
{
    if (allowed == 0)
        return NULL;
    allowed -= allowed > 0;
    return __real_malloc(size);
}

/* What must hold of a session that could not make a change: it is as it was. */
static void check_unchanged(ui_harness *h, const model_scene *before, size_t step, double loss)
{
    const model_runs *runs = harness_runs(h);
    assert_true(fields_same_scene(harness_scene(h), before));
    assert_true(harness_error(h)[0] != '\0');
    assert_int_equal(runs->problem.n, before->problem.source.generated.points);
    for (int i = 0; i < before->count; i++)
        assert_true(dh_recipe_equal(&runs->run[i].recipe, &before->run[i].recipe));
    while (runs_busy(runs))
        harness_wait(h, 1);
    assert_int_equal(harness_player(h)->playhead, step);
    assert_true(harness_player(h)->playhead < runs_known(runs));
    assert_exactly(runs->run[0].row[runs->run[0].known - 1].loss, loss);
    assert_int_equal(harness_undo_all(h), 0);
}

/* A change of the program that LINE starts: to a whole scene, or else to a schedule. */
typedef struct memory_change {
    const char *line;
    void (*make)(model_session *session, const model_scene *wanted);
    const model_scene *wanted;
    const char *rate;
} memory_change;

/* It is what was wanted. */
static void check_changed(ui_harness *h, const memory_change *change)
{
    char rate[SCHEDULE_BYTES];
    schedule_write(&harness_recipe(h)->rate, rate, sizeof rate);
    if (change->wanted)
        assert_true(fields_same_scene(harness_scene(h), change->wanted));
    else if (change->rate)
        assert_string_equal(rate, change->rate);
    assert_string_equal(harness_error(h), "");
    assert_int_equal(harness_undo_all(h), 1);
}

/* Every way in which a change can run out of memory, from the first allocation on. */
static void check_change(const memory_change *change)
{
    for (int after = 0;; after++) {
        ui_harness h;
        harness_start(&h, change->line);
        const model_runs *runs = harness_runs(&h);
        while (runs_busy(runs))
            harness_wait(&h, 1);
        const model_scene before = *harness_scene(&h);
        scene_hold(&before);
        const size_t step = harness_player(&h)->playhead;
        const double loss = runs->run[0].row[runs->run[0].known - 1].loss;
        allowed = after;
        change->make(h.app.session, change->wanted);
        allowed = -1;
        const bool changed = !fields_same_scene(harness_scene(&h), &before);
        if (!changed)
            check_unchanged(&h, &before, step, loss);
        else
            check_changed(&h, change);
        scene_drop(&before);
        harness_end(&h);
        if (changed) {
            assert_true(after > 0); /* it takes memory, and has failed without it */
            return;
        }
    }
}

static void a_change_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    model_scene wanted = scene_default();
    wanted.problem.source.generated.points = 5000;
    wanted.steps = 20000;
    wanted.run[0].recipe.batch = 100;
    dh_recipe adam = wanted.run[0].recipe;
    dh_recipe_set_optimizer(&adam, dh_optimizer_find("adam"));
    assert_true(scene_add(&wanted, &adam, ""));
    assert_true(scene_add(&wanted, &adam, ""));
    check_change(&(memory_change){"--at 60 --vs lr=0.3", session_change, &wanted, NULL});
    check_change(&(memory_change){"--at 60 --lr 0.1,50:0.01 --vs lr=0.3,20:0.2", session_change,
                                  &wanted, NULL});
}

static void race(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    session_race(session);
}

static void a_race_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    check_change(&(memory_change){"--at 60 --vs lr=0.3", race, NULL, NULL});
}

static model_trace *somebodys; /* run */

static void open_trace(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    session_give_trace(session, somebodys);
}

static void a_trace_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    static double slope[300], intercept[300];
    const table_data table = {
        .origin = "run.csv", .n = 300, .count = 2, .column = {slope, intercept}};
    for (int i = 0; i < 300; i++)
        slope[i] = 3.0 + 1.0 / (1.0 + i % 17), intercept[i] = 2.0 - 1.0 / (1.0 + i);
    somebodys = trace_create(&table, &(trace_place){.path = NULL}, NULL);
    assert_non_null(somebodys);
    check_change(&(memory_change){"--at 60 --vs lr=0.3", open_trace, NULL, NULL});
    check_change(&(memory_change){"--at 60 --optimizer adam --batch 10", open_trace, NULL, NULL});
    assert_int_equal(somebodys->holders, 1); /* all others have let go */
    trace_drop(somebodys);
}

static void a_mistake_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    model_scene wanted = scene_default();
    assert_true(scene_add_mistake(&wanted, dh_mistake_find("accumulated")));
    check_change(&(memory_change){"--at 60", session_change, &wanted, NULL});
}

static void add_point(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    edits_add(session, 0.5, 0.25);
}

static void remove_point(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    edits_remove(session, 7);
}

static void editing_points_without_memory_leaves_them_as_they_were(void **state)
{
    (void)state;
    check_change(&(memory_change){"--at 60 --standardize --batch 10", add_point, NULL, NULL});
    check_change(&(memory_change){"--at 60", remove_point, NULL, NULL});
}

static void keeping_without_memory_keeps_the_place(void **state)
{
    (void)state;
    model_scene wanted = scene_default();
    wanted.steps = 50000;
    assert_true(scene_add(&wanted, &wanted.run[0].recipe, ""));
    check_change(&(memory_change){"--steps 50000 --at 30000", session_change, &wanted, NULL});
}

static void a_longer_run_without_memory_stays_as_long_as_it_was(void **state)
{
    (void)state;
    model_scene wanted = scene_default();
    wanted.steps = 50000;
    dh_recipe batches = wanted.run[0].recipe;
    batches.batch = 10;
    assert_true(scene_add(&wanted, &batches, ""));
    check_change(&(memory_change){"--at 60 --vs batch=10", session_change, &wanted, NULL});
}

static void change_rate_from_here(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    model_scene controls = rate_changes_shown(session);
    controls.run[0].recipe.rate.first = 0.02;
    rate_changes_take(session, &controls);
}

static void move_first_change(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    rate_changes_move(session, 0, 70.0);
}

static void remove_first_change(model_session *session, const model_scene *wanted)
{
    (void)wanted;
    rate_changes_remove(session, 0);
}

static void a_schedule_without_memory_stays_as_it_was(void **state)
{
    (void)state;
    static const char line[] = "--lr 0.1,50:0.01,80:0.001 --at 60 --show from-here";
    const memory_change changes[] = {
        {"--at 60 --show from-here", change_rate_from_here, NULL, "0.1,60:0.02"},
        {line, change_rate_from_here, NULL, "0.1,50:0.01,60:0.02,80:0.001"},
        {line, move_first_change, NULL, "0.1,70:0.01,80:0.001"},
        {line, remove_first_change, NULL, "0.1,80:0.001"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        check_change(&changes[i]);
}

/* The scene that is taken has a schedule of its own, and so has a run beside. */
static void a_scene_with_schedules_is_taken_whole_or_not_at_all(void **state)
{
    (void)state;
    static const dh_rate_change early = {20, 0.3}, late = {70, 0.03};
    model_scene wanted = scene_default();
    dh_recipe adam = wanted.run[0].recipe;
    dh_recipe_set_optimizer(&adam, dh_optimizer_find("adam"));
    assert_true(dh_schedule_make(&wanted.run[0].recipe.rate, 0.1, &early, 1, NULL));
    assert_true(dh_schedule_make(&adam.rate, 0.1, &late, 1, NULL));
    assert_true(scene_add(&wanted, &adam, ""));
    check_change(&(memory_change){"--at 60 --lr 0.1,50:0.01", session_change, &wanted, NULL});
    assert_int_equal(wanted.run[0].recipe.rate.later->holders, 1); /* all others have let go */
    assert_int_equal(wanted.run[1].recipe.rate.later->holders, 1);
    scene_drop(&wanted);
}

/* A removed run is brought back while there is no memory; then the rest is as it was. */
static void undoing_without_memory_leaves_everything_as_it_was(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --steps 100000 --vs 'optimizer=momentum lr=0.01' --vs "
                      "'optimizer=adam lr=0.1'");
    harness_click_on(&h, "run 2/remove");
    allowed = 0;
    session_undo(h.app.session);
    allowed = -1;
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_non_null(strstr(harness_error(&h), "not enough memory"));
    while (runs_busy(harness_runs(&h)))
        harness_wait(&h, 1);
    assert_int_equal(harness_player(&h)->playhead, 20);
    assert_int_equal(harness_runs(&h)->run[1].known, 100001);
    harness_end(&h);
}

/* What is right on the command line is not called wrong when there is no memory for it. */
static void options_without_memory_are_a_failure_and_no_fault(void **state)
{
    (void)state;
    const char *const lines[] = {"--vs lr=0.1,50:0.01", "--vs 'optimizer=adam batch=10'",
                                 "--lr 0.1,50:0.01"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        bool parsed = false;
        for (int after = 0; !parsed; after++) {
            char line[64], *words[SPLIT_WORDS];
            dh_error error = {.text = ""};
            cli_options options = options_default();
            snprintf(line, sizeof line, "%s", lines[i]);
            const int count = split_line(line, words);
            allowed = after;
            parsed = options_parse(&options, count, words, &error);
            allowed = -1;
            assert_true(after > 0 || !parsed);
            assert_int_equal(options_out_of_memory(&options), !parsed);
            assert_true(parsed || strstr(error.text, "not enough memory"));
            options_free(&options);
        }
    }
    char wrong[] = "--vs lr=x", *words[SPLIT_WORDS];
    cli_options options = options_default();
    assert_false(options_parse(&options, split_line(wrong, words), words, NULL));
    assert_false(options_out_of_memory(&options));
    options_free(&options);
}

static void *sdl_malloc(size_t size)
{
    return __wrap_malloc(size);
}

static void *sdl_calloc(size_t count, size_t size)
{
    void *memory = __wrap_malloc(count * size);
    return memory ? memset(memory, 0, count * size) : NULL;
}

static void *sdl_realloc(void *old, size_t size)
{
    if (allowed == 0)
        return NULL;
    allowed -= allowed > 0;
    return realloc(old, size);
}

/* Draws the first frame of the program with so many allocations. */
static bool draw_with(app_program *app, int allocations)
{
    cli_options options = options_default();
    dh_error error = {.text = ""};
    options.width = OPTIONS_WIDTH_MIN;
    options.height = OPTIONS_HEIGHT_MIN;
    *app = (app_program){.session = NULL};
    allowed = allocations;
    const bool drawn = app_init(app, &options, &error) && app_draw(app);
    allowed = -1;
    options_free(&options);
    return drawn;
}

/* Once a word was missing in it, and nobody was told. */
static void a_picture_without_memory_is_right_or_refused(void **state)
{
    (void)state;
    app_program right, app;
    const int plenty = 1000000, few = 17;
    SDL_SetMemoryFunctions(sdl_malloc, sdl_calloc, sdl_realloc, free);
    SDL_ClearError(); /* SDL itself cannot tell that it lacks the memory for this */
    assert_true(draw_with(&right, -1));
    const size_t bytes = (size_t)right.width_px * (size_t)right.height_px * sizeof(uint32_t);
    bool drawn = false;
    for (int after = 0; !drawn; after += few) {
        assert_true(after < plenty);
        drawn = draw_with(&app, after);
        if (drawn)
            assert_memory_equal(app.painter.image.pixels, right.painter.image.pixels, bytes);
        app_free(&app);
    }
    app_free(&right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(a_race_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(a_trace_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(a_mistake_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(editing_points_without_memory_leaves_them_as_they_were),
        cmocka_unit_test(keeping_without_memory_keeps_the_place),
        cmocka_unit_test(a_longer_run_without_memory_stays_as_long_as_it_was),
        cmocka_unit_test(a_schedule_without_memory_stays_as_it_was),
        cmocka_unit_test(a_scene_with_schedules_is_taken_whole_or_not_at_all),
        cmocka_unit_test(undoing_without_memory_leaves_everything_as_it_was),
        cmocka_unit_test(options_without_memory_are_a_failure_and_no_fault),
        cmocka_unit_test(a_picture_without_memory_is_right_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
