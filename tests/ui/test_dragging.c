/* Points of the data picture that are dragged, one or all that are selected. */
#include "cmocka_includes.h"
#include "ui/points.h"

#include <string.h>

static const char *origin(const ui_harness *h)
{
    return harness_scene(h)->problem.source.given->origin;
}

static uint32_t rgb(ui_color color)
{
    return (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

/* By the closed form, from the points as they are. */
static double least_squares_slope(const ui_harness *h)
{
    const dh_problem *p = problem(h);
    double mean_x = 0.0, mean_y = 0.0, xy = 0.0, xx = 0.0;
    for (size_t i = 0; i < p->n; i++) {
        mean_x += p->x[i] / (double)p->n;
        mean_y += p->y[i] / (double)p->n;
    }
    for (size_t i = 0; i < p->n; i++) {
        xy += (p->x[i] - mean_x) * (p->y[i] - mean_y);
        xx += (p->x[i] - mean_x) * (p->x[i] - mean_x);
    }
    return xy / xx;
}

static void a_dragged_point_is_under_the_pointer_in_every_frame(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7), to = empty_place(&h);
    const double loss = harness_now(&h).loss;
    harness_press(&h, from.x, from.y);
    for (int i = 1; i <= 4; i++) {
        const ui_point at = {from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4};
        harness_move(&h, at.x, at.y);
        assert_true(ui_distance(place_of(&h, 7), at) < 1.5);
        assert_int_equal(harness_pixel(&h, place_of(&h, 7).x, place_of(&h, 7).y),
                         rgb(h.app.style.point));
        assert_close(harness_objective(&h)->minimum.at.slope, least_squares_slope(&h), 1e-9);
    }
    assert_true(harness_now(&h).loss != loss);
    harness_release(&h, to.x, to.y);
    assert_int_equal(problem(&h)->n, 100);
    assert_true(is_given(&h));
    assert_string_equal(origin(&h), "edited points");
    harness_end(&h);
}

static void a_drag_along_one_axis_keeps_the_other_number_to_the_digit(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const double x = problem(&h)->x[7], y = problem(&h)->y[7];
    const ui_point from = place_of(&h, 7);
    drag(&h, from, (ui_point){from.x + 40.0, from.y});
    assert_exactly(problem(&h)->y[7], y);
    assert_true(problem(&h)->x[7] > x + 0.1);
    /* in hundredths or thousandths, which is what a pixel can tell */
    assert_close(1000.0 * problem(&h)->x[7], round(1000.0 * problem(&h)->x[7]), 1e-9);
    harness_end(&h);
}

static void one_drag_is_one_undo(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    const double x = problem(&h)->x[7];
    harness_press(&h, from.x, from.y);
    for (int i = 1; i <= 10; i++)
        harness_move(&h, from.x + 10 * i, from.y + 5 * i);
    harness_release(&h, from.x + 100, from.y + 50);
    const double moved = problem(&h)->x[7];
    assert_true(moved != x);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(problem(&h)->x[7], x);
    assert_false(is_given(&h));
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_exactly(problem(&h)->x[7], moved);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

static void a_box_selects_points_and_dragging_one_moves_them_all(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 5 --seed 3 --at 5 --show edit");
    double x[5], y[5];
    memcpy(x, problem(&h)->x, sizeof x);
    memcpy(y, problem(&h)->y, sizeof y);
    select_all(&h);
    assert_int_equal(selected(&h), 5);
    assert_int_equal(problem(&h)->n, 5);
    assert_false(is_given(&h)); /* selecting changes nothing */
    const ui_point from = place_of(&h, 2);
    const double ring = plot_point_radius(5) + h.app.style.pointed_gap;
    assert_int_equal(harness_pixel(&h, from.x + ring, from.y), rgb(h.app.style.pointed));
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 30.0, from.y - 20.0);
    harness_move(&h, from.x + 50.0, from.y - 20.0);
    for (int i = 0; i < 5; i++) {
        assert_true(problem(&h)->x[i] > x[i] + 1e-3);
        assert_close(problem(&h)->x[i] - x[i], problem(&h)->x[0] - x[0], 1e-12);
        assert_close(problem(&h)->y[i] - y[i], problem(&h)->y[0] - y[0], 1e-12);
    }
    assert_true(ui_distance(place_of(&h, 2), (ui_point){from.x + 50.0, from.y - 20.0}) < 1.5);
    harness_release(&h, from.x + 50.0, from.y - 20.0);
    assert_int_equal(selected(&h), 5);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_exactly(problem(&h)->x[4], x[4]);
    harness_end(&h);
}

static void a_box_selects_only_what_lies_in_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const plot_frame frame = harness_data_frame(&h);
    const ui_rect area = frame.area;
    const double middle = floor(area.x + 0.5 * area.w) + 0.5;
    size_t left = 0;
    for (size_t i = 0; i < 100; i++)
        left += plot_position(&frame.x, problem(&h)->x[i]) <= middle;
    drag(&h, (ui_point){middle - 0.5, area.y + area.h - 4.0},
         (ui_point){area.x + 4.0, area.y + 4.0});
    assert_int_equal(selected(&h), left);
    assert_true(left > 30 && left < 70);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 100 - left);
    assert_int_equal(selected(&h), 0);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

static void escape_or_a_click_deselects_and_does_nothing_else(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point at = empty_place(&h);
    select_all(&h);
    assert_int_equal(selected(&h), 100);
    harness_click(&h, at.x, at.y);
    assert_int_equal(selected(&h), 0);
    select_all(&h);
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    assert_int_equal(selected(&h), 0);
    assert_int_equal(problem(&h)->n, 100);
    assert_false(is_given(&h));
    harness_click(&h, at.x, at.y); /* now it adds one */
    assert_int_equal(problem(&h)->n, 101);
    harness_end(&h);
}

static void what_was_selected_is_not_when_the_points_are_others(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    select_all(&h);
    harness_key(&h, SDLK_n, KMOD_NONE);
    assert_int_equal(selected(&h), 0);
    select_all(&h);
    harness_key(&h, SDLK_c, KMOD_NONE); /* editing ends */
    harness_key(&h, SDLK_c, KMOD_NONE);
    assert_int_equal(selected(&h), 0);
    harness_end(&h);
}

static void the_axes_hold_still_until_the_point_is_let_go(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    size_t top = 0;
    for (size_t i = 1; i < 100; i++)
        if (problem(&h)->y[i] > problem(&h)->y[top])
            top = i;
    const plot_frame before = harness_data_frame(&h);
    const ui_point from = place_of(&h, top);
    harness_press(&h, from.x, from.y);
    for (int i = 1; i <= 5; i++) {
        harness_move(&h, from.x, from.y + 60.0 * i);
        const plot_frame now = harness_data_frame(&h);
        assert_exactly(now.y.high, before.y.high);
        assert_exactly(now.y.low, before.y.low);
        assert_exactly(now.x.low, before.x.low);
        assert_exactly(now.area.x, before.area.x);
    }
    harness_move(&h, from.x, before.area.y - 200.0); /* also out of the picture */
    assert_exactly(harness_data_frame(&h).y.high, before.y.high);
    assert_true(problem(&h)->y[top] > before.y.high);
    harness_release(&h, from.x, before.area.y - 200.0);
    assert_true(harness_data_frame(&h).y.high > problem(&h)->y[top]);
    assert_true(ui_contains(harness_data_frame(&h).area, place_of(&h, top)));
    harness_end(&h);
}

static void playing_waits_while_a_point_is_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 20.0, from.y);
    harness_wait(&h, 200);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_release(&h, from.x + 20.0, from.y);
    harness_wait(&h, 200);
    assert_true(harness_player(&h)->playhead > 3);
    harness_end(&h);
}

static void escape_takes_a_drag_back_as_if_it_had_not_been(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    const double x = problem(&h)->x[7];
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 50.0, from.y);
    assert_true(problem(&h)->x[7] > x);
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    assert_exactly(problem(&h)->x[7], x);
    assert_false(is_given(&h));
    assert_int_equal(harness_player(&h)->playhead, 5);
    assert_false(harness_player(&h)->playing);
    harness_move(&h, from.x + 90.0, from.y);
    harness_release(&h, from.x + 90.0, from.y);
    assert_exactly(problem(&h)->x[7], x);
    assert_int_equal(problem(&h)->n, 100);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void a_drag_ends_when_the_window_loses_the_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    const SDL_Event lost = {
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}};
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 50.0, from.y);
    const double moved = problem(&h)->x[7];
    harness_send(&h, lost);
    h.buttons = 0;
    harness_move(&h, from.x + 90.0, from.y);
    assert_exactly(problem(&h)->x[7], moved);
    harness_press(&h, empty_place(&h).x, empty_place(&h).y); /* and one that has not begun */
    harness_send(&h, lost);
    assert_int_equal(problem(&h)->n, 100);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

static void undo_in_a_drag_ends_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    const double x = problem(&h)->x[7];
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 50.0, from.y);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(problem(&h)->x[7], x);
    harness_move(&h, from.x + 70.0, from.y);
    harness_release(&h, from.x + 70.0, from.y);
    assert_exactly(problem(&h)->x[7], x);
    harness_end(&h);
}

static void a_dragged_point_tells_its_numbers(void **state)
{
    (void)state;
    ui_harness h;
    char line[64];
    harness_start(&h, "--at 5 --show edit");
    const ui_point from = place_of(&h, 7);
    harness_press(&h, from.x, from.y);
    harness_move(&h, from.x + 50.0, from.y);
    snprintf(line, sizeof line, "x           %.4f", problem(&h)->x[7]);
    assert_true(harness_shows(&h, line));
    harness_end(&h);
}

static void a_point_among_very_many_can_be_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 50000 --at 5 --show edit");
    const ui_point from = place_of(&h, 31000), to = empty_place(&h);
    harness_press(&h, from.x, from.y);
    harness_move(&h, to.x, to.y);
    const size_t point = h.app.pictures.points.point; /* several lie in that pixel */
    assert_true(ui_distance(place_of(&h, point), to) < 10.0);
    assert_int_equal(harness_pixel(&h, place_of(&h, point).x, place_of(&h, point).y),
                     rgb(h.app.style.point));
    harness_release(&h, to.x, to.y);
    assert_int_equal(problem(&h)->n, 50000);
    select_all(&h);
    assert_int_equal(selected(&h), 50000);
    harness_end(&h);
}

static void a_box_that_ends_where_another_did_selects_anew(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_rect area = ui_inset(harness_data_frame(&h).area, 3.0);
    select_all(&h);
    assert_int_equal(selected(&h), 100);
    drag(&h, empty_place(&h), (ui_point){area.x + area.w, area.y + area.h});
    assert_int_equal(selected(&h), 0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dragged_point_is_under_the_pointer_in_every_frame),
        cmocka_unit_test(a_drag_along_one_axis_keeps_the_other_number_to_the_digit),
        cmocka_unit_test(one_drag_is_one_undo),
        cmocka_unit_test(a_box_selects_points_and_dragging_one_moves_them_all),
        cmocka_unit_test(a_box_selects_only_what_lies_in_it),
        cmocka_unit_test(escape_or_a_click_deselects_and_does_nothing_else),
        cmocka_unit_test(what_was_selected_is_not_when_the_points_are_others),
        cmocka_unit_test(the_axes_hold_still_until_the_point_is_let_go),
        cmocka_unit_test(playing_waits_while_a_point_is_dragged),
        cmocka_unit_test(escape_takes_a_drag_back_as_if_it_had_not_been),
        cmocka_unit_test(a_drag_ends_when_the_window_loses_the_keyboard),
        cmocka_unit_test(undo_in_a_drag_ends_it),
        cmocka_unit_test(a_dragged_point_tells_its_numbers),
        cmocka_unit_test(a_point_among_very_many_can_be_dragged),
        cmocka_unit_test(a_box_that_ends_where_another_did_selects_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
