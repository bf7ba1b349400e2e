/* The nine controls of the player, its modes at both ends, and its speeds. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "cli/progress.h"
#include "model/player.h"

#include <stdio.h>
#include <string.h>

static void all_nine_controls_work_by_mouse(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    harness_click_on(&h, "step");
    assert_int_equal(harness_player(&h)->playhead, 51);
    harness_click_on(&h, "step back");
    assert_int_equal(harness_player(&h)->playhead, 50);
    harness_click_on(&h, "first");
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_click_on(&h, "last");
    assert_int_equal(harness_player(&h)->playhead, 100);
    harness_click_on(&h, "play backwards");
    harness_wait(&h, 60);
    assert_int_equal(harness_player(&h)->playhead, 97);
    harness_click_on(&h, "play backwards"); /* pauses */
    harness_wait(&h, 60);
    assert_int_equal(harness_player(&h)->playhead, 97);
    harness_click_on(&h, "play");
    harness_wait(&h, 40);
    assert_int_equal(harness_player(&h)->playhead, 99);
    harness_click_on(&h, "play"); /* pauses */
    harness_wait(&h, 60);
    assert_int_equal(harness_player(&h)->playhead, 99);
    harness_click_on(&h, "slower");
    assert_int_equal(harness_player(&h)->pace.interval_ms, 30);
    harness_click_on(&h, "faster");
    harness_click_on(&h, "faster");
    assert_int_equal(harness_player(&h)->pace.interval_ms, 15);
    harness_end(&h);
}

static void all_nine_controls_work_by_key(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    harness_key(&h, SDLK_b, 0);
    harness_wait(&h, 40);
    assert_int_equal(harness_player(&h)->playhead, 48);
    harness_key(&h, SDLK_SPACE, 0); /* pauses, whichever way it plays */
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_SPACE, 0);
    harness_wait(&h, 40);
    assert_int_equal(harness_player(&h)->playhead, 50);
    harness_key(&h, SDLK_MINUS, 0);
    assert_int_equal(harness_player(&h)->pace.interval_ms, 30);
    harness_key(&h, SDLK_PLUS, 0);
    assert_int_equal(harness_player(&h)->pace.interval_ms, 20);
    harness_key(&h, SDLK_m, 0);
    assert_int_equal(harness_player(&h)->pace.repeat, REPEAT_LOOP);
    harness_end(&h);
}

static void once_stops_at_both_ends(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 5");
    harness_wait(&h, 500);
    assert_int_equal(harness_player(&h)->playhead, 5);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_b, 0);
    harness_wait(&h, 500);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_b, 0); /* from the start backwards: from the end again */
    assert_int_equal(harness_player(&h)->playhead, 5);
    harness_end(&h);
}

static void loop_goes_on_from_the_other_end(void **state)
{
    (void)state;
    const size_t forwards[] = {4, 5, 0, 1}, backwards[] = {0, 5, 4};
    ui_harness h;
    harness_start(&h, "--steps 5 --repeat loop --at 3");
    harness_key(&h, SDLK_SPACE, 0);
    for (int i = 0; i < 4; i++) {
        harness_wait(&h, 20);
        assert_int_equal(harness_player(&h)->playhead, forwards[i]);
    }
    harness_key(&h, SDLK_b, 0);
    for (int i = 0; i < 3; i++) {
        harness_wait(&h, 20);
        assert_int_equal(harness_player(&h)->playhead, backwards[i]);
    }
    harness_end(&h);
}

static void reflect_turns_at_both_ends(void **state)
{
    (void)state;
    const size_t steps[] = {2, 3, 2, 1, 0, 1, 2, 3, 2};
    ui_harness h;
    harness_start(&h, "--steps 3 --repeat reflect --at 1");
    harness_key(&h, SDLK_SPACE, 0);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        harness_wait(&h, 20);
        assert_int_equal(harness_player(&h)->playhead, steps[i]);
    }
    harness_end(&h);
}

static void the_modes_are_chosen_by_mouse(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 3");
    harness_click_on(&h, "Reflect");
    assert_int_equal(harness_player(&h)->pace.repeat, REPEAT_REFLECT);
    harness_click_on(&h, "Loop");
    assert_int_equal(harness_player(&h)->pace.repeat, REPEAT_LOOP);
    harness_end(&h);
    harness_start(&h, "--at 3 --size 800x560"); /* one button where there is little room */
    harness_click_on(&h, "repeat");
    assert_int_equal(harness_player(&h)->pace.repeat, REPEAT_LOOP);
    harness_end(&h);
}

static void the_speed_can_be_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0");
    harness_click_on(&h, "interval number");
    harness_type(&h, "137");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_player(&h)->pace.interval_ms, 137);
    harness_click_on(&h, "interval number");
    harness_type(&h, "5001");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_player(&h)->pace.interval_ms, 137);
    assert_true(harness_shows(&h, "Type 1 to 5000 ms"));
    harness_end(&h);
}

static void beyond_the_displays_rate_a_frame_is_several_steps(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 1000 --interval 1");
    harness_settle(&h);
    assert_true(harness_shows(&h, "16 steps a frame"));
    assert_int_equal(harness_wait(&h, 160), 10);
    assert_int_equal(harness_player(&h)->playhead, 160); /* a step a millisecond all the same */
    harness_end(&h);
}

static void every_tenth_loss_is_printed_at_any_speed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--interval 1");
    FILE *terminal = tmpfile();
    assert_non_null(terminal);
    cli_progress progress = {0};
    for (int i = 0; i < 200; i++) {
        progress_write(&progress, h.app.session, terminal);
        harness_wait(&h, 1);
    }
    rewind(terminal);
    char line[64];
    int lines = 0;
    while (fgets(line, sizeof line, terminal)) {
        size_t step = 1;
        assert_int_equal(sscanf(line, "step %zu", &step), 1);
        assert_int_equal(step, 10 * lines++);
    }
    assert_int_equal(lines, 10);
    fclose(terminal);
    harness_end(&h);
}

static void scrubbing_while_playing_goes_on_from_there(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_rect slider = harness_rect(&h, "step slider");
    harness_press(&h, slider.x + 0.6 * slider.w, slider.y + 10);
    assert_int_equal(harness_player(&h)->playhead, 60);
    harness_wait(&h, 200);
    assert_int_equal(harness_player(&h)->playhead, 60); /* held */
    harness_release(&h, slider.x + 0.6 * slider.w, slider.y + 10);
    harness_wait(&h, 40);
    assert_true(harness_player(&h)->playhead == 61 || harness_player(&h)->playhead == 62);
    harness_end(&h);
}

static void a_million_steps_never_hold_up_a_frame(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 1000000");
    assert_true(harness_runs(&h)->run[0].known <= 2 * RUNS_SLICE + 1);
    const size_t before = harness_runs(&h)->run[0].known;
    harness_wait(&h, 1);
    assert_true(harness_runs(&h)->run[0].known - before <= RUNS_SLICE);
    harness_wait(&h, 12);
    assert_int_equal(harness_runs(&h)->run[0].known, 1000001);
    harness_end(&h);
}

/* What is compared on a stage: one step, at two rates. */
static void the_pin_holds_the_step_through_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    harness_key(&h, SDLK_j, KMOD_NONE);
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.7 * slider.w, slider.y + 10.0);
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_release(&h, slider.x + 0.7 * slider.w, slider.y + 10.0);
    harness_key(&h, SDLK_o, KMOD_NONE);
    harness_key(&h, SDLK_n, KMOD_NONE);
    harness_wait(&h, 100);
    assert_int_equal(harness_player(&h)->playhead, 12);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_z, KMOD_CTRL);
    assert_int_equal(harness_player(&h)->playhead, 12);
    harness_click_on(&h, "pin"); /* off: training begins anew */
    harness_key(&h, SDLK_o, KMOD_NONE);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_true(harness_player(&h)->playing);
    harness_end(&h);
}

static void the_pin_remembers_a_step_that_a_shorter_run_lacks(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 80 --show pin");
    model_scene scene = *harness_scene(&h);
    for (size_t steps = 30; steps <= 130; steps += 100) {
        scene.steps = steps;
        session_change(h.app.session, &scene);
        assert_int_equal(harness_player(&h)->playhead, steps == 30 ? 30 : 80);
    }
    harness_end(&h);
}

static void a_pinned_run_that_plays_goes_on_from_where_it_is(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--show pin");
    harness_wait(&h, 200);
    const size_t step = harness_player(&h)->playhead;
    assert_true(step >= 8);
    harness_key(&h, SDLK_RIGHTBRACKET, KMOD_NONE);
    harness_type(&h, "]");
    assert_in_range(harness_player(&h)->playhead, step, step + 1);
    harness_wait(&h, 100);
    assert_true(harness_player(&h)->playing && harness_player(&h)->playhead > step + 2);
    harness_end(&h);
}

/* A little late, the next one comes when it would have; very late, none is made up for. */
static void a_late_step_neither_delays_nor_hurries_the_next(void **state)
{
    (void)state;
    static const struct {
        uint64_t ms;
        size_t playhead;
    } ticks[] = {{19, 0}, {25, 1}, {39, 1}, {40, 2}, {1000, 3}, {1001, 3}, {1019, 3}, {1020, 4}};
    ui_harness h;
    harness_start(&h, "--interval 20");
    const uint64_t begin = h.now_ms;
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
        app_tick(&h.app, begin + ticks[i].ms);
        assert_int_equal(harness_player(&h)->playhead, ticks[i].playhead);
    }
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_nine_controls_work_by_mouse),
        cmocka_unit_test(all_nine_controls_work_by_key),
        cmocka_unit_test(once_stops_at_both_ends),
        cmocka_unit_test(loop_goes_on_from_the_other_end),
        cmocka_unit_test(reflect_turns_at_both_ends),
        cmocka_unit_test(the_modes_are_chosen_by_mouse),
        cmocka_unit_test(the_speed_can_be_typed),
        cmocka_unit_test(beyond_the_displays_rate_a_frame_is_several_steps),
        cmocka_unit_test(every_tenth_loss_is_printed_at_any_speed),
        cmocka_unit_test(scrubbing_while_playing_goes_on_from_there),
        cmocka_unit_test(a_million_steps_never_hold_up_a_frame),
        cmocka_unit_test(the_pin_holds_the_step_through_changes),
        cmocka_unit_test(the_pin_remembers_a_step_that_a_shorter_run_lacks),
        cmocka_unit_test(a_pinned_run_that_plays_goes_on_from_where_it_is),
        cmocka_unit_test(a_late_step_neither_delays_nor_hurries_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
