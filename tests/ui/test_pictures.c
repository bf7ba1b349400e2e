/* What the mouse does in the pictures, and that they show one and the same run. */
#include "cmocka_includes.h"
#include "ui/harness.h"
#include "ui/line_clip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ui_point on_path(ui_harness *h, size_t step)
{
    const dh_weights w = harness_runs(h)->run[0].row[step].weights;
    return plot_at(&h->app.pictures.frames.weights, w.slope, w.intercept);
}

static void dragging_the_start_changes_everything_in_that_frame(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_point start = on_path(&h, 0);
    const plot_frame before = h.app.pictures.frames.weights;
    harness_press(&h, start.x, start.y);
    harness_move(&h, start.x + 60, start.y + 40);
    const dh_weights init = harness_scene(&h)->init;
    assert_true(init.slope > -0.5 && init.intercept < 0.8);
    assert_int_equal(harness_player(&h)->playhead, 0);
    /* The range stays while the start is held, so the handle is where the mouse is. */
    assert_exactly(h.app.pictures.frames.weights.x.low, before.x.low);
    const ui_point handle = on_path(&h, 0);
    assert_true(hypot(handle.x - start.x - 60, handle.y - start.y - 40) < 1.5);
    /* The line in the data picture is the new start's, in the same frame. */
    const plot_frame data = h.app.pictures.frames.data;
    const ui_point on_line = plot_at(&data, 0.95, init.slope * 0.95 + init.intercept);
    assert_int_equal(harness_pixel(&h, on_line.x, on_line.y), 0x1f77b4);
    harness_wait(&h, 100);
    assert_int_equal(harness_player(&h)->playhead, 0); /* held: it waits */
    harness_release(&h, start.x + 60, start.y + 40);
    harness_wait(&h, 60);
    assert_true(harness_player(&h)->playhead >= 2);
    harness_end(&h);
}

static void dragging_the_rate_shows_the_whole_new_path_at_once(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, slider.x + 0.7 * slider.w, slider.y + 10);
    assert_int_equal(harness_player(&h)->playhead, 0);
    assert_int_equal(harness_runs(&h)->run[0].known, 101);
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
    const plot_frame frame = h.app.pictures.frames.weights;
    const ui_point at = plot_at(&frame, 2.0, 0.5);
    harness_click(&h, at.x, at.y);
    assert_true(fabs(harness_scene(&h)->init.slope - 2.0) < 0.03);
    assert_true(fabs(harness_scene(&h)->init.intercept - 0.5) < 0.03);
    assert_true(harness_player(&h)->playing);
    harness_end(&h);
}

static void zooming_keeps_the_point_under_the_pointer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect area = h.app.pictures.frames.weights.area;
    const ui_point mouse = {floor(area.x + 0.3 * area.w), floor(area.y + 0.4 * area.h)};
    const double slope = plot_value(&h.app.pictures.frames.weights.x, mouse.x);
    const double intercept = plot_value(&h.app.pictures.frames.weights.y, mouse.y);
    const double width = h.app.pictures.frames.weights.x.high - h.app.pictures.frames.weights.x.low;
    harness_wheel(&h, mouse.x, mouse.y, 3);
    const plot_frame zoomed = h.app.pictures.frames.weights;
    const ui_point now = plot_at(&zoomed, slope, intercept);
    assert_true(hypot(now.x - mouse.x, now.y - mouse.y) < 6.0); /* numbers beside it may widen */
    assert_true(zoomed.x.high - zoomed.x.low < 0.65 * width);
    harness_double_click(&h, mouse.x, mouse.y);
    assert_false(harness_view(&h)->zoom.on);
    assert_exactly(harness_scene(&h)->init.slope, -1.0); /* no click was meant */
    harness_end(&h);
}

static void dragging_the_background_pans(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const plot_frame before = h.app.pictures.frames.weights;
    const ui_point at = {before.area.x + 40, before.area.y + before.area.h - 30};
    harness_press(&h, at.x, at.y);
    harness_move(&h, at.x + 50, at.y - 20);
    harness_release(&h, at.x + 50, at.y - 20);
    const plot_frame after = h.app.pictures.frames.weights;
    assert_close(before.x.low - after.x.low, 50 * (before.x.high - before.x.low) / before.area.w,
                 0.05);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    harness_end(&h);
}

static void pressing_and_dragging_in_the_loss_picture_scrubs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0");
    const plot_frame frame = h.app.pictures.frames.loss;
    harness_press(&h, plot_position(&frame.x, 40), frame.area.y + 20);
    assert_int_equal(harness_player(&h)->playhead, 40);
    harness_move(&h, plot_position(&frame.x, 73), frame.area.y + 20);
    assert_int_equal(harness_player(&h)->playhead, 73);
    harness_move(&h, frame.area.x - 100, frame.area.y + 20);
    assert_int_equal(harness_player(&h)->playhead, 0);
    harness_end(&h);
}

static void pointing_at_a_step_marks_it_in_every_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 60 --show no-words");
    ui_point at = on_path(&h, 4);
    for (int from_loss = 0; from_loss < 2; from_loss++) {
        if (from_loss)
            at = (ui_point){plot_position(&h.app.pictures.frames.loss.x, 4),
                            h.app.pictures.frames.loss.area.y + 9};
        harness_move(&h, at.x, at.y);
        assert_true(h.app.pictures.touch.pointed);
        assert_int_equal(h.app.pictures.touch.step, 4);
        assert_true(harness_shows(&h, "step      4"));
        const dh_row row = harness_runs(&h)->run[0].row[4];
        const plot_frame data = h.app.pictures.frames.data, loss = h.app.pictures.frames.loss;
        const ui_point line =
            plot_at(&data, -0.97, row.weights.slope * -0.97 + row.weights.intercept);
        assert_true((harness_pixel(&h, line.x, line.y) & 0xff) < 0x60); /* thin, and dark */
        const ui_point curve = plot_at(&loss, 4, row.loss);
        assert_int_equal(harness_pixel(&h, curve.x, curve.y - 8.5), 0x1f2328);
        const ui_point path = on_path(&h, 4);
        assert_int_equal(harness_pixel(&h, path.x - 8.5, path.y), 0x1f2328);
    }
    harness_move(&h, 5, 500);
    assert_false(h.app.pictures.touch.pointed);
    harness_end(&h);
}

static void pointing_at_a_point_tells_its_share_of_the_loss(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 4 --at 0");
    const dh_problem *data = &harness_runs(&h)->problem;
    const ui_point at = plot_at(&h.app.pictures.frames.data, data->x[0], data->y[0]);
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

static void after_a_divergence_the_loss_stays_readable(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 1e9 --show linear --at 2");
    const plot_axis axis = h.app.pictures.frames.loss.y;
    assert_true(axis.high < 20.0 * harness_runs(&h)->run[0].row[0].loss);
    harness_key(&h, SDLK_l, 0);
    assert_true(h.app.pictures.frames.loss.y.logarithmic);
    assert_true(isfinite(h.app.pictures.frames.loss.y.high));
    harness_end(&h);
}

static void a_double_click_leaves_no_trace(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_double_click(&h, area.x + 40, area.y + 200);
    assert_int_equal(harness_player(&h)->playhead, 50);
    assert_false(harness_player(&h)->playing);
    assert_exactly(harness_scene(&h)->init.slope, -1.0);
    assert_int_equal(harness_redo_all(&h), 0);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void hiding_a_picture_lets_go_of_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_press(&h, area.x + 30, area.y + 200);
    harness_move(&h, area.x + 50, area.y + 210);
    harness_key(&h, SDLK_w, 0);
    harness_move(&h, area.x + 90, area.y + 240);
    assert_true(view_range_is_usable(&harness_view(&h)->zoom.range));
    harness_key(&h, SDLK_w, 0);
    assert_true(isfinite(h.app.pictures.frames.weights.x.low));
    harness_release(&h, area.x + 90, area.y + 240);
    const plot_frame loss = h.app.pictures.frames.loss;
    harness_press(&h, plot_position(&loss.x, 40), loss.area.y + 20);
    harness_key(&h, SDLK_1, 0);
    harness_move(&h, plot_position(&loss.x, 10), loss.area.y + 20);
    assert_int_equal(harness_player(&h)->playhead, 40);
    harness_end(&h);
}

static void a_loss_of_three_hundred_decades_has_a_place(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--noise 0 --lr 3 --steps 1000 --at 100");
    const plot_frame frame = h.app.pictures.frames.loss;
    const double first = plot_position(&frame.y, harness_runs(&h)->run[0].row[0].loss);
    const double later = plot_position(&frame.y, harness_runs(&h)->run[0].row[100].loss);
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
        const plot_frame frame = h.app.pictures.frames.weights;
        const bool below = harness_now(&h).weights.intercept < frame.y.low;
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

static void the_pointer_tells_what_can_be_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    const ui_point start = on_path(&h, 0), slider = harness_center(&h, "Start slope a₀/slider");
    const ui_point number = harness_center(&h, "Start slope a₀/number");
    harness_move(&h, start.x, start.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_HAND);
    harness_move(&h, start.x + 60, start.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_CROSS);
    harness_move(&h, slider.x, slider.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_SIDES);
    harness_move(&h, number.x, number.y);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_TEXT);
    harness_move(&h, 8, 300);
    assert_int_equal(h.app.ui.pointer, UI_POINTER_ARROW);
    harness_end(&h);
}

/* What the pointer is on is looked up in the pictures as they are, not as they were when it came.
 */
static void a_frame_that_is_drawn_again_is_the_same(void **state)
{
    (void)state;
    const char *const changes[] = {"]", "]", "]", "k", "o", "l", "]", "t", "3", "3", "[", "w", "w"};
    ui_harness h;
    for (int place = 0; place < 3; place++) {
        harness_start(&h, "--at 3 --lr 0.4");
        const ui_point step = on_path(&h, 1);
        const ui_point at[] = {{step.x + 3, step.y - 4},
                               ui_center(h.app.pictures.frames.loss.area),
                               ui_center(h.app.pictures.frames.data.area)};
        harness_move(&h, at[place].x, at[place].y);
        for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
            harness_type(&h, changes[i]);
            h.app.stale = true;
            assert_true(app_draw(&h.app));
            assert_int_equal(h.app.painter.changed_count, 0);
        }
        harness_end(&h);
    }
}

/* Else contours and path would shake below a path that changes. */
static void the_weights_picture_stays_while_a_slider_is_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 30 --lr 0.9");
    const plot_frame *frame = &h.app.pictures.frames.weights;
    const plot_frame before = *frame;
    const ui_point knob = harness_center(&h, "Learning rate/slider");
    const ui_rect slider = harness_rect(&h, "Learning rate/slider");
    harness_press(&h, knob.x, knob.y);
    const double low = frame->x.low, high = frame->x.high;
    for (double x = knob.x; x > knob.x - 40.0; x -= 8.0) {
        harness_move(&h, x, knob.y);
        assert_exactly(frame->x.low, low);
        assert_exactly(frame->x.high, high);
    }
    harness_move(&h, slider.x + slider.w - 30.0, knob.y); /* a path that goes farther is seen */
    for (size_t i = 0; i < 3; i++) {
        const dh_weights at = harness_runs(&h)->run[0].row[i].weights;
        assert_true(at.slope > frame->x.low && at.slope < frame->x.high);
    }
    harness_move(&h, knob.x - 20.0, knob.y);
    harness_release(&h, knob.x - 20.0, knob.y);
    const double after = frame->x.high - frame->x.low;
    assert_true(after < 1.01 * (before.x.high - before.x.low)); /* it fits again */
    harness_end(&h);
}

/* Parts of strokes of a color, in pixels of the screen. */
static int parts_of_strokes(const ui_harness *h, ui_color color)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    int parts = 0;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        if (shape->kind == UI_SHAPE_POLYLINE && ui_solid(shape->color) == ui_solid(color))
            parts += (int)shape->count - 1;
    }
    return parts;
}

/* Back and forth over the same place, a hundred steps would be a hundred lines on one another. */
static void a_path_that_goes_to_and_fro_is_drawn_once_where_it_crosses(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 100 --lr 1.5 --show no-step-arrow,no-gradient-arrow");
    const ui_color path = h.app.style.path;
    assert_in_range(parts_of_strokes(&h, path), 5, 30);
    /* What is drawn is what was: where each of the first steps crosses, there is a line. */
    const plot_frame *frame = &h.app.pictures.frames.weights;
    int crossings = 0;
    for (size_t step = 0; step < 40; step++) {
        ui_point from = on_path(&h, step), to = on_path(&h, step + 1);
        if (!ui_line_clip(frame->area, &from, &to))
            continue;
        crossings++;
        const ui_point middle = {0.5 * (from.x + to.x), 0.5 * (from.y + to.y)};
        assert_int_equal(harness_pixel(&h, middle.x, middle.y), ui_solid(path) & 0xffffff);
    }
    assert_in_range(crossings, 30, 40);
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
        cmocka_unit_test(slices_show_the_gradients_components),
        cmocka_unit_test(after_a_divergence_the_loss_stays_readable),
        cmocka_unit_test(a_double_click_leaves_no_trace),
        cmocka_unit_test(hiding_a_picture_lets_go_of_it),
        cmocka_unit_test(a_loss_of_three_hundred_decades_has_a_place),
        cmocka_unit_test(a_step_outside_the_picture_is_pointed_to),
        cmocka_unit_test(the_pointer_tells_what_can_be_dragged),
        cmocka_unit_test(the_weights_picture_stays_while_a_slider_is_dragged),
        cmocka_unit_test(a_frame_that_is_drawn_again_is_the_same),
        cmocka_unit_test(a_path_that_goes_to_and_fro_is_drawn_once_where_it_crosses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
