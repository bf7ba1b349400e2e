/* What counts as a click, a double click or a drag, and drags whose end nobody sees. */
#include "cmocka_includes.h"
#include "ui/harness.h"

/* The button goes down and up, as the given press of a row of quick ones. */
static void press_again(ui_harness *h, double x, double y, int presses)
{
    const SDL_MouseButtonEvent down = {.type = SDL_MOUSEBUTTONDOWN,
                                       .button = SDL_BUTTON_LEFT,
                                       .clicks = (uint8_t)presses,
                                       .x = (int)x,
                                       .y = (int)y};
    harness_move(h, x, y);
    harness_send(h, (SDL_Event){.button = down});
    harness_release(h, x, y);
}

static void send_window(ui_harness *h, uint8_t event)
{
    harness_send(h, (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = event}});
}

/* The pointer moves with no button held, whatever this window has been told of it. */
static void move_without_button(ui_harness *h, double x, double y)
{
    h->buttons = 0;
    harness_move(h, x, y);
}

static double slope(const ui_harness *h)
{
    return harness_scene(h)->init.slope;
}

/* Begins with a slope of 4. Returns a place on its slider that is far from the knob. */
static ui_point start_by_slider(ui_harness *h, const char *options)
{
    harness_start(h, options);
    const ui_rect slider = harness_rect(h, "Start slope a₀/slider");
    return (ui_point){slider.x + 0.25 * slider.w, slider.y + 0.5 * slider.h};
}

static void two_quick_clicks_in_two_places_are_two_clicks(void **state)
{
    (void)state;
    ui_harness h;
    const ui_point at = start_by_slider(&h, "--init 4,1");
    const double x = at.x, y = at.y;
    press_again(&h, x, y, 1);
    press_again(&h, x + 20.0, y, 2);
    assert_true(slope(&h) > -2.5 && slope(&h) < -1.0 - 1e-9);
    press_again(&h, x + 20.0, y, 3); /* this is the second in that place */
    assert_exactly(slope(&h), -1.0);
    harness_end(&h);
}

static void a_click_after_a_quick_drag_is_no_double_click(void **state)
{
    (void)state;
    ui_harness h;
    const ui_point at = start_by_slider(&h, "--init 4,1");
    const double x = at.x, y = at.y;
    harness_press(&h, x, y);
    harness_move(&h, x + 40.0, y);
    harness_move(&h, x + 2.0, y); /* also when it ends where it began */
    harness_release(&h, x + 2.0, y);
    const double dragged = slope(&h);
    press_again(&h, x + 2.0, y, 2);
    assert_exactly(slope(&h), dragged);
    harness_end(&h);
}

static void two_quick_pans_are_two_pans(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_rect area = h.app.pictures.frames.weights.area;
    const ui_point at = {area.x + 0.3 * area.w, area.y + 0.3 * area.h};
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x + 25.0, at.y);
    harness_release(&h, at.x + 25.0, at.y);
    const double low = harness_view(&h)->zoom.range.slope.low;
    assert_true(harness_view(&h)->zoom.on);
    harness_move(&h, at.x + 20.0, at.y);
    harness_send(&h, (SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN,
                                            .button = SDL_BUTTON_LEFT,
                                            .clicks = 2,
                                            .x = (int)at.x + 20,
                                            .y = (int)at.y}});
    h.buttons = SDL_BUTTON_LMASK;
    assert_true(harness_view(&h)->zoom.on);
    harness_move(&h, at.x + 45.0, at.y);
    harness_release(&h, at.x + 45.0, at.y);
    assert_true(harness_view(&h)->zoom.on);
    assert_true(harness_view(&h)->zoom.range.slope.low < low);
    harness_end(&h);
}

static void three_quick_clicks_are_one_double_click(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,30:0.05,31:0.02,32:0.01 --at 5");
    harness_move(&h, 2.0, 2.0);
    const ui_point mark = harness_center(&h, "rate change 1/handle");
    for (int presses = 1; presses <= 4; presses++)
        press_again(&h, mark.x, mark.y, presses);
    assert_int_equal(dh_schedule_changes(&harness_recipe(&h)->rate), 2);
    harness_end(&h);
}

/* The button is let go where this window is not told. */
static void a_drag_ends_with_the_button_whoever_saw_it_go(void **state)
{
    (void)state;
    const uint8_t gone[] = {SDL_WINDOWEVENT_NONE, SDL_WINDOWEVENT_LEAVE, SDL_WINDOWEVENT_HIDDEN,
                            SDL_WINDOWEVENT_MINIMIZED, SDL_WINDOWEVENT_FOCUS_LOST};
    for (size_t i = 0; i < sizeof gone; i++) {
        ui_harness h;
        const ui_point at = start_by_slider(&h, "--init 4,1");
        const double x = at.x, y = at.y;
        harness_press(&h, x, y);
        harness_move(&h, x + 20.0, y);
        const double dragged = slope(&h);
        send_window(&h, gone[i]);
        move_without_button(&h, x + 60.0, y);
        assert_exactly(slope(&h), dragged);
        assert_int_equal(h.app.ui.held, 0);
        harness_wait(&h, 60);
        assert_true(harness_player(&h)->playhead > 0); /* nothing waits for the drag to end */
        press_again(&h, x + 60.0, y, 2);               /* and the next press is one */
        assert_true(slope(&h) != dragged && slope(&h) != -1.0);
        harness_end(&h);
    }
}

static void a_drag_goes_on_outside_while_the_button_is_held(void **state)
{
    (void)state;
    ui_harness h;
    const ui_point at = start_by_slider(&h, "--init 4,1");
    const double x = at.x, y = at.y;
    harness_press(&h, x, y);
    send_window(&h, SDL_WINDOWEVENT_LEAVE);
    harness_move(&h, 5000.0, -300.0);
    assert_exactly(slope(&h), 5.0);
    harness_end(&h);
}

static void a_button_that_lost_its_press_does_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    const ui_point step = harness_center(&h, "step");
    harness_press(&h, step.x, step.y);
    move_without_button(&h, step.x + 1.0, step.y);
    assert_int_equal(harness_player(&h)->playhead, 50);
    harness_press(&h, step.x, step.y);
    send_window(&h, SDL_WINDOWEVENT_FOCUS_LOST);
    harness_release(&h, step.x, step.y);
    assert_int_equal(harness_player(&h)->playhead, 50);
    harness_click(&h, step.x, step.y);
    assert_int_equal(harness_player(&h)->playhead, 51);
    harness_end(&h);
}

static void a_press_that_follows_an_unseen_release_is_one(void **state)
{
    (void)state;
    ui_harness h;
    const ui_point at = start_by_slider(&h, "--init 4,1 --at 50");
    const ui_point step = harness_center(&h, "step");
    harness_press(&h, at.x, at.y);
    const double before = slope(&h);
    for (int i = 0; i < 2; i++)
        harness_send(&h, (SDL_Event){.button = {.type = i ? SDL_MOUSEBUTTONUP : SDL_MOUSEBUTTONDOWN,
                                                .button = SDL_BUTTON_LEFT,
                                                .clicks = 1,
                                                .x = (int)step.x,
                                                .y = (int)step.y}});
    assert_exactly(slope(&h), before);
    assert_int_equal(harness_player(&h)->playhead, 1);
    harness_end(&h);
}

/* The second click changes something else than what has come: it does not go on with it. */
static void points_that_arrive_between_two_clicks_are_an_undo_of_their_own(void **state)
{
    (void)state;
    ui_harness h;
    const ui_point at = start_by_slider(&h, "--init 4,1 --at 5");
    press_again(&h, at.x, at.y, 1);
    assert_true(session_paste(h.app.session, "1,2\n6,8\n3,3\n"));
    harness_wait(&h, 50);
    assert_int_equal(harness_runs(&h)->problem.n, 3);
    const double before = slope(&h);
    press_again(&h, at.x + 3.0, at.y, 2);
    assert_true(slope(&h) != before && slope(&h) < 0.0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(slope(&h), before);
    assert_int_equal(harness_runs(&h)->problem.n, 3);
    assert_int_equal(harness_undo_all(&h), 2);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_quick_clicks_in_two_places_are_two_clicks),
        cmocka_unit_test(a_click_after_a_quick_drag_is_no_double_click),
        cmocka_unit_test(two_quick_pans_are_two_pans),
        cmocka_unit_test(three_quick_clicks_are_one_double_click),
        cmocka_unit_test(a_drag_ends_with_the_button_whoever_saw_it_go),
        cmocka_unit_test(a_drag_goes_on_outside_while_the_button_is_held),
        cmocka_unit_test(a_button_that_lost_its_press_does_nothing),
        cmocka_unit_test(a_press_that_follows_an_unseen_release_is_one),
        cmocka_unit_test(points_that_arrive_between_two_clicks_are_an_undo_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
