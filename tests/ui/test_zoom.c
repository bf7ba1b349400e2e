/* What is inside a picture is drawn at any zoom, wherever it comes from and goes to. */
#include "cmocka_includes.h"
#include "plots/weights_path.h"
#include "ui/harness.h"
#include "ui/line_clip.h"

#include <stdio.h>
#include <stdlib.h>

/* Close to the minimum of the default data: a unit of weight is some 6000 pixels. */
#define NEAR_MINIMUM "--zoom 3.013,3.063,2.47,2.52 "

static ui_point on_path(const ui_harness *h, int run, size_t step)
{
    return plot_at_weights(&h->app.pictures.frames.weights, h->app.pictures.frames.units,
                           harness_runs(h)->run[run].row[step].weights);
}

static bool is_color(ui_harness *h, ui_point at, ui_color color)
{
    const uint32_t shown = harness_pixel(h, at.x, at.y);
    return abs((int)(shown >> 16 & 0xff) - color.r) < 24 &&
           abs((int)(shown >> 8 & 0xff) - color.g) < 24 && abs((int)(shown & 0xff) - color.b) < 24;
}

static ui_point between(ui_point a, ui_point b, double share)
{
    return (ui_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/* A place on what can be seen of a run's way from one step to the next, away from the minimum;
 * false when that is nothing or little. */
static bool seen_place(const ui_harness *h, int run, size_t step, ui_point *place)
{
    const ui_rect area = ui_inset(h->app.pictures.frames.weights.area, 4.0);
    ui_point a = on_path(h, run, step), b = on_path(h, run, step + 1);
    if (!ui_line_clip(area, &a, &b) || ui_distance(a, b) < 40.0)
        return false;
    *place = between(a, b, 0.2);
    return true;
}

static void near_the_minimum_the_path_is_drawn_from_where_it_enters(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--at 80");
    const ui_rect area = h.app.pictures.frames.weights.area;
    assert_true(on_path(&h, 0, 0).x < area.x - 20000.0); /* it begins far outside */
    int seen = 0;
    for (size_t step = 60; step + 2 < 80; step++) {
        const ui_point at = between(on_path(&h, 0, step), on_path(&h, 0, step + 1), 0.5);
        if (!ui_contains(area, at))
            continue;
        assert_true(is_color(&h, at, h.app.style.path));
        seen++;
    }
    assert_true(seen > 5);
    harness_end(&h);
}

static void near_the_minimum_the_path_ahead_is_drawn_from_where_it_enters(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--at 5");
    const ui_rect area = h.app.pictures.frames.weights.area;
    assert_true(on_path(&h, 0, 5).x < area.x - 10000.0);
    const ui_point at = between(on_path(&h, 0, 70), on_path(&h, 0, 71), 0.5);
    assert_true(ui_contains(area, at));
    assert_true(is_color(&h, at, h.app.style.path_ahead));
    harness_end(&h);
}

static void a_diverging_path_is_drawn_where_it_crosses_the_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--lr 1.2 --at 15 --show no-gradient-arrow,no-step-arrow");
    int crossings = 0;
    for (size_t step = 0; step < 15; step++) {
        ui_point at;
        if (!seen_place(&h, 0, step, &at))
            continue;
        assert_true(is_color(&h, at, h.app.style.path));
        crossings++;
    }
    assert_true(crossings > 5);
    harness_end(&h);
}

static void other_runs_paths_are_drawn_where_they_cross_the_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--lr 1e-6 --vs lr=1.15 --at 15");
    const ui_color color = h.app.style.look[1].color;
    int crossings = 0;
    for (size_t step = 0; step < 15; step++) {
        ui_point at;
        if (!seen_place(&h, 1, step, &at))
            continue;
        bool dashed = false; /* somewhere within a dash and a gap */
        for (int i = 0; i < 20; i++)
            dashed |= is_color(&h, (ui_point){at.x, at.y + 0.5 * i}, color);
        assert_true(dashed);
        crossings++;
    }
    assert_true(crossings > 5);
    harness_end(&h);
}

static void steps_have_their_dots_after_the_path_was_far_away(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--at 80");
    const double radius = h.app.style.step_radius;
    int dots = 0;
    for (size_t step = 62; step < 78; step++) {
        const ui_point at = on_path(&h, 0, step);
        if (!ui_contains(h.app.pictures.frames.weights.area, at) ||
            ui_distance(at, on_path(&h, 0, step - 1)) < 8.0)
            continue;
        /* beside the path, above where its own width ends */
        const double above = 0.5 * (0.5 * h.app.style.path_width + radius);
        assert_true(is_color(&h, (ui_point){at.x, at.y - above}, h.app.style.path));
        dots++;
    }
    assert_true(dots > 2);
    harness_end(&h);
}

/* Starts the program zoomed to so much around the weights of a step. */
static void start_around(ui_harness *h, const char *line, size_t step, double reach)
{
    char zoomed[256];
    harness_start(h, line);
    const dh_weights at = harness_runs(h)->run[0].row[step].weights;
    harness_end(h);
    snprintf(zoomed, sizeof zoomed, "%s --zoom %.12f,%.12f,%.12f,%.12f", line, at.slope - reach,
             at.slope + reach, at.intercept - reach, at.intercept + reach);
    harness_start(h, zoomed);
}

static void an_arrow_is_drawn_when_only_its_tip_is_inside(void **state)
{
    (void)state;
    ui_harness h;
    start_around(&h, "--lr 0.5 --at 0 --show no-gradient-arrow", 1, 1e-4);
    const ui_point from = on_path(&h, 0, 0), tip = on_path(&h, 0, 1);
    const double length = ui_distance(from, tip);
    assert_true(length > 1e5);
    const double head = h.app.style.arrow_half * 0.5 * h.app.style.arrow_head;
    const ui_point neck = between(tip, from, h.app.style.arrow_head / length);
    const ui_point aside = {-(tip.y - from.y) / length * head, (tip.x - from.x) / length * head};
    assert_true(is_color(&h, neck, h.app.style.path));
    assert_true(is_color(&h, (ui_point){neck.x + aside.x, neck.y + aside.y}, h.app.style.path));
    assert_true(is_color(&h, between(tip, from, 40.0 / length), h.app.style.path));
    harness_end(&h);
}

/* The path begins outside, crosses the picture, and leaves it through its lower edge. */
static void the_mark_of_leaving_is_where_the_path_first_leaves(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, NEAR_MINIMUM "--lr 1.2 --at 0 --show no-gradient-arrow,no-step-arrow");
    const ui_rect area = h.app.pictures.frames.weights.area;
    for (size_t step = 0;; step++) {
        ui_point a = on_path(&h, 0, step), b = on_path(&h, 0, step + 1);
        assert_true(step < 99);
        if (ui_contains(area, b) || !ui_line_clip(area, &a, &b))
            continue;
        const double half = 0.3 * h.app.style.exit_half * h.app.style.exit_size;
        const ui_point back = between(b, a, 0.6 * h.app.style.exit_size / ui_distance(a, b));
        assert_true(is_color(&h, back, h.app.style.path));
        assert_true(is_color(&h, (ui_point){back.x + half, back.y}, h.app.style.path));
        assert_true(is_color(&h, (ui_point){back.x - half, back.y}, h.app.style.path));
        break;
    }
    harness_end(&h);
}

/* From step 0 to 1 the loss grows by a factor of 14,000: the way out of the picture is straight up,
 * and once leaned to the right. */
static void a_loss_that_jumps_leaves_the_picture_in_the_right_direction(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 100 --steps 4 --at 2 --show linear");
    const plot_frame frame = h.app.pictures.frames.loss;
    const double left = plot_position(&frame.x, 0.0) + 1.0 - 0.5 * h.app.style.line_width;
    assert_true(is_color(&h, (ui_point){left, frame.area.y + 30.0}, h.app.style.line));
    assert_true(is_color(&h, (ui_point){left, frame.area.y + 2.0}, h.app.style.line));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_the_minimum_the_path_is_drawn_from_where_it_enters),
        cmocka_unit_test(near_the_minimum_the_path_ahead_is_drawn_from_where_it_enters),
        cmocka_unit_test(a_diverging_path_is_drawn_where_it_crosses_the_picture),
        cmocka_unit_test(other_runs_paths_are_drawn_where_they_cross_the_picture),
        cmocka_unit_test(steps_have_their_dots_after_the_path_was_far_away),
        cmocka_unit_test(an_arrow_is_drawn_when_only_its_tip_is_inside),
        cmocka_unit_test(the_mark_of_leaving_is_where_the_path_first_leaves),
        cmocka_unit_test(a_loss_that_jumps_leaves_the_picture_in_the_right_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
