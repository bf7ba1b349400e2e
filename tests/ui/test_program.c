/* The program as a person meets it: what is seen, and what keys and buttons do. */
#include "cmocka_includes.h"
#include "model/player.h"
#include "ui/harness.h"

#include "cli/progress.h"
#include "screen/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORANGE = 0xffa500, BLUE = 0x1f77b4 };

static void the_line_is_blue_and_the_points_are_orange(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    const plot_frame frame = harness_data_frame(&h);
    const dh_weights line = harness_now(&h).weights;
    const double x = 0.5 * (frame.x.low + frame.x.high);
    const ui_point middle = plot_at(&frame, x, line.slope * x + line.intercept);
    assert_int_equal(harness_pixel(&h, middle.x, middle.y), BLUE);
    int orange = 0;
    for (size_t i = 0; i < harness_runs(&h)->problem.n; i++) {
        const ui_point at =
            plot_at(&frame, harness_runs(&h)->problem.x[i], harness_runs(&h)->problem.y[i]);
        orange += harness_pixel(&h, at.x, at.y) == ORANGE;
    }
    assert_true(orange > 80); /* some lie below others, below the line or below a name */
    harness_end(&h);
}

static void the_line_moves_to_where_the_weights_say(void **state)
{
    (void)state;
    ui_harness h;
    int seen = 0;
    harness_start(&h, "");
    for (int step = 0; step <= 100; step += 10) {
        const plot_frame frame = harness_data_frame(&h);
        const dh_weights line = harness_now(&h).weights;
        const ui_point at =
            plot_at(&frame, frame.x.low * 0.9, line.slope * frame.x.low * 0.9 + line.intercept);
        assert_int_equal(harness_player(&h)->playhead, step);
        if (ui_contains(frame.area, at)) {
            assert_int_equal(harness_pixel(&h, at.x, at.y), BLUE);
            seen++;
        }
        harness_wait(&h, 200);
    }
    assert_true(seen >= 10);
    harness_end(&h);
}

static void a_hundred_frames_show_a_hundred_steps(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_int_equal(harness_wait(&h, 19), 0);
    for (size_t step = 1; step <= 100; step++) {
        assert_int_equal(harness_wait(&h, 1), 1);
        assert_int_equal(harness_player(&h)->playhead, step);
        assert_int_equal(harness_wait(&h, 19), 0);
    }
    assert_false(harness_player(&h)->playing);
    harness_end(&h);
}

static void a_finished_or_paused_run_asks_for_no_time(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    assert_int_equal(player_wait(harness_player(&h), harness_runs(&h), h.now_ms), 20);
    harness_key(&h, SDLK_SPACE, 0);
    assert_int_equal(player_wait(harness_player(&h), harness_runs(&h), h.now_ms), -1);
    assert_int_equal(harness_wait(&h, 100), 0);
    harness_key(&h, SDLK_SPACE, 0);
    harness_wait(&h, 2100);
    assert_int_equal(player_wait(harness_player(&h), harness_runs(&h), h.now_ms), -1);
    assert_int_equal(harness_wait(&h, 100), 0);
    harness_end(&h);
}

static void a_slow_machine_plays_slower_and_skips_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    for (size_t step = 1; step <= 20; step++) {
        h.now_ms += 70;
        app_tick(&h.app, h.now_ms);
        assert_int_equal(harness_player(&h)->playhead, step);
    }
    harness_end(&h);
}

static void the_interval_sets_the_speed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--interval 250");
    harness_wait(&h, 1000);
    assert_int_equal(harness_player(&h)->playhead, 4);
    harness_end(&h);
}

static void the_terminal_prints_the_notebooks_losses(void **state)
{
    (void)state;
    const char *const losses[] = {"3.8033", "0.4544", "0.1692", "0.1089", "0.0950",
                                  "0.0918", "0.0911", "0.0909", "0.0908", "0.0908"};
    ui_harness h;
    harness_start(&h, "--init 1,1");
    FILE *terminal = tmpfile();
    assert_non_null(terminal);
    cli_progress progress = {0};
    progress_write(&progress, h.app.session, terminal);
    for (int i = 0; i < 2200; i++) {
        harness_wait(&h, 1);
        progress_write(&progress, h.app.session, terminal);
    }
    rewind(terminal);
    char line[64], expected[64];
    for (int i = 0; i < 10; i++) {
        snprintf(expected, sizeof expected, "step %3d  loss %s\n", 10 * i, losses[i]);
        assert_non_null(fgets(line, sizeof line, terminal));
        assert_string_equal(line, expected);
    }
    assert_null(fgets(line, sizeof line, terminal));
    fclose(terminal);
    harness_end(&h);
}

static void space_plays_and_pauses(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_SPACE, 0);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_SPACE, 0);
    assert_true(harness_player(&h)->playing);
    harness_wait(&h, 2100);
    assert_int_equal(harness_player(&h)->playhead, 100);
    harness_key(&h, SDLK_SPACE, 0); /* at the end: again from the start */
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_true(harness_player(&h)->playing);
    harness_end(&h);
}

static void stepping_keys_step_and_pause(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_s, 0);
    assert_int_equal(harness_player(&h)->playhead, 1);
    assert_false(harness_player(&h)->playing);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_int_equal(harness_player(&h)->playhead, 2);
    harness_key(&h, SDLK_LEFT, 0);
    assert_int_equal(harness_player(&h)->playhead, 1);
    harness_key(&h, SDLK_HOME, 0);
    harness_key(&h, SDLK_LEFT, 0);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_key(&h, SDLK_END, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_int_equal(harness_player(&h)->playhead, 100);
    harness_end(&h);
}

static void reset_goes_back_and_plays(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 60");
    harness_key(&h, SDLK_r, 0);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_wait(&h, 20);
    assert_int_equal(harness_player(&h)->playhead, 1);
    harness_end(&h);
}

static void new_data_come_from_the_next_seed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--seed 41");
    harness_wait(&h, 500);
    harness_key(&h, SDLK_n, 0);
    assert_true(harness_scene(&h)->problem.source.seed == 42);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_true(harness_player(&h)->playing);
    /* PyTorch's loss for seed 42 at (-1, 1), from the reference files. */
    assert_close(harness_now(&h).loss, 8.2317933314024625, 1e-9);
    harness_end(&h);
}

static void brackets_change_the_rate_there_and_back(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.112);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.1);
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.0891);
    harness_end(&h);
}

static void help_lists_every_command_and_closes(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        ui_harness h;
        harness_start(&h, "--at 3");
        if (i == 0)
            harness_key(&h, SDLK_F1, 0);
        else if (i == 1)
            harness_type(&h, "?");
        else
            harness_click_on(&h, "help");
        assert_true(harness_wishes(&h)->help);
        harness_click_on(&h, "Keys");
        for (command_id id = 0; id < COMMAND_COUNT; id++) {
            assert_true(harness_shows(&h, command_of(id)->keys));
            assert_true(harness_shows(&h, command_of(id)->help));
        }
        harness_key(&h, SDLK_ESCAPE, 0);
        assert_false(harness_wishes(&h)->help);
        assert_false(harness_shows(&h, "How to read the pictures"));
        harness_end(&h);
    }
}

/* Where a text of the help stands: the last that is drawn with these words. */
static ui_px_rect words_at(const ui_canvas *canvas, const char *words)
{
    ui_px_rect found = {0};
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        if (shape->kind == UI_SHAPE_TEXT && strlen(words) == shape->count &&
            memcmp(canvas->bytes + shape->first, words, shape->count) == 0)
            found = shape->bounds;
    }
    assert_false(ui_px_empty(found));
    return found;
}

/* Also in the smallest window: what a key does ends before the next column begins. */
static void keys_and_what_they_do_have_room_in_the_help(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 3 --size 800x560");
    harness_key(&h, SDLK_F1, 0);
    harness_click_on(&h, "Keys");
    const ui_canvas *canvas = &h.app.ui.canvas;
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        for (command_id other = 0; other < COMMAND_COUNT; other++) {
            const ui_px_rect keys = words_at(canvas, command_of(other)->keys);
            const ui_px_rect help = words_at(canvas, command_of(id)->help);
            if (!ui_px_empty(ui_px_intersection(help, keys)))
                fail_msg("'%s' meets '%s'", command_of(id)->help, command_of(other)->keys);
        }
    harness_end(&h);
}

static void help_begins_with_how_to_read_the_pictures(void **state)
{
    (void)state;
    static const char *const sizes[] = {"1280x800", "800x560"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        ui_harness h;
        char line[64];
        snprintf(line, sizeof line, "--at 3 --size %s", sizes[i]);
        harness_start(&h, line);
        harness_key(&h, SDLK_F1, 0);
        assert_true(
            harness_shows(&h, "The points: the line is to come as near to all of them as it can."));
        assert_true(harness_shows(&h, "The lowest loss there is: the best line."));
        harness_click_on(&h, "Mouse and controls");
        assert_true(harness_shows(&h, "Move a slider; Shift: ten times finer"));
        assert_false(harness_shows(&h, "The lowest loss there is: the best line."));
        harness_key(&h, SDLK_F1, 0);
        harness_key(&h, SDLK_F1, 0); /* it is still on that page */
        assert_true(harness_shows(&h, "Move a slider; Shift: ten times finer"));
        harness_end(&h);
    }
}

static void what_help_covers_cannot_be_pressed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 3");
    const ui_point slider = harness_center(&h, "Learning rate/slider");
    harness_key(&h, SDLK_F1, 0);
    harness_click(&h, slider.x, slider.y);
    assert_exactly(harness_scene(&h)->run[0].recipe.rate.first, 0.1);
    assert_false(harness_wishes(&h)->help); /* a press beside the card closes it */
    harness_end(&h);
}

static void full_screen_is_asked_for_and_left(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_F11, 0);
    assert_true(harness_wishes(&h)->full_screen);
    harness_key(&h, SDLK_ESCAPE, 0);
    assert_false(harness_wishes(&h)->full_screen);
    harness_end(&h);
}

static void q_and_ctrl_q_quit(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        ui_harness h;
        harness_start(&h, "");
        harness_key(&h, SDLK_q, i == 0 ? 0 : KMOD_LCTRL);
        assert_true(harness_wishes(&h)->quit);
        harness_end(&h);
    }
}

static void a_key_with_ctrl_or_alt_is_another_key(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_key(&h, SDLK_r, KMOD_LCTRL);
    harness_key(&h, SDLK_RIGHT, KMOD_LALT);
    assert_int_equal(harness_player(&h)->playhead, 5);
    harness_end(&h);
}

static void every_button_does_what_its_key_does(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    harness_click_on(&h, "step");
    assert_int_equal(harness_player(&h)->playhead, 51);
    harness_click_on(&h, "step back");
    harness_click_on(&h, "step back");
    assert_int_equal(harness_player(&h)->playhead, 49);
    harness_click_on(&h, "play");
    assert_true(harness_player(&h)->playing);
    harness_click_on(&h, "play");
    assert_false(harness_player(&h)->playing);
    harness_click_on(&h, "reset");
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_true(harness_player(&h)->playing);
    const uint64_t seed = harness_scene(&h)->problem.source.seed;
    harness_click_on(&h, "New data");
    assert_true(harness_scene(&h)->problem.source.seed == seed + 1);
    harness_end(&h);
}

static void a_press_that_slides_off_a_button_does_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    const ui_point at = harness_center(&h, "step");
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x, at.y - 200);
    harness_release(&h, at.x, at.y - 200);
    assert_int_equal(harness_player(&h)->playhead, 50);
    harness_end(&h);
}

static void divergence_is_said_in_the_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2 --at 30");
    assert_true(harness_shows(&h, "diverging: the learning rate 1.2 is above 1"));
    harness_end(&h);
    harness_start(&h, "--lr 1e9 --at 100");
    char expected[128];
    snprintf(expected, sizeof expected, "diverged at step %zu: the learning rate 1×10⁹ is above 1",
             harness_runs(&h)->run[0].known);
    assert_true(harness_runs(&h)->run[0].diverged);
    assert_true(harness_shows(&h, expected));
    harness_key(&h, SDLK_r, 0); /* and the program stays usable */
    harness_wait(&h, 60);
    assert_int_equal(harness_player(&h)->playhead, 3);
    harness_end(&h);
}

static void a_stable_rate_is_never_called_diverging(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.98");
    for (int i = 0; i < 100; i++) {
        harness_wait(&h, 20);
        for (size_t s = 0; s < h.app.ui.canvas.shape_count; s++)
            if (h.app.ui.canvas.shapes[s].kind == UI_SHAPE_TEXT)
                assert_null(
                    strstr(h.app.ui.canvas.bytes + h.app.ui.canvas.shapes[s].first, "diverging"));
    }
    harness_end(&h);
}

static void degenerate_data_are_explained(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 1");
    assert_true(harness_shows(&h, "one point: every line through it fits"));
    assert_false(harness_shows(&h, "best fit"));
    harness_wait(&h, 2100);
    assert_int_equal(harness_player(&h)->playhead, 100);
    harness_end(&h);
}

static void very_many_points_are_drawn_as_their_density(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 300000 --at 0");
    const plot_frame frame = harness_data_frame(&h);
    const ui_point in_the_band = plot_at(&frame, 0.55, 3 * 0.55 + 2.5);
    const ui_point beside_it = plot_at(&frame, 0.55, 3 * 0.55 + 1.7);
    const uint32_t color = harness_pixel(&h, in_the_band.x, in_the_band.y);
    assert_true(color >> 16 > 0xe0);
    assert_true((color & 0xff) < 128); /* orange has no blue */
    assert_int_equal(harness_pixel(&h, beside_it.x, beside_it.y) & 0xff, 0xff);
    harness_end(&h);
}

static void the_picture_depends_on_the_state_and_not_on_how_it_came_about(void **state)
{
    (void)state;
    ui_harness played, opened;
    harness_start(&played, "");
    harness_wait(&played, 12 * 20);
    harness_key(&played, SDLK_SPACE, 0);
    harness_start(&opened, "--at 12");
    assert_int_equal(played.app.painter.image.width, opened.app.painter.image.width);
    assert_memory_equal(played.app.painter.image.pixels, opened.app.painter.image.pixels,
                        (size_t)opened.app.painter.image.width *
                            (size_t)opened.app.painter.image.height * 4);
    harness_end(&played);
    harness_end(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_is_blue_and_the_points_are_orange),
        cmocka_unit_test(the_line_moves_to_where_the_weights_say),
        cmocka_unit_test(a_hundred_frames_show_a_hundred_steps),
        cmocka_unit_test(a_finished_or_paused_run_asks_for_no_time),
        cmocka_unit_test(a_slow_machine_plays_slower_and_skips_nothing),
        cmocka_unit_test(the_interval_sets_the_speed),
        cmocka_unit_test(the_terminal_prints_the_notebooks_losses),
        cmocka_unit_test(space_plays_and_pauses),
        cmocka_unit_test(stepping_keys_step_and_pause),
        cmocka_unit_test(reset_goes_back_and_plays),
        cmocka_unit_test(new_data_come_from_the_next_seed),
        cmocka_unit_test(brackets_change_the_rate_there_and_back),
        cmocka_unit_test(help_lists_every_command_and_closes),
        cmocka_unit_test(keys_and_what_they_do_have_room_in_the_help),
        cmocka_unit_test(help_begins_with_how_to_read_the_pictures),
        cmocka_unit_test(what_help_covers_cannot_be_pressed),
        cmocka_unit_test(full_screen_is_asked_for_and_left),
        cmocka_unit_test(q_and_ctrl_q_quit),
        cmocka_unit_test(a_key_with_ctrl_or_alt_is_another_key),
        cmocka_unit_test(every_button_does_what_its_key_does),
        cmocka_unit_test(a_press_that_slides_off_a_button_does_nothing),
        cmocka_unit_test(divergence_is_said_in_the_picture),
        cmocka_unit_test(a_stable_rate_is_never_called_diverging),
        cmocka_unit_test(degenerate_data_are_explained),
        cmocka_unit_test(very_many_points_are_drawn_as_their_density),
        cmocka_unit_test(the_picture_depends_on_the_state_and_not_on_how_it_came_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
