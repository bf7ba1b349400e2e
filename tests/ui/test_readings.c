/* What can be read off the pictures without pointing at anything. */
#include "cmocka_includes.h"
#include "ui/harness.h"
#include "ui/line_clip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The place of a text on the screen; fails the test when it is not there. */
static ui_rect place_of(const ui_harness *h, const char *text)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        if (shape->kind == UI_SHAPE_TEXT && strcmp(canvas->bytes + shape->first, text) == 0) {
            const ui_px_rect b = shape->bounds;
            return (ui_rect){b.left, b.top, b.right - b.left, b.bottom - b.top};
        }
    }
    fail_msg("'%s' is not on the screen", text);
    return (ui_rect){0};
}

static void the_line_the_points_the_loss_and_the_minimum_are_named(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    assert_true(harness_shows(&h, "y = 1.36 x + 2.40"));
    assert_true(harness_shows(&h, "100 points"));
    assert_true(harness_shows(&h, "1.0926"));
    assert_true(harness_shows(&h, "lowest at 3.04, 2.50"));
    assert_true(harness_shows(&h, "loss 8.1"));
    assert_true(harness_shows(&h, "mean of the squared residuals"));
    harness_key(&h, SDLK_HOME, KMOD_NONE);
    assert_true(harness_shows(&h, "y = −1.00 x + 1.00"));
    assert_true(harness_shows(&h, "8.1036"));
    harness_end(&h);
    harness_start(&h, "--at 0 --init 2,-0.5 --loss sum --xy '1,2 3,4 5,5'");
    assert_true(harness_shows(&h, "y = 2.00 x − 0.500"));
    assert_true(harness_shows(&h, "3 points"));
    assert_true(harness_shows(&h, "sum of the squared residuals"));
    harness_end(&h);
}

/* In the smallest window, too, and in each picture alone. */
static void the_loss_can_always_be_read(void **state)
{
    (void)state;
    static const char *const options[] = {"",
                                          "--show loss",
                                          "--batch 10",
                                          "--optimizer adam",
                                          "--vs lr=0.5 --vs lr=0.7",
                                          "--show batch-loss --batch 5"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        ui_harness h;
        char line[128], loss[32];
        snprintf(line, sizeof line, "--at 12 --size 800x560 %s", options[i]);
        harness_start(&h, line);
        snprintf(loss, sizeof loss, "%.4f", harness_now(&h).loss);
        assert_true(harness_shows(&h, loss));
        harness_end(&h);
    }
}

/* What follows the equation stays where it is while the run plays. */
static void the_equation_moves_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0");
    const double x = place_of(&h, "100 points").x;
    for (size_t step = 1; step <= 100; step += 9) {
        session_show(h.app.session, step);
        harness_wait(&h, 20);
        assert_exactly(place_of(&h, "100 points").x, x);
    }
    harness_end(&h);
}

static ui_point in_weights(const ui_harness *h, int run, size_t step)
{
    const dh_weights w = harness_runs(h)->run[run].row[step].weights;
    return plot_at(&h->app.pictures.frames.weights, w.slope, w.intercept);
}

static bool path_meets(const ui_harness *h, ui_rect box)
{
    for (int run = 0; run < harness_scene(h)->count; run++)
        for (size_t step = 1; step < harness_runs(h)->run[run].known; step++) {
            ui_point from = in_weights(h, run, step - 1), to = in_weights(h, run, step);
            if (ui_line_clip(box, &from, &to))
                return true;
        }
    return false;
}

static bool is_of_contours(const ui_harness *h, const ui_shape *shape)
{
    const ui_color dark = h->app.style.words_on_dark, light = h->app.style.words_on_light;
    const ui_rect area = h->app.pictures.frames.weights.area;
    return shape->kind == UI_SHAPE_TEXT && shape->bounds.left >= area.x &&
           shape->bounds.top >= area.y && shape->bounds.bottom <= area.y + area.h &&
           (ui_solid(shape->color) == ui_solid(dark) || ui_solid(shape->color) == ui_solid(light));
}

static void words_on_contours_cover_no_path_and_no_others(void **state)
{
    (void)state;
    static const char *const lines[] = {"--at 12",
                                        "--at 12 --size 800x560",
                                        "--at 12 --sample cars --lr 0.003 --show weights",
                                        "--at 30 --optimizer momentum --lr 0.3",
                                        "--at 5 --vs lr=0.9 --vs optimizer=adam --theme dark",
                                        "--at 5 --init 3,2.4 --batch 7",
                                        "--at 12 --init 8,-3 --size 1920x1080"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        ui_rect taken[8];
        int count = 0;
        harness_start(&h, lines[i]);
        const ui_canvas *canvas = &h.app.ui.canvas;
        for (size_t k = 0; k < canvas->shape_count; k++) {
            const ui_shape *shape = &canvas->shapes[k];
            if (!is_of_contours(&h, shape))
                continue;
            const ui_px_rect b = shape->bounds;
            const ui_rect box = {b.left, shape->anchor.y - 7.0, b.right - b.left, 14.0};
            assert_false(path_meets(&h, box));
            for (int other = 0; other < count; other++)
                assert_false(
                    box.x < taken[other].x + taken[other].w && taken[other].x < box.x + box.w &&
                    box.y < taken[other].y + taken[other].h && taken[other].y < box.y + box.h);
            assert_true(count < 8);
            taken[count++] = box;
        }
        if (count == 0)
            fail_msg("%s: there are no words on the contours", lines[i]);
        harness_end(&h);
    }
}

static void words_on_contours_stay_while_the_run_plays(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 0");
    const ui_rect lowest = place_of(&h, "lowest at 3.04, 2.50"), loss = place_of(&h, "loss 8.1");
    for (size_t step = 1; step <= 100; step += 9) {
        session_show(h.app.session, step);
        harness_wait(&h, 20);
        assert_exactly(place_of(&h, "lowest at 3.04, 2.50").x, lowest.x);
        assert_exactly(place_of(&h, "loss 8.1").y, loss.y);
    }
    harness_end(&h);
}

static void the_card_tells_what_the_step_does_to_the_loss(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    assert_true(harness_shows(&h, "loss 1.09 → 0.954"));
    assert_true(harness_shows(&h, "weight ← weight − learning rate × gradient"));
    harness_key(&h, SDLK_END, KMOD_NONE); /* nothing comes after the last */
    assert_false(harness_shows(&h, "loss 0.0915 → 0.0914"));
    harness_end(&h);
}

/* Before, change and after of each weight, or as much of it as there is room for. */
static void the_card_tells_the_step_that_was_made(void **state)
{
    (void)state;
    static const struct {
        const char *line, *says[3];
    } cases[] = {
        {"--at 12",
         {"Last: 11 → 12, loss 1.25 → 1.09", "a₀ 1.2347 → 1.3621", "a₁ 2.3708 → 2.3963"}},
        {"--at 12 --size 1920x1080",
         {"Last: 11 → 12, loss 1.25 → 1.09", "a₀ 1.2347 + 0.1273 = 1.3621",
          "a₁ 2.3708 + 0.0255 = 2.3963"}},
        {"--at 6 --lr 1.2 --size 1920x1080",
         {"Last: 5 → 6, loss 65.7 → 129", "a₀ 3.0606 − 0.0547 = 3.0059",
          "a₁ 10.5977 − 19.4465 = −8.8487"}},
        {"--at 0", {"Start: loss 8.10", "Next: 0 → 1", "loss 8.10 → 6.50"}},
        {"--at 3 --batch 10", {"Last: 2 → 3, loss", "a₀ ", "a₁ "}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ui_harness h;
        harness_start(&h, cases[i].line);
        for (int k = 0; k < 3; k++)
            if (!harness_shows_part(&h, cases[i].says[k]))
                fail_msg("%s: '%s' is not to be read", cases[i].line, cases[i].says[k]);
        harness_end(&h);
    }
}

/* Its loss is the mean of the squares, added up here. */
static void a_place_among_the_weights_tells_its_loss_and_the_way_downhill(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show no-step-arrow,no-gradient-arrow");
    const plot_frame *frame = &h.app.pictures.frames.weights;
    const ui_point at = plot_at(frame, 1.0, 1.0 - 1e-9);
    harness_move(&h, floor(at.x) + 0.5, floor(at.y) + 0.5);
    const dh_weights w = {plot_value(&frame->x, h.app.ui.input.mouse.x),
                          plot_value(&frame->y, h.app.ui.input.mouse.y)};
    double loss = 0.0;
    const dh_problem *problem = &harness_runs(&h)->problem;
    for (size_t i = 0; i < problem->n; i++) {
        const double residual = w.slope * problem->x[i] + w.intercept - problem->y[i];
        loss += residual * residual / (double)problem->n;
    }
    char card[64];
    snprintf(card, sizeof card, "loss      %.4f", loss);
    assert_true(harness_shows(&h, card));
    assert_true(harness_shows(&h, "downhill"));
    assert_int_equal(harness_undo_all(&h), 0); /* nothing has changed */
    /* And its line, thinly, in the data. */
    const plot_frame data = harness_data_frame(&h);
    const ui_point on_line = plot_at(&data, -0.8, w.slope * -0.8 + w.intercept);
    const ui_color color = h.app.style.pointed;
    const uint32_t pixel = harness_pixel(&h, on_line.x, on_line.y);
    assert_true(abs((int)(pixel >> 16) - color.r) < 24 && abs((int)(pixel & 0xff) - color.b) < 24);
    harness_move(&h, 700.0, 780.0);
    assert_false(harness_shows(&h, "downhill"));
    harness_end(&h);
}

/* The tip of the head of the only arrow of a kind: the corner that is farthest from the others. */
static ui_point tip_of(const ui_harness *h, plot_arrow arrow)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_color color = plot_arrow_color(&h->app.style, arrow);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        if (shape->kind == UI_SHAPE_POLYGON && shape->count == 3 &&
            ui_solid(shape->color) == ui_solid(color))
            return canvas->points[shape->first + 1];
    }
    fail_msg("there is no arrow %d", arrow);
    return (ui_point){0};
}

/* In the run that one sees first the gradient and the step are one vector. */
static void arrows_of_one_direction_lie_side_by_side(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    const ui_point gradient = tip_of(&h, PLOT_ARROW_GRADIENT), step = tip_of(&h, PLOT_ARROW_STEP);
    assert_true(ui_distance(gradient, step) > 5.0 && ui_distance(gradient, step) < 9.0);
    harness_end(&h);
}

static void arrows_are_named_and_long_enough_to_be_seen(void **state)
{
    (void)state;
    static const char *const zooms[] = {"", "--zoom -30,30,-30,30", "--zoom 1.36,1.37,2.39,2.40"};
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++) {
        ui_harness h;
        char line[64];
        snprintf(line, sizeof line, "--at 12 %s", zooms[i]);
        harness_start(&h, line);
        const ui_point tip = tip_of(&h, PLOT_ARROW_STEP);
        assert_true(ui_distance(tip, in_weights(&h, 0, 12)) >= 35.0);
        assert_true(harness_shows(&h, "Minus gradient") && harness_shows(&h, "Step"));
        harness_end(&h);
    }
    ui_harness h;
    harness_start(&h, "--at 12");
    assert_true(harness_shows(&h, "drawn 5× as long"));
    harness_key(&h, SDLK_HOME, KMOD_NONE); /* the first step is long enough */
    const dh_weights next = harness_runs(&h)->run[0].row[1].weights;
    const ui_point there = plot_at(&h.app.pictures.frames.weights, next.slope, next.intercept);
    if (!harness_shows(&h, "drawn 2× as long"))
        assert_true(ui_distance(tip_of(&h, PLOT_ARROW_STEP), there) < 0.5);
    harness_end(&h);
}

/* Beside the run's place, where the step is nearer, the card is the step's. */
static void pointing_at_an_arrow_tells_what_it_is(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    const ui_point from = in_weights(&h, 0, 12);
    const ui_point gradient = tip_of(&h, PLOT_ARROW_GRADIENT), step = tip_of(&h, PLOT_ARROW_STEP);
    harness_move(&h, gradient.x - 3.0, gradient.y);
    assert_true(harness_shows(&h, "Minus gradient × 0.1000"));
    assert_true(harness_shows(&h, "slope     0.1183") && harness_shows(&h, "intercept 0.0204"));
    assert_false(harness_shows(&h, "downhill"));
    harness_move(&h, step.x + 1.0, step.y);
    assert_false(harness_shows(&h, "Minus gradient × 0.1000"));
    assert_true(harness_shows(&h, "slope     0.1183") && !harness_shows(&h, "step      12"));
    harness_move(&h, from.x, from.y);
    assert_true(harness_shows(&h, "step      12") && !harness_shows(&h, "slope     0.1183"));
    harness_move(&h, step.x - 2.0, step.y + 40.0);
    assert_true(harness_shows(&h, "downhill"));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adam --lr 0.2");
    const ui_point moment = tip_of(&h, PLOT_ARROW_VELOCITY);
    harness_move(&h, moment.x - 4.0, moment.y + 1.0);
    assert_true(harness_shows(&h, "Moment × 0.2000"));
    harness_end(&h);
}

/* What all points add is the gradient, in each weight; and the card tells a point's part. */
static void pulls_add_up_to_the_gradient(void **state)
{
    (void)state;
    static const char *const lines[] = {"--at 12", "--at 3 --sample cars --standardize --loss sum",
                                        "--at 5 --loss half --lr 0.01 --sample faithful"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        const dh_problem *problem = &harness_runs(&h)->problem;
        const dh_weights now = harness_now(&h).weights;
        const dh_weights whole = dh_objective_at(&problem->objective, now).gradient;
        dh_weights sum = {0.0, 0.0};
        for (size_t k = 0; k < problem->n; k++) {
            const double x = dh_scaled(problem->scaling, problem->x[k]);
            const dh_weights pull =
                dh_gradient_of_point(problem->def.loss, x, problem->y[k], problem->n, now);
            sum.slope += pull.slope;
            sum.intercept += pull.intercept;
        }
        assert_true(fabs(sum.slope - whole.slope) <= 1e-9 * (1.0 + fabs(whole.slope)));
        assert_true(fabs(sum.intercept - whole.intercept) <= 1e-9 * (1.0 + fabs(whole.intercept)));
        harness_end(&h);
    }
}

static void pulls_are_a_bar_and_a_foot_at_every_point_that_is_seen(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show no-gradient-arrow");
    const int without = harness_strokes(&h, h.app.style.gradient);
    harness_type(&h, "5");
    assert_int_equal(harness_strokes(&h, h.app.style.gradient) - without,
                     2 * 100 + 1); /* and the mean */
    assert_true(harness_shows(&h, "all pulls: gradient −1.1835, −0.2037"));
    assert_true(harness_shows(&h, "mean of x"));
    harness_type(&h, "5");
    assert_int_equal(harness_strokes(&h, h.app.style.gradient), without);
    harness_end(&h);
    harness_start(&h, "--at 12 --batch 10 --show no-gradient-arrow,pulls");
    assert_int_equal(harness_strokes(&h, h.app.style.gradient), 2 * 10 + 1);
    harness_end(&h);
}

/* Once the run has arrived there is nothing to point at. */
static void arrows_are_not_drawn_without_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 900 --steps 1000");
    assert_true(harness_shows(&h, "lowest at 3.04, 2.50"));
    assert_false(harness_shows_part(&h, "× as long"));
    assert_false(harness_shows(&h, "Minus gradient"));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_the_points_the_loss_and_the_minimum_are_named),
        cmocka_unit_test(the_loss_can_always_be_read),
        cmocka_unit_test(the_equation_moves_nothing),
        cmocka_unit_test(words_on_contours_cover_no_path_and_no_others),
        cmocka_unit_test(the_card_tells_what_the_step_does_to_the_loss),
        cmocka_unit_test(the_card_tells_the_step_that_was_made),
        cmocka_unit_test(a_place_among_the_weights_tells_its_loss_and_the_way_downhill),
        cmocka_unit_test(arrows_of_one_direction_lie_side_by_side),
        cmocka_unit_test(arrows_are_named_and_long_enough_to_be_seen),
        cmocka_unit_test(pointing_at_an_arrow_tells_what_it_is),
        cmocka_unit_test(pulls_add_up_to_the_gradient),
        cmocka_unit_test(pulls_are_a_bar_and_a_foot_at_every_point_that_is_seen),
        cmocka_unit_test(arrows_are_not_drawn_without_end),
        cmocka_unit_test(words_on_contours_stay_while_the_run_plays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
