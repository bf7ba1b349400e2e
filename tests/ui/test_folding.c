/* The sections of the controls: folded at first, each with a word of what it holds. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdlib.h>
#include <string.h>

static bool has(ui_harness *h, const char *path)
{
    return ui_find_control(&h->app.ui, path) != NULL;
}

static void at_first_only_rate_and_start_are_unfolded(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    assert_true(has(&h, "Learning rate/slider") && has(&h, "Start slope a₀/slider") &&
                has(&h, "Start intercept a₁/slider"));
    assert_false(has(&h, "optimizer") || has(&h, "Batch/slider") || has(&h, "theme") ||
                 has(&h, "Race all") || has(&h, "source"));
    harness_end(&h);
}

static void a_folded_section_says_what_it_holds(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    assert_true(harness_shows(&h, "Gradient descent") && harness_shows(&h, "all points") &&
                harness_shows(&h, "Gradient, Step, Words") && harness_shows(&h, "one") &&
                harness_shows(&h, "Line with noise"));
    harness_end(&h);
    harness_start_folded(&h, "--at 12 --optimizer adam --batch 10 --vs optimizer=gd --sample cars "
                             "--lr 0.01 --show no-gradient-arrow,residuals,no-velocity-arrow");
    assert_true(harness_shows(&h, "Adam") && harness_shows(&h, "10 of 50 points") &&
                harness_shows(&h, "Step, Words, Residuals") &&
                harness_shows(&h, "2 side by side") && harness_shows(&h, "Cars: speed, stopping"));
    harness_end(&h);
}

static void a_section_unfolds_by_click_by_key_and_by_tab_and_enter(void **state)
{
    (void)state;
    static const struct {
        const char *head, *control;
        SDL_Keycode key;
    } sections[] = {{"Optimizer", "optimizer", SDLK_1},
                    {"Batch", "Batch/slider", SDLK_2},
                    {"Show", "theme", SDLK_3},
                    {"Runs", "Race all", SDLK_4},
                    {"Data", "source", SDLK_5}};
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        harness_click_on(&h, sections[i].head);
        assert_true(has(&h, sections[i].control));
        harness_key(&h, sections[i].key, KMOD_CTRL);
        assert_false(has(&h, sections[i].control));
    }
    const int before = 7; /* numbers and sliders of rate and start, and the best rate */
    for (int i = 0; i <= before; i++)
        harness_key(&h, SDLK_TAB, KMOD_NONE);
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_true(has(&h, "optimizer"));
    harness_end(&h);
}

/* What is about to be clicked is above what unfolds. */
static void unfolding_moves_nothing_above(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    const double rate = harness_rect(&h, "Learning rate/slider").y;
    const double head = harness_rect(&h, "Optimizer").y;
    harness_click_on(&h, "Optimizer");
    const double choice = harness_rect(&h, "optimizer").y;
    for (int i = 0; i < 8; i++) {
        harness_key(&h, SDLK_o, KMOD_NONE);
        assert_exactly(harness_rect(&h, "Learning rate/slider").y, rate);
        assert_exactly(harness_rect(&h, "Optimizer").y, head);
        assert_exactly(harness_rect(&h, "optimizer").y, choice);
    }
    harness_end(&h);
}

static void what_is_unfolded_comes_into_view(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --size 800x560");
    harness_key(&h, SDLK_5, KMOD_CTRL);
    const double buttons = harness_rect(&h, "undo").y;
    const ui_rect source = harness_rect(&h, "source"), head = harness_rect(&h, "Data");
    assert_true(source.y + source.h < buttons && head.y > 0.0 && head.y < source.y);
    harness_key(&h, SDLK_5, KMOD_CTRL);
    harness_key(&h, SDLK_1, KMOD_CTRL);
    const ui_rect last = harness_rect(&h, "Rate from this step on");
    assert_true(last.y + last.h < buttons);
    harness_end(&h);
}

static void what_is_unfolded_stays_so_and_is_in_no_command_line(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    char *folded = app_command_line(&h.app);
    harness_click_on(&h, "Data");
    char *unfolded = app_command_line(&h.app);
    assert_string_equal(folded, unfolded);
    harness_click_on(&h, "New data");
    harness_key(&h, SDLK_z, KMOD_CTRL);
    harness_key(&h, SDLK_1, KMOD_NONE); /* the data picture alone, and all again */
    harness_key(&h, SDLK_1, KMOD_NONE);
    assert_true(has(&h, "source"));
    free(folded);
    free(unfolded);
    harness_end(&h);
}

static void from_where_the_rate_changes_is_told_below_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12");
    assert_false(harness_shows(&h, "from step 12 on"));
    harness_key(&h, SDLK_h, KMOD_NONE);
    assert_true(harness_shows(&h, "from step 12 on"));
    harness_end(&h);
}

static void the_rate_that_a_schedule_has_come_to_is_told_below_it(void **state)
{
    (void)state;
    ui_harness h;
    harness_start_folded(&h, "--at 12 --lr 0.1,10:0.01");
    assert_true(harness_shows(&h, "0.01 at step 12"));
    harness_key(&h, SDLK_HOME, KMOD_NONE);
    assert_false(harness_shows(&h, "0.1 at step 0"));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_first_only_rate_and_start_are_unfolded),
        cmocka_unit_test(a_folded_section_says_what_it_holds),
        cmocka_unit_test(a_section_unfolds_by_click_by_key_and_by_tab_and_enter),
        cmocka_unit_test(unfolding_moves_nothing_above),
        cmocka_unit_test(what_is_unfolded_comes_into_view),
        cmocka_unit_test(what_is_unfolded_stays_so_and_is_in_no_command_line),
        cmocka_unit_test(the_rate_that_a_schedule_has_come_to_is_told_below_it),
        cmocka_unit_test(from_where_the_rate_changes_is_told_below_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
