/* Points that are added and removed in the data picture, and what tells how. */
#include "cmocka_includes.h"
#include "ui/points.h"

#include <math.h>

static void right_click(ui_harness *h, ui_point at)
{
    harness_move(h, at.x, at.y);
    const SDL_MouseButtonEvent down = {.type = SDL_MOUSEBUTTONDOWN,
                                       .button = SDL_BUTTON_RIGHT,
                                       .clicks = 1,
                                       .x = (int)lround(at.x),
                                       .y = (int)lround(at.y)};
    SDL_MouseButtonEvent up = down;
    up.type = SDL_MOUSEBUTTONUP;
    harness_send(h, (SDL_Event){.button = down});
    harness_send(h, (SDL_Event){.button = up});
}

static void a_click_on_empty_space_adds_a_point_there(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point at = empty_place(&h);
    const uint32_t before = harness_pixel(&h, at.x, at.y);
    harness_click(&h, at.x, at.y);
    assert_int_equal(problem(&h)->n, 101);
    assert_true(ui_distance(place_of(&h, 100), at) < 1.5);
    assert_int_not_equal(harness_pixel(&h, at.x, at.y), before);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_int_equal(problem(&h)->n, 100);
    harness_end(&h);
}

static void a_double_click_adds_one_point(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point at = empty_place(&h);
    harness_double_click(&h, at.x, at.y);
    assert_int_equal(problem(&h)->n, 101);
    harness_end(&h);
}

/* There the picture becomes wider with the first click, and the point is elsewhere for the second.
 */
static void a_double_click_in_the_margin_adds_one_point(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_rect area = harness_data_frame(&h).area;
    const ui_point corner = {area.x + area.w - 2.0, area.y + area.h - 2.0};
    harness_double_click(&h, corner.x, corner.y);
    assert_true(ui_distance(place_of(&h, 100), corner) > 15.0);
    assert_int_equal(problem(&h)->n, 101);
    harness_end(&h);
}

/* SDL calls the third press the second of a double click. */
static void a_quick_click_after_a_right_click_adds_a_point(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point at = empty_place(&h);
    harness_click(&h, at.x, at.y);
    right_click(&h, at);
    assert_int_equal(problem(&h)->n, 100);
    harness_send(&h, (SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN,
                                            .button = SDL_BUTTON_LEFT,
                                            .clicks = 2,
                                            .x = (int)at.x,
                                            .y = (int)at.y}});
    harness_release(&h, at.x, at.y);
    assert_int_equal(problem(&h)->n, 101);
    assert_int_equal(harness_undo_all(&h), 3);
    harness_end(&h);
}

static void a_right_click_removes_the_point_under_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const double x = problem(&h)->x[7], next = problem(&h)->x[8];
    right_click(&h, empty_place(&h));
    assert_int_equal(problem(&h)->n, 100);
    assert_false(is_given(&h));
    right_click(&h, place_of(&h, 7));
    assert_int_equal(problem(&h)->n, 99);
    assert_exactly(problem(&h)->x[7], next);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(problem(&h)->n, 100);
    assert_exactly(problem(&h)->x[7], x);
    harness_end(&h);
}

static void delete_removes_the_point_under_the_pointer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point empty = empty_place(&h), at = place_of(&h, 7);
    const double next = problem(&h)->x[8];
    harness_move(&h, empty.x, empty.y);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 100);
    harness_move(&h, at.x, at.y);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 99);
    assert_exactly(problem(&h)->x[7], next);
    harness_end(&h);
}

static void delete_in_a_number_that_is_typed_removes_no_point(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    harness_click_on(&h, "Learning rate/number");
    assert_int_not_equal(h.app.ui.edit.id, 0);
    const ui_point at = place_of(&h, 7);
    harness_move(&h, at.x, at.y);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 100);
    harness_end(&h);
}

static void the_last_point_stays(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 2 --at 5 --show edit");
    select_all(&h);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 2);
    assert_true(harness_shows(&h, "not all points can go: a line needs one to fit"));
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    right_click(&h, place_of(&h, 1));
    assert_int_equal(problem(&h)->n, 1);
    right_click(&h, place_of(&h, 0));
    assert_int_equal(problem(&h)->n, 1);
    assert_true(harness_shows(&h, "the last point stays: a line needs one to fit"));
    const ui_point from = place_of(&h, 0);
    drag(&h, from, (ui_point){from.x + 30.0, from.y + 30.0}); /* and can be moved */
    assert_string_equal(harness_error(&h), "");
    harness_end(&h);
}

static void without_edit_no_point_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_point at = place_of(&h, 7), empty = empty_place(&h);
    drag(&h, at, empty);
    harness_click(&h, empty.x, empty.y);
    right_click(&h, at);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    select_all(&h);
    assert_int_equal(selected(&h), 0);
    assert_false(is_given(&h));
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void nothing_below_the_help_is_edited(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --show edit");
    const ui_point at = place_of(&h, 7);
    harness_move(&h, at.x, at.y);
    harness_key(&h, SDLK_F1, KMOD_NONE);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    right_click(&h, at);
    assert_int_equal(problem(&h)->n, 100);
    harness_key(&h, SDLK_F1, KMOD_NONE);
    select_all(&h);
    harness_key(&h, SDLK_F1, KMOD_NONE);
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE); /* which is the help's */
    assert_false(harness_wishes(&h)->help);
    assert_int_equal(selected(&h), 100);
    harness_end(&h);
}

static void the_pointer_tells_what_the_mouse_would_do(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_point at = place_of(&h, 7), empty = empty_place(&h);
    harness_move(&h, at.x, at.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_ARROW);
    harness_key(&h, SDLK_c, KMOD_NONE);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_HAND);
    harness_move(&h, empty.x, empty.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_CROSS);
    harness_press(&h, at.x, at.y);
    harness_move(&h, empty.x, empty.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_HAND);
    harness_end(&h);
}

static void the_title_says_how_points_are_edited(void **state)
{
    (void)state;
    ui_harness h;
    const char *how = "drag, click to add, right click or Delete to remove";
    harness_start(&h, "--at 5");
    assert_false(harness_shows(&h, how));
    harness_key(&h, SDLK_c, KMOD_NONE);
    assert_true(harness_shows(&h, how));
    select_all(&h);
    assert_true(harness_shows(&h, "100 selected: drag to move, Delete to remove"));
    harness_end(&h);
}

static void points_are_edited_in_their_own_units_where_x_is_standardized(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--standardize --batch 10 --show edit,residuals,predictions --at 5");
    const ui_point from = place_of(&h, 7), to = empty_place(&h);
    harness_press(&h, from.x, from.y);
    harness_move(&h, to.x, to.y);
    assert_true(ui_distance(place_of(&h, 7), to) < 1.5);
    double sum = 0.0;
    for (size_t i = 0; i < 100; i++)
        sum += problem(&h)->input[i];
    assert_true(fabs(sum) < 1e-9); /* what is trained on has followed */
    harness_release(&h, to.x, to.y);
    harness_wait(&h, 100);
    harness_end(&h);
}

static void the_keyboard_alone_reaches_moves_adds_and_removes_points(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 4 --seed 3 --at 5 --show edit");
    const ui_id picture = ui_id_of("data picture");
    for (int i = 0; i < 60 && h.app.ui.focus != picture; i++)
        harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
    assert_int_equal(h.app.ui.focus, picture);
    size_t leftmost = 0;
    for (size_t i = 1; i < 4; i++)
        if (problem(&h)->x[i] < problem(&h)->x[leftmost])
            leftmost = i;
    for (int i = 0; i < 4; i++)
        harness_key(&h, SDLK_LEFT, KMOD_NONE);
    assert_int_equal(h.app.pictures.points.point, leftmost);
    assert_int_equal(harness_player(&h)->playhead, 5); /* the arrows are not the player's */
    const double x = problem(&h)->x[leftmost], y = problem(&h)->y[leftmost];
    harness_key(&h, SDLK_UP, KMOD_LSHIFT);
    assert_true(problem(&h)->y[leftmost] > y);
    assert_exactly(problem(&h)->x[leftmost], x);
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 5);
    assert_int_equal(h.app.pictures.points.point, 4);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 4);
    assert_int_equal(harness_undo_all(&h), 3);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_click_on_empty_space_adds_a_point_there),
        cmocka_unit_test(a_double_click_adds_one_point),
        cmocka_unit_test(a_double_click_in_the_margin_adds_one_point),
        cmocka_unit_test(a_quick_click_after_a_right_click_adds_a_point),
        cmocka_unit_test(a_right_click_removes_the_point_under_it),
        cmocka_unit_test(delete_removes_the_point_under_the_pointer),
        cmocka_unit_test(delete_in_a_number_that_is_typed_removes_no_point),
        cmocka_unit_test(the_last_point_stays),
        cmocka_unit_test(without_edit_no_point_changes),
        cmocka_unit_test(nothing_below_the_help_is_edited),
        cmocka_unit_test(the_pointer_tells_what_the_mouse_would_do),
        cmocka_unit_test(the_title_says_how_points_are_edited),
        cmocka_unit_test(points_are_edited_in_their_own_units_where_x_is_standardized),
        cmocka_unit_test(the_keyboard_alone_reaches_moves_adds_and_removes_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
