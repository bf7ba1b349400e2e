/* Views, themes and sizes, undo and redo, and the command line that brings all of it back. */
#include "cmocka_includes.h"
#include "screen/commands.h"
#include "ui/harness.h"

#include "cli/parse.h"
#include "model/undo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void the_views_switch_by_key_and_by_mouse(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_key(&h, SDLK_l, 0);
    assert_false(h.app.pictures.frames.loss.y.logarithmic);
    harness_click_on(&h, "loss/linear");
    assert_true(h.app.pictures.frames.loss.y.logarithmic);
    harness_key(&h, SDLK_e, 0);
    assert_true(harness_shows(&h, "mean of the squared residuals 2.8766") ||
                harness_view(&h)->residuals);
    harness_click_on(&h, "data/residuals");
    assert_false(harness_view(&h)->residuals);
    harness_key(&h, SDLK_w, 0);
    assert_true(harness_view(&h)->slices);
    harness_click_on(&h, "weights/slices");
    harness_key(&h, SDLK_g, 0);
    assert_true(harness_view(&h)->gradient);
    harness_click_on(&h, "explain");
    assert_false(harness_view(&h)->gradient);
    harness_key(&h, SDLK_2, 0);
    assert_true(h.app.pictures.frames.weights.area.w > 700.0);
    assert_false(harness_shows(&h, "best fit"));
    harness_key(&h, SDLK_2, 0);
    assert_true(harness_shows(&h, "best fit"));
    harness_end(&h);
}

static void the_splitter_shares_the_width(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_rect splitter = harness_rect(&h, "splitter");
    const double before = h.app.pictures.frames.data.area.w;
    harness_press(&h, splitter.x + 10, 300);
    harness_move(&h, splitter.x - 90, 300);
    assert_true(fabs(before - h.app.pictures.frames.data.area.w - 100.0) < 8.0);
    harness_move(&h, -2000, 300);
    assert_int_equal(harness_view(&h)->split, 35);
    harness_release(&h, 0, 300);
    harness_end(&h);
}

static void undo_and_redo_give_bit_equal_runs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    static dh_row first[101], second[101];
    memcpy(first, harness_runs(&h)->run[0].row, sizeof first);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_n, 0);
    memcpy(second, harness_runs(&h)->run[0].row, sizeof second);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(harness_runs(&h)->run[0].row, first, sizeof first);
    harness_key(&h, SDLK_z, KMOD_LCTRL); /* nothing is left to undo */
    assert_memory_equal(harness_runs(&h)->run[0].row, first, sizeof first);
    harness_key(&h, SDLK_z, KMOD_LCTRL | KMOD_LSHIFT);
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_memory_equal(harness_runs(&h)->run[0].row, second, sizeof second);
    harness_end(&h);
}

/* The oldest changes are forgotten, and what is not can be done again. */
static void so_many_changes_can_be_undone_and_no_more(void **state)
{
    (void)state;
    const uint64_t limit = UNDO_SCENES - 1, more = 20;
    ui_harness h;
    harness_start(&h, "--seed 0 --steps 1 --points 3");
    for (uint64_t i = 0; i < limit + more; i++)
        harness_key(&h, SDLK_n, 0);
    assert_int_equal(harness_undo_all(&h), limit);
    assert_true(harness_scene(&h)->problem.source.seed == more);
    assert_int_equal(harness_redo_all(&h), limit);
    assert_true(harness_scene(&h)->problem.source.seed == limit + more);
    assert_int_equal(harness_undo_all(&h), limit);
    harness_key(&h, SDLK_n, 0); /* what could be done again is forgotten */
    assert_int_equal(harness_redo_all(&h), 0);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_true(harness_scene(&h)->problem.source.seed == more);
    harness_end(&h);
}

static void a_drag_is_undone_as_one(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_rect slider = harness_rect(&h, "Start slope a₀/slider");
    harness_press(&h, slider.x + 0.4 * slider.w, slider.y + 10);
    for (int i = 0; i < 20; i++)
        harness_move(&h, slider.x + 0.4 * slider.w + 5 * i, slider.y + 10);
    harness_release(&h, slider.x + 0.4 * slider.w + 95, slider.y + 10);
    assert_true(harness_scene(&h)->init.slope > 1.0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_end(&h);
}

static void an_undo_in_the_middle_of_a_drag_keeps_the_history_whole(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_n, 0);
    const uint64_t seed = harness_scene(&h)->problem.source.seed;
    const ui_rect slider = harness_rect(&h, "Start slope a₀/slider");
    harness_press(&h, slider.x + 0.4 * slider.w, slider.y + 10);
    harness_move(&h, slider.x + 0.6 * slider.w, slider.y + 10);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_move(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    harness_release(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_true(harness_scene(&h)->problem.source.seed == seed);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_end(&h);
}

static void typing_the_same_number_changes_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 30");
    harness_click_on(&h, "Points/number");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(harness_player(&h)->playhead, 30);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void larger_stops_where_the_controls_would_have_no_room(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    for (int i = 0; i < 20; i++)
        harness_key(&h, SDLK_EQUALS, KMOD_LCTRL);
    assert_true(ui_canvas_rect(&h.app.ui.canvas).w >= 800.0 - 1e-9);
    assert_true(ui_canvas_rect(&h.app.ui.canvas).h >= 560.0 - 1e-9);
    cli_options options = options_default();
    char *word[SPLIT_WORDS];
    char *copy = app_command_line(&h.app);
    dh_error error = {.text = ""};
    if (!options_parse(&options, split_line(copy + 9, word), word, &error))
        fail_msg("%s", error.text);
    options_free(&options);
    free(copy);
    harness_end(&h);
}

static void a_shortcut_types_no_symbol(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    SDL_Event down = {
        .key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_EQUALS, .mod = KMOD_LCTRL}}};
    app_event(&h.app, &down);
    harness_type(&h, "="); /* as X11 sends it */
    assert_int_equal(harness_player(&h)->pace.interval_ms, 20);
    assert_true(h.app.ui.canvas.scale > 1.0);
    harness_key(&h, SDLK_0, KMOD_LCTRL);
    harness_key(&h, SDLK_EQUALS, KMOD_LCTRL | KMOD_LSHIFT); /* Ctrl+Plus on many keyboards */
    assert_true(h.app.ui.canvas.scale > 1.0);
    harness_end(&h);
}

static void theme_and_size_change_by_key(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    assert_int_equal(harness_pixel(&h, 640, 8), 0xffffff);
    harness_key(&h, SDLK_t, 0);
    assert_int_equal(harness_pixel(&h, 640, 8), 0x14181d);
    const double panel = harness_rect(&h, "New data").w * h.app.ui.canvas.scale;
    harness_key(&h, SDLK_EQUALS, KMOD_LCTRL);
    assert_true(h.app.ui.canvas.scale > 1.05);
    assert_true(harness_rect(&h, "New data").w * h.app.ui.canvas.scale != panel);
    harness_key(&h, SDLK_0, KMOD_LCTRL);
    assert_exactly(h.app.ui.canvas.scale, 1.0);
    harness_end(&h);
}

/* Whatever was done, the copied command shows it again, to the last bit of the picture. */
static void compare_with_copy(ui_harness *h)
{
    harness_move(h, 2, 400); /* nothing is pointed at */
    SDL_Event leave = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_LEAVE}};
    app_event(&h->app, &leave);
    harness_key(h, SDLK_ESCAPE, 0);
    harness_settle(h);
    char *copy = app_command_line(&h->app);
    assert_int_equal(strncmp(copy, "downhill ", 9), 0);
    ui_harness again;
    harness_start(&again, copy + 9);
    harness_settle(&again);
    const ui_image *a = &h->app.painter.image, *b = &again.app.painter.image;
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    if (memcmp(a->pixels, b->pixels, (size_t)a->width * (size_t)a->height * 4) != 0)
        fail_msg("another picture: %s", copy);
    harness_end(&again);
    free(copy);
}

static void the_copied_command_line_has_every_run(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --optimizer momentum --momentum 0.8 --lr 0.05,60:0.01 --batch 20");
    harness_key(&h, SDLK_k, 0);
    harness_key(&h, SDLK_o, 0);
    harness_key(&h, SDLK_k, 0);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_k, 0);
    harness_key(&h, SDLK_COMMA, 0);
    harness_key(&h, SDLK_END, 0);
    compare_with_copy(&h);
    harness_click_on(&h, "run 2/remove"); /* the others keep their colors */
    harness_click_on(&h, "run 3/hide");
    harness_click_on(&h, "run 2/name");
    harness_type(&h, "it's $HOME \"&\" more");
    harness_key(&h, SDLK_RETURN, 0);
    harness_click_on(&h, "run 1/name");
    harness_type(&h, "the current one");
    harness_key(&h, SDLK_RETURN, 0);
    compare_with_copy(&h);
    harness_key(&h, SDLK_h, 0);
    harness_key(&h, SDLK_v, 0);
    harness_key(&h, SDLK_p, 0);
    harness_key(&h, SDLK_2, 0);
    compare_with_copy(&h);
    harness_end(&h);
    harness_start(&h, "--at 30");
    harness_key(&h, SDLK_a, 0);
    harness_wait(&h, 300);
    harness_key(&h, SDLK_SPACE, 0);
    compare_with_copy(&h);
    harness_end(&h);
}

static void the_copied_command_line_reproduces_the_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    char *copy = app_command_line(&h.app);
    assert_string_equal(copy, "downhill --at 12");
    free(copy);
    compare_with_copy(&h);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_n, 0);
    harness_key(&h, SDLK_t, 0);
    harness_key(&h, SDLK_e, 0);
    harness_key(&h, SDLK_l, 0);
    harness_key(&h, SDLK_m, 0);
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_wheel(&h, area.x + 50, area.y + 60, 2);
    const ui_rect splitter = harness_rect(&h, "splitter");
    harness_press(&h, splitter.x + 5, 300);
    harness_move(&h, splitter.x - 60, 300);
    harness_release(&h, splitter.x - 60, 300);
    harness_wait(&h, 333);
    harness_key(&h, SDLK_SPACE, 0);
    compare_with_copy(&h);
    harness_key(&h, SDLK_3, 0);
    harness_key(&h, SDLK_g, 0);
    harness_key(&h, SDLK_g, 0);
    harness_key(&h, SDLK_3, 0);
    harness_key(&h, SDLK_w, 0);
    compare_with_copy(&h);
    harness_end(&h);
    harness_start(&h, "--size 800x560 --scale 1.5 --points 37 --true -1,0.25 --noise 0.125 --at 3");
    compare_with_copy(&h);
    harness_end(&h);
}

static void a_hint_comes_when_the_pointer_rests(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_point at = harness_center(&h, "play");
    harness_move(&h, at.x, at.y);
    assert_false(harness_shows(&h, "Play or pause (Space)"));
    assert_true(app_wait(&h.app, h.now_ms) > 0);
    harness_wait(&h, 700);
    assert_true(harness_shows(&h, "Play or pause (Space)"));
    assert_int_equal(app_wait(&h.app, h.now_ms), -1);
    harness_move(&h, 640, 300);
    assert_false(harness_shows(&h, "Play or pause (Space)"));
    harness_end(&h);
}

static void who_uses_a_control_gets_no_hint(void **state)
{
    (void)state;
    static const char hint[] =
        "How far an update goes. Theory: long-run best 0.739, stable below 1";
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_point slider = harness_center(&h, "Learning rate/slider");
    harness_click(&h, slider.x, slider.y);
    harness_move(&h, slider.x + 1.0, slider.y);
    harness_wait(&h, 1000);
    assert_false(harness_shows(&h, hint)); /* it would cover what its marks mean */
    harness_move(&h, slider.x, slider.y + 60.0);
    harness_move(&h, slider.x, slider.y);
    harness_wait(&h, 1000);
    assert_true(harness_shows(&h, hint));
    harness_end(&h);
}

/* Every picture has a height in which it can be read, whatever the optimizer has to tell; and it is
 * said where that went. */
static void pictures_stay_readable_in_the_smallest_window(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "--size 800x560 --at 12 --optimizer adam --show slices,residuals,gradient",
        "--size 800x560 --at 12 --optimizer qhadam --show gradient",
        "--size 800x560 --at 12 --optimizer momentum --vs lr=0.3 --show gradient",
        "--size 1024x768 --at 12 --optimizer adam --vs lr=0.3 --vs lr=0.5"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start_folded(&h, lines[i]);
        assert_true(h.app.pictures.frames.data.area.h >= 130.0);
        assert_true(h.app.pictures.frames.loss.area.h >= 40.0);
        if (i < 2)
            assert_true(harness_shows(&h, "more of it in a higher window"));
        harness_end(&h);
    }
}

static void a_size_that_does_not_fit_is_refused_in_words(void **state)
{
    (void)state;
    static const char why[] = "this is as large as fits the window";
    ui_harness h;
    harness_start(&h, "--at 5 --size 1280x800");
    for (int i = 0; i < 3; i++)
        harness_key(&h, SDLK_EQUALS, KMOD_LCTRL | KMOD_LSHIFT);
    while (!harness_shows(&h, why) && h.app.ui.canvas.scale < 4.0)
        harness_key(&h, SDLK_EQUALS, KMOD_LCTRL | KMOD_LSHIFT);
    assert_true(harness_shows(&h, why));
    assert_true(h.app.ui.canvas.scale > 1.2);
    harness_key(&h, SDLK_0, KMOD_LCTRL);
    assert_false(harness_shows(&h, why));
    harness_end(&h);
}

/* By its command a switch is another, and after as many as there are the first again. Only the
 * command line tells all of them. */
static void every_switch_comes_round_again(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --batch 10 --standardize --optimizer adam");
    for (command_id id = 0; id < COMMAND_COUNT; id++) {
        if (command_of(id)->run)
            continue;
        char *before = app_command_line(&h.app);
        const int ways = id == COMMAND_REPEAT ? 3 : 2;
        for (int i = 1; i <= ways; i++) {
            command_run(id, h.app.session);
            char *line = app_command_line(&h.app);
            if ((strcmp(line, before) == 0) != (i == ways))
                fail_msg("%s, %d times: %s", command_of(id)->keys, i, line);
            free(line);
        }
        free(before);
    }
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_views_switch_by_key_and_by_mouse),
        cmocka_unit_test(the_splitter_shares_the_width),
        cmocka_unit_test(undo_and_redo_give_bit_equal_runs),
        cmocka_unit_test(so_many_changes_can_be_undone_and_no_more),
        cmocka_unit_test(a_drag_is_undone_as_one),
        cmocka_unit_test(an_undo_in_the_middle_of_a_drag_keeps_the_history_whole),
        cmocka_unit_test(typing_the_same_number_changes_nothing),
        cmocka_unit_test(larger_stops_where_the_controls_would_have_no_room),
        cmocka_unit_test(a_shortcut_types_no_symbol),
        cmocka_unit_test(theme_and_size_change_by_key),
        cmocka_unit_test(the_copied_command_line_reproduces_the_picture),
        cmocka_unit_test(the_copied_command_line_has_every_run),
        cmocka_unit_test(a_hint_comes_when_the_pointer_rests),
        cmocka_unit_test(who_uses_a_control_gets_no_hint),
        cmocka_unit_test(pictures_stay_readable_in_the_smallest_window),
        cmocka_unit_test(a_size_that_does_not_fit_is_refused_in_words),
        cmocka_unit_test(every_switch_comes_round_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
