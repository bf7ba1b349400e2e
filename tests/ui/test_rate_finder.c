/* The curve of the rate finder: what it tells, shows and takes. */
#include "cmocka_includes.h"
#include "model/finder_words.h"
#include "screen/setting_slider.h"
#include "ui/harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Points at a rate on the curve above the slider. */
static void point_at_rate(ui_harness *h, double rate)
{
    const ui_rect curve = harness_rect(h, "Learning rate/rates");
    ui_slider_def slider = setting_slider(h->app.session, field_of(FIELD_RATE));
    slider.rect = curve;
    const double share = log(rate / slider.low) / log(slider.high / slider.low);
    harness_move(h, curve.x + share * curve.w, curve.y + 0.5 * curve.h);
    harness_wait(h, 200); /* the run is found out */
}

static void pointing_at_a_rate_tells_its_steps_and_changes_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    harness_settle(&h);
    point_at_rate(&h, 0.2);
    assert_true(harness_shows_part(&h, ": 29 steps") || harness_shows_part(&h, ": 30 steps"));
    point_at_rate(&h, 2.0);
    assert_true(harness_shows_part(&h, ": diverges"));
    point_at_rate(&h, 0.01);
    assert_true(harness_shows_part(&h, " after 100 steps"));
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    assert_int_equal(harness_player(&h)->playhead, 12);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

/* The numbers on the curve are those of a run at that rate. */
static void what_is_told_is_what_the_run_does(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "--optimizer momentum", "--optimizer adam",
                                        "--batch 10", "--sample cars --standardize"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        char line[128];
        snprintf(line, sizeof line, "--at 12 %s", lines[i]);
        harness_start_folded(&h, line);
        harness_settle(&h);
        const model_finder *finder = session_finder(h.app.session);
        const double rate = finder->rate[finder->best];
        const size_t steps = finder->outcome[finder->best].near_from;
        assert_true(steps != DH_NEVER);
        harness_click_on(&h, "Learning rate/fastest");
        assert_exactly(harness_recipe(&h)->rate.first, rate);
        session_last(h.app.session);
        assert_int_equal(dh_run_near_from(&harness_runs(&h)->run[0]), steps);
        assert_int_equal(harness_undo_all(&h), 1);
        harness_end(&h);
    }
}

/* The slider's mark, the words and the legend mean one thing; so does the race. */
static void fastest_has_one_meaning(void **state)
{
    (void)state;
    static const char *const lines[] = {"--at 12", "--at 12 --optimizer momentum"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        char steps[32];
        harness_start_folded(&h, lines[i]);
        harness_settle(&h);
        const model_finder *finder = session_finder(h.app.session);
        const ui_slider_def slider = setting_slider(h.app.session, field_of(FIELD_RATE));
        assert_exactly(slider.aim, finder->rate[finder->best]);
        snprintf(steps, sizeof steps, ": %zu steps", finder->outcome[finder->best].near_from);
        assert_true(harness_shows_part(&h, steps));
        harness_key(&h, SDLK_k, KMOD_NONE); /* a run beside: there is a legend */
        harness_click_on(&h, "Learning rate/fastest");
        session_last(h.app.session);
        h.app.stale = true;
        assert_true(app_draw(&h.app));
        snprintf(steps, sizeof steps, "%zu", dh_run_near_from(&harness_runs(&h)->run[0]));
        assert_true(harness_shows(&h, steps));
        harness_end(&h);
    }
}

static void the_run_of_a_rate_is_a_ghost_in_all_pictures(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --show no-gradient-arrow");
    harness_settle(&h);
    const ui_color ghost = plot_ghost_stroke(&h.app.style).color;
    const int without = harness_strokes(&h, ghost);
    point_at_rate(&h, 0.4);
    assert_true(harness_strokes(&h, ghost) >= without + 3); /* line, path and curve */
    harness_move(&h, 700.0, 780.0);
    assert_int_equal(harness_strokes(&h, ghost), without);
    harness_end(&h);
}

static void the_curve_can_be_a_picture(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    harness_settle(&h);
    harness_type(&h, "4");
    assert_true(harness_shows(&h, "Steps by learning rate"));
    assert_true(harness_shows(&h, "steps to stay within 1 %"));
    assert_true(harness_shows(&h, "learning rate"));
    assert_false(harness_shows(&h, "Loss over the weights"));
    char *line = app_command_line(&h.app);
    assert_non_null(strstr(line, "--show finder"));
    free(line);
    harness_type(&h, "4");
    assert_true(harness_shows(&h, "Loss over the weights"));
    harness_end(&h);
}

/* In the picture a rate is pointed at and taken as on the curve over the slider; words say what is
 * above the last step. */
static void the_picture_is_pointed_at_and_clicked(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --show finder");
    harness_settle(&h);
    assert_true(harness_shows(&h, "not in 100 steps: loss at the end"));
    const plot_frame frame = h.app.pictures.frames.rates;
    const double x = plot_position(&frame.x, 0.2), y = frame.area.y + 0.5 * frame.area.h;
    harness_move(&h, x, y);
    harness_wait(&h, 200);
    const model_finder *finder = session_finder(h.app.session);
    const int pointed = finder_nearest(finder, plot_value(&frame.x, round(x)));
    assert_true(harness_shows(&h, finder_words_of(finder, pointed).text));
    assert_exactly(harness_recipe(&h)->rate.first, 0.1);
    harness_click(&h, x, y);
    assert_true(fabs(harness_recipe(&h)->rate.first - 0.2) < 0.01);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

/* Where the runs hardly differ the axis begins near the fewest steps, so that the best is low. */
static void the_curve_has_the_height_it_needs(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --optimizer momentum --show finder");
    harness_settle(&h);
    const model_finder *finder = session_finder(h.app.session);
    const plot_axis steps = h.app.pictures.frames.rates.y;
    const double fewest = (double)finder->outcome[finder->best].near_from;
    assert_true(steps.low < fewest && fewest < 2.0 * steps.low);
    assert_exactly(steps.high, 100.0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pointing_at_a_rate_tells_its_steps_and_changes_nothing),
        cmocka_unit_test(what_is_told_is_what_the_run_does),
        cmocka_unit_test(fastest_has_one_meaning),
        cmocka_unit_test(the_run_of_a_rate_is_a_ghost_in_all_pictures),
        cmocka_unit_test(the_curve_can_be_a_picture),
        cmocka_unit_test(the_picture_is_pointed_at_and_clicked),
        cmocka_unit_test(the_curve_has_the_height_it_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
