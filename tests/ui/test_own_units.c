/* The weights of standardized x, seen as the lines in the data's own units that they are. */
#include "cmocka_includes.h"
#include "text/number_text.h"
#include "ui/harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Of the sample cars, as R has them. */
static const double MEAN = 15.4, VARIANCE = 27.4; /* of x; over n */
static const dh_weights BEST = {3.93240875912409, -17.5790948905109};

static const uint32_t DOT = 0x1f77b4;

/* The line a x + b that a (x - mean) / deviation + b is, and back. */
static dh_weights line_of(dh_weights trained)
{
    const double slope = trained.slope / sqrt(VARIANCE);
    return (dh_weights){slope, trained.intercept - slope * MEAN};
}

static dh_weights trained_of(dh_weights line)
{
    return (dh_weights){line.slope * sqrt(VARIANCE), line.intercept + line.slope * MEAN};
}

static const plot_frame *frame_of(const ui_harness *h)
{
    return &h->app.pictures.frames.weights;
}

static ui_point place_of(const ui_harness *h, dh_weights weights)
{
    return plot_at(frame_of(h), weights.slope, weights.intercept);
}

static uint32_t rgb(ui_color color)
{
    return (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

static uint32_t pixel_at(ui_harness *h, dh_weights weights)
{
    const ui_point at = place_of(h, weights);
    return harness_pixel(h, at.x, at.y);
}

static void the_dot_is_at_the_line_in_the_datas_own_units(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show no-step-arrow,no-gradient-arrow");
    const dh_weights trained = harness_now(&h).weights;
    assert_int_equal(pixel_at(&h, trained), DOT);
    assert_true(harness_shows(&h, "slope a₀ of standardized x"));
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_int_equal(pixel_at(&h, line_of(trained)), DOT);
    assert_true(harness_shows(&h, "slope in the data's units"));
    assert_true(harness_shows(&h, "intercept in the data's units"));
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_int_equal(pixel_at(&h, trained), DOT);
    harness_end(&h);
}

static void the_cross_is_at_the_least_squares_line(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0 --sample cars --standardize --show own-units");
    const uint32_t cross = rgb(h.app.style.minimum);
    assert_int_equal(pixel_at(&h, BEST), cross);
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_int_equal(pixel_at(&h, trained_of(BEST)), cross);
    harness_end(&h);
}

/* A line whose loss is `excess` above the lowest, in one of 24 directions: of the quadratic form
 * (mean of x²) a² + 2 (mean of x) a b + b². */
static dh_weights on_level(double excess, int direction)
{
    const double t = 2.0 * 3.14159265358979323846 * (direction + 0.5) / 24.0;
    const double a = sqrt(excess / VARIANCE) * cos(t); /* x - mean and 1 are orthogonal */
    return (dh_weights){BEST.slope + a, BEST.intercept + sqrt(excess) * sin(t) - a * MEAN};
}

/* Percent of a level's places in the picture that have the same color, *color: all but those on
 * paths and words, where the contours are those of this loss. */
static int alike(ui_harness *h, double excess, uint32_t *color)
{
    uint32_t colors[24];
    int count = 0, most = 0;
    for (int i = 0; i < 24; i++) {
        const ui_point at = place_of(h, on_level(excess, i));
        if (ui_contains(frame_of(h)->area, at))
            colors[count++] = harness_pixel(h, at.x, at.y);
    }
    assert_true(count >= 12);
    for (int i = 0; i < count; i++) {
        int same = 0;
        for (int k = 0; k < count; k++)
            same += colors[k] == colors[i];
        if (same > most) {
            most = same;
            *color = colors[i];
        }
    }
    return 100 * most / count;
}

/* Two levels, between two contours each, which are powers of two here. */
static void the_contours_are_of_the_lines_loss(void **state)
{
    (void)state;
    ui_harness h;
    uint32_t near = 0, far = 0;
    harness_start(&h, "--at 0 --sample cars --standardize --show own-units,no-step-arrow,"
                      "no-gradient-arrow --zoom -1,9,-100,65");
    assert_true(alike(&h, 1.45 * 32.0, &near) >= 70); /* but for words here and there */
    assert_true(alike(&h, 1.45 * 512.0, &far) >= 70);
    assert_int_not_equal(near, far);
    harness_end(&h);
}

/* How far apart two readings off neighbouring pixels are. */
static dh_weights pixel_of(const plot_frame *frame)
{
    return (dh_weights){(frame->x.high - frame->x.low) / frame->area.w,
                        (frame->y.high - frame->y.low) / frame->area.h};
}

/* Where the start is let go decides the line; what is trained is what maps to it. */
static void the_start_is_dragged_in_the_datas_own_units(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show own-units");
    const ui_point start = place_of(&h, line_of(harness_scene(&h)->init));
    const ui_point end = {round(start.x + 40.0), round(start.y - 30.0)};
    const dh_weights pixel = pixel_of(frame_of(&h));
    const dh_weights there = {plot_value(&frame_of(&h)->x, end.x),
                              plot_value(&frame_of(&h)->y, end.y)};
    harness_press(&h, start.x, start.y);
    harness_move(&h, end.x, end.y);
    const dh_weights held = line_of(harness_scene(&h)->init);
    assert_within(held.slope, there.slope, pixel.slope);
    assert_within(held.intercept, there.intercept, pixel.intercept);
    assert_true(ui_distance(place_of(&h, held), end) < 1.5);
    harness_release(&h, end.x, end.y);
    const dh_weights init = harness_scene(&h)->init, expected = trained_of(there);
    const double of_slope = pixel.slope * sqrt(VARIANCE);
    assert_within(init.slope, expected.slope, of_slope);
    assert_within(init.intercept, expected.intercept, pixel.intercept + pixel.slope * MEAN);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

static void a_click_sets_the_start_in_the_datas_own_units(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show own-units");
    const ui_rect area = frame_of(&h)->area;
    const ui_point at = {round(area.x + 0.3 * area.w), round(area.y + 0.3 * area.h)};
    const dh_weights pixel = pixel_of(frame_of(&h));
    const dh_weights there = {plot_value(&frame_of(&h)->x, at.x),
                              plot_value(&frame_of(&h)->y, at.y)};
    harness_click(&h, at.x, at.y);
    const dh_weights line = line_of(harness_scene(&h)->init);
    assert_within(line.slope, there.slope, pixel.slope);
    assert_within(line.intercept, there.intercept, pixel.intercept);
    harness_end(&h);
}

static void a_step_is_pointed_at_where_it_is_drawn(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --sample cars --standardize");
    for (int own = 0; own < 2; own++) {
        for (size_t step = 1; step < 4; step++) {
            const dh_weights trained = harness_runs(&h)->run[0].row[step].weights;
            const ui_point at = place_of(&h, own ? line_of(trained) : trained);
            char card[32];
            snprintf(card, sizeof card, "step      %zu", step);
            harness_move(&h, at.x, at.y);
            assert_true(harness_shows(&h, card));
        }
        harness_key(&h, SDLK_z, KMOD_NONE);
    }
    harness_end(&h);
}

/* The gradient of the mean of squares over (input, y), by its definition. */
static dh_weights gradient_at(const dh_problem *problem, dh_weights w, double mean, double scale)
{
    dh_weights gradient = {0.0, 0.0};
    for (size_t i = 0; i < problem->n; i++) {
        const double input = (problem->x[i] - mean) / scale;
        const double residual = problem->y[i] - (w.slope * input + w.intercept);
        gradient.slope -= 2.0 * residual * input / (double)problem->n;
        gradient.intercept -= 2.0 * residual / (double)problem->n;
    }
    return gradient;
}

static bool shows_tangent(ui_harness *h, double derivative)
{
    char text[TEXT_NUMBER_BYTES + 16];
    snprintf(text, sizeof text, "tangent %s", text_reading(derivative).text);
    return harness_shows(h, text) || harness_shows(h, text + strlen("tangent "));
}

/* The curves, their dots and their tangents: along the slope that the axis is of. */
static void the_slices_are_along_the_own_slope(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show slices");
    const dh_problem *problem = &harness_runs(&h)->problem;
    const dh_weights trained = harness_now(&h).weights;
    const dh_weights of_trained = gradient_at(problem, trained, MEAN, sqrt(VARIANCE));
    const dh_weights of_line = gradient_at(problem, line_of(trained), 0.0, 1.0);
    assert_true(harness_shows(&h, "slope a₀ of standardized x"));
    assert_true(shows_tangent(&h, of_trained.slope));
    assert_false(shows_tangent(&h, of_line.slope));
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_true(harness_shows(&h, "slope in the data's units"));
    assert_true(shows_tangent(&h, of_line.slope));
    assert_false(shows_tangent(&h, of_trained.slope));
    harness_end(&h);
}

/* In a range that holds the one slope and not the other. */
static void the_dot_in_the_slices_is_at_the_own_slope(void **state)
{
    (void)state;
    ui_harness h;
    char line[160];
    harness_start(&h, "--at 5 --sample cars --standardize");
    const dh_weights trained = harness_now(&h).weights, own = line_of(trained);
    harness_end(&h);
    assert_true(fabs(trained.slope - own.slope) > 2.0);
    for (int i = 0; i < 4; i++) {
        const bool shows_own = i & 1, range_of_own = i & 2;
        const dh_weights middle = range_of_own ? own : trained;
        snprintf(line, sizeof line,
                 "--at 5 --sample cars --standardize --show slices%s --zoom %.3f,%.3f,%.3f,%.3f",
                 shows_own ? ",own-units" : "", middle.slope - 1.0, middle.slope + 1.0,
                 middle.intercept - 1.0, middle.intercept + 1.0);
        harness_start(&h, line);
        assert_true(harness_shows(&h, "the step lies outside") == (shows_own != range_of_own));
        harness_end(&h);
    }
}

/* A range of one plane means nothing in the other. */
static void other_units_have_another_range(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --zoom 0,1,0,1");
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_true(harness_view(&h)->own_units);
    assert_false(harness_view(&h)->zoom.on);
    assert_int_equal(harness_undo_all(&h), 0); /* it is how it is looked at */
    harness_end(&h);
}

static void assert_same_pixels(const ui_harness *a, const ui_harness *b)
{
    const ui_image *one = &a->app.painter.image, *other = &b->app.painter.image;
    assert_int_equal(one->width, other->width);
    assert_int_equal(one->height, other->height);
    assert_memory_equal(one->pixels, other->pixels,
                        (size_t)one->width * (size_t)one->height * sizeof *one->pixels);
}

static void own_units_change_nothing_where_x_is_as_it_is(void **state)
{
    (void)state;
    const char *const shows[] = {"residuals", "slices"};
    for (size_t i = 0; i < sizeof shows / sizeof *shows; i++) {
        ui_harness plain, units;
        char line[160];
        snprintf(line, sizeof line, "--at 5 --sample hubble --lr 0.01 --show %s", shows[i]);
        harness_start(&plain, line);
        harness_start(&units, line);
        harness_key(&units, SDLK_z, KMOD_NONE);
        assert_true(harness_view(&units)->own_units);
        assert_same_pixels(&plain, &units);
        harness_end(&plain);
        harness_end(&units);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dot_is_at_the_line_in_the_datas_own_units),
        cmocka_unit_test(the_cross_is_at_the_least_squares_line),
        cmocka_unit_test(the_contours_are_of_the_lines_loss),
        cmocka_unit_test(the_start_is_dragged_in_the_datas_own_units),
        cmocka_unit_test(a_click_sets_the_start_in_the_datas_own_units),
        cmocka_unit_test(a_step_is_pointed_at_where_it_is_drawn),
        cmocka_unit_test(the_slices_are_along_the_own_slope),
        cmocka_unit_test(the_dot_in_the_slices_is_at_the_own_slope),
        cmocka_unit_test(other_units_have_another_range),
        cmocka_unit_test(own_units_change_nothing_where_x_is_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
