/* The line's values at the points, beside them. */
#include "cmocka_includes.h"
#include "plots/scatter.h"
#include "ui/harness.h"

#include <math.h>
#include <stdlib.h>

static const uint32_t BLUE = 0x1f77b4;

static bool same_color(ui_color a, ui_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* The discs in the data picture that are as large as a point and have the line's color. */
static size_t blue_discs(ui_harness *h)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const plot_frame frame = harness_data_frame(h);
    const double radius = plot_point_radius(harness_runs(h)->problem.n);
    size_t count = 0;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        count += shape->kind == UI_SHAPE_DISC && same_color(shape->color, h->app.style.line) &&
                 fabs(shape->radius - radius) < 1e-6 &&
                 ui_contains(frame.area, (ui_point){shape->box.x, shape->box.y});
    }
    return count;
}

/* Within a point of its middle, but off the line. */
static ui_point beside(ui_harness *h, double x, double y)
{
    const plot_frame frame = harness_data_frame(h);
    const ui_point at = plot_at(&frame, x, y);
    return (ui_point){at.x, at.y - 3.0};
}

static uint32_t pixel_beside(ui_harness *h, double x, double y)
{
    const ui_point at = beside(h, x, y);
    return harness_pixel(h, at.x, at.y);
}

/* By the formula of the line, with R's mean and variance of cars' speeds. */
static void predictions_are_points_on_the_line(void **state)
{
    (void)state;
    const char *const lines[] = {"--at 5 --sample cars --lr 0.001",
                                 "--at 5 --sample cars --standardize"};
    for (int standardized = 0; standardized < 2; standardized++) {
        ui_harness h;
        harness_start(&h, lines[standardized]);
        const dh_weights w = harness_now(&h).weights;
        const double x = 10.0; /* the ninth car's speed */
        const double input = standardized ? (x - 15.4) / sqrt(27.4) : x;
        const double y = w.slope * input + w.intercept;
        assert_exactly(harness_runs(&h)->problem.x[8], x);
        assert_int_not_equal(pixel_beside(&h, x, y), BLUE);
        assert_int_equal(blue_discs(&h), 0);
        harness_key(&h, SDLK_y, KMOD_NONE);
        assert_int_equal(pixel_beside(&h, x, y), BLUE);
        assert_in_range(blue_discs(&h), 40, 50); /* those in the picture */
        harness_key(&h, SDLK_y, KMOD_NONE);
        assert_int_not_equal(pixel_beside(&h, x, y), BLUE);
        harness_end(&h);
    }
}

/* The step of another time is another line: what is shown follows the player. */
static void predictions_follow_the_step(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --xy '0,0 1,1 2,2' --init 0.5,1.2 --show predictions");
    const dh_weights before = harness_now(&h).weights;
    const double old = before.slope + before.intercept;
    assert_int_equal(pixel_beside(&h, 1.0, old), BLUE);
    session_show(h.app.session, 0);
    h.app.stale = true;
    assert_true(app_draw(&h.app));
    assert_int_equal(pixel_beside(&h, 1.0, 1.7), BLUE);
    assert_int_not_equal(pixel_beside(&h, 1.0, old), BLUE);
    harness_end(&h);
}

static void of_very_many_points_some_have_predictions(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50 --points 10000 --show predictions");
    const size_t count = blue_discs(&h);
    assert_in_range(count, 1, PLOT_SCATTER_POINTS);
    harness_end(&h);
    harness_start(&h, "--at 50 --points 10000");
    assert_int_equal(blue_discs(&h), 0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(predictions_are_points_on_the_line),
        cmocka_unit_test(predictions_follow_the_step),
        cmocka_unit_test(of_very_many_points_some_have_predictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
