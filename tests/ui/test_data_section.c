/* The panel's section of the data: where points come from, and how they are trained on. */
#include "cmocka_includes.h"
#include "model/sources.h"
#include "table/samples.h"
#include "ui/harness.h"

#include <stdio.h>
#include <string.h>

static const dh_source *source(const ui_harness *h)
{
    return &harness_scene(h)->problem.source;
}

/* Opens a choice and clicks on a row of its list. */
static void choose(ui_harness *h, const char *path, int row)
{
    harness_click_on(h, path);
    const ui_list *list = &h->app.ui.list;
    assert_true(list->of != 0);
    const double height = list->rect.h / list->count;
    harness_click(h, list->rect.x + 20.0, list->rect.y + (row + 0.5) * height);
    assert_int_equal(h->app.ui.list.of, 0);
}

/* All words of the paragraph, whatever lines they are in. */
static bool shows_words(ui_harness *h, const char *text)
{
    char first[32];
    snprintf(first, sizeof first, "%.*s", (int)strcspn(text, " "), text);
    const ui_canvas *canvas = &h->app.ui.canvas;
    for (size_t i = 0; i < canvas->shape_count; i++)
        if (canvas->shapes[i].kind == UI_SHAPE_TEXT) {
            const char *line = canvas->bytes + canvas->shapes[i].first;
            if (strlen(line) > strlen(first) && strncmp(text, line, strlen(line)) == 0)
                return true;
        }
    return false;
}

/* A text that begins with these two after one another. */
static bool shows_beginning(ui_harness *h, const char *first, const char *second)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const size_t length = strlen(first);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const char *text = canvas->bytes + canvas->shapes[i].first;
        if (canvas->shapes[i].kind == UI_SHAPE_TEXT && strncmp(text, first, length) == 0 &&
            strncmp(text + length, second, strlen(second)) == 0)
            return true;
    }
    return false;
}

static void every_sample_can_be_chosen_and_says_what_to_see(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    for (int i = 0; i < sample_count(); i++) {
        choose(&h, "source", 1 + i);
        assert_int_equal(source(&h)->kind, DH_SOURCE_GIVEN);
        assert_string_equal(source(&h)->given->place.path, sample_at(i)->name);
        assert_true(harness_shows(&h, source(&h)->given->x_name));
        assert_true(shows_words(&h, sample_at(i)->see));
    }
    choose(&h, "source", 0);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    assert_int_equal(harness_undo_all(&h), sample_count() + 1);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    harness_end(&h);
}

static void up_and_down_choose_a_source(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    harness_scroll_to(&h, "source");
    harness_click_on(&h, "source");
    harness_key(&h, SDLK_ESCAPE, KMOD_NONE); /* which leaves it the keyboard */
    harness_key(&h, SDLK_UP, KMOD_NONE);     /* there is nothing above the first */
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    harness_key(&h, SDLK_DOWN, KMOD_NONE);
    harness_key(&h, SDLK_DOWN, KMOD_NONE);
    assert_string_equal(source(&h)->given->place.path, "anscombe2");
    harness_key(&h, SDLK_UP, KMOD_NONE);
    assert_string_equal(source(&h)->given->place.path, "anscombe1");
    harness_key(&h, SDLK_UP, KMOD_NONE);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    assert_int_equal(harness_undo_all(&h), 4);
    harness_end(&h);
}

static void in_the_open_list_nothing_is_chosen_before_enter(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    harness_scroll_to(&h, "source");
    harness_click_on(&h, "source");
    for (int i = 0; i < 5; i++)
        harness_key(&h, SDLK_DOWN, KMOD_NONE);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_string_equal(source(&h)->given->place.path, "cars");
    assert_int_equal(harness_runs(&h)->problem.n, 50);
    assert_int_equal(harness_undo_all(&h), 1);
    harness_end(&h);
}

/* Whatever is shown in between: the generated line, or a sample. */
static void ones_own_points_stay_the_last_of_the_list(void **state)
{
    (void)state;
    const int own = 1 + sample_count();
    for (int between = 0; between < own; between++) {
        ui_harness h;
        harness_start(&h, "--at 12 --xy '1,2 3,5'");
        assert_int_equal(sources_chosen(h.app.session), own);
        choose(&h, "source", between);
        assert_int_equal(sources_chosen(h.app.session), between);
        assert_int_equal(sources_count(h.app.session), own + 1);
        choose(&h, "source", own);
        assert_int_equal(harness_runs(&h)->problem.n, 2);
        assert_exactly(harness_runs(&h)->problem.y[1], 5.0);
        assert_true(harness_shows(&h, "typed points"));
        assert_true(harness_shows(&h, "2 points"));
        assert_int_equal(harness_undo_all(&h), 2);
        harness_end(&h);
    }
}

static void edited_points_are_the_last_of_the_list_too(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --sample cars --show edit");
    assert_int_equal(sources_count(h.app.session), 1 + sample_count());
    const ui_rect area = harness_data_frame(&h).area;
    harness_click(&h, area.x + 0.1 * area.w, area.y + 0.2 * area.h);
    assert_int_equal(harness_runs(&h)->problem.n, 51);
    choose(&h, "source", 1);
    assert_int_equal(harness_runs(&h)->problem.n, 11);
    choose(&h, "source", 1 + sample_count());
    assert_int_equal(harness_runs(&h)->problem.n, 51);
    assert_string_equal(sources_label(h.app.session, 1 + sample_count()),
                        "Cars: speed, stopping, edited");
    harness_end(&h);
}

static void the_list_of_sources_is_wholly_in_a_small_window(void **state)
{
    (void)state;
    const char *const lines[] = {"--at 12 --size 800x560", "--at 12 --size 800x560 --xy '1,2 3,5'",
                                 "--at 12 --size 800x560 --sample cars --batch 5"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        harness_scroll_to(&h, "source");
        harness_click_on(&h, "source");
        const ui_rect list = h.app.ui.list.rect;
        assert_int_equal(h.app.ui.list.count, sources_count(h.app.session));
        assert_true(list.x >= 0.0 && list.x + list.w <= 800.0);
        assert_true(list.y >= 0.0 && list.y + list.h <= 560.0);
        for (int row = 0; row < h.app.ui.list.count; row++)
            assert_true(harness_shows(&h, sources_label(h.app.session, row)));
        harness_end(&h);
    }
}

/* The sums that each loss has of the residuals at the step that is shown: times 1/n, 1/2n and 1. */
static void the_loss_is_chosen_and_the_gradient_says_so(void **state)
{
    (void)state;
    const struct {
        const char *loss, *gradient;
        double of_mean;
    } says[DH_LOSS_COUNT] = {
        [DH_LOSS_MEAN] = {"mean of the squared residuals 8.1036", "mean of −2 × residual × x", 1.0},
        [DH_LOSS_HALF] = {"half the mean of the squared residuals 4.0518",
                          "half the mean of −2 × residual × x", 0.5},
        [DH_LOSS_SUM] = {"sum of the squared residuals 810.3", "sum of −2 × residual × x", 100.0},
    };
    const int order[] = {DH_LOSS_SUM, DH_LOSS_HALF, DH_LOSS_MEAN};
    ui_harness h;
    harness_start(&h, "--at 0 --show residuals,gradient");
    const double mean = 8.10358695523208; /* PyTorch's, of the notebook's points */
    for (int i = 0; i < 3; i++) {
        choose(&h, "loss", order[i]);
        assert_int_equal(harness_scene(&h)->problem.loss, order[i]);
        assert_close(harness_now(&h).loss, says[order[i]].of_mean * mean, 1e-6);
        assert_true(shows_beginning(&h, "gradient of a₀ = ", says[order[i]].gradient));
        assert_true(shows_beginning(&h, says[order[i]].loss, ""));
    }
    assert_int_equal(harness_undo_all(&h), 3);
    harness_end(&h);
}

/* Of the update, which says of which x its weights are. */
static const char *title(const ui_harness *h)
{
    static char text[64];
    const size_t step = session_step(h->app.session, 0);
    snprintf(text, sizeof text, "Next: %zu → %zu, of standardized x", step, step + 1);
    return text;
}

/* By its key or its check: the numbers of the weights stay, what they mean does not. */
static void standardizing_is_a_change_like_others(void **state)
{
    (void)state;
    for (int by_key = 0; by_key < 2; by_key++) {
        ui_harness h;
        harness_start(&h, "--at 12 --sample cars --init -3,7 --zoom 0,1,0,1");
        if (by_key) {
            harness_key(&h, SDLK_x, KMOD_NONE);
        } else {
            harness_scroll_to(&h, "Standardize x");
            harness_click_on(&h, "Standardize x");
        }
        assert_true(harness_scene(&h)->problem.standardize);
        assert_exactly(harness_scene(&h)->init.slope, -3.0);
        assert_exactly(harness_scene(&h)->init.intercept, 7.0);
        assert_false(harness_view(&h)->zoom.on);
        assert_true(harness_shows(&h, "slope a₀ of standardized x"));
        assert_true(harness_shows(&h, title(&h)));
        assert_close(harness_objective(&h)->minimum.at.intercept, 42.98, 1e-12);
        harness_key(&h, SDLK_z, KMOD_CTRL);
        assert_false(harness_scene(&h)->problem.standardize);
        assert_true(harness_shows(&h, "slope a₀"));
        assert_int_equal(harness_undo_all(&h), 0);
        harness_end(&h);
    }
}

static void the_last_update_says_too_of_which_x_it_is(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 100 --standardize");
    assert_true(harness_shows(&h, "Step 100, the last, of standardized x"));
    harness_key(&h, SDLK_x, KMOD_NONE);
    harness_key(&h, SDLK_END, KMOD_NONE);
    assert_true(harness_shows(&h, "Step 100, the last"));
    harness_end(&h);
}

static void type_into(ui_harness *h, const char *path, const char *text)
{
    harness_click_on(h, path);
    for (const char *at = text; *at; at++)
        harness_type(h, (const char[]){*at, '\0'});
    harness_key(h, SDLK_RETURN, KMOD_NONE);
}

static void how_points_are_drawn_can_be_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    harness_scroll_to(&h, "Noise/number");
    const double y = harness_runs(&h)->problem.y[0];
    type_into(&h, "Noise/number", "0.5");
    assert_exactly(source(&h)->generated.noise, 0.5);
    assert_true(harness_runs(&h)->problem.y[0] != y);
    type_into(&h, "True slope/number", "-7");
    type_into(&h, "True intercept/number", "40");
    type_into(&h, "Noise/number", "0");
    assert_exactly(source(&h)->generated.slope, -7.0);
    assert_exactly(source(&h)->generated.intercept, 40.0);
    assert_close(harness_objective(&h)->minimum.at.slope, -7.0, 1e-6);
    assert_close(harness_objective(&h)->minimum.at.intercept, 40.0, 1e-6);
    assert_int_equal(harness_undo_all(&h), 4);
    assert_exactly(harness_runs(&h)->problem.y[0], y);
    harness_end(&h);
}

static bool has_control(const ui_harness *h, const char *path)
{
    return ui_find_control(&h->app.ui, path) != NULL;
}

static void given_points_have_a_seed_for_their_mini_batches_only(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --sample cars");
    assert_false(has_control(&h, "Seed/number"));
    assert_false(has_control(&h, "Noise/number"));
    harness_end(&h);
    harness_start(&h, "--at 12 --sample cars --standardize --batch 5");
    assert_false(has_control(&h, "Noise/number"));
    const dh_weights before = harness_now(&h).weights;
    harness_scroll_to(&h, "Seed/number");
    type_into(&h, "Seed/number", "9");
    assert_true(source(&h)->seed == 9);
    session_show(h.app.session, 12);
    assert_true(harness_now(&h).weights.slope != before.slope);
    assert_exactly(harness_runs(&h)->problem.y[49], 85.0); /* the points stay */
    harness_end(&h);
    harness_start(&h, "--at 12");
    assert_true(has_control(&h, "Seed/number"));
    harness_end(&h);
}

static void new_data_of_given_points_changes_nothing_and_says_why(void **state)
{
    (void)state;
    static const char *const lines[] = {"--at 12 --sample cars", "--at 12 --xy '1,2 3,5'",
                                        "--at 12 --sample cars --batch 50"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        const uint64_t seed = source(&h)->seed;
        harness_key(&h, SDLK_n, KMOD_NONE);
        assert_true(source(&h)->seed == seed);
        assert_int_equal(harness_player(&h)->playhead, 12);
        assert_false(harness_player(&h)->playing);
        assert_string_equal(harness_error(&h),
                            "no new data: given points have a seed for mini-batches only");
        assert_false(has_control(&h, "New batches"));
        assert_int_equal(harness_undo_all(&h), 0);
        harness_end(&h);
    }
}

/* Also where it is a run beside the current one that has them. */
static void given_points_have_new_batches(void **state)
{
    (void)state;
    static const char *const lines[] = {"--at 12 --sample cars --standardize --batch 5",
                                        "--at 12 --sample cars --standardize --vs batch=5"};
    for (int run = 0; run < 2; run++) {
        ui_harness h;
        harness_start(&h, lines[run]);
        const double before = harness_runs(&h)->run[run].row[1].weights.slope;
        assert_true(has_control(&h, "Seed/number"));
        harness_scroll_to(&h, "New batches");
        harness_click_on(&h, "New batches");
        assert_true(harness_runs(&h)->run[run].row[1].weights.slope != before);
        assert_string_equal(harness_error(&h), "");
        assert_int_equal(harness_undo_all(&h), 1);
        harness_end(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sample_can_be_chosen_and_says_what_to_see),
        cmocka_unit_test(up_and_down_choose_a_source),
        cmocka_unit_test(in_the_open_list_nothing_is_chosen_before_enter),
        cmocka_unit_test(ones_own_points_stay_the_last_of_the_list),
        cmocka_unit_test(edited_points_are_the_last_of_the_list_too),
        cmocka_unit_test(the_list_of_sources_is_wholly_in_a_small_window),
        cmocka_unit_test(the_loss_is_chosen_and_the_gradient_says_so),
        cmocka_unit_test(standardizing_is_a_change_like_others),
        cmocka_unit_test(the_last_update_says_too_of_which_x_it_is),
        cmocka_unit_test(how_points_are_drawn_can_be_typed),
        cmocka_unit_test(given_points_have_a_seed_for_their_mini_batches_only),
        cmocka_unit_test(new_data_of_given_points_changes_nothing_and_says_why),
        cmocka_unit_test(given_points_have_new_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
