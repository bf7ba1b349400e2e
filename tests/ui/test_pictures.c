/* What the mouse does in the pictures, and that they show one and the same run. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "app/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ui_point on_path(ui_harness *h, size_t step)
{
    const dh_weights w = h->app.session.run.row[step].weights;
    return plot_at(&h->app.pictures.weights, w.slope, w.intercept);
}

static void dragging_the_start_changes_everything_in_that_frame(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_point start = on_path(&h, 0);
    const plot_frame before = h.app.pictures.weights;
    harness_press(&h, start.x, start.y);
    harness_move(&h, start.x + 60, start.y + 40);
    const dh_weights init = h.app.session.config.init;
    assert_true(init.slope > -0.5 && init.intercept < 0.8);
    assert_int_equal(h.app.session.playhead, 0);
    /* The range stays while the start is held, so the handle is where the mouse is. */
    assert_exactly(h.app.pictures.weights.x.low, before.x.low);
    const ui_point handle = on_path(&h, 0);
    assert_true(hypot(handle.x - start.x - 60, handle.y - start.y - 40) < 1.5);
    /* The line in the data picture is the new start's, in the same frame. */
    const plot_frame data = h.app.pictures.data;
    const ui_point on_line = plot_at(&data, 0.95, init.slope * 0.95 + init.intercept);
    assert_int_equal(harness_pixel(&h, on_line.x, on_line.y), 0x1f77b4);
    harness_wait(&h, 100);
    assert_int_equal(h.app.session.playhead, 0); /* held: it waits */
    harness_release(&h, start.x + 60, start.y + 40);
    harness_wait(&h, 60);
    assert_true(h.app.session.playhead >= 2);
    harness_end(&h);
}

static void dragging_the_rate_shows_the_whole_new_path_at_once(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect slider = harness_rect(&h, "learning rate slider");
    harness_press(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    assert_int_equal(h.app.session.playhead, 0);
    assert_int_equal(h.app.session.run.known, 101);
    /* Far along the new path there is a mark between the contours: the path ahead. */
    const ui_point at = on_path(&h, 2);
    const ui_point from = on_path(&h, 1);
    const uint32_t color = harness_pixel(&h, 0.5 * (at.x + from.x), 0.5 * (at.y + from.y));
    for (int shift = 0; shift < 24; shift += 8)
        assert_true(abs((int)(color >> shift & 0xff) - (0x346896 >> shift & 0xff)) < 16);
    harness_end(&h);
}

static void a_click_in_the_weights_moves_the_start_there(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const plot_frame frame = h.app.pictures.weights;
    const ui_point at = plot_at(&frame, 2.0, 0.5);
    harness_click(&h, at.x, at.y);
    assert_true(fabs(h.app.session.config.init.slope - 2.0) < 0.03);
    assert_true(fabs(h.app.session.config.init.intercept - 0.5) < 0.03);
    assert_true(h.app.session.playing);
    harness_end(&h);
}

static void zooming_keeps_the_point_under_the_pointer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect area = h.app.pictures.weights.area;
    const ui_point mouse = {floor(area.x + 0.3 * area.w), floor(area.y + 0.4 * area.h)};
    const double slope = plot_value(&h.app.pictures.weights.x, mouse.x);
    const double intercept = plot_value(&h.app.pictures.weights.y, mouse.y);
    const double width = h.app.pictures.weights.x.high - h.app.pictures.weights.x.low;
    harness_wheel(&h, mouse.x, mouse.y, 3);
    const plot_frame zoomed = h.app.pictures.weights;
    const ui_point now = plot_at(&zoomed, slope, intercept);
    assert_true(hypot(now.x - mouse.x, now.y - mouse.y) < 6.0); /* numbers beside it may widen */
    assert_true(zoomed.x.high - zoomed.x.low < 0.65 * width);
    harness_double_click(&h, mouse.x, mouse.y);
    assert_false(h.app.session.view.zoomed);
    assert_exactly(h.app.session.config.init.slope, -1.0); /* no click was meant */
    harness_end(&h);
}

static void dragging_the_background_pans(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const plot_frame before = h.app.pictures.weights;
    const ui_point at = {before.area.x + 40, before.area.y + before.area.h - 30};
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x + 50, at.y - 20);
    harness_release(&h, at.x + 50, at.y - 20);
    const plot_frame after = h.app.pictures.weights;
    assert_close(before.x.low - after.x.low, 50 * (before.x.high - before.x.low) / before.area.w,
                 0.05);
    assert_exactly(h.app.session.config.init.slope, -1.0);
    harness_end(&h);
}

static void pressing_and_dragging_in_the_loss_picture_scrubs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0");
    const plot_frame frame = h.app.pictures.loss;
    harness_press(&h, plot_position(&frame.x, 40), frame.area.y + 20);
    assert_int_equal(h.app.session.playhead, 40);
    harness_move(&h, plot_position(&frame.x, 73), frame.area.y + 20);
    assert_int_equal(h.app.session.playhead, 73);
    harness_move(&h, frame.area.x - 100, frame.area.y + 20);
    assert_int_equal(h.app.session.playhead, 0);
    harness_end(&h);
}

static void pointing_at_a_step_marks_it_in_every_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 60");
    ui_point at = on_path(&h, 4);
    for (int from_loss = 0; from_loss < 2; from_loss++) {
        if (from_loss)
            at = (ui_point){plot_position(&h.app.pictures.loss.x, 4),
                            h.app.pictures.loss.area.y + 9};
        harness_move(&h, at.x, at.y);
        assert_true(h.app.pictures.marked);
        assert_int_equal(h.app.pictures.mark, 4);
        assert_true(harness_shows(&h, "step      4"));
        const dh_step row = h.app.session.run.row[4];
        const plot_frame data = h.app.pictures.data, loss = h.app.pictures.loss;
        const ui_point line =
            plot_at(&data, -0.97, row.weights.slope * -0.97 + row.weights.intercept);
        assert_int_equal(harness_pixel(&h, line.x, line.y), 0xd55e00);
        const ui_point curve = plot_at(&loss, 4, row.loss);
        assert_int_equal(harness_pixel(&h, curve.x, curve.y - 8.5), 0xd55e00);
        const ui_point path = on_path(&h, 4);
        assert_int_equal(harness_pixel(&h, path.x - 8.5, path.y), 0xd55e00);
    }
    harness_move(&h, 5, 500);
    assert_false(h.app.pictures.marked);
    harness_end(&h);
}

static void pointing_at_a_point_tells_its_share_of_the_loss(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 4 --at 0");
    const dh_data *data = &h.app.session.data;
    const ui_point at = plot_at(&h.app.pictures.data, data->x[0], data->y[0]);
    harness_move(&h, at.x, at.y);
    double total = 0.0, own = 0.0;
    for (size_t i = 0; i < data->n; i++) {
        const double residual = data->y[i] - (-1.0 * data->x[i] + 1.0);
        total += residual * residual;
        own = i == 0 ? residual * residual : own;
    }
    char expected[64];
    snprintf(expected, sizeof expected, "of the loss %.2f %%", 100.0 * own / total);
    assert_true(harness_shows(&h, expected));
    harness_end(&h);
}

static void the_views_switch_by_key_and_by_mouse(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_key(&h, SDLK_l, 0);
    assert_false(h.app.pictures.loss.y.logarithmic);
    harness_click_on(&h, "linear");
    assert_true(h.app.pictures.loss.y.logarithmic);
    harness_key(&h, SDLK_e, 0);
    assert_true(harness_shows(&h, "mean of the squared residuals 2.8766") ||
                h.app.session.view.residuals);
    harness_click_on(&h, "residuals");
    assert_false(h.app.session.view.residuals);
    harness_key(&h, SDLK_w, 0);
    assert_true(h.app.session.view.slices);
    harness_click_on(&h, "slices");
    harness_key(&h, SDLK_g, 0);
    assert_true(h.app.session.view.gradient);
    harness_click_on(&h, "gradient?");
    assert_false(h.app.session.view.gradient);
    harness_key(&h, SDLK_2, 0);
    assert_true(h.app.pictures.weights.area.w > 700.0);
    assert_false(harness_shows(&h, "Data and the fitted line"));
    harness_key(&h, SDLK_2, 0);
    assert_true(harness_shows(&h, "Data and the fitted line"));
    harness_end(&h);
}

static void slices_show_the_gradients_components(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show slices");
    assert_true(
        harness_shows(&h, "tangent −1.1835")); /* as in the update strip's source, PyTorch */
    assert_true(harness_shows(&h, "tangent −0.2037"));
    harness_end(&h);
}

static void the_splitter_shares_the_width(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    const ui_rect splitter = harness_rect(&h, "splitter");
    const double before = h.app.pictures.data.area.w;
    harness_press(&h, splitter.x + 10, 300);
    harness_move(&h, splitter.x - 90, 300);
    assert_true(fabs(before - h.app.pictures.data.area.w - 100.0) < 8.0);
    harness_move(&h, -2000, 300);
    assert_exactly(h.app.session.view.split, 0.35);
    harness_release(&h, 0, 300);
    harness_end(&h);
}

static void after_a_divergence_the_loss_stays_readable(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e9 --show linear --at 2");
    const plot_axis axis = h.app.pictures.loss.y;
    assert_true(axis.high < 20.0 * h.app.session.run.row[0].loss);
    harness_key(&h, SDLK_l, 0);
    assert_true(h.app.pictures.loss.y.logarithmic);
    assert_true(isfinite(h.app.pictures.loss.y.high));
    harness_end(&h);
}

static void undo_and_redo_give_bit_equal_runs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    static dh_step first[101], second[101];
    memcpy(first, h.app.session.run.row, sizeof first);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_n, 0);
    memcpy(second, h.app.session.run.row, sizeof second);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(h.app.session.run.row, first, sizeof first);
    harness_key(&h, SDLK_z, KMOD_LCTRL); /* nothing is left to undo */
    assert_memory_equal(h.app.session.run.row, first, sizeof first);
    harness_key(&h, SDLK_z, KMOD_LCTRL | KMOD_LSHIFT);
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_memory_equal(h.app.session.run.row, second, sizeof second);
    harness_end(&h);
}

static void a_drag_is_undone_as_one(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    const ui_rect slider = harness_rect(&h, "start slope slider");
    harness_press(&h, slider.x + 0.4 * slider.w, slider.y + 10);
    for (int i = 0; i < 20; i++)
        harness_move(&h, slider.x + 0.4 * slider.w + 5 * i, slider.y + 10);
    harness_release(&h, slider.x + 0.4 * slider.w + 95, slider.y + 10);
    assert_true(h.app.session.config.init.slope > 1.0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(h.app.session.config.init.slope, -1.0);
    harness_end(&h);
}

static void a_double_click_leaves_no_trace(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    const ui_rect area = h.app.pictures.weights.area;
    harness_double_click(&h, area.x + 40, area.y + 200);
    assert_int_equal(h.app.session.playhead, 50);
    assert_false(h.app.session.playing);
    assert_int_equal(h.app.session.undo_count, 0);
    assert_int_equal(h.app.session.redo_count, 0);
    assert_exactly(h.app.session.config.init.slope, -1.0);
    harness_end(&h);
}

static void hiding_a_picture_lets_go_of_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect area = h.app.pictures.weights.area;
    harness_press(&h, area.x + 30, area.y + 200);
    harness_move(&h, area.x + 50, area.y + 210);
    harness_key(&h, SDLK_w, 0);
    harness_move(&h, area.x + 90, area.y + 240);
    assert_true(plot_weights_range_is_usable(&h.app.session.view.weights));
    harness_key(&h, SDLK_w, 0);
    assert_true(isfinite(h.app.pictures.weights.x.low));
    harness_release(&h, area.x + 90, area.y + 240);
    const plot_frame loss = h.app.pictures.loss;
    harness_press(&h, plot_position(&loss.x, 40), loss.area.y + 20);
    harness_key(&h, SDLK_1, 0);
    harness_move(&h, plot_position(&loss.x, 10), loss.area.y + 20);
    assert_int_equal(h.app.session.playhead, 40);
    harness_end(&h);
}

static void an_undo_in_the_middle_of_a_drag_keeps_the_history_whole(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "");
    harness_key(&h, SDLK_n, 0);
    const uint64_t seed = h.app.session.config.data.seed;
    const ui_rect slider = harness_rect(&h, "start slope slider");
    harness_press(&h, slider.x + 0.4 * slider.w, slider.y + 10);
    harness_move(&h, slider.x + 0.6 * slider.w, slider.y + 10);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    harness_move(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    harness_release(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_true(h.app.session.config.data.seed == seed);
    assert_exactly(h.app.session.config.init.slope, -1.0);
    harness_end(&h);
}

static void typing_the_same_number_changes_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 30");
    harness_click_on(&h, "points number");
    harness_key(&h, SDLK_RETURN, 0);
    assert_int_equal(h.app.session.playhead, 30);
    assert_int_equal(h.app.session.undo_count, 0);
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
    app_options options = options_default();
    char *word[32], copy[COMMAND_LINE_BYTES];
    int count = 0;
    snprintf(copy, sizeof copy, "%s", app_command_line(&h.app).text + 9);
    for (char *w = strtok(copy, " "); w; w = strtok(NULL, " "))
        word[count++] = w;
    dh_error error = {""};
    if (!options_parse(&options, count, word, &error))
        fail_msg("%s", error.text);
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
    assert_int_equal(h.app.session.interval_ms, 20);
    assert_true(h.app.ui.canvas.scale > 1.0);
    harness_key(&h, SDLK_0, KMOD_LCTRL);
    harness_key(&h, SDLK_EQUALS, KMOD_LCTRL | KMOD_LSHIFT); /* Ctrl+Plus on many keyboards */
    assert_true(h.app.ui.canvas.scale > 1.0);
    harness_end(&h);
}

static void a_loss_of_three_hundred_decades_has_a_place(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--noise 0 --lr 3 --steps 1000 --at 100");
    const plot_frame frame = h.app.pictures.loss;
    const double first = plot_position(&frame.y, h.app.session.run.row[0].loss);
    const double later = plot_position(&frame.y, h.app.session.run.row[100].loss);
    assert_true(isfinite(first) && isfinite(later) && later < first - 20.0);
    harness_end(&h);
}

static void a_step_outside_the_picture_is_pointed_to(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1.2 --at 40 --show slices");
    assert_true(harness_shows(&h, "the step lies outside"));
    harness_end(&h);
    /* Weights far below and far above: the mark is at the lower and at the upper edge. */
    const char *const lines[] = {"--lr 1.2 --at 40", "--lr 1.2 --at 41"};
    for (int i = 0; i < 2; i++) {
        harness_start(&h, lines[i]);
        const plot_frame frame = h.app.pictures.weights;
        const bool below = session_now(&h.app.session).weights.intercept < frame.y.low;
        const double x = plot_position(&frame.x, 0.5 * (frame.x.low + frame.x.high));
        int blue = 0;
        for (int dy = 2; dy < 16; dy++)
            for (int dx = -60; dx < 60; dx++) {
                const double y = below ? frame.area.y + frame.area.h - dy : frame.area.y + dy;
                blue += harness_pixel(&h, x + dx, y) == 0x1f77b4;
            }
        assert_true(blue > 20);
        harness_end(&h);
    }
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
    assert_true(app_draw(&h->app));
    const command_line copy = app_command_line(&h->app);
    assert_int_equal(strncmp(copy.text, "downhill ", 9), 0);
    ui_harness again;
    harness_start(&again, copy.text + 9);
    const ui_image *a = &h->app.painter.image, *b = &again.app.painter.image;
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    if (memcmp(a->pixels, b->pixels, (size_t)a->width * (size_t)a->height * 4) != 0)
        fail_msg("another picture: %s", copy.text);
    harness_end(&again);
}

static void the_copied_command_line_reproduces_the_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    assert_string_equal(app_command_line(&h.app).text, "downhill --at 12");
    compare_with_copy(&h);
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    harness_key(&h, SDLK_n, 0);
    harness_key(&h, SDLK_t, 0);
    harness_key(&h, SDLK_e, 0);
    harness_key(&h, SDLK_l, 0);
    harness_key(&h, SDLK_m, 0);
    const ui_rect area = h.app.pictures.weights.area;
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

static void the_pointer_tells_what_can_be_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_point start = on_path(&h, 0), slider = harness_center(&h, "start slope slider");
    const ui_point number = harness_center(&h, "start slope number");
    harness_move(&h, start.x, start.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_HAND);
    harness_move(&h, start.x + 60, start.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_CROSS);
    harness_move(&h, slider.x, slider.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_SIDES);
    harness_move(&h, number.x, number.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_TEXT);
    harness_move(&h, 150, 620);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_ARROW);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dragging_the_start_changes_everything_in_that_frame),
        cmocka_unit_test(dragging_the_rate_shows_the_whole_new_path_at_once),
        cmocka_unit_test(a_click_in_the_weights_moves_the_start_there),
        cmocka_unit_test(zooming_keeps_the_point_under_the_pointer),
        cmocka_unit_test(dragging_the_background_pans),
        cmocka_unit_test(pressing_and_dragging_in_the_loss_picture_scrubs),
        cmocka_unit_test(pointing_at_a_step_marks_it_in_every_picture),
        cmocka_unit_test(pointing_at_a_point_tells_its_share_of_the_loss),
        cmocka_unit_test(the_views_switch_by_key_and_by_mouse),
        cmocka_unit_test(slices_show_the_gradients_components),
        cmocka_unit_test(the_splitter_shares_the_width),
        cmocka_unit_test(after_a_divergence_the_loss_stays_readable),
        cmocka_unit_test(undo_and_redo_give_bit_equal_runs),
        cmocka_unit_test(a_drag_is_undone_as_one),
        cmocka_unit_test(a_double_click_leaves_no_trace),
        cmocka_unit_test(hiding_a_picture_lets_go_of_it),
        cmocka_unit_test(an_undo_in_the_middle_of_a_drag_keeps_the_history_whole),
        cmocka_unit_test(typing_the_same_number_changes_nothing),
        cmocka_unit_test(larger_stops_where_the_controls_would_have_no_room),
        cmocka_unit_test(a_shortcut_types_no_symbol),
        cmocka_unit_test(a_loss_of_three_hundred_decades_has_a_place),
        cmocka_unit_test(a_step_outside_the_picture_is_pointed_to),
        cmocka_unit_test(theme_and_size_change_by_key),
        cmocka_unit_test(the_copied_command_line_reproduces_the_picture),
        cmocka_unit_test(a_hint_comes_when_the_pointer_rests),
        cmocka_unit_test(the_pointer_tells_what_can_be_dragged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
