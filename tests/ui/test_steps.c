/* The step that is shown and the length of the run, "12 / 100": both can be typed over. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <SDL.h>
#include <string.h>

static const char STEP[] = "step number", STEPS[] = "steps number";

static void type_into(ui_harness *h, const char *field, const char *text)
{
    harness_click_on(h, field);
    harness_key(h, SDLK_a, KMOD_LCTRL);
    harness_type(h, text);
    harness_key(h, SDLK_RETURN, 0);
}

/* The first text that the picture has within a control. */
static const ui_shape *text_within(ui_harness *h, const char *control)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_rect rect = harness_rect(h, control);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        const double x = 0.5 * (shape->bounds.left + shape->bounds.right) / canvas->scale;
        const double y = 0.5 * (shape->bounds.top + shape->bounds.bottom) / canvas->scale;
        if (shape->kind == UI_SHAPE_TEXT && ui_contains(rect, (ui_point){x, y}))
            return shape;
    }
    fail_msg("no text in '%s'", control);
    return NULL;
}

static void a_typed_step_is_shown_and_pauses(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_wait(&h, 100);
    assert_true(harness_player(&h)->playing);
    type_into(&h, STEP, "42");
    assert_int_equal(harness_player(&h)->playhead, 42);
    assert_false(harness_player(&h)->playing);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void a_step_that_the_run_has_not_is_refused_in_words(void **state)
{
    (void)state;
    static const char *const nonsense[] = {"101", "-1", "2.5", "x", " ", "99999999999999999999"};
    ui_harness h;
    harness_start(&h, "--at 12");
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        type_into(&h, STEP, nonsense[i]);
        assert_true(harness_shows(&h, "Type 0 to 100"));
        assert_int_equal(harness_player(&h)->playhead, 12);
        harness_key(&h, SDLK_ESCAPE, 0);
    }
    harness_end(&h);
}

/* A run that has diverged ends before its length: its last step is as near as one comes. */
static void a_step_after_the_divergence_is_the_last(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e6 --at 0");
    type_into(&h, STEP, "90");
    assert_int_equal(harness_player(&h)->playhead, harness_runs(&h)->run[0].known - 1);
    assert_true(harness_player(&h)->playhead < 90);
    harness_end(&h);
}

static void a_longer_run_keeps_the_place_and_what_is_known(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 60 --vs 'optimizer=adam batch=10'");
    const double slope = harness_now(&h).weights.slope;
    type_into(&h, STEPS, "250");
    assert_int_equal(harness_scene(&h)->steps, 250);
    assert_int_equal(harness_player(&h)->playhead, 60);
    assert_false(harness_player(&h)->playing);
    assert_exactly(harness_now(&h).weights.slope, slope);
    session_last(h.app.session);
    for (int i = 0; i < 2; i++)
        assert_int_equal(harness_runs(&h)->run[i].known, 251);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_int_equal(harness_scene(&h)->steps, 100);
    assert_int_equal(harness_player(&h)->playhead, 60);
    assert_int_equal(harness_redo_all(&h), 1);
    assert_int_equal(harness_scene(&h)->steps, 250);
    harness_end(&h);
}

/* Of a million known steps none is computed again. */
static void a_longer_run_goes_on_where_it_was(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 500000 --at 499999");
    session_last(h.app.session);
    type_into(&h, STEPS, "1000000");
    assert_true(harness_runs(&h)->run[0].known >= 500001);
    assert_int_equal(harness_player(&h)->playhead, 499999);
    harness_end(&h);
}

static void a_shorter_run_shows_its_last_step(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 60");
    type_into(&h, STEPS, "20");
    assert_int_equal(harness_player(&h)->playhead, 20);
    assert_true(harness_shows(&h, "Step 20, the last"));
    harness_end(&h);
}

static void a_playing_run_plays_on_to_its_new_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 30 --interval 10");
    harness_wait(&h, 100);
    type_into(&h, STEPS, "40");
    assert_true(harness_player(&h)->playing);
    harness_wait(&h, 400);
    assert_int_equal(harness_player(&h)->playhead, 40);
    assert_false(harness_player(&h)->playing);
    harness_end(&h);
}

static void a_length_that_no_run_has_is_refused_in_words(void **state)
{
    (void)state;
    static const char *const nonsense[] = {"0", "1000001", "1e3", "many"};
    ui_harness h;
    harness_start(&h, "--at 12");
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        type_into(&h, STEPS, nonsense[i]);
        assert_true(harness_shows(&h, "Type 1 to 1000000"));
        assert_int_equal(harness_scene(&h)->steps, 100);
        harness_key(&h, SDLK_ESCAPE, 0);
    }
    harness_end(&h);
}

/* While it plays, the numbers change and nothing moves. */
static void the_numbers_stay_where_they_are_while_it_plays(void **state)
{
    (void)state;
    static const char *const sizes[] = {"", " --size 800x560", " --scale 2"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char line[64];
        ui_harness h;
        snprintf(line, sizeof line, "--steps 1000 --interval 1%s", sizes[i]);
        harness_start(&h, line);
        const ui_rect step = harness_rect(&h, STEP), steps = harness_rect(&h, STEPS);
        const ui_rect slider = harness_rect(&h, "step slider");
        const double end = text_within(&h, STEP)->anchor.x;
        for (int j = 0; j < 20; j++) {
            harness_wait(&h, 50);
            assert_exactly(harness_rect(&h, STEP).x, step.x);
            assert_exactly(harness_rect(&h, STEPS).x, steps.x);
            assert_exactly(harness_rect(&h, "step slider").w, slider.w);
            assert_exactly(text_within(&h, STEP)->anchor.x, end);
        }
        assert_true(step.x + step.w < steps.x);
        assert_true(slider.x + slider.w < step.x);
        harness_end(&h);
    }
}

/* The longest number that can be typed is seen whole while it is, in the smallest window, too. */
static void there_is_room_for_the_longest_run(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0 --size 800x560");
    harness_click_on(&h, STEPS);
    harness_type(&h, "1000000");
    const ui_rect field = harness_rect(&h, STEPS), slider = harness_rect(&h, "step slider");
    assert_true(text_within(&h, STEPS)->bounds.left >= (int)field.x);
    assert_true(slider.w >= 60.0);
    assert_true(slider.x + slider.w < harness_rect(&h, STEP).x);
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_scene(&h)->steps, 1000000);
    harness_end(&h);
}

static void tab_reaches_both(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "step slider");
    harness_key(&h, SDLK_TAB, 0);
    assert_int_equal(h.app.ui.focus, ui_id_of(STEP));
    harness_key(&h, SDLK_TAB, 0);
    assert_int_equal(h.app.ui.focus, ui_id_of(STEPS));
    harness_key(&h, SDLK_RETURN, 0);
    harness_type(&h, "33");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_scene(&h)->steps, 33);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_typed_step_is_shown_and_pauses),
        cmocka_unit_test(a_step_that_the_run_has_not_is_refused_in_words),
        cmocka_unit_test(a_step_after_the_divergence_is_the_last),
        cmocka_unit_test(a_longer_run_keeps_the_place_and_what_is_known),
        cmocka_unit_test(a_longer_run_goes_on_where_it_was),
        cmocka_unit_test(a_shorter_run_shows_its_last_step),
        cmocka_unit_test(a_playing_run_plays_on_to_its_new_end),
        cmocka_unit_test(a_length_that_no_run_has_is_refused_in_words),
        cmocka_unit_test(the_numbers_stay_where_they_are_while_it_plays),
        cmocka_unit_test(there_is_room_for_the_longest_run),
        cmocka_unit_test(tab_reaches_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
