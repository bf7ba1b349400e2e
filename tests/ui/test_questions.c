/* Twelve questions that a newcomer has, each with its answer on the screen where it is asked. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>
#include <string.h>

/* A text on the screen that holds these words; its color. Fails the test when there is none. */
static ui_color said(const ui_harness *h, const char *words)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        if (shape->kind == UI_SHAPE_TEXT && strstr(canvas->bytes + shape->first, words))
            return shape->color;
    }
    fail_msg("nothing says '%s'", words);
    return (ui_color){0};
}

static void what_is_the_orange(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    said(&h, "100 points");
    const ui_canvas *canvas = &h.app.ui.canvas;
    bool beside = false; /* a disc of that color, in the same line of words */
    for (size_t i = 0; i < canvas->shape_count; i++)
        beside |= canvas->shapes[i].kind == UI_SHAPE_DISC && canvas->shapes[i].box.y < 30.0 &&
                  ui_solid(canvas->shapes[i].color) == ui_solid(h.app.style.point);
    assert_true(beside);
    harness_end(&h);
}

static void what_is_the_blue(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    assert_int_equal(ui_solid(said(&h, "y = 1.36 x + 2.40")), ui_solid(h.app.style.line));
    harness_end(&h);
}

static void what_did_the_last_step_change_and_why(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --size 1920x1080");
    said(&h, "The line turned up by 0.127 and rose by 0.0255: points on the right lie above it.");
    said(&h, "Loss 1.25 to 1.09.");
    harness_end(&h);
}

static void which_way_is_downhill(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 0");
    said(&h, "Downhill: turn the line up, and raise it.");
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_move(&h, area.x + 0.5 * area.w, area.y + 0.8 * area.h);
    said(&h, "downhill");
    harness_end(&h);
}

/* Told by the curve above the slider. */
static void what_happens_at_twice_this_rate(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    harness_settle(&h);
    const ui_rect curve = harness_rect(&h, "Learning rate/rates");
    const double share = log(0.2 / 0.003) / log(3.0 / 0.003); /* of the slider's three decades */
    harness_move(&h, curve.x + share * curve.w, curve.y + 0.5 * curve.h);
    said(&h, " steps");
    said(&h, "0.2");
    harness_end(&h);
}

static void which_rate_is_fastest(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    harness_settle(&h);
    said(&h, "fastest 0.668: 7 steps");
    harness_end(&h);
}

static void when_does_it_blow_up(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    said(&h, "diverges above 1");
    harness_end(&h);
    harness_start_folded(&h, "--at 30 --lr 1.2");
    said(&h, "diverging: the learning rate 1.2 is above 1");
    said(&h, "Too far");
    harness_end(&h);
}

static void why_does_it_slow_down_near_the_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 60");
    said(&h, "Small steps now: the slope of the loss is down");
    harness_end(&h);
}

static void what_is_the_best_it_can_do(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    said(&h, "lowest possible 0.0908");
    said(&h, "lowest at 3.04, 2.50");
    said(&h, "best fit");
    harness_end(&h);
}

static void what_does_a_mini_batch_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 0 --batch 10");
    bool told = false; /* at one of the steps at least */
    for (size_t step = 1; step < 100 && !told; step++) {
        session_show(h.app.session, step);
        h.app.stale = true;
        assert_true(app_draw(&h.app));
        const ui_canvas *canvas = &h.app.ui.canvas;
        for (size_t i = 0; i < canvas->shape_count; i++)
            told |= canvas->shapes[i].kind == UI_SHAPE_TEXT &&
                    strstr(canvas->bytes + canvas->shapes[i].first,
                           "This batch of 10 points sees another slope of the loss than all 100.");
    }
    assert_true(told);
    said(&h, "epoch ");
    said(&h, "Minus gradient of the batch");
    said(&h, "Minus gradient of all");
    harness_end(&h);
}

static void why_is_adams_path_different(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 1 --optimizer adam");
    said(&h, "Adam divides by the size of recent gradients: both weights moved by about 0.1.");
    harness_end(&h);
}

static void what_would_scaling_x_do(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 0 --sample cars --lr 0.1");
    said(&h, "the learning rate 0.1 is above 0.00");
    said(&h, "standardize x");
    harness_end(&h);
    harness_start_folded(&h, "--at 50 --sample cars --lr 0.003");
    said(&h,
         "The weights creep along a valley: the loss is 2600 times flatter along it than across.");
    said(&h, "With x standardized (X) it would be equally steep.");
    harness_key(&h, SDLK_x, KMOD_NONE);
    said(&h, "of standardized x");
    harness_key(&h, SDLK_HOME, KMOD_NONE);
    said(&h, "x is standardized: the loss is equally steep in both weights.");
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_the_orange),
        cmocka_unit_test(what_is_the_blue),
        cmocka_unit_test(what_did_the_last_step_change_and_why),
        cmocka_unit_test(which_way_is_downhill),
        cmocka_unit_test(what_happens_at_twice_this_rate),
        cmocka_unit_test(which_rate_is_fastest),
        cmocka_unit_test(when_does_it_blow_up),
        cmocka_unit_test(why_does_it_slow_down_near_the_end),
        cmocka_unit_test(what_is_the_best_it_can_do),
        cmocka_unit_test(what_does_a_mini_batch_change),
        cmocka_unit_test(why_is_adams_path_different),
        cmocka_unit_test(what_would_scaling_x_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
