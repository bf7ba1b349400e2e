/* Sliders and buttons, and the keyboard's way through the controls. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "screen/setting_slider.h"

#include <stdio.h>

/* Where a slider has a field: what is near 1 it has at the number of its nines. */
static double position_of(ui_harness *h, const model_field *field)
{
    const model_setup setup = session_setup(h->app.session);
    const double value = field_number(field, &setup);
    const bool nines = field->setting && field->setting->scale == DH_NEAR_ONE;
    return nines ? -log10(1.0 - value) : value;
}

/* Where the knob of a field's slider is. */
static ui_point knob_of(ui_harness *h, const model_field *field)
{
    char path[64];
    snprintf(path, sizeof path, "%s/slider", field->label);
    ui_slider_def slider = setting_slider(h->app.session, field);
    slider.rect = harness_rect(h, path);
    return (ui_point){ui_slider_x(&slider, position_of(h, field)),
                      slider.rect.y + 0.5 * slider.rect.h};
}

static ui_point knob(ui_harness *h, field_id id)
{
    return knob_of(h, field_of(id));
}

static void dragging_a_slider_changes_the_rate_and_restarts(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_wait(&h, 500);
    assert_int_equal(harness_player(&h)->playhead, 25);
    const ui_point at = knob(&h, FIELD_RATE);
    harness_press(&h, at.x, at.y);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first,
                   0.1); /* taking the knob moves nothing */
    harness_move(&h, at.x + 40, at.y);
    const double rate = harness_scene(&h)->run[0].recipe.rate.first;
    assert_true(rate > 0.25 && rate < 0.4);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_exactly(harness_runs(&h)->run[0].recipe.rate.first, rate);
    assert_int_equal(harness_pixel(&h, at.x + 40, at.y - 7), 0x165886); /* the knob, held */
    harness_release(&h, at.x + 40, at.y);
    harness_wait(&h, 40);
    assert_int_equal(harness_player(&h)->playhead, 2);
    harness_end(&h);
}

static void the_new_rate_is_shown_in_the_frame_of_the_drag(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, slider.x + 0.2 * slider.w, slider.y + 10);
    const model_setup setup = session_setup(h.app.session);
    assert_true(harness_shows(&h, field_shown(field_of(FIELD_RATE), &setup).text));
    assert_false(harness_shows(&h, "0.1000"));
    harness_end(&h);
}

static void both_start_sliders_move_the_start(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x + 50, at.y);
    harness_release(&h, at.x + 50, at.y);
    assert_true(harness_runs(&h)->run[0].row[0].weights.slope > 0.5);
    at = knob(&h, FIELD_INIT_INTERCEPT);
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x - 50, at.y);
    harness_release(&h, at.x - 50, at.y);
    assert_true(harness_runs(&h)->run[0].row[0].weights.intercept < -0.5);
    harness_end(&h);
}

static void a_drag_past_the_end_stops_at_the_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_press(&h, at.x, at.y);
    harness_move(&h, 5000, at.y + 300);
    assert_exactly(harness_scene(&h)->init.slope, 5.0);
    harness_move(&h, -5000, at.y);
    assert_exactly(harness_scene(&h)->init.slope, -5.0);
    harness_end(&h);
}

static void shift_makes_a_drag_ten_times_finer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    SDL_Event shift = {
        .key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_LSHIFT, .mod = KMOD_LSHIFT}}};
    harness_press(&h, at.x, at.y);
    app_event(&h.app, &shift);
    harness_move(&h, at.x + 50, at.y);
    const double moved = harness_scene(&h)->init.slope + 1.0;
    const double coarse = 50.0 / harness_rect(&h, "Start slope a₀/slider").w * 10.0;
    assert_true(fabs(moved - 0.1 * coarse) < 0.02);
    harness_end(&h);
}

static void a_double_click_restores_the_default(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.5 --init 4,4 --optimizer adam --batch 7 --beta1 0.2 --eps 0.1");
    const field_id shared[] = {FIELD_RATE, FIELD_BATCH, FIELD_INIT_SLOPE, FIELD_INIT_INTERCEPT};
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        const ui_point at = knob(&h, shared[i]);
        harness_double_click(&h, at.x, at.y);
    }
    const dh_optimizer *optimizer = dh_optimizer_at(harness_recipe(&h)->optimizer);
    assert_true(optimizer->settings >= 4);
    for (int i = 0; i < optimizer->settings; i++) {
        const model_field own = field_of_setting(optimizer, i);
        const ui_point at = knob_of(&h, &own);
        harness_double_click(&h, at.x, at.y);
    }
    const dh_recipe *recipe = &harness_scene(&h)->run[0].recipe;
    assert_int_equal(recipe->batch, 0);
    for (int i = 0; i < optimizer->settings; i++)
        assert_exactly(recipe->value[i], optimizer->setting[i].preset);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.1);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    assert_exactly(harness_scene(&h)->init.intercept, 1.0);
    harness_end(&h);
}

static void a_double_click_may_tremble(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--init 4,1");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_click(&h, at.x, at.y);
    harness_move(&h, at.x + 2, at.y);
    SDL_Event again = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 2,
                                  .x = (int)at.x + 2,
                                  .y = (int)at.y}};
    app_event(&h.app, &again);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_release(&h, at.x + 2, at.y);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_end(&h);
}

static void clicks_on_two_controls_are_no_double_click(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--init 4,4");
    const ui_point slope = knob(&h, FIELD_INIT_SLOPE);
    const ui_point intercept = knob(&h, FIELD_INIT_INTERCEPT);
    harness_click(&h, slope.x, slope.y);
    SDL_Event second = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                   .button = SDL_BUTTON_LEFT,
                                   .clicks = 2,
                                   .x = (int)intercept.x,
                                   .y = (int)intercept.y}};
    app_event(&h.app, &second);
    assert_exactly(harness_scene(&h)->init.intercept, 4.0);
    harness_end(&h);
}

static void nudges_stop_at_the_ends_and_go_the_right_way(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e-6");
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_true(harness_scene(&h)->run[0].recipe.rate.first <= 1e-6);
    harness_end(&h);
    harness_start(&h, "--lr 0");
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.0);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_true(harness_scene(&h)->run[0].recipe.rate.first > 0.0);
    for (int i = 0; i < 200; i++)
        harness_key(&h, SDLK_RIGHTBRACKET, 0);
    const double most = harness_scene(&h)->run[0].recipe.rate.first;
    assert_close(most, 3.0 * 2.0 / dh_objective_curvature(harness_objective(&h)), 0.01);
    harness_end(&h);
}

static void a_fine_wheel_adds_up_to_notches(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_move(&h, at.x, at.y);
    for (int i = 0; i < 11; i++) {
        SDL_Event part = {.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = 0.1f}};
        app_event(&h.app, &part);
    }
    assert_exactly(harness_scene(&h)->init.slope, -0.9);
    harness_wheel(&h, at.x, at.y, -3);
    assert_close(harness_scene(&h)->init.slope, -1.2, 1e-12);
    harness_end(&h);
}

static void the_wheel_and_the_arrows_nudge(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_wheel(&h, at.x, at.y, 1);
    assert_exactly(harness_scene(&h)->init.slope, -0.9);
    harness_click(&h, at.x, at.y);
    harness_key(&h, SDLK_LEFT, 0);
    harness_key(&h, SDLK_DOWN, 0);
    assert_exactly(harness_scene(&h)->init.slope, -1.1);
    harness_key(&h, SDLK_UP, KMOD_LSHIFT);
    assert_exactly(harness_scene(&h)->init.slope, -1.09);
    harness_end(&h);
}

static void escape_gives_the_arrows_back_to_the_player(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 10");
    const ui_point at = knob(&h, FIELD_INIT_SLOPE);
    harness_click(&h, at.x, at.y);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_int_equal(harness_player(&h)->playhead, 11);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_end(&h);
}

static void one_name_in_two_scopes_is_two_controls(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    assert_true(harness_rect(&h, "weights/enlarge").x > harness_rect(&h, "data/enlarge").x);
    assert_true(harness_rect(&h, "loss/enlarge").y > harness_rect(&h, "weights/enlarge").y);
    assert_null(ui_find_control(&h.app.ui, "alone"));
    harness_click_on(&h, "loss/enlarge");
    assert_int_equal(harness_view(&h)->alone, VIEW_LOSS);
    harness_click_on(&h, "loss/enlarge");
    harness_click_on(&h, "weights/enlarge");
    assert_int_equal(harness_view(&h)->alone, VIEW_WEIGHTS);
    harness_end(&h);
}

static void tab_walks_every_control_both_ways(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    ui_id order[UI_CONTROLS_MAX] = {0};
    int count = 0;
    for (int i = 0; i < h.app.ui.control_count; i++)
        if (h.app.ui.controls[i].walked)
            order[count++] = h.app.ui.controls[i].id;
    assert_true(count >= 25);
    for (int i = 0; i <= count; i++) {
        harness_key(&h, SDLK_TAB, 0);
        assert_int_equal(h.app.ui.focus, order[i % count]);
    }
    for (int i = count - 1; i >= 0; i--) {
        harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
        assert_int_equal(h.app.ui.focus, order[i]);
    }
    harness_end(&h);
}

static void focus_is_visible_and_enter_presses(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_rect help = harness_rect(&h, "help");
    const uint32_t before = harness_pixel(&h, help.x + 0.5 * help.w, help.y - 3.0);
    while (h.app.ui.focus != ui_id_of("help"))
        harness_key(&h, SDLK_TAB, 0);
    assert_int_not_equal(harness_pixel(&h, help.x + 0.5 * help.w, help.y - 3.0), before);
    harness_key(&h, SDLK_RETURN, 0);
    assert_true(harness_wishes(&h)->help);
    harness_end(&h);
}

static void the_whole_program_works_by_keyboard_alone(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_TAB, 0); /* the rate's number */
    harness_key(&h, SDLK_RETURN, 0);
    harness_type(&h, "0.5");
    harness_key(&h, SDLK_TAB, 0); /* taken; on to the slider */
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.5);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_true(harness_scene(&h)->run[0].recipe.rate.first > 0.5);
    harness_end(&h);
}

static void hovering_is_visible(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_scroll_to(&h, "New data");
    const ui_rect button = harness_rect(&h, "New data");
    const uint32_t before = harness_pixel(&h, button.x + 20, button.y + 8);
    harness_move(&h, button.x + 20, button.y + 8);
    const uint32_t hovered = harness_pixel(&h, button.x + 20, button.y + 8);
    assert_int_not_equal(hovered, before);
    harness_press(&h, button.x + 20, button.y + 8);
    assert_int_not_equal(harness_pixel(&h, button.x + 20, button.y + 8), hovered);
    harness_end(&h);
}

static void the_rates_marks_follow_the_data(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_settle(&h);
    assert_true(harness_shows(&h, "fastest 0.668: 7 steps"));
    assert_true(harness_shows(&h, "diverges above 1"));
    const ui_slider_def slider = setting_slider(h.app.session, field_of(FIELD_RATE));
    /* From the eigenvalues of the mean of [x^2, x; x, 1] over the reference points of this seed. */
    assert_close(slider.aim, 0.668, 1e-9); /* the lowest that takes 7 steps; none takes fewer */
    assert_close(slider.bad_from, 0.999994825821609, 1e-9);
    assert_true(slider.low < slider.aim && slider.bad_from < slider.high);
    harness_end(&h);
}

static void dragging_the_step_slider_shows_that_step(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_rect slider = harness_rect(&h, "step slider");
    harness_press(&h, slider.x + 0.4 * slider.w, slider.y + 10);
    assert_int_equal(harness_player(&h)->playhead, 40);
    harness_move(&h, slider.x + 2.0 * slider.w, slider.y + 10);
    assert_int_equal(harness_player(&h)->playhead, 100);
    harness_end(&h);
}

/* How far the rate is into what diverges is seen, not covered by what leads up to the knob. */
static void the_red_of_a_slider_stays_red_below_the_knobs_way(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --lr 2.9");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    const ui_color bad = h.app.ui.theme.bad_track;
    const uint32_t red = (uint32_t)bad.r << 16 | (uint32_t)bad.g << 8 | bad.b;
    assert_int_equal(harness_pixel(&h, slider.x + 0.9 * slider.w, slider.y + 0.5 * slider.h), red);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dragging_a_slider_changes_the_rate_and_restarts),
        cmocka_unit_test(the_new_rate_is_shown_in_the_frame_of_the_drag),
        cmocka_unit_test(both_start_sliders_move_the_start),
        cmocka_unit_test(a_drag_past_the_end_stops_at_the_end),
        cmocka_unit_test(shift_makes_a_drag_ten_times_finer),
        cmocka_unit_test(a_double_click_restores_the_default),
        cmocka_unit_test(a_double_click_may_tremble),
        cmocka_unit_test(clicks_on_two_controls_are_no_double_click),
        cmocka_unit_test(nudges_stop_at_the_ends_and_go_the_right_way),
        cmocka_unit_test(a_fine_wheel_adds_up_to_notches),
        cmocka_unit_test(the_wheel_and_the_arrows_nudge),
        cmocka_unit_test(escape_gives_the_arrows_back_to_the_player),
        cmocka_unit_test(one_name_in_two_scopes_is_two_controls),
        cmocka_unit_test(tab_walks_every_control_both_ways),
        cmocka_unit_test(focus_is_visible_and_enter_presses),
        cmocka_unit_test(the_whole_program_works_by_keyboard_alone),
        cmocka_unit_test(hovering_is_visible),
        cmocka_unit_test(the_rates_marks_follow_the_data),
        cmocka_unit_test(dragging_the_step_slider_shows_that_step),
        cmocka_unit_test(the_red_of_a_slider_stays_red_below_the_knobs_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
