/* The panel: its numbers and sliders, and what it scrolls. */
#include "cmocka_includes.h"
#include "ui/harness.h"

static void a_setting_is_typed_and_checked(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --optimizer adam");
    harness_click_on(&h, "Beta 1/number");
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    harness_type(&h, "1");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_recipe(&h)->value[0], 0.9);
    assert_true(harness_shows(&h, "Type 0 or more, below 1"));
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    harness_type(&h, "0.5");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(harness_recipe(&h)->value[0], 0.5);
    assert_exactly(harness_runs(&h)->run[0].recipe.value[0], 0.5);
    harness_end(&h);
}

static void a_double_click_is_one_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 40 --lr 0.3");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_double_click(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(harness_recipe(&h)->rate.first, 0.3);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void a_slider_near_one_goes_by_nines(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --optimizer adam");
    const ui_rect slider = harness_rect(&h, "Beta 1/slider");
    const double y = slider.y + 0.5 * slider.h;
    harness_click(&h, slider.x + 0.5 * slider.w, y);
    assert_true(fabs(harness_recipe(&h)->value[0] - 0.99) < 0.002); /* half-way to 0.9999 */
    harness_press(&h, slider.x + 0.5 * slider.w, y);
    harness_move(&h, slider.x + slider.w + 50.0, y);
    harness_release(&h, slider.x + slider.w + 50.0, y);
    assert_exactly(harness_recipe(&h)->value[0], 0.9999);
    harness_press(&h, slider.x + slider.w - 2.0, y);
    harness_move(&h, slider.x - 50.0, y);
    assert_exactly(harness_recipe(&h)->value[0], 0.0);
    harness_end(&h);
}

static void the_wheel_stays_with_what_it_began_on(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 5 --size 800x560 --optimizer adam --batch 10");
    harness_key(&h, SDLK_2, KMOD_CTRL);
    harness_key(&h, SDLK_5, KMOD_CTRL);
    for (int i = 0; i < 20; i++)
        harness_wheel(&h, 4.0, 300.0, 1);
    const double y = harness_center(&h, "Batch/slider").y - 96.0;
    harness_wheel(&h, 110.0, y, -1);
    harness_wheel(&h, 110.0, y, -1);
    assert_true(ui_contains(harness_rect(&h, "Batch/slider"), (ui_point){110.0, y}));
    for (int i = 0; i < 5; i++)
        harness_wheel(&h, 110.0, y, -1); /* it has come below the pointer, others follow */
    assert_int_equal(harness_recipe(&h)->batch, 10);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    assert_true(h.app.panel.scroll.scrolled > 100.0);
    harness_scroll_to(&h, "Start intercept a₁/slider");
    const ui_point slider = harness_center(&h, "Start intercept a₁/slider");
    harness_wheel(&h, slider.x, slider.y, 1); /* it has moved: it begins anew */
    assert_true(harness_scene(&h)->init.intercept > 1.0);
    harness_end(&h);
}

static void the_wheel_scrolls_while_a_control_has_the_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    harness_key(&h, SDLK_TAB, 0);
    harness_wheel(&h, 40.0, harness_center(&h, "optimizer").y, -100);
    assert_true(harness_rect(&h, "New data").y < harness_rect(&h, "undo").y);
    harness_end(&h);
}

static void the_wheel_over_a_slider_moves_the_slider_alone(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    const ui_point slider = harness_center(&h, "Learning rate/slider");
    harness_wheel(&h, slider.x, slider.y, -1);
    assert_exactly(h.app.panel.scroll.scrolled, 0.0);
    assert_true(harness_recipe(&h)->rate.first < 0.1);
    harness_end(&h);
}

static void what_the_panel_has_no_room_for_is_scrolled_to(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    const ui_rect undo = harness_rect(&h, "undo");
    assert_true(harness_rect(&h, "New data").y > undo.y);
    const ui_point hidden = harness_center(&h, "New data");
    harness_click(&h, hidden.x, hidden.y); /* it is not there */
    assert_true(harness_scene(&h)->problem.source.seed == DH_NOTEBOOKS_SEED);
    harness_wheel(&h, 40.0, harness_center(&h, "optimizer").y, -100);
    assert_true(harness_rect(&h, "New data").y + 32.0 < undo.y);
    harness_click_on(&h, "New data");
    assert_true(harness_scene(&h)->problem.source.seed == DH_NOTEBOOKS_SEED + 1u);
    harness_wheel(&h, 40.0, 200.0, 100);
    while (h.app.ui.focus != ui_id_of("New data"))
        harness_key(&h, SDLK_TAB, 0);
    assert_true(harness_rect(&h, "New data").y + 32.0 < undo.y); /* the focus brings it into view */
    harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
    while (h.app.ui.focus != ui_id_of("Learning rate/slider"))
        harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
    assert_true(harness_rect(&h, "Learning rate/slider").y > 0.0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_setting_is_typed_and_checked),
        cmocka_unit_test(a_double_click_is_one_change),
        cmocka_unit_test(a_slider_near_one_goes_by_nines),
        cmocka_unit_test(the_wheel_stays_with_what_it_began_on),
        cmocka_unit_test(the_wheel_scrolls_while_a_control_has_the_keyboard),
        cmocka_unit_test(the_wheel_over_a_slider_moves_the_slider_alone),
        cmocka_unit_test(what_the_panel_has_no_room_for_is_scrolled_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
