/* What mouse and keyboard reach besides buttons and sliders: lists, the scroll bar, the border
 * between the pictures, the points of a picture. */
#include "cmocka_includes.h"
#include "ui/points.h"

#include <stdlib.h>
#include <string.h>

static void walk_to(ui_harness *h, const char *path)
{
    const ui_id wanted = ui_id_of(path);
    for (int i = 0; i < 200 && h->app.ui.focus != wanted; i++)
        harness_key(h, SDLK_TAB, KMOD_NONE);
    assert_int_equal(h->app.ui.focus, wanted);
}

static const char *optimizer_of(const ui_harness *h)
{
    return dh_optimizer_at(harness_recipe(h)->optimizer)->name;
}

/* The pointer goes over a row of the list that is open. */
static ui_point point_at_row(ui_harness *h, int row)
{
    const ui_list *list = &h->app.ui.list;
    const ui_point at = {list->rect.x + 30.0,
                         list->rect.y + (row + 0.5) * list->rect.h / list->count};
    harness_move(h, at.x, at.y);
    return at;
}

static void the_last_to_move_of_mouse_and_keys_marks_the_row(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    harness_click_on(&h, "optimizer");
    assert_int_equal(h.app.ui.list.at, 0); /* the one that is chosen */
    point_at_row(&h, 3);
    assert_int_equal(h.app.ui.list.at, 3);
    harness_key(&h, SDLK_DOWN, KMOD_NONE);
    harness_key(&h, SDLK_DOWN, KMOD_NONE);
    assert_int_equal(h.app.ui.list.at, 5);
    harness_key(&h, SDLK_UP, KMOD_NONE);
    assert_int_equal(h.app.ui.list.at, 4);
    point_at_row(&h, 3);
    assert_int_equal(h.app.ui.list.at, 4); /* it rests */
    point_at_row(&h, 1);
    assert_int_equal(h.app.ui.list.at, 1);
    harness_move(&h, 900.0, 20.0);
    assert_int_equal(h.app.ui.list.at, 1);
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_string_equal(optimizer_of(&h), "momentum");
    harness_end(&h);
}

static void a_list_ends_at_both_ends(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    walk_to(&h, "optimizer");
    harness_key(&h, SDLK_UP, KMOD_NONE);
    assert_string_equal(optimizer_of(&h), "gd");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    harness_key(&h, SDLK_UP, KMOD_NONE);
    assert_int_equal(h.app.ui.list.at, 0);
    const int last = h.app.ui.list.count - 1;
    for (int i = 0; i <= last; i++)
        harness_key(&h, SDLK_DOWN, KMOD_NONE);
    assert_int_equal(h.app.ui.list.at, last);
    harness_key(&h, SDLK_KP_ENTER, KMOD_NONE);
    assert_string_equal(optimizer_of(&h), "qhadam");
    harness_key(&h, SDLK_DOWN, KMOD_NONE);
    assert_string_equal(optimizer_of(&h), "qhadam");
    harness_end(&h);
}

static void a_list_is_left_without_a_choice(void **state)
{
    (void)state;
    static const SDL_Keycode keys[] = {SDLK_ESCAPE, SDLK_TAB};
    for (size_t i = 0; i < 2; i++) {
        ui_harness h;
        harness_start(&h, "--at 20");
        harness_click_on(&h, "optimizer");
        point_at_row(&h, 3);
        assert_int_equal(h.app.ui.pointer, UI_POINTER_HAND);
        harness_key(&h, keys[i], KMOD_NONE);
        assert_int_equal(h.app.ui.list.of, 0);
        assert_string_equal(optimizer_of(&h), "gd");
        harness_key(&h, SDLK_RIGHT, KMOD_NONE); /* and the keys are the player's again */
        assert_int_equal(harness_player(&h)->playhead, 21);
        harness_end(&h);
    }
}

static const ui_scroll *scroll(const ui_harness *h)
{
    return &h->app.panel.scroll;
}

static void the_scroll_bar_is_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    const ui_rect bar = harness_rect(&h, "panel scroll bar");
    const double view = harness_rect(&h, "undo").y - h.app.ui.theme.gap; /* of what scrolls */
    const double most = scroll(&h)->content - view, way = view - bar.h;
    const ui_point at = ui_center(bar);
    assert_within(bar.h / view, view / scroll(&h)->content, 0.05);
    harness_press(&h, at.x, at.y);
    assert_exactly(scroll(&h)->scrolled, 0.0); /* taking it moves nothing */
    harness_move(&h, at.x - 100.0, at.y + 0.25 * way);
    assert_within(scroll(&h)->scrolled, 0.25 * most, 0.05 * most);
    assert_within(harness_rect(&h, "panel scroll bar").y - bar.y, 0.25 * way, 2.0);
    harness_move(&h, at.x, at.y + 0.5 * way);
    assert_within(scroll(&h)->scrolled, 0.5 * most, 0.05 * most);
    harness_move(&h, at.x, at.y + 5000.0);
    const double end = scroll(&h)->scrolled;
    assert_within(end, most, 0.05 * most);
    assert_true(harness_rect(&h, "Edit points").y < view);
    harness_move(&h, at.x, at.y);
    assert_exactly(scroll(&h)->scrolled, 0.0);
    harness_move(&h, at.x, at.y + way);
    harness_release(&h, at.x, at.y + way);
    harness_move(&h, at.x, at.y);
    assert_within(scroll(&h)->scrolled, end, 6.0); /* nobody holds it any more */
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void the_scroll_bar_is_darker_under_the_pointer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560");
    const ui_rect bar = harness_rect(&h, "panel scroll bar");
    const ui_point at = ui_center(bar);
    const double x = bar.x + 4.0;
    const uint32_t rests = harness_pixel(&h, x, at.y);
    harness_move(&h, x, at.y);
    const uint32_t hovered = harness_pixel(&h, x, at.y);
    assert_int_not_equal(hovered, rests);
    harness_press(&h, x, at.y);
    harness_move(&h, x + 300.0, at.y);
    assert_int_equal(harness_pixel(&h, x, at.y), hovered);
    harness_release(&h, x + 300.0, at.y);
    assert_int_equal(harness_pixel(&h, x, at.y), rests);
    harness_end(&h);
}

static void the_keyboard_shares_the_width(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const size_t usual = harness_view(&h)->split;
    harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_int_equal(harness_player(&h)->playhead, 6); /* it is the player's key elsewhere */
    walk_to(&h, "splitter");
    harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_int_equal(harness_view(&h)->split, usual + 2);
    harness_key(&h, SDLK_LEFT, KMOD_NONE);
    assert_int_equal(harness_view(&h)->split, usual + 1);
    assert_int_equal(harness_player(&h)->playhead, 6);
    for (int i = 0; i < 60; i++)
        harness_key(&h, SDLK_LEFT, KMOD_NONE);
    assert_int_equal(harness_view(&h)->split, VIEW_SPLIT_MIN);
    for (int i = 0; i < 60; i++)
        harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_int_equal(harness_view(&h)->split, VIEW_SPLIT_MAX);
    const ui_point at = harness_center(&h, "splitter");
    harness_double_click(&h, at.x, at.y);
    assert_int_equal(harness_view(&h)->split, usual);
    const ui_rect taken = harness_rect(&h, "splitter");
    harness_press(&h, taken.x + 1.0, at.y);
    assert_int_equal(harness_view(&h)->split, usual); /* taking it moves nothing */
    harness_move(&h, taken.x - 49.0, at.y);
    assert_true(harness_view(&h)->split < usual);
    assert_within(harness_rect(&h, "splitter").x, taken.x - 50.0, 6.0);
    harness_end(&h);
}

/* The points that tests walk through: two with the same x, two with the same y. */
static const double X[] = {3.0, 1.0, 1.0, 2.0, 5.0}, Y[] = {4.0, 2.0, 7.0, 2.0, 1.0};

static size_t at_point(const ui_harness *h)
{
    return h->app.pictures.points.point;
}

static void start_among_points(ui_harness *h)
{
    harness_start(h, "--at 5 --show edit --init 0,3");
    harness_give(h, X, Y, 5);
    walk_to(h, "data picture");
}

static void arrows_walk_the_points_in_the_order_of_their_values(void **state)
{
    (void)state;
    static const size_t by_x[] = {1, 2, 3, 0, 4}, by_y[] = {4, 1, 3, 0, 2};
    ui_harness h;
    start_among_points(&h);
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_LEFT, KMOD_NONE);
    for (size_t i = 0; i < 5; i++, harness_key(&h, SDLK_RIGHT, KMOD_NONE))
        assert_int_equal(at_point(&h), by_x[i]);
    assert_int_equal(at_point(&h), by_x[4]); /* no further */
    for (size_t i = 5; i-- > 0; harness_key(&h, SDLK_LEFT, KMOD_NONE))
        assert_int_equal(at_point(&h), by_x[i]);
    assert_int_equal(at_point(&h), by_x[0]);
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_DOWN, KMOD_NONE);
    for (size_t i = 0; i < 5; i++, harness_key(&h, SDLK_UP, KMOD_NONE))
        assert_int_equal(at_point(&h), by_y[i]);
    for (size_t i = 5; i-- > 0; harness_key(&h, SDLK_DOWN, KMOD_NONE))
        assert_int_equal(at_point(&h), by_y[i]);
    assert_int_equal(harness_undo_all(&h), 1); /* that they were given; nothing was moved */
    harness_end(&h);
}

static void shift_and_an_arrow_move_the_point_a_little_that_way(void **state)
{
    (void)state;
    static const struct {
        SDL_Keycode key;
        int right, up;
    } arrows[] = {{SDLK_RIGHT, 1, 0}, {SDLK_LEFT, -1, 0}, {SDLK_UP, 0, 1}, {SDLK_DOWN, 0, -1}};
    for (size_t i = 0; i < 4; i++) {
        ui_harness h;
        start_among_points(&h);
        while (at_point(&h) != 3)
            harness_key(&h, SDLK_LEFT, KMOD_NONE);
        const ui_point before = place_of(&h, 3);
        const plot_frame frame = harness_data_frame(&h);
        harness_key(&h, arrows[i].key, KMOD_LSHIFT);
        const ui_point after = plot_at(&frame, problem(&h)->x[3], problem(&h)->y[3]);
        assert_within(after.x - before.x, 4.0 * arrows[i].right, 0.6);
        assert_within(after.y - before.y, -4.0 * arrows[i].up, 0.6);
        assert_int_equal(problem(&h)->x[3] == X[3], arrows[i].right == 0);
        assert_int_equal(problem(&h)->y[3] == Y[3], arrows[i].up == 0);
        assert_exactly(problem(&h)->x[1], X[1]);
        assert_int_equal(problem(&h)->n, 5);
        harness_end(&h);
    }
}

/* Towards the middle of the picture, at the same height; it is then the one that the keys have. */
static void enter_adds_a_point_beside_the_one_that_has_the_keyboard(void **state)
{
    (void)state;
    static const size_t beside[] = {1, 4};
    for (size_t i = 0; i < 2; i++) {
        ui_harness h;
        start_among_points(&h);
        const SDL_Keycode towards = beside[i] == 4 ? SDLK_RIGHT : SDLK_LEFT;
        for (int k = 0; k < 5; k++)
            harness_key(&h, towards, KMOD_NONE);
        assert_int_equal(at_point(&h), beside[i]);
        const ui_point from = place_of(&h, beside[i]);
        const plot_frame frame = harness_data_frame(&h);
        harness_key(&h, SDLK_RETURN, KMOD_NONE);
        assert_int_equal(problem(&h)->n, 6);
        assert_int_equal(at_point(&h), 5);
        const ui_point at = plot_at(&frame, problem(&h)->x[5], problem(&h)->y[5]);
        assert_within(at.x - from.x, beside[i] == 4 ? -16.0 : 16.0, 0.6);
        assert_within(at.y, from.y, 0.6);
        harness_key(&h, SDLK_BACKSPACE, KMOD_NONE);
        assert_int_equal(problem(&h)->n, 5);
        assert_exactly(problem(&h)->x[4], X[4]);
        harness_end(&h);
    }
}

static void the_point_that_has_the_keyboard_tells_its_numbers(void **state)
{
    (void)state;
    ui_harness h;
    start_among_points(&h);
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_true(harness_shows(&h, "x           5.0000"));
    harness_key(&h, SDLK_LEFT, KMOD_NONE);
    assert_true(harness_shows(&h, "x           3.0000"));
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE);
    assert_false(harness_shows(&h, "x           3.0000"));
    harness_end(&h);
}

/* A file may come while the keyboard is at a point that the new ones lack. */
static void the_keyboard_is_at_the_last_point_where_there_are_fewer(void **state)
{
    (void)state;
    ui_harness h;
    start_among_points(&h);
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_RIGHT, KMOD_NONE);
    assert_int_equal(at_point(&h), 4);
    harness_give(&h, X, Y, 2);
    assert_int_equal(at_point(&h), 1);
    harness_key(&h, SDLK_DELETE, KMOD_NONE);
    assert_int_equal(problem(&h)->n, 1);
    assert_exactly(problem(&h)->x[0], X[0]);
    assert_int_equal(at_point(&h), 0);
    harness_end(&h);
}

static void what_means_nothing_draws_nothing(void **state)
{
    (void)state;
    static const SDL_Event events[] = {
        {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_MOVED}},
        {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_ENTER}},
        {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_SHOWN}},
        {.type = SDL_KEYMAPCHANGED},
        {.type = SDL_CLIPBOARDUPDATE},
        {.type = SDL_USEREVENT},
        {.type = SDL_FINGERMOTION},
        {.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_X1}},
        {.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_RIGHT}},
        {.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_MIDDLE}},
    };
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_move(&h, 300.0, 300.0);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        SDL_Event event = events[i];
        app_event(&h.app, &event);
        if (h.app.stale)
            fail_msg("event %d is drawn", (int)i);
    }
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_to_move_of_mouse_and_keys_marks_the_row),
        cmocka_unit_test(a_list_ends_at_both_ends),
        cmocka_unit_test(a_list_is_left_without_a_choice),
        cmocka_unit_test(the_scroll_bar_is_dragged),
        cmocka_unit_test(the_scroll_bar_is_darker_under_the_pointer),
        cmocka_unit_test(the_keyboard_shares_the_width),
        cmocka_unit_test(arrows_walk_the_points_in_the_order_of_their_values),
        cmocka_unit_test(shift_and_an_arrow_move_the_point_a_little_that_way),
        cmocka_unit_test(enter_adds_a_point_beside_the_one_that_has_the_keyboard),
        cmocka_unit_test(the_point_that_has_the_keyboard_tells_its_numbers),
        cmocka_unit_test(the_keyboard_is_at_the_last_point_where_there_are_fewer),
        cmocka_unit_test(what_means_nothing_draws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
