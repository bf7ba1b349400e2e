/* The panel's section of the data: where points come from, and how they are trained on. */
#include "cmocka_includes.h"
#include "model/sources.h"
#include "screen/layout.h"
#include "table/samples.h"
#include "ui/harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const dh_source *source(const ui_harness *h)
{
    return &harness_scene(h)->problem.source;
}

/* Scrolls the panel until a control is wholly above what does not scroll. */
static void scroll_to(ui_harness *h, const char *path)
{
    for (int i = 0; i < 60; i++) {
        const ui_rect rect = harness_rect(h, path);
        if (rect.y + rect.h < harness_rect(h, "undo").y - 12.0)
            return;
        harness_wheel(h, 4.0, 300.0, -1);
    }
    fail_msg("%s cannot be scrolled to", path);
}

/* Opens a choice, which may have to be scrolled to, and clicks on a row of its list. */
static void choose(ui_harness *h, const char *path, int row)
{
    scroll_to(h, path);
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

static void ones_own_points_stay_the_last_of_the_list(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --xy '1,2 3,5'");
    assert_int_equal(sources_count(h.app.session), 2 + sample_count());
    choose(&h, "source", 0);
    assert_int_equal(source(&h)->kind, DH_SOURCE_GENERATED);
    choose(&h, "source", 1 + sample_count());
    assert_int_equal(harness_runs(&h)->problem.n, 2);
    assert_true(harness_shows(&h, "typed points"));
    assert_true(harness_shows(&h, "2 points"));
    harness_end(&h);
}

static void the_list_of_sources_is_wholly_in_a_small_window(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --size 800x560");
    scroll_to(&h, "source");
    harness_click_on(&h, "source");
    const ui_rect list = h.app.ui.list.rect;
    assert_true(list.y >= 0.0 && list.y + list.h <= 560.0);
    harness_end(&h);
}

static void the_loss_is_chosen_and_the_gradient_says_so(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --show residuals,gradient");
    const double mean = harness_runs(&h)->run[0].row[0].loss;
    choose(&h, "loss", DH_LOSS_SUM);
    assert_int_equal(harness_scene(&h)->problem.loss, DH_LOSS_SUM);
    assert_close(harness_runs(&h)->run[0].row[0].loss, 100.0 * mean, 1e-12);
    choose(&h, "loss", DH_LOSS_HALF);
    assert_close(harness_runs(&h)->run[0].row[0].loss, 0.5 * mean, 1e-12);
    harness_end(&h);
}

static void standardizing_is_a_change_like_others(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --sample cars --zoom 0,1,0,1");
    const dh_weights init = harness_scene(&h)->init;
    harness_key(&h, SDLK_x, KMOD_NONE);
    assert_true(harness_scene(&h)->problem.standardize);
    assert_exactly(harness_scene(&h)->init.slope, init.slope);
    assert_false(harness_view(&h)->zoom.on);
    assert_true(harness_shows(&h, "slope a₀ of standardized x"));
    assert_close(harness_runs(&h)->problem.objective.minimum.at.intercept, 42.98, 1e-12);
    assert_int_equal(harness_undo_all(&h), 1);
    assert_false(harness_scene(&h)->problem.standardize);
    harness_end(&h);
}

/* Where the dot of the current step is to be, by what the picture says it shows. */
static ui_point shown_at(const ui_harness *h, dh_weights weights)
{
    const plot_frame *frame = &h->app.pictures.frames.weights;
    return plot_at(frame, weights.slope, weights.intercept);
}

static void the_weights_can_be_seen_in_the_datas_own_units(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show no-step-arrow,no-gradient-arrow");
    const dh_problem *problem = &harness_runs(&h)->problem;
    const dh_weights trained = harness_now(&h).weights;
    const dh_weights line = dh_problem_line(problem, trained);
    ui_point at = shown_at(&h, trained);
    assert_int_equal(harness_pixel(&h, at.x, at.y), 0x1f77b4);
    harness_key(&h, SDLK_z, KMOD_NONE);
    assert_true(harness_shows(&h, "slope in the data's units"));
    at = shown_at(&h, line);
    assert_int_equal(harness_pixel(&h, at.x, at.y), 0x1f77b4);
    const plot_frame *frame = &h.app.pictures.frames.weights;
    assert_true(frame->x.low < 3.93240875912409 && frame->x.high > 3.93240875912409);
    assert_true(frame->y.low < -17.5790948905109 && frame->y.high > -17.5790948905109);
    harness_end(&h);
}

static void the_start_is_dragged_in_the_datas_own_units(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize --show own-units");
    const dh_problem *problem = &harness_runs(&h)->problem;
    const ui_point start = shown_at(&h, dh_problem_line(problem, harness_scene(&h)->init));
    harness_press(&h, start.x, start.y);
    harness_move(&h, start.x + 40.0, start.y - 30.0);
    const dh_weights moved = dh_problem_line(problem, harness_scene(&h)->init);
    const ui_point now = shown_at(&h, moved);
    assert_true(fabs(now.x - start.x - 40.0) < 1.0 && fabs(now.y - start.y + 30.0) < 1.0);
    harness_release(&h, start.x + 40.0, start.y - 30.0);
    harness_end(&h);
}

static void own_units_change_nothing_where_x_is_as_it_is(void **state)
{
    (void)state;
    ui_harness plain, units;
    harness_start(&plain, "--at 5 --sample hubble");
    harness_start(&units, "--at 5 --sample hubble --show own-units");
    const ui_image *a = &plain.app.painter.image, *b = &units.app.painter.image;
    assert_memory_equal(a->pixels, b->pixels,
                        (size_t)a->width * (size_t)a->height * sizeof *a->pixels);
    harness_end(&plain);
    harness_end(&units);
}

static void predictions_are_points_on_the_line(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --sample cars --standardize");
    const dh_problem *problem = &harness_runs(&h)->problem;
    const dh_weights line = dh_problem_line(problem, harness_now(&h).weights);
    const plot_frame frame = harness_data_frame(&h);
    const ui_point at = plot_at(&frame, problem->x[0], line.slope * problem->x[0] + line.intercept);
    const ui_point beside = {at.x, at.y - 3.0}; /* within a point, off the line */
    assert_int_not_equal(harness_pixel(&h, beside.x, beside.y), 0x1f77b4);
    harness_key(&h, SDLK_y, KMOD_NONE);
    assert_int_equal(harness_pixel(&h, beside.x, beside.y), 0x1f77b4);
    harness_end(&h);
}

static void how_points_are_drawn_can_be_typed(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12");
    scroll_to(&h, "Noise/number");
    harness_click_on(&h, "True slope/number");
    harness_type(&h, "-7");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    harness_click_on(&h, "Noise/number");
    harness_type(&h, "0");
    harness_key(&h, SDLK_RETURN, KMOD_NONE);
    assert_exactly(source(&h)->generated.slope, -7.0);
    assert_close(harness_objective(&h)->minimum.at.slope, -7.0, 1e-6);
    assert_close(harness_objective(&h)->minimum.at.intercept, 2.0, 1e-6);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sample_can_be_chosen_and_says_what_to_see),
        cmocka_unit_test(ones_own_points_stay_the_last_of_the_list),
        cmocka_unit_test(the_list_of_sources_is_wholly_in_a_small_window),
        cmocka_unit_test(the_loss_is_chosen_and_the_gradient_says_so),
        cmocka_unit_test(standardizing_is_a_change_like_others),
        cmocka_unit_test(the_weights_can_be_seen_in_the_datas_own_units),
        cmocka_unit_test(the_start_is_dragged_in_the_datas_own_units),
        cmocka_unit_test(own_units_change_nothing_where_x_is_as_it_is),
        cmocka_unit_test(predictions_are_points_on_the_line),
        cmocka_unit_test(how_points_are_drawn_can_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
