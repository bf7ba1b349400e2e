/* How the run is trained: optimizer, settings, mini-batches, and a rate that changes on the way. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include "app/settings.h"
#include "plots/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const dh_recipe *recipe_of(const ui_harness *h)
{
    return &h->app.session.scene.config.recipe;
}

static const char *optimizer_of(const ui_harness *h)
{
    return dh_optimizer_at(recipe_of(h)->optimizer)->name;
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
                        h->app.pictures.weights.area);
}

static void an_optimizer_is_chosen_from_its_list(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    choose_optimizer(&h, "adam");
    assert_string_equal(optimizer_of(&h), "adam");
    assert_int_equal(h.app.session.playhead, 0); /* training has begun again */
    /* Adam's first step is the learning rate along each weight, whatever the gradient. */
    assert_close(h.app.session.run[0].row[1].weights.slope, -0.9, 1e-8);
    assert_close(h.app.session.run[0].row[1].weights.intercept, 1.1, 1e-8);
    assert_non_null(ui_find_control(&h.app.ui, "beta1"));
    assert_null(ui_find_control(&h.app.ui, "momentum"));
    choose_optimizer(&h, "momentum");
    assert_non_null(ui_find_control(&h.app.ui, "momentum"));
    assert_null(ui_find_control(&h.app.ui, "beta1"));
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
    const ui_rect area = h.app.pictures.weights.area;
    harness_click(&h, area.x + 30.0, area.y + 200.0); /* closes the list, and no more */
    assert_int_equal(h.app.ui.list.of, 0);
    assert_int_equal(h.app.session.undo_count, 0);
    assert_int_equal(h.app.session.playhead, 20);
    harness_end(&h);
}

static void a_setting_is_typed_and_checked(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --optimizer adam");
    harness_click_on(&h, "beta1");
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    harness_type(&h, "1");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(recipe_of(&h)->value[0], 0.9);
    assert_true(harness_shows(&h, "Type 0 or more, below 1"));
    harness_key(&h, SDLK_a, KMOD_LCTRL);
    harness_type(&h, "0.5");
    harness_key(&h, SDLK_RETURN, 0);
    assert_exactly(recipe_of(&h)->value[0], 0.5);
    assert_exactly(h.app.session.run[0].recipe.value[0], 0.5);
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
                 {"--at 5 --batch 10", 0.0},
                 {"--at 5 --batch 100", 2.0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ui_harness h;
        harness_start(&h, cases[i].line);
        const ui_slider_def slider = setting_slider(&h.app.session, SETTING_LEARNING_RATE);
        assert_int_equal(harness_shows(&h, "diverges"), cases[i].factor > 0.0);
        assert_int_equal(isnan(slider.mark), cases[i].factor == 0.0);
        if (cases[i].factor > 0.0)
            assert_close(slider.bad_from, cases[i].factor / h.app.session.quadratic.curvature_high,
                         1e-12);
        harness_end(&h);
    }
}

static void a_diverging_run_names_the_limit_of_its_optimizer(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--optimizer nesterov --momentum 0.5 --lr 0.8 --at 100");
    assert_true(harness_shows(&h, "diverging: the learning rate 0.800 is above 0.750"));
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
    assert_true(recipe_of(&h)->batch > 50 && recipe_of(&h)->batch < 100);
    for (int i = 0; i < 100; i++)
        harness_key(&h, SDLK_COMMA, 0);
    assert_int_equal(recipe_of(&h)->batch, 1);
    harness_key(&h, SDLK_PERIOD, 0);
    assert_int_equal(recipe_of(&h)->batch, 2);
    for (int i = 0; i < 100; i++)
        harness_key(&h, SDLK_PERIOD, 0);
    assert_int_equal(recipe_of(&h)->batch, 0);
    assert_true(harness_shows(&h, "all points"));
    const ui_rect slider = harness_rect(&h, "batch slider");
    harness_click(&h, slider.x + 0.5 * slider.w, slider.y + 0.5 * slider.h);
    assert_int_equal(recipe_of(&h)->batch, 10); /* half-way to 100 by powers of ten */
    assert_true(harness_shows(&h, "epoch 1, batch 1 of 10"));
    harness_end(&h);
}

/* Points of the batch have the solid color; others that none of them covers have not. */
static void check_highlighting(ui_harness *h)
{
    app_session *session = &h->app.session;
    const plot_frame frame = harness_data_frame(h);
    const dh_batch batch = dh_run_batch(&session->run[0], session->playhead);
    bool in_batch[100] = {false};
    int solid = 0;
    for (size_t i = 0; i < batch.count; i++)
        in_batch[batch.point[i]] = true;
    for (size_t i = 0; i < 100; i++) {
        const ui_point at = plot_at(&frame, session->data.x[i], session->data.y[i]);
        const uint32_t pixel = harness_pixel(h, at.x, at.y);
        bool covered = false;
        for (size_t j = 0; j < 100; j++)
            covered |= in_batch[j] && ui_distance(at, plot_at(&frame, session->data.x[j],
                                                              session->data.y[j])) < 7.0;
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
    assert_int_equal(dh_run_batch(&h.app.session.run[0], 3).count, 4); /* the short last one */
    check_highlighting(&h);
    harness_end(&h);
}

/* Whether an arrow's head is where these weights are. */
static bool points_to(ui_harness *h, plot_arrow arrow, dh_weights weights)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    const ui_color color = plot_arrow_color(&h->app.style, arrow);
    const ui_point tip = plot_at_weights(&h->app.pictures.weights, weights);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind != UI_SHAPE_POLYGON || memcmp(&s->color, &color, sizeof color) != 0)
            continue;
        for (uint32_t p = 0; p < s->count; p++) {
            const ui_point corner = canvas->points[s->first + p];
            if (ui_distance((ui_point){corner.x / canvas->scale, corner.y / canvas->scale}, tip) <
                0.5)
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
    app_session *session = &h.app.session;
    const dh_weights now = session_now(session).weights;
    const dh_weights full = dh_gradient(&session->quadratic, now);
    const dh_batch batch = dh_run_batch(&session->run[0], 3);
    double slope = 0.0, intercept = 0.0;
    for (size_t i = 0; i < batch.count; i++) {
        const double x = session->data.x[batch.point[i]];
        const double residual = session->data.y[batch.point[i]] - now.slope * x - now.intercept;
        slope -= 2.0 * residual * x / 5.0;
        intercept -= 2.0 * residual / 5.0;
    }
    assert_true(points_to(&h, PLOT_ARROW_STEP, session->run[0].row[4].weights));
    assert_true(points_to(&h, PLOT_ARROW_GRADIENT, after(now, 0.4, slope, intercept)));
    assert_true(points_to(&h, PLOT_ARROW_GRADIENT, after(now, 0.4, full.slope, full.intercept)));
    const double *moments = dh_run_state(&session->run[0], 4); /* m and v of the slope, m, v */
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
    assert_null(ui_find_control(&h.app.ui, "batch"));
    harness_end(&h);
    harness_start(&h, "--at 50 --batch 10");
    const ui_rect area = h.app.pictures.loss.area;
    const ui_color color = h.app.style.gradient;
    assert_int_equal(count_shapes(&h, UI_SHAPE_POLYLINE, color, area), 0);
    harness_click_on(&h, "batch");
    assert_int_equal(count_shapes(&h, UI_SHAPE_POLYLINE, color, area), 1);
    const ui_canvas *canvas = &h.app.ui.canvas;
    const dh_run *run = &h.app.session.run[0];
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind != UI_SHAPE_POLYLINE || memcmp(&s->color, &color, sizeof color) != 0)
            continue;
        assert_int_equal(s->count, 100); /* one for each update */
        for (uint32_t t = 0; t < 100; t++) {
            const ui_point at = plot_at(&h.app.pictures.loss, t, run->batch_loss[t]);
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
    const dh_step *row = h.app.session.run[0].row;
    snprintf(expected, sizeof expected, "a₀ %s → %s",
             plot_fixed((row[11].weights.slope - row[12].weights.slope) / 0.05, 4).text,
             plot_fixed((row[12].weights.slope - row[13].weights.slope) / 0.05, 4).text);
    assert_true(harness_shows(&h, "v ← 0.9 v + g"));
    assert_true(harness_shows(&h, expected));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adam");
    assert_true(harness_shows(&h, "m ← 0.9 m + (1 − 0.9) g"));
    assert_true(harness_shows(&h, "v ← 0.999 v + (1 − 0.999) g²"));
    assert_true(harness_shows(&h, "m̂ = m / (1 − 0.9¹³)"));
    row = h.app.session.run[0].row;
    snprintf(expected, sizeof expected, "(%s)",
             plot_fixed((row[12].weights.slope - row[13].weights.slope) / 0.1, 4).text);
    assert_true(harness_shows(&h, expected));
    harness_end(&h);
    harness_start(&h, "--at 12 --optimizer adagrad --weight-decay 0.5");
    assert_true(harness_shows(&h, "g = gradient + 0.5 × weight"));
    assert_true(harness_shows(&h, "s ← s + g²"));
    harness_end(&h);
}

static ui_point mark_at(ui_harness *h, const char *name)
{
    harness_move(h, 2.0, 2.0); /* the marks are where the picture was drawn last */
    return harness_center(h, name);
}

static void a_change_of_the_rate_is_marked_and_dragged(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const plot_frame *loss = &h.app.pictures.loss;
    const ui_point at = mark_at(&h, "rate change 1");
    assert_true(fabs(at.x - plot_position(&loss->x, 50.0)) < 1.0);
    assert_true(harness_shows(&h, "0.01"));
    const double to = plot_position(&loss->x, 30.0);
    harness_press(&h, at.x, at.y);
    harness_move(&h, to, at.y + 5.0);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 30);
    assert_exactly(dh_run_update(&h.app.session.run[0], 30).rate, 0.01);
    assert_int_equal(h.app.session.playhead, 20);          /* what is shown stays */
    harness_move(&h, plot_position(&loss->x, 95.0), at.y); /* no farther than its neighbour */
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 79);
    harness_move(&h, loss->area.x - 50.0, at.y);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 1);
    harness_release(&h, loss->area.x - 50.0, at.y);
    harness_key(&h, SDLK_z, KMOD_LCTRL); /* the drag was one change */
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 50);
    harness_end(&h);
}

static void marks_are_moved_and_removed_by_keys_and_by_double_click(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const ui_point second = mark_at(&h, "rate change 2");
    harness_double_click(&h, second.x, second.y);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    const ui_point first = mark_at(&h, "rate change 1");
    harness_click(&h, first.x, first.y);
    harness_key(&h, SDLK_RIGHT, 0);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 51);
    harness_key(&h, SDLK_LEFT, KMOD_LSHIFT);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 41);
    harness_key(&h, SDLK_DELETE, 0);
    assert_int_equal(recipe_of(&h)->rate.changes, 0);
    assert_int_equal(h.app.session.playhead, 20);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    harness_end(&h);
}

static void removing_a_mark_by_double_click_leaves_the_next(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,80:0.001 --at 20");
    const ui_point first = mark_at(&h, "rate change 1");
    harness_click(&h, first.x, first.y);
    SDL_Event again = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 2,
                                  .x = (int)first.x,
                                  .y = (int)first.y}};
    app_event(&h.app, &again);
    harness_move(&h, first.x + 30.0, first.y); /* before the button is let go */
    harness_release(&h, first.x + 30.0, first.y);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 80);
    assert_int_equal(h.app.session.playhead, 20);
    harness_end(&h);
}

static void a_click_on_a_mark_moves_nothing(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 1000 --lr 0.01,500:0.001 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1");
    harness_click(&h, mark.x + 5.0, mark.y);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 500);
    assert_int_equal(h.app.session.undo_count, 0);
    harness_press(&h, mark.x + 5.0, mark.y);
    const plot_axis *steps = &h.app.pictures.loss.x;
    harness_move(&h, plot_position(steps, 600.0) + 5.0,
                 mark.y); /* it keeps to where it was taken */
    assert_true(labs((long)recipe_of(&h)->rate.change[0].step - 600) <= 3);
    harness_end(&h);
}

static void a_drag_that_ends_where_it_began_is_no_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1");
    harness_press(&h, mark.x, mark.y);
    harness_move(&h, mark.x + 80.0, mark.y);
    assert_int_equal(h.app.session.undo_count, 1);
    harness_move(&h, mark.x, mark.y);
    harness_release(&h, mark.x, mark.y);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 50);
    assert_int_equal(h.app.session.undo_count, 0);
    harness_end(&h);
}

static void a_mark_stays_within_the_run(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--lr 0.1,50:0.01,150:0.001 --at 20");
    const ui_point mark = mark_at(&h, "rate change 1");
    harness_press(&h, mark.x, mark.y);
    harness_move(&h, mark.x + 900.0, mark.y);
    harness_release(&h, mark.x + 900.0, mark.y);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 99); /* the last update of 100 */
    assert_non_null(ui_find_control(&h.app.ui, "rate change 1"));
    harness_end(&h);
}

/* With every run and as many marks as have a handle, all controls are still known. */
static void many_marks_leave_every_control_its_place(void **state)
{
    (void)state;
    ui_harness h;
    char line[2048] = "--at 5 --vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --vs '' --lr 0.1";
    for (int step = 1; step <= 70; step++)
        snprintf(line + strlen(line), sizeof line - strlen(line), ",%d:0.1", step);
    harness_start(&h, line);
    harness_move(&h, 2.0, 2.0);
    assert_non_null(ui_find_control(&h.app.ui, "rate change 64"));
    assert_non_null(ui_find_control(&h.app.ui, "run 8 remove"));
    const ui_control *splitter = ui_find_control(&h.app.ui, "splitter");
    assert_non_null(splitter);
    assert_true(splitter->walked);
    assert_true(h.app.ui.control_count < UI_CONTROLS_MAX);
    harness_end(&h);
}

static void undoing_what_is_to_come_keeps_the_place(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20 --show from-here");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_int_equal(recipe_of(&h)->rate.changes, 0);
    assert_int_equal(h.app.session.playhead, 20);
    assert_false(h.app.session.playing);
    harness_key(&h, SDLK_y, KMOD_LCTRL);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    assert_int_equal(h.app.session.playhead, 20);
    harness_end(&h);
}

static void after_the_last_step_there_is_nothing_to_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 100 --show from-here");
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(recipe_of(&h)->rate.changes, 0);
    assert_true(harness_shows(&h, "step 100 is the last: nothing comes after it"));
    harness_end(&h);
    harness_start(&h, "--steps 300000 --points 5000 --batch 1000 --show from-here");
    harness_key(&h, SDLK_END, 0); /* which is not known yet */
    harness_key(&h, SDLK_RIGHTBRACKET, 0);
    assert_int_equal(recipe_of(&h)->rate.changes, 0);
    assert_true(harness_shows(&h, "step 300000 is the last: nothing comes after it"));
    harness_end(&h);
}

static void a_long_run_keeps_its_past_when_its_future_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 100000 --points 5000 --batch 1000 --at 90000 --show from-here");
    while (session_busy(&h.app.session))
        harness_wait(&h, 1);
    assert_int_equal(h.app.session.playhead, 90000);
    const ui_rect slider = harness_rect(&h, "learning rate slider");
    harness_press(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.4 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.5 * slider.w, slider.y + 10.0);
    harness_release(&h, slider.x + 0.5 * slider.w, slider.y + 10.0);
    assert_int_equal(recipe_of(&h)->rate.changes, 1);
    assert_int_equal(recipe_of(&h)->rate.change[0].step, 90000);
    assert_true(h.app.session.run[0].known > 90000);
    assert_int_equal(h.app.session.playhead, 90000);
    harness_end(&h);
}

static void a_double_click_is_one_change(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 40 --lr 0.3");
    const ui_rect slider = harness_rect(&h, "learning rate slider");
    harness_double_click(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    assert_exactly(recipe_of(&h)->rate.first, 0.1);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_z, KMOD_LCTRL);
    assert_exactly(recipe_of(&h)->rate.first, 0.3);
    assert_int_equal(h.app.session.undo_count, 0);
    harness_end(&h);
}

static void a_slider_near_one_goes_by_nines(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --optimizer adam");
    const ui_rect slider = harness_rect(&h, "Beta 1");
    const double y = slider.y + 0.5 * slider.h;
    harness_click(&h, slider.x + 0.5 * slider.w, y);
    assert_true(fabs(recipe_of(&h)->value[0] - 0.99) < 0.002); /* half-way to 0.9999 */
    harness_press(&h, slider.x + 0.5 * slider.w, y);
    harness_move(&h, slider.x + slider.w + 50.0, y);
    harness_release(&h, slider.x + slider.w + 50.0, y);
    assert_exactly(recipe_of(&h)->value[0], 0.9999);
    harness_press(&h, slider.x + slider.w - 2.0, y);
    harness_move(&h, slider.x - 50.0, y);
    assert_exactly(recipe_of(&h)->value[0], 0.0);
    harness_end(&h);
}

static void playing_a_long_run_backwards_begins_at_its_end(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 300000 --points 5000 --batch 500 --at 0");
    harness_key(&h, SDLK_b, 0);
    while (!session_complete(&h.app.session))
        harness_wait(&h, 1);
    assert_true(h.app.session.playhead > 299900);
    assert_true(h.app.session.playing && h.app.session.backwards);
    harness_wait(&h, 100);
    assert_true(h.app.session.playhead < 300000);
    harness_end(&h);
}

static void the_wheel_stays_with_what_it_began_on(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam --batch 10");
    const double y = harness_center(&h, "batch slider").y - 96.0;
    harness_wheel(&h, 110.0, y, -1);
    harness_wheel(&h, 110.0, y, -1);
    assert_true(ui_contains(harness_rect(&h, "batch slider"), (ui_point){110.0, y}));
    for (int i = 0; i < 9; i++)
        harness_wheel(&h, 110.0, y, -1); /* it has come below the pointer, others follow */
    assert_int_equal(recipe_of(&h)->batch, 10);
    assert_exactly(h.app.session.scene.config.init.slope, -1.0);
    assert_true(h.app.panel.scrolled > 100.0);
    const ui_point slider = harness_center(&h, "start slope slider");
    harness_wheel(&h, slider.x, slider.y, 1); /* it has moved: it begins anew */
    assert_true(h.app.session.scene.config.init.slope > -1.0);
    harness_end(&h);
}

static void the_wheel_scrolls_while_a_control_has_the_keyboard(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    harness_key(&h, SDLK_TAB, 0);
    harness_wheel(&h, 40.0, harness_center(&h, "optimizer").y, -100);
    assert_true(harness_rect(&h, "New data").y < harness_rect(&h, "Undo").y);
    harness_end(&h);
}

static void from_here_on_only_the_future_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 20");
    dh_step before[101];
    memcpy(before, h.app.session.run[0].row, sizeof before);
    harness_click_on(&h, "from here");
    const ui_rect slider = harness_rect(&h, "learning rate slider");
    harness_press(&h, slider.x + 0.3 * slider.w, slider.y + 10.0);
    harness_move(&h, slider.x + 0.8 * slider.w, slider.y + 10.0);
    harness_release(&h, slider.x + 0.8 * slider.w, slider.y + 10.0);
    const dh_schedule *rate = &recipe_of(&h)->rate;
    assert_exactly(rate->first, 0.1);
    assert_int_equal(rate->changes, 1);
    assert_int_equal(rate->change[0].step, 20);
    assert_true(rate->change[0].rate > 0.1);
    assert_memory_equal(before, h.app.session.run[0].row, 21 * sizeof *before);
    assert_true(before[21].loss != h.app.session.run[0].row[21].loss);
    assert_int_equal(h.app.session.playhead, 20);
    harness_key(&h, SDLK_ESCAPE, 0);
    harness_key(&h, SDLK_RIGHT, 0);
    harness_key(&h, SDLK_RIGHTBRACKET, 0); /* keys too, from the step that is shown now */
    assert_int_equal(rate->changes, 2);
    assert_int_equal(rate->change[1].step, 21);
    harness_key(&h, SDLK_h, 0);
    harness_key(&h, SDLK_LEFTBRACKET, 0); /* and again the whole run, from its start */
    assert_true(rate->first < 0.1);
    assert_int_equal(h.app.session.playhead, 0);
    harness_end(&h);
}

static void a_run_that_plays_goes_on_from_where_its_rate_changes(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--show from-here");
    harness_wait(&h, 400);
    const size_t at = h.app.session.playhead;
    assert_true(at > 10);
    harness_key(&h, SDLK_LEFTBRACKET, 0);
    assert_int_equal(h.app.session.playhead, at);
    harness_wait(&h, 100);
    assert_int_equal(h.app.session.playhead, at + 5);
    harness_end(&h);
}

static void what_the_panel_has_no_room_for_is_scrolled_to(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    const ui_rect undo = harness_rect(&h, "Undo");
    assert_true(harness_rect(&h, "New data").y > undo.y);
    const ui_point hidden = harness_center(&h, "New data");
    harness_click(&h, hidden.x, hidden.y); /* it is not there */
    assert_true(h.app.session.scene.config.data.seed == DH_NOTEBOOKS_SEED);
    harness_wheel(&h, 40.0, harness_center(&h, "optimizer").y, -100);
    assert_true(harness_rect(&h, "New data").y + 32.0 < undo.y);
    harness_click_on(&h, "New data");
    assert_true(h.app.session.scene.config.data.seed == DH_NOTEBOOKS_SEED + 1u);
    harness_wheel(&h, 40.0, 200.0, 100);
    while (h.app.ui.focus != ui_id_of("New data"))
        harness_key(&h, SDLK_TAB, 0);
    assert_true(harness_rect(&h, "New data").y + 32.0 < undo.y); /* the focus brings it into view */
    harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
    while (h.app.ui.focus != ui_id_of("learning rate slider"))
        harness_key(&h, SDLK_TAB, KMOD_LSHIFT);
    assert_true(harness_rect(&h, "learning rate slider").y > 0.0);
    harness_end(&h);
}

static void the_wheel_over_a_slider_moves_the_slider_alone(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 5 --size 800x560 --optimizer adam");
    const ui_point slider = harness_center(&h, "learning rate slider");
    harness_wheel(&h, slider.x, slider.y, -1);
    assert_exactly(h.app.panel.scrolled, 0.0);
    assert_true(recipe_of(&h)->rate.first < 0.1);
    harness_end(&h);
}

static void the_end_of_a_long_run_is_shown_as_soon_as_it_is_known(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--steps 100000 --points 5000 --batch 1000");
    harness_key(&h, SDLK_END, 0);
    assert_false(session_complete(&h.app.session)); /* it has not waited for all of it */
    assert_int_equal(h.app.session.playhead + 1, session_known(&h.app.session));
    const size_t before = h.app.session.playhead;
    harness_wait(&h, 1);
    assert_true(h.app.session.playhead > before);
    assert_int_equal(h.app.session.playhead + 1, session_known(&h.app.session));
    harness_key(&h, SDLK_HOME, 0);
    harness_wait(&h, 1);
    assert_int_equal(h.app.session.playhead, 0);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_optimizer_is_chosen_from_its_list),
        cmocka_unit_test(the_keyboard_chooses_an_optimizer),
        cmocka_unit_test(an_open_list_keeps_everything_else_from_the_mouse_and_the_keys),
        cmocka_unit_test(a_setting_is_typed_and_checked),
        cmocka_unit_test(the_rates_slider_is_marked_where_theory_tells),
        cmocka_unit_test(a_diverging_run_names_the_limit_of_its_optimizer),
        cmocka_unit_test(keys_and_slider_change_the_batch),
        cmocka_unit_test(the_batchs_points_stand_out),
        cmocka_unit_test(the_arrows_lead_where_the_numbers_say),
        cmocka_unit_test(the_batchs_gradient_and_the_full_one_are_both_drawn),
        cmocka_unit_test(every_arrow_has_a_switch),
        cmocka_unit_test(the_loss_of_each_batch_is_a_line_on_demand),
        cmocka_unit_test(the_strip_shows_the_optimizers_own_arithmetic),
        cmocka_unit_test(a_change_of_the_rate_is_marked_and_dragged),
        cmocka_unit_test(marks_are_moved_and_removed_by_keys_and_by_double_click),
        cmocka_unit_test(from_here_on_only_the_future_changes),
        cmocka_unit_test(removing_a_mark_by_double_click_leaves_the_next),
        cmocka_unit_test(a_click_on_a_mark_moves_nothing),
        cmocka_unit_test(a_drag_that_ends_where_it_began_is_no_change),
        cmocka_unit_test(a_mark_stays_within_the_run),
        cmocka_unit_test(many_marks_leave_every_control_its_place),
        cmocka_unit_test(undoing_what_is_to_come_keeps_the_place),
        cmocka_unit_test(after_the_last_step_there_is_nothing_to_change),
        cmocka_unit_test(a_long_run_keeps_its_past_when_its_future_changes),
        cmocka_unit_test(a_double_click_is_one_change),
        cmocka_unit_test(a_slider_near_one_goes_by_nines),
        cmocka_unit_test(playing_a_long_run_backwards_begins_at_its_end),
        cmocka_unit_test(the_wheel_stays_with_what_it_began_on),
        cmocka_unit_test(the_wheel_scrolls_while_a_control_has_the_keyboard),
        cmocka_unit_test(a_run_that_plays_goes_on_from_where_its_rate_changes),
        cmocka_unit_test(what_the_panel_has_no_room_for_is_scrolled_to),
        cmocka_unit_test(the_wheel_over_a_slider_moves_the_slider_alone),
        cmocka_unit_test(the_end_of_a_long_run_is_shown_as_soon_as_it_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
