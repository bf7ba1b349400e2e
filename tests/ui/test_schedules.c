/* A learning rate that changes on the way, and long runs that are gone through before they are
 * known. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ui_point mark_at(ui_harness *h, const char *name)
{
    harness_move(h, 2.0, 2.0); /* the marks are where the picture was drawn last */
    return harness_center(h, name);
}

/* How often the rate of the current run changes, and one of its changes. */
static size_t changes_of(const ui_harness *h)
{
    return dh_schedule_changes(&harness_recipe(h)->rate);
}

static dh_rate_change change_of(const ui_harness *h, size_t index)
{
    assert_true(index < changes_of(h));
    return dh_schedule_change(&harness_recipe(h)->rate, index);
}

/* Whether gradient descent has made an update with this rate. */
static bool was_made_with(const ui_harness *h, size_t update, double rate)
{
    const dh_row *row = harness_runs(h)->run[0].row;
    const dh_weights from = row[update].weights, to = row[update + 1].weights;
    const dh_weights gradient = dh_objective_at(harness_objective(h), from).gradient;
    return to.slope == from.slope - rate * gradient.slope &&
           to.intercept == from.intercept - rate * gradient.intercept;
}

static void a_change_of_the_rate_is_marked_and_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const plot_frame *loss = &h.app.pictures.frames.loss;
    const ui_point at = mark_at(&h, "rate change 1/handle");
    assert_true(fabs(at.x - plot_position(&loss->x, 50.0)) < 1.0);
    assert_true(harness_shows(&h, "0.01"));
    const double to = plot_position(&loss->x, 30.0);
    harness_press(&h, at.x, at.y);
    harness_move(&h, to, at.y + 5.0);
    assert_int_equal(change_of(&h, 0).step, 30);
    assert_true(was_made_with(&h, 29, 0.1));
    assert_true(was_made_with(&h, 30, 0.01));
    assert_int_equal(harness_player(&h)->playhead, 20);    /* what is shown stays */
    harness_move(&h, plot_position(&loss->x, 95.0), at.y); /* no farther than its neighbour */
    assert_int_equal(change_of(&h, 0).step, 79);
    harness_move(&h, loss->area.x - 50.0, at.y);
    assert_int_equal(change_of(&h, 0).step, 1);
    harness_release(&h, loss->area.x - 50.0, at.y);
    harness_key(&h, SDLK_z, KMOD_LCTRL); /* the drag was one change */
    assert_int_equal(change_of(&h, 0).step, 50);
    harness_end(&h);
}

static void marks_are_moved_and_removed_by_keys_and_by_double_click(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const ui_point second = mark_at(&h, "rate change 2/handle");
    harness_double_click(&h, second.x, second.y);
    assert_int_equal(changes_of(&h), 1);
    const ui_point first = mark_at(&h, "rate change 1/handle");
    harness_click(&h, first.x, first.y);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_int_equal(change_of(&h, 0).step, 51);
    harness_key(&h, SDLK_LEFT, KMOD_LSHIFT);
    assert_int_equal(change_of(&h, 0).step, 41);
    harness_key(&h, SDLK_DELETE, 0);
    assert_int_equal(changes_of(&h), 0);
    assert_int_equal(harness_player(&h)->playhead, 20);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(changes_of(&h), 1);
    harness_end(&h);
}

static void removing_a_mark_by_double_click_leaves_the_next(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const ui_point first = mark_at(&h, "rate change 1/handle");
    harness_click(&h, first.x, first.y);
    SDL_Event again = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 2,
                                  .x = (int)first.x,
                                  .y = (int)first.y}};
    app_event(&h.app, &again);
    harness_move(&h, first.x + 30.0, first.y); /* before the button is let go */
    harness_release(&h, first.x + 30.0, first.y);
    assert_int_equal(changes_of(&h), 1);
    assert_int_equal(change_of(&h, 0).step, 80);
    assert_int_equal(harness_player(&h)->playhead, 20);
    harness_end(&h);
}

static void a_click_on_a_mark_moves_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 1000 --lr 0.01,500:0.001 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1/handle");
    harness_click(&h, mark.x + 5.0, mark.y);
    assert_int_equal(change_of(&h, 0).step, 500);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_press(&h, mark.x + 5.0, mark.y);
    const plot_axis *steps = &h.app.pictures.frames.loss.x;
    harness_move(&h, plot_position(steps, 600.0) + 5.0,
                 mark.y); /* it keeps to where it was taken */
    assert_true(labs((long)change_of(&h, 0).step - 600) <= 3);
    harness_end(&h);
}

static void a_drag_that_ends_where_it_began_is_no_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1/handle");
    harness_press(&h, mark.x, mark.y);
    harness_move(&h, mark.x + 80.0, mark.y);
    assert_true(change_of(&h, 0).step > 50);
    harness_move(&h, mark.x, mark.y);
    harness_release(&h, mark.x, mark.y);
    assert_int_equal(change_of(&h, 0).step, 50);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_press(&h, mark.x, mark.y);
    harness_move(&h, mark.x + 40.0, mark.y);
    harness_move(&h, mark.x + 80.0, mark.y);
    assert_int_equal(harness_undo_all(&h), 1); /* in the middle it is one */
    assert_int_equal(change_of(&h, 0).step, 50);
    harness_end(&h);
}

static void a_mark_stays_within_the_run(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,150:0.001 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1/handle");
    harness_press(&h, mark.x, mark.y);
    harness_move(&h, mark.x + 900.0, mark.y);
    harness_release(&h, mark.x + 900.0, mark.y);
    assert_int_equal(change_of(&h, 0).step, 99); /* the last update of 100 */
    assert_non_null(ui_find_control(&h.app.ui, "rate change 1/handle"));
    harness_end(&h);
}

/* With every run and as many marks as have a handle, all controls are still known. */
static void many_marks_leave_every_control_its_place(void **state)
{
    (void)state;
    ui_harness h;
    char line[2048] = "--at 5 --vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --lr 0.1";
    for (int step = 1; step <= 70; step++)
        snprintf(line + strlen(line), sizeof line - strlen(line), ",%d:0.1", step);
    harness_start(&h, line);
    harness_move(&h, 2.0, 2.0);
    assert_non_null(ui_find_control(&h.app.ui, "rate change 64/handle"));
    assert_non_null(ui_find_control(&h.app.ui, "run 8/remove"));
    const ui_control *splitter = ui_find_control(&h.app.ui, "splitter");
    assert_non_null(splitter);
    assert_true(splitter->walked);
    assert_true(h.app.ui.control_count < UI_CONTROLS_MAX);
    harness_end(&h);
}

static void from_here_on_only_the_future_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    dh_row before[101];
    memcpy(before, harness_runs(&h)->run[0].row, sizeof before);
    harness_click_on(&h, "Rate from this step on");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.8 * slider.w, slider.y + 10.0);
    harness_release(&h, slider.x + 0.8 * slider.w, slider.y + 10.0);
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    assert_int_equal(changes_of(&h), 1);
    assert_int_equal(change_of(&h, 0).step, 20);
    assert_true(change_of(&h, 0).rate > 0.1);
    assert_memory_equal(before, harness_runs(&h)->run[0].row, 21 * sizeof *before);
    assert_true(before[21].loss != harness_runs(&h)->run[0].row[21].loss);
    assert_int_equal(harness_player(&h)->playhead, 20);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    harness_key(&h, SDLK_RIGHTBRACKET, 0); /* keys too, from the step that is shown now */
    assert_int_equal(changes_of(&h), 2);
    assert_int_equal(change_of(&h, 1).step, 21);
    harness_key(&h, SDLK_h, 0);
    harness_key(&h, SDLK_LEFTBRACKET, 0); /* and again the whole run, from its start */
    assert_true(harness_recipe(&h)->rate.first < 0.1);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_end(&h);
}

static void a_run_that_plays_goes_on_from_where_its_rate_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--show from-here");
    harness_wait(&h, 400);
    const size_t at = harness_player(&h)->playhead;
    assert_true(at > 10);
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_int_equal(harness_player(&h)->playhead, at);
    harness_wait(&h, 100);
    assert_int_equal(harness_player(&h)->playhead, at + 5);
    harness_end(&h);
}

static void undoing_what_is_to_come_keeps_the_place(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --show from-here");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(changes_of(&h), 1);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(changes_of(&h), 0);
    assert_int_equal(harness_player(&h)->playhead, 20);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_int_equal(changes_of(&h), 1);
    assert_int_equal(harness_player(&h)->playhead, 20);
    harness_end(&h);
}

static void after_the_last_step_there_is_nothing_to_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 100 --show from-here");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(changes_of(&h), 0);
    assert_true(harness_shows(&h, "step 100 is the last: nothing comes after it"));
    harness_end(&h);
    harness_start(&h, "--steps 300000 --points 5000 --batch 1000 --show from-here");
    harness_key(&h, SDLK_END, 0); /* which is not known yet */
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(changes_of(&h), 0);
    assert_true(harness_shows(&h, "step 300000 is the last: nothing comes after it"));
    harness_end(&h);
}

static void a_long_run_keeps_its_past_when_its_future_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 100000 --points 5000 --batch 1000 --at 90000 --show from-here");
    while (runs_busy(harness_runs(&h)))
        harness_wait(&h, 1);
    assert_int_equal(harness_player(&h)->playhead, 90000);
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.4 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.5 * slider.w, slider.y + 10.0);
    harness_release(&h, slider.x + 0.5 * slider.w, slider.y + 10.0);
    assert_int_equal(changes_of(&h), 1);
    assert_int_equal(change_of(&h, 0).step, 90000);
    assert_true(harness_runs(&h)->run[0].known > 90000);
    assert_int_equal(harness_player(&h)->playhead, 90000);
    harness_end(&h);
}

static void playing_a_long_run_backwards_begins_at_its_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 300000 --points 5000 --batch 500 --at 0");
    harness_key(&h, SDLK_b, 0);
    while (!runs_complete(harness_runs(&h)))
        harness_wait(&h, 1);
    assert_true(harness_player(&h)->playhead > 299900);
    assert_true(harness_player(&h)->playing && harness_player(&h)->backwards);
    harness_wait(&h, 100);
    assert_true(harness_player(&h)->playhead < 300000);
    harness_end(&h);
}

static void the_end_of_a_long_run_is_shown_as_soon_as_it_is_known(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 100000 --points 5000 --batch 1000");
    harness_key(&h, SDLK_END, 0);
    assert_false(runs_complete(harness_runs(&h))); /* it has not waited for all of it */
    assert_int_equal(harness_player(&h)->playhead + 1, runs_known(harness_runs(&h)));
    const size_t before = harness_player(&h)->playhead;
    harness_wait(&h, 1);
    assert_true(harness_player(&h)->playhead > before);
    assert_int_equal(harness_player(&h)->playhead + 1, runs_known(harness_runs(&h)));
    harness_key(&h, SDLK_HOME, 0);
    harness_wait(&h, 1);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_of_the_rate_is_marked_and_dragged),
        cmocka_unit_test(marks_are_moved_and_removed_by_keys_and_by_double_click),
        cmocka_unit_test(removing_a_mark_by_double_click_leaves_the_next),
        cmocka_unit_test(a_click_on_a_mark_moves_nothing),
        cmocka_unit_test(a_drag_that_ends_where_it_began_is_no_change),
        cmocka_unit_test(a_mark_stays_within_the_run),
        cmocka_unit_test(many_marks_leave_every_control_its_place),
        cmocka_unit_test(from_here_on_only_the_future_changes),
        cmocka_unit_test(a_run_that_plays_goes_on_from_where_its_rate_changes),
        cmocka_unit_test(undoing_what_is_to_come_keeps_the_place),
        cmocka_unit_test(after_the_last_step_there_is_nothing_to_change),
        cmocka_unit_test(a_long_run_keeps_its_past_when_its_future_changes),
        cmocka_unit_test(playing_a_long_run_backwards_begins_at_its_end),
        cmocka_unit_test(the_end_of_a_long_run_is_shown_as_soon_as_it_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
