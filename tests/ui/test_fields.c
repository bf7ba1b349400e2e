/* Numbers that are typed over. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <string.h>

static void a_number_is_typed_over(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Learning rate/number");
    harness_type(&h, "0");
    harness_type(&h, ".");
    harness_type(&h, "25");
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.1); /* not before Enter */
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.25);
    assert_int_equal(h.app.ui.edit.id, 0);
    assert_true(harness_shows(&h, "0.2500"));
    harness_end(&h);
}

static void letters_typed_into_a_field_are_no_commands(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Start slope a₀/number");
    harness_key(&h, SDLK_q, 0);
    harness_key(&h, SDLK_n, 0);
    harness_key(&h, SDLK_SPACE, 0);
    assert_false(harness_wishes(&h)->quit);
    assert_string_equal(h.app.ui.edit.text, "qn ");
    assert_int_equal(harness_player(&h)->playhead, 5);
    assert_false(harness_player(&h)->playing);
    harness_end(&h);
}

static void nonsense_is_refused_where_it_was_typed_and_kept(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Learning rate/number");
    harness_type(&h, "0.1x");
    harness_key(&h, SDLK_RETURN, 0);
    assert_true(harness_shows(&h, "Type a number, 0 or more"));
    assert_true(harness_shows(&h, "0.1x"));
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.1);
    harness_key(&h, SDLK_BACKSPACE, 0);
    assert_false(harness_shows(&h, "Type a number, 0 or more"));
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(h.app.ui.edit.id, 0);
    harness_end(&h);
}

static void escape_gives_up_what_was_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Start intercept a₁/number");
    harness_type(&h, "77");
    harness_key(&h, SDLK_ESCAPE, 0);
    assert_exactly(harness_scene(&h)->init.intercept, 1.0);
    assert_true(harness_shows(&h, "1.00"));
    assert_int_equal(harness_player(&h)->playhead, 5);
    harness_end(&h);
}

static void a_click_elsewhere_takes_what_was_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Start intercept a₁/number");
    harness_type(&h, "-3.5");
    harness_click(&h, 700, 300);
    assert_exactly(harness_scene(&h)->init.intercept, -3.5);
    harness_end(&h);
}

static void another_field_begins_when_the_first_is_answered(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Start slope a₀/number");
    harness_type(&h, "2.5");
    harness_click_on(&h, "Learning rate/number"); /* an earlier one */
    assert_exactly(harness_scene(&h)->init.slope, 2.5);
    harness_type(&h, "0.3");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.3);
    harness_end(&h);
}

static void leaving_nonsense_gives_the_keyboard_back_and_says_why(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Points/number");
    harness_type(&h, "0");
    harness_click(&h, 700, 300);
    assert_int_equal(h.app.ui.edit.id, 0);
    assert_true(harness_shows(&h, "Type 1 to 10000000"));
    assert_true(harness_shows(&h, "100"));
    harness_key(&h, SDLK_SPACE, 0);
    assert_true(harness_player(&h)->playing);
    harness_click_on(&h, "Start slope a₀/number");
    harness_type(&h, "x");
    harness_key(&h, SDLK_TAB, 0);
    assert_int_equal(h.app.ui.edit.id, 0);
    assert_true(harness_shows(&h, "Type a number within 1e100"));
    harness_end(&h);
}

static void a_field_below_the_help_is_dead(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_click_on(&h, "Start slope a₀/number");
    harness_key(&h, SDLK_F1, 0);
    harness_type(&h, "77");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_key(&h, SDLK_ESCAPE, 0);
    assert_false(harness_wishes(&h)->help);
    harness_end(&h);
}

static void the_caret_of_a_long_text_stays_in_sight(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Start slope a₀/number");
    harness_type(&h, "1234567890123456789012345678901234567890");
    const ui_rect field = harness_rect(&h, "Start slope a₀/number");
    for (int at_home = 0; at_home < 2; at_home++) {
        const ui_canvas *canvas = &h.app.ui.canvas;
        int seen = 0;
        for (size_t i = 0; i < canvas->shape_count; i++) {
            const ui_shape *shape = &canvas->shapes[i]; /* the caret is a box a pixel wide */
            seen += shape->kind == UI_SHAPE_BOX && shape->box.w == 1.0 && shape->box.h < 20.0 &&
                    shape->box.x > field.x && shape->box.x < field.x + field.w &&
                    shape->bounds.right > shape->bounds.left && shape->box.y > field.y &&
                    shape->box.y < field.y + field.h;
        }
        assert_int_equal(seen, 1);
        harness_key(&h, SDLK_HOME, 0);
    }
    harness_end(&h);
}

static void the_caret_moves_selects_and_erases(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Seed/number"); /* 4261750215 */
    harness_key(&h, SDLK_HOME, 0);
    harness_key(&h, SDLK_DELETE, 0);
    harness_key(&h, SDLK_RIGHT, KMOD_LSHIFT);
    harness_key(&h, SDLK_RIGHT, KMOD_LSHIFT);
    harness_key(&h, SDLK_RIGHT, KMOD_LSHIFT);
    harness_type(&h, "9");
    assert_string_equal(h.app.ui.edit.text, "9750215");
    harness_key(&h, SDLK_END, 0);
    harness_key(&h, SDLK_LEFT, 0);
    harness_key(&h, SDLK_BACKSPACE, 0);
    assert_string_equal(h.app.ui.edit.text, "975025");
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    harness_type(&h, "1−2"); /* more than one byte a character */
    harness_key(&h, SDLK_LEFT, 0);
    harness_key(&h, SDLK_BACKSPACE, 0);
    assert_string_equal(h.app.ui.edit.text, "12");
    harness_key(&h, SDLK_RETURN, 0);
    assert_true(harness_scene(&h)->problem.source.seed == 12);
    harness_end(&h);
}

static void a_field_has_an_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Seed/number");
    for (int i = 0; i < 100; i++)
        harness_type(&h, "12345");
    assert_true(strlen(h.app.ui.edit.text) < UI_EDIT_BYTES);
    harness_key(&h, SDLK_RETURN, 0);
    assert_true(harness_shows(&h, "Type −2^63 to 2^64 − 1"));
    harness_end(&h);
}

static void points_can_be_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_click_on(&h, "Points/number");
    harness_type(&h, "7");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_runs(&h)->problem.n, 7);
    harness_end(&h);
}

static void white_space_and_a_decimal_comma_may_be_typed(void **state)
{
    (void)state;
    const char *const texts[] = {" 0.5", "0.5 ", "0,5", "\u00a00,5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ui_harness h;
        harness_start(&h, "--at 5");
        harness_click_on(&h, "Learning rate/number");
        harness_type(&h, texts[i]);
        harness_key(&h, SDLK_RETURN, 0);
        assert_exactly(harness_recipe(&h)->rate.first, 0.5);
        assert_int_equal(h.app.ui.edit.id, 0);
        harness_end(&h);
    }
}

/* Tab to a number, or to its slider, and type: no picture is switched by the digits. */
static void a_focused_number_takes_digits(void **state)
{
    (void)state;
    for (int tabs = 1; tabs <= 2; tabs++) {
        ui_harness h;
        harness_start_folded(&h, "--at 5");
        for (int i = 0; i < tabs; i++)
            harness_key(&h, SDLK_TAB, KMOD_NONE);
        harness_type(&h, "2");
        harness_type(&h, ".");
        harness_type(&h, "5");
        assert_int_equal(harness_view(&h)->alone, VIEW_ALL);
        assert_string_equal(h.app.ui.edit.text, "2.5");
        harness_key(&h, SDLK_RETURN, KMOD_NONE);
        assert_exactly(harness_recipe(&h)->rate.first, 2.5);
        assert_int_equal(harness_recipe(&h)->batch, 0);
        harness_end(&h);
    }
    ui_harness h; /* and without a walk of the keyboard they are keys as ever */
    harness_start_folded(&h, "--at 5");
    harness_type(&h, "2");
    assert_int_equal(harness_view(&h)->alone, VIEW_WEIGHTS);
    harness_end(&h);
}

static void a_focused_number_takes_a_minus(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 5");
    for (int i = 0; i < 4; i++) /* past the rate's number, slider and best */
        harness_key(&h, SDLK_TAB, KMOD_NONE);
    harness_type(&h, "-");
    harness_type(&h, "3");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_exactly(harness_scene(&h)->init.slope, -3.0);
    assert_int_equal(harness_player(&h)->pace.interval_ms, 20); /* no slower */
    harness_end(&h);
}

/* Not only that it can be typed over. */
static void every_number_says_what_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *control, *hint;
    } numbers[] = {
        {"Learning rate/number",
         "How far a step goes for a slope of the loss of 1: click and type"},
        {"Start slope a₀/number", "How steep the line is before training: click and type"},
        {"Batch/number", "How many points each step sees: click and type"},
        {"Noise/number", "How far points are thrown above that line, at most: click and type"},
        {"steps number", "How many steps the run has: click and type"},
        {"interval number", "How long a step is shown: click and type"}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ui_harness h;
        harness_start(&h, "--at 5 --size 1280x1400");
        harness_scroll_to(&h, numbers[i].control);
        const ui_point at = harness_center(&h, numbers[i].control);
        harness_move(&h, at.x, at.y);
        harness_wait(&h, 2000);
        assert_true(harness_shows(&h, numbers[i].hint));
        harness_end(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_typed_over),
        cmocka_unit_test(letters_typed_into_a_field_are_no_commands),
        cmocka_unit_test(nonsense_is_refused_where_it_was_typed_and_kept),
        cmocka_unit_test(escape_gives_up_what_was_typed),
        cmocka_unit_test(a_click_elsewhere_takes_what_was_typed),
        cmocka_unit_test(another_field_begins_when_the_first_is_answered),
        cmocka_unit_test(leaving_nonsense_gives_the_keyboard_back_and_says_why),
        cmocka_unit_test(a_field_below_the_help_is_dead),
        cmocka_unit_test(the_caret_of_a_long_text_stays_in_sight),
        cmocka_unit_test(the_caret_moves_selects_and_erases),
        cmocka_unit_test(a_field_has_an_end),
        cmocka_unit_test(points_can_be_typed),
        cmocka_unit_test(white_space_and_a_decimal_comma_may_be_typed),
        cmocka_unit_test(a_focused_number_takes_digits),
        cmocka_unit_test(a_focused_number_takes_a_minus),
        cmocka_unit_test(every_number_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
