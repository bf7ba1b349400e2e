/* A person's own run beside this one, and what the check says of it in the window. */
#include "cmocka_includes.h"
#include "ui/texts.h"
#include "ui/traces.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Its line, its path and its curve are in its own color, and a diamond is where it departs. */
static void it_is_drawn_in_a_look_of_its_own(void **state)
{
    (void)state;
    for (int dark = 0; dark < 2; dark++) {
        ui_harness h;
        start_with(&h, "accumulated", dark ? "--lr 0.1 --at 20 --theme dark" : "--lr 0.1 --at 20");
        const plot_style *style = &h.app.style;
        const ui_color color = style->look[PLOT_TRACE_LOOK].color;
        const uint32_t wanted = (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
        assert_true(harness_strokes(&h, color) >= 2);
        assert_int_equal(checked(&h)->verdict.departure.step, 2);
        const dh_row row = harness_runs(&h)->run[1].row[2];
        const plot_frame *loss = &h.app.pictures.frames.loss;
        const plot_frame *weights = &h.app.pictures.frames.weights;
        const ui_point marks[] = {plot_at(loss, 2.0, row.loss),
                                  plot_at(weights, row.weights.slope, row.weights.intercept)};
        for (int i = 0; i < 2; i++) {
            const double rim = style->departure - style->ghost_width;
            assert_int_equal(harness_pixel(&h, marks[i].x, marks[i].y - rim), wanted);
            assert_int_equal(harness_pixel(&h, marks[i].x, marks[i].y + rim), wanted);
            assert_int_not_equal(harness_pixel(&h, marks[i].x, marks[i].y), wanted);
        }
        harness_click_on(&h, "run 2/hide");
        assert_int_equal(harness_strokes(&h, color), 0);
        harness_end(&h);
    }
}

/* Whatever loss is taken here. */
static void the_words_name_the_loss_that_it_is(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "agree", "--lr 0.1 --loss half");
    assert_true(harness_shows_part(&h, "it is the gradient of the mean"));
    harness_end(&h);
    start_with(&h, "half", "--lr 0.2 --loss half");
    assert_true(harness_shows_part(&h, "its learning rate is 0.1"));
    harness_end(&h);
}

/* Only where the verdict is cut the pointer gets it all told. */
static void a_verdict_that_is_cut_is_told_at_the_pointer(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "half", "--lr 0.1");
    assert_null(ui_find_control(&h.app.ui, "verdict/words"));
    harness_end(&h);
    start_with(&h, "scaled-x", "--lr 0.01 --size 800x560 --scale 1.6");
    const ui_point at = harness_center(&h, "verdict/words");
    harness_move(&h, at.x, at.y);
    harness_wait(&h, 700);
    assert_true(h.app.ui.hint_shown && strstr(h.app.ui.hint, "trained on x that was scaled"));
    harness_end(&h);
}

/* The mark beside the words shows the step whose update departs. */
static void the_mark_shows_the_step_that_departs(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "momentum", "--lr 0.1 --at 30");
    assert_int_equal(checked(&h)->verdict.departure.step, 2);
    harness_click_on(&h, "verdict/mark");
    assert_int_equal(harness_player(&h)->playhead, 1);
    assert_true(harness_shows(&h, "Next: 1 → 2"));
    assert_true(harness_shows_part(&h, "≠"));
    harness_end(&h);
}

/* The way that the button shows leads to a run that agrees, and is one to undo. */
static void the_button_leads_to_the_same_run(void **state)
{
    (void)state;
    static const struct {
        const char *trace, *options, *verdict, *button;
    } cases[] = {
        {"half", "--lr 0.1", "half", "show with half the mean"},
        {"sum", "--lr 0.0002", NULL, NULL},
        {"learning-rate", "--lr 0.1", "learning-rate", NULL},
        {"momentum", "--lr 0.1", "momentum", "show with Momentum"},
        {"adam", "--lr 0.1", "adam", "show with Adam"},
        {"scaled-x", "--lr 0.1", "scaled-x", "show on standardized x"},
        {"agree", "--lr 0.1 --init 3,3", "other-start", "start where it does"},
        {"half", "--lr 0.1 --init 3,3", "half", "show with half the mean"},
        {"momentum", "--lr 0.05 --init 3,3", "momentum", "show with Momentum"},
        {"agree", "--lr 0.1 --loss half", "learning-rate", "show with the mean"},
        {"half", "--lr 0.1 --loss sum", NULL, "show with half the mean"},
        {"half", "--lr 0.2 --loss half", "half", "show with rate 0.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ui_harness h;
        start_with(&h, cases[i].trace, cases[i].options);
        if (cases[i].verdict)
            assert_string_equal(verdict(&h), cases[i].verdict);
        if (cases[i].button)
            assert_true(harness_shows(&h, cases[i].button));
        const model_scene before = *harness_scene(&h);
        harness_click_on(&h, "verdict/way");
        if (strcmp(verdict(&h), "agree") != 0)
            fail_msg("%s %s: %s", cases[i].trace, cases[i].options, verdict(&h));
        assert_true(harness_shows_part(&h, "agrees in all"));
        const dh_run *runs = harness_runs(&h)->run;
        for (size_t t = 0; t < runs[1].known; t++)
            assert_true(fabs(runs[0].row[t].weights.slope - runs[1].row[t].weights.slope) < 1e-6);
        harness_key(&h, SDLK_z, KMOD_CTRL);
        assert_true(fields_same_scene(harness_scene(&h), &before));
        harness_end(&h);
    }
}

/* A mistake is shown as a run of its own, which is the same. */
static void the_button_shows_a_mistake_beside(void **state)
{
    (void)state;
    static const char *const mistakes[] = {
        "accumulated",          "uphill", "no-x", "swapped", "one-weight-slope", "sequential",
        "sequential-intercept", "l1"};
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        ui_harness h;
        start_with(&h, mistakes[i], "");
        assert_string_equal(verdict(&h), mistakes[i]);
        assert_true(harness_shows(&h, "show this mistake"));
        harness_click_on(&h, "verdict/way");
        assert_int_equal(harness_scene(&h)->count, 3);
        const dh_run *runs = harness_runs(&h)->run;
        for (size_t t = 0; t < runs[1].known; t++)
            assert_true(fabs(runs[2].row[t].weights.slope - runs[1].row[t].weights.slope) <
                        1e-6 * (1.0 + fabs(runs[1].row[t].weights.slope)));
        assert_string_equal(verdict(&h), mistakes[i]);
        assert_false(harness_shows(&h, "show this mistake")); /* it is */
        harness_end(&h);
    }
}

static void what_it_moved_by_stands_beside_what_it_should_have(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "sequential", "--lr 0.1");
    assert_true(harness_shows(&h, "sequential.csv moved by"));
    assert_true(harness_shows(&h, "it should have moved by"));
    const checked_update update = checked_update_at(checked(&h), harness_runs(&h), 3);
    assert_true(fabs(update.made.slope - update.due.slope) < 1e-12);
    assert_false(update.slope_departs);
    assert_true(update.intercept_departs);
    assert_true(harness_shows_part(&h, "≠ a₁"));
    assert_false(harness_shows_part(&h, "≠ a₀"));
    harness_key(&h, SDLK_END, KMOD_NONE);
    assert_true(harness_shows(&h, "sequential.csv has no step after this"));
    harness_end(&h);
    start_with(&h, "agree", "--lr 0.1");
    assert_false(harness_shows_part(&h, "≠"));
    harness_end(&h);
}

static void it_can_be_removed_but_not_be_controlled(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "half", "--lr 0.1");
    assert_false(harness_shows(&h, "control"));
    harness_key(&h, SDLK_k, KMOD_NONE);
    assert_int_equal(harness_scene(&h)->count, 3);
    assert_true(harness_shows(&h, "control"));
    harness_click_on(&h, "run 1/remove"); /* the kept run takes its place */
    assert_int_equal(harness_scene(&h)->count, 2);
    assert_non_null(scene_trace(harness_scene(&h)));
    model_scene scene = *harness_scene(&h);
    scene_remove(&scene, 0); /* none could */
    assert_int_equal(scene.count, 2);
    harness_click_on(&h, "run 2/remove");
    assert_int_equal(harness_scene(&h)->count, 1);
    assert_false(checked(&h)->there);
    assert_false(harness_shows_part(&h, "departs"));
    harness_key(&h, SDLK_z, KMOD_CTRL);
    assert_string_equal(verdict(&h), "half");
    harness_end(&h);
}

static void a_race_keeps_it(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "half", "--lr 0.1");
    harness_key(&h, SDLK_a, KMOD_NONE);
    assert_int_equal(harness_scene(&h)->count, 8);
    assert_non_null(scene_trace(harness_scene(&h)));
    assert_true(checked(&h)->judged);
    harness_end(&h);
}

/* The pin holds its step, too. */
static void the_pin_holds_the_step(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "half", "--lr 0.1 --show pin");
    harness_click_on(&h, "verdict/way");
    assert_int_equal(harness_player(&h)->playhead, 3);
    assert_int_equal(session_step(h.app.session, 1), 3);
    harness_end(&h);
}

/* A rate that is not given is found, and is not changed any more by the verdict. */
static void the_rate_is_found_where_none_is_given(void **state)
{
    (void)state;
    ui_harness h;
    start_with(&h, "half", "");
    assert_string_equal(verdict(&h), "agree");
    assert_exactly(harness_recipe(&h)->rate.first, 0.05);
    harness_end(&h);
}

static void mistakes_are_runs_that_follow_the_current_one(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --batch 10");
    harness_type(&h, "6");
    assert_true(harness_shows(&h, "without setting gradients to zero"));
    harness_click_on(&h, "mistake/accumulated");
    harness_click_on(&h, "mistake/uphill");
    assert_int_equal(harness_scene(&h)->count, 3);
    assert_string_equal(scene_title(harness_scene(&h), 1), "without setting gradients to zero");
    assert_int_equal(harness_scene(&h)->run[1].recipe.batch, 0);
    harness_type(&h, "]");
    const double rate = harness_recipe(&h)->rate.first;
    assert_true(rate != 0.1);
    assert_exactly(harness_runs(&h)->run[1].recipe.rate.first, rate);
    assert_exactly(harness_runs(&h)->run[2].recipe.rate.first, rate);
    assert_false(harness_shows(&h, "control"));
    char *line = app_command_line(&h.app);
    assert_non_null(strstr(line, "mistake=accumulated"));
    free(line);
    harness_click_on(&h, "mistake/accumulated");
    assert_int_equal(harness_scene(&h)->count, 2);
    harness_key(&h, SDLK_z, KMOD_CTRL);
    assert_int_equal(harness_scene(&h)->count, 3);
    harness_type(&h, "6");
    assert_false(harness_shows(&h, "plus in place of minus beside"));
    assert_false(harness_view(&h)->unfolded[VIEW_SECTION_MISTAKES]);
    harness_end(&h);
}

static void nothing_overlaps_or_is_cut(void **state)
{
    (void)state;
    char options[512];
    static const char *const traces[] = {"half", "sequential-intercept", "shifted"};
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++) {
        snprintf(options, sizeof options,
                 "%s --trace " REFERENCE_DIR "/traces/%s.csv --lr 0.1 --at 9", POINTS, traces[i]);
        check_everywhere(options);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_drawn_in_a_look_of_its_own),
        cmocka_unit_test(the_mark_shows_the_step_that_departs),
        cmocka_unit_test(the_button_leads_to_the_same_run),
        cmocka_unit_test(the_button_shows_a_mistake_beside),
        cmocka_unit_test(what_it_moved_by_stands_beside_what_it_should_have),
        cmocka_unit_test(it_can_be_removed_but_not_be_controlled),
        cmocka_unit_test(a_race_keeps_it),
        cmocka_unit_test(the_pin_holds_the_step),
        cmocka_unit_test(the_rate_is_found_where_none_is_given),
        cmocka_unit_test(mistakes_are_runs_that_follow_the_current_one),
        cmocka_unit_test(the_words_name_the_loss_that_it_is),
        cmocka_unit_test(a_verdict_that_is_cut_is_told_at_the_pointer),
        cmocka_unit_test(nothing_overlaps_or_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
