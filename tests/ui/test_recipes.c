/* How the run is trained: optimizer, settings, mini-batches, and what the pictures tell of them. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "plots/marks.h"
#include "plots/weights_path.h"
#include "screen/setting_slider.h"

#include <stdio.h>
#include <string.h>

static const char *optimizer_of(const ui_harness *h)
{
    return dh_optimizer_at(harness_recipe(h)->optimizer)->name;
}

/* Opens the list of optimizers and clicks one. */
static void choose_optimizer(ui_harness *h, const char *name)
{
    harness_click_on(h, "optimizer");
    assert_true(h->app.ui.list.of != 0);
    const ui_rect list = h->app.ui.list.rect;
    const double row = list.h / dh_optimizer_count();
    harness_click(h, list.x + 20.0, list.y + (dh_optimizer_find(name) + 0.5) * row);
    assert_int_equal(h->app.ui.list.of, 0);
}

/* Shapes of one kind in a color whose middle lies in an area. */
static int count_shapes(ui_harness *h, ui_shape_kind kind, ui_color color, ui_rect area)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    int count = 0;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        const ui_point middle = {0.5 * (s->bounds.left + s->bounds.right) / canvas->scale,
                                 0.5 * (s->bounds.top + s->bounds.bottom) / canvas->scale};
        count += s->kind == kind && memcmp(&s->color, &color, sizeof color) == 0 &&
                 ui_contains(area, middle);
    }
    return count;
}

static int count_arrow_heads(ui_harness *h, plot_arrow arrow)
{
    return count_shapes(h, UI_SHAPE_POLYGON, plot_arrow_color(&h->app.style, arrow),
                        h->app.pictures.frames.weights.area);
}

static void an_optimizer_is_chosen_from_its_list(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    choose_optimizer(&h, "adam");
    assert_string_equal(optimizer_of(&h), "adam");
    assert_int_equal(harness_player(&h)->playhead, 0); /* training has begun again */
    /* Adam's first step is the learning rate along each weight, whatever the gradient. */
    assert_close(harness_runs(&h)->run[0].row[1].weights.slope, -0.9, 1e-8);
    assert_close(harness_runs(&h)->run[0].row[1].weights.intercept, 1.1, 1e-8);
    assert_non_null(ui_find_control(&h.app.ui, "Beta 1/number"));
    assert_null(ui_find_control(&h.app.ui, "Momentum/number"));
    choose_optimizer(&h, "momentum");
    assert_non_null(ui_find_control(&h.app.ui, "Momentum/number"));
    assert_null(ui_find_control(&h.app.ui, "Beta 1/number"));
    harness_end(&h);
}

static void the_keyboard_chooses_an_optimizer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    while (h.app.ui.focus != ui_id_of("optimizer"))
        harness_key(&h, SDLK_TAB, 0);
    harness_key(&h, SDLK_DOWN, 0);
    assert_string_equal(optimizer_of(&h), "momentum");
    harness_key(&h, SDLK_RETURN, 0);
    harness_key(&h, SDLK_DOWN, 0);
    harness_key(&h, SDLK_DOWN, 0);
    assert_string_equal(optimizer_of(&h), "momentum"); /* not before Enter */
    harness_key(&h, SDLK_RETURN, 0);
    assert_string_equal(optimizer_of(&h), "adagrad");
    harness_key(&h, SDLK_RETURN, 0);
    harness_key(&h, SDLK_DOWN, 0);
    harness_key(&h, SDLK_ESCAPE, 0);
    assert_int_equal(h.app.ui.list.of, 0);
    assert_string_equal(optimizer_of(&h), "adagrad");
    harness_key(&h, SDLK_UP, 0);
    assert_string_equal(optimizer_of(&h), "nesterov");
    harness_key(&h, SDLK_o, 0);
    assert_string_equal(optimizer_of(&h), "adagrad");
    harness_end(&h);
}

static void an_open_list_keeps_everything_else_from_the_mouse_and_the_keys(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    harness_click_on(&h, "optimizer");
    harness_key(&h, SDLK_n, 0);
    harness_key(&h, SDLK_k, 0);
    const ui_rect area = h.app.pictures.frames.weights.area;
    harness_click(&h, area.x + 30.0, area.y + 200.0); /* closes the list, and no more */
    assert_int_equal(h.app.ui.list.of, 0);
    assert_int_equal(harness_player(&h)->playhead, 20);
    assert_int_equal(harness_undo_all(&h), 0);
    harness_end(&h);
}

static void the_rates_slider_is_marked_where_theory_tells(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        double factor; /* of the limit over 1 / the highest curvature; 0: no mark */
    } cases[] = {{"--at 5", 2.0},
                 {"--at 5 --optimizer momentum --momentum 0.5", 3.0},
                 {"--at 5 --optimizer nesterov --momentum 0.5", 1.5},
                 {"--at 5 --optimizer adagrad", 0.0},
                 {"--at 5 --optimizer rmsprop", 0.0},
                 {"--at 5 --optimizer adam", 0.0},
                 {"--at 5 --optimizer qhm --beta 0.5 --nu 0.5", 3.0},
                 {"--at 5 --optimizer qhadam", 0.0},
                 {"--at 5 --batch 10", 0.0},
                 {"--at 5 --batch 100", 2.0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ui_harness h;
        harness_start(&h, cases[i].line);
        const ui_slider_def slider = setting_slider(h.app.session, field_of(FIELD_RATE));
        assert_int_equal(harness_shows_part(&h, "diverges above "), cases[i].factor > 0.0);
        assert_int_equal(isnan(slider.bad_from), cases[i].factor == 0.0);
        if (cases[i].factor > 0.0)
            assert_close(slider.bad_from,
                         cases[i].factor / dh_objective_curvature(harness_objective(&h)), 1e-12);
        harness_end(&h);
    }
}

static void a_diverging_run_names_the_limit_of_its_optimizer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--optimizer nesterov --momentum 0.5 --lr 0.8 --at 100");
    assert_true(harness_shows(&h, "diverging: the learning rate 0.8 is above 0.75"));
    harness_end(&h);
    harness_start(&h, "--optimizer adam --lr 1e300 --at 100");
    assert_true(harness_shows(&h, "diverged at step 1: its weights or loss are no longer finite"));
    harness_end(&h);
}

static void keys_and_slider_change_the_batch(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5");
    harness_key(&h, SDLK_COMMA, 0);
    assert_true(harness_recipe(&h)->batch > 50 && harness_recipe(&h)->batch < 100);
    for (int i = 0; i < 100; i++)
        harness_key(&h, SDLK_COMMA, 0);
    assert_int_equal(harness_recipe(&h)->batch, 1);
    harness_key(&h, SDLK_PERIOD, 0);
    assert_int_equal(harness_recipe(&h)->batch, 2);
    for (int i = 0; i < 100; i++)
        harness_key(&h, SDLK_PERIOD, 0);
    assert_int_equal(harness_recipe(&h)->batch, 0);
    assert_true(harness_shows(&h, "all points"));
    const ui_rect slider = harness_rect(&h, "Batch/slider");
    harness_click(&h, slider.x + 0.5 * slider.w, slider.y + 0.5 * slider.h);
    assert_int_equal(harness_recipe(&h)->batch, 10); /* half-way to 100 by powers of ten */
    assert_true(harness_shows(&h, "epoch 1, batch 1 of 10"));
    harness_end(&h);
}

/* Points of the batch have the solid color; others that none of them covers have not. */
static void check_highlighting(ui_harness *h)
{
    const dh_problem *problem = &harness_runs(h)->problem;
    const plot_frame frame = harness_data_frame(h);
    const dh_batch batch = session_shown(h->app.session).batch;
    bool in_batch[100] = {false};
    int solid = 0;
    for (size_t i = 0; i < batch.count; i++)
        in_batch[batch.point[i]] = true;
    for (size_t i = 0; i < 100; i++) {
        const ui_point at = plot_at(&frame, problem->x[i], problem->y[i]);
        const uint32_t pixel = harness_pixel(h, at.x, at.y);
        bool covered = false;
        for (size_t j = 0; j < 100; j++)
            covered |=
                in_batch[j] && ui_distance(at, plot_at(&frame, problem->x[j], problem->y[j])) < 7.0;
        if (in_batch[i])
            solid += pixel == 0xffa500;
        else if (!covered)
            assert_int_not_equal(pixel, 0xffa500);
    }
    assert_true(solid >= (int)batch.count - 3); /* the line may run over some */
}

static void the_batchs_points_stand_out(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--batch 10 --at 12");
    assert_true(harness_shows(&h, "epoch 2, batch 3 of 10"));
    for (int i = 0; i < 12; i++) {
        check_highlighting(&h);
        harness_key(&h, SDLK_RIGHT, 0);
    }
    harness_key(&h, SDLK_HOME, 0);
    check_highlighting(&h);
    harness_end(&h);
    harness_start(&h, "--batch 32 --at 3");
    assert_true(harness_shows(&h, "epoch 1, batch 4 of 4"));
    assert_int_equal(session_shown(h.app.session).batch.count, 4); /* the short last one */
    check_highlighting(&h);
    harness_end(&h);
}

/* Whether an arrow's head is where these weights are; the step's exactly, another's perhaps a
 * little aside of one that it would lie on. */
static bool points_to(ui_harness *h, plot_arrow arrow, dh_weights weights)
{
    const double beside = arrow == PLOT_ARROW_STEP ? 0.5 : 15.0;
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_color color = plot_arrow_color(&h->app.style, arrow);
    const ui_point tip =
        plot_at_weights(&h->app.pictures.frames.weights, h->app.pictures.frames.units, weights);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind != UI_SHAPE_POLYGON || memcmp(&s->color, &color, sizeof color) != 0)
            continue;
        for (uint32_t p = 0; p < s->count; p++) {
            const ui_point corner = canvas->points[s->first + p];
            if (ui_distance((ui_point){corner.x / canvas->scale, corner.y / canvas->scale}, tip) <
                beside)
                return true;
        }
    }
    return false;
}

static dh_weights after(dh_weights from, double rate, double slope, double intercept)
{
    return (dh_weights){from.slope - rate * slope, from.intercept - rate * intercept};
}

/* Where PyTorch's rules have the next weights of Adam, and its gradients. */
static void the_arrows_lead_where_the_numbers_say(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 3 --lr 0.4 --batch 5 --optimizer adam");
    const dh_problem *problem = &harness_runs(&h)->problem;
    const dh_run *run = &harness_runs(&h)->run[0];
    const dh_weights now = harness_now(&h).weights;
    const dh_weights full = dh_objective_at(&problem->objective, now).gradient;
    const dh_batch batch = session_shown(h.app.session).batch;
    double slope = 0.0, intercept = 0.0;
    for (size_t i = 0; i < batch.count; i++) {
        const double x = problem->x[batch.point[i]];
        const double residual = problem->y[batch.point[i]] - now.slope * x - now.intercept;
        slope -= 2.0 * residual * x / 5.0;
        intercept -= 2.0 * residual / 5.0;
    }
    assert_true(points_to(&h, PLOT_ARROW_STEP, run->row[4].weights));
    assert_true(points_to(&h, PLOT_ARROW_GRADIENT, after(now, 0.4, slope, intercept)));
    assert_true(points_to(&h, PLOT_ARROW_GRADIENT, after(now, 0.4, full.slope, full.intercept)));
    const double *moments = dh_run_state(run, 4); /* m and v of the slope, m, v */
    const double unbiased = 1.0 - pow(0.9, 4.0);
    assert_true(points_to(&h, PLOT_ARROW_VELOCITY,
                          after(now, 0.4, moments[0] / unbiased, moments[2] / unbiased)));
    harness_end(&h);
}

static void the_batchs_gradient_and_the_full_one_are_both_drawn(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 2 --lr 0.2");
    assert_int_equal(count_arrow_heads(&h, PLOT_ARROW_GRADIENT), 1);
    harness_end(&h);
    harness_start(&h, "--at 2 --lr 0.2 --batch 5");
    assert_int_equal(count_arrow_heads(&h, PLOT_ARROW_GRADIENT), 2);
    harness_key(&h, SDLK_d, 0);
    assert_int_equal(count_arrow_heads(&h, PLOT_ARROW_GRADIENT), 0);
    harness_end(&h);
}

static void every_arrow_has_a_switch(void **state)
{
    (void)state;
    static const struct {
        const char *control;
        SDL_Keycode key;
        plot_arrow arrow;
    } switches[] = {{"gradient arrow", SDLK_d, PLOT_ARROW_GRADIENT},
                    {"velocity arrow", SDLK_v, PLOT_ARROW_VELOCITY},
                    {"step arrow", SDLK_u, PLOT_ARROW_STEP}};
    ui_harness h;
    harness_start(&h, "--at 2 --optimizer adam --lr 0.5 --size 1280x1000");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(count_arrow_heads(&h, switches[i].arrow), 1);
        harness_key(&h, switches[i].key, 0);
        assert_int_equal(count_arrow_heads(&h, switches[i].arrow), 0);
        harness_click_on(&h, switches[i].control);
        assert_int_equal(count_arrow_heads(&h, switches[i].arrow), 1);
    }
    choose_optimizer(&h, "gd"); /* which has nothing between gradient and step */
    assert_null(ui_find_control(&h.app.ui, "velocity arrow"));
    assert_int_equal(count_arrow_heads(&h, PLOT_ARROW_VELOCITY), 0);
    harness_end(&h);
}

static void the_loss_of_each_batch_is_a_line_on_demand(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 50");
    assert_null(ui_find_control(&h.app.ui, "loss/batch"));
    harness_end(&h);
    harness_start(&h, "--at 50 --batch 10 --show no-gradient-arrow");
    const ui_rect area = h.app.pictures.frames.loss.area;
    const ui_color color = h.app.style.gradient;
    assert_int_equal(count_shapes(&h, UI_SHAPE_POLYLINE, color, area), 0);
    harness_click_on(&h, "loss/batch");
    assert_int_equal(count_shapes(&h, UI_SHAPE_POLYLINE, color, area), 1);
    const ui_canvas *canvas = &h.app.ui.canvas;
    const dh_run *run = &harness_runs(&h)->run[0];
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind != UI_SHAPE_POLYLINE || memcmp(&s->color, &color, sizeof color) != 0)
            continue;
        assert_int_equal(s->count, 100); /* one for each update */
        for (uint32_t t = 0; t < 100; t++) {
            const ui_point at = plot_at(&h.app.pictures.frames.loss, t, run->seen[t].loss);
            assert_true(ui_distance(canvas->points[s->first + t], at) < 0.01);
        }
    }
    harness_key(&h, SDLK_p, 0);
    assert_int_equal(count_shapes(&h, UI_SHAPE_POLYLINE, color, area), 0);
    harness_end(&h);
}

/* Numbers worked out from the steps that the run has taken. */
static void the_strip_shows_the_optimizers_own_arithmetic(void **state)
{
    (void)state;
    ui_harness h;
    char expected[128];
    harness_start(&h, "--at 12 --optimizer momentum --lr 0.05");
    const dh_row *row = harness_runs(&h)->run[0].row;
    snprintf(expected, sizeof expected, "a₀ %s → %s",
             text_fixed((row[11].weights.slope - row[12].weights.slope) / 0.05, 4).text,
             text_fixed((row[12].weights.slope - row[13].weights.slope) / 0.05, 4).text);
    assert_true(harness_shows(&h, "v ← 0.9 v + g"));
    assert_true(harness_shows(&h, expected));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adam");
    assert_true(harness_shows(&h, "m ← 0.9 m + (1 − 0.9) g"));
    assert_true(harness_shows(&h, "v ← 0.999 v + (1 − 0.999) g²"));
    assert_true(harness_shows(&h, "m̂ = m / (1 − 0.9¹³)"));
    row = harness_runs(&h)->run[0].row;
    snprintf(expected, sizeof expected, "(%s)",
             text_fixed((row[12].weights.slope - row[13].weights.slope) / 0.1, 4).text);
    assert_true(harness_shows(&h, expected));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adagrad --weight-decay 0.5");
    assert_true(harness_shows(&h, "g = gradient + 0.5 × weight"));
    assert_true(harness_shows(&h, "s ← s + g²"));
    harness_end(&h);
}

static void the_strip_takes_the_step_from_the_decayed_weight(void **state)
{
    (void)state;
    ui_harness h;
    char expected[128];
    harness_start(&h, "--at 12 --optimizer adamw --lr 0.2");
    const dh_weights now = harness_runs(&h)->run[0].row[12].weights;
    assert_true(harness_shows(&h, "g = gradient"));
    assert_true(harness_shows(&h, "w = weight × (1 − 0.2 × 0.01)"));
    assert_true(harness_shows(&h, "weight ← w − learning rate × m̂ / (√v̂ + 1×10⁻⁸)"));
    snprintf(expected, sizeof expected, "a₁ %s", text_fixed(now.intercept * 0.998, 4).text);
    assert_true(harness_shows(&h, expected));
    assert_true(harness_shows(&h, text_fixed(now.slope * 0.998, 4).text));
    assert_false(harness_shows(&h, text_fixed(now.slope, 4).text));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adamw --weight-decay 0"); /* which is Adam */
    assert_false(harness_shows(&h, "w = weight"));
    assert_true(harness_shows(&h, "weight ← weight − learning rate × m̂ / (√v̂ + 1×10⁻⁸)"));
    harness_end(&h);
}

static void the_strip_shortens_a_rule_that_has_no_room(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --optimizer qhadam --size 1920x1080");
    assert_true(harness_shows(&h, "weight ← weight − learning rate × ((1 − 0.7) g + 0.7 m̂) / "
                                  "(√((1 − 1) g² + 1 v̂) + 1×10⁻⁸)"));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer qhadam --size 800x560");
    assert_true(harness_shows(&h, "× ((1 − 0.7) g + 0.7 m̂) / (√((1 − 1) g² + 1 v̂) + 1×10⁻⁸)"));
    assert_false(harness_shows(&h, "learning rate ×"));
    harness_end(&h);
}

/* A batch that takes longer than a frame is gone through over several; the window shows what there
 * is meanwhile, and all of it in the end, without a hand being moved. */
static void a_large_batch_is_gone_through_over_several_frames(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--points 1000000 --batch 700000 --steps 3 --at 0");
    assert_true(harness_shows(&h, "Going through the mini-batch …"));
    assert_false(dh_run_update_known(&harness_runs(&h)->run[0], 0));
    int waited = 0;
    for (; app_wait(&h.app, h.now_ms) == 0; waited++)
        harness_wait(&h, 1);
    assert_true(waited > 5);
    assert_false(harness_shows(&h, "Going through the mini-batch …"));
    assert_int_equal(session_shown(h.app.session).batch.count, SHOWN_BATCH_POINTS);
    const dh_run *run = &harness_runs(&h)->run[0];
    assert_true(dh_run_settled(run));
    assert_true(harness_shows(&h, text_fixed(run->row[1].weights.slope, 4).text));
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_optimizer_is_chosen_from_its_list),
        cmocka_unit_test(the_keyboard_chooses_an_optimizer),
        cmocka_unit_test(an_open_list_keeps_everything_else_from_the_mouse_and_the_keys),
        cmocka_unit_test(the_rates_slider_is_marked_where_theory_tells),
        cmocka_unit_test(a_diverging_run_names_the_limit_of_its_optimizer),
        cmocka_unit_test(keys_and_slider_change_the_batch),
        cmocka_unit_test(the_batchs_points_stand_out),
        cmocka_unit_test(the_arrows_lead_where_the_numbers_say),
        cmocka_unit_test(the_batchs_gradient_and_the_full_one_are_both_drawn),
        cmocka_unit_test(every_arrow_has_a_switch),
        cmocka_unit_test(the_loss_of_each_batch_is_a_line_on_demand),
        cmocka_unit_test(the_strip_shows_the_optimizers_own_arithmetic),
        cmocka_unit_test(the_strip_takes_the_step_from_the_decayed_weight),
        cmocka_unit_test(the_strip_shortens_a_rule_that_has_no_room),
        cmocka_unit_test(a_large_batch_is_gone_through_over_several_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
