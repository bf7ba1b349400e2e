/* Everything follows the data, whatever their size: a table of data sets from 1e-70 to 1e70, and
 * what a person would expect of each. */
#include "cmocka_includes.h"
#include "model/remedy.h"
#include "plots/weights_path.h"
#include "screen/setting_slider.h"
#include "ui/harness.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

typedef struct scale_case {
    const char *name;
    double x_from, x_spread, y_from, y_spread;
    size_t n;
} scale_case;

static const scale_case CASES[] = {
    {"as usual", -1.0, 2.0, 2.0, 3.0, 40},
    {"ages and prices", 20.0, 50.0, 1e5, 4e5, 40},
    {"nanometres", 1e-9, 4e-9, 2.0, 3.0, 40},
    {"light years", 1e9, 4e9, -3.0, 5.0, 40},
    {"tiny both", 1e-9, 4e-9, 1e-9, 3e-9, 40},
    {"large both", -2e9, 4e9, -1e9, 3e9, 40},
    {"tiny by large", -1e-9, 3e-9, 1e9, 5e9, 40},
    {"large by tiny", 1e9, 4e9, 1e-9, 3e-9, 40},
    {"thousandths", 0.001, 0.003, 0.0002, 0.0004, 40},
    {"far from zero", 1e8, 1.0, 5.0, 1.0, 40},
    {"both far from zero", 1.7e9, 3600.0, 1e7, 0.5, 40},
    {"the largest", -1e70, 2e70, -1e70, 2e70, 9},
    {"the smallest", 1e-70, 3e-70, 1e-70, 3e-70, 9},
    {"two points", 3.0, 4e5, 1e-3, 5e-3, 2},
    {"one point", 3e6, 0.0, 1e-4, 0.0, 1},
    {"ten million", 1e6, 3e6, 1e-6, 4e-6, 10000000},
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static double x_of(const scale_case *of, size_t i)
{
    return of->x_from + (of->n > 1 ? of->x_spread * (double)i / (double)(of->n - 1) : 0.0);
}

/* On a line, but for steps to and fro. */
static double y_of(const scale_case *of, size_t i)
{
    static const double away[] = {0.0, 0.13, -0.08, 0.05, -0.11};
    const double share = of->n > 1 ? (double)i / (double)(of->n - 1) : 0.0;
    return of->y_from + of->y_spread * (0.2 + 0.6 * share + away[i % 5]);
}

static void redraw(ui_harness *h)
{
    h->app.stale = true;
    assert_true(app_draw(&h->app));
}

/* The program with the data of a case, at a step of a run whose rate suits them. */
static void start_case(ui_harness *h, const char *line, const scale_case *of, size_t step)
{
    double *x = malloc(of->n * sizeof *x), *y = malloc(of->n * sizeof *y);
    assert_true(x && y);
    for (size_t i = 0; i < of->n; i++) {
        x[i] = x_of(of, i);
        y[i] = y_of(of, i);
    }
    harness_start(h, line);
    harness_give(h, x, y, of->n);
    free(x);
    free(y);
    dh_rates rates;
    model_scene scene = *harness_scene(h);
    assert_true(runs_rates(harness_runs(h), 0, &rates));
    assert_true(rates.fastest > 0.0 && rates.fastest <= rates.stable);
    scene.run[0].recipe.rate.first = 0.3 * rates.stable;
    session_change(h->app.session, &scene);
    session_show(h->app.session, step);
    session_settle(h->app.session);
    redraw(h);
}

/* What a shown number means: "−1.5×10⁻⁷". */
static double meant(const char *text)
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    char plain[64] = "";
    while (*text) {
        size_t used = 1;
        char add[4] = {*text, '\0'};
        if (strncmp(text, "−", 3) == 0 || strncmp(text, "⁻", 3) == 0) {
            used = 3;
            strcpy(add, "-");
        } else if (strncmp(text, "10", 2) == 0 && (unsigned char)text[2] >= 0x80) { /* "10⁷" */
            used = 2;
            strcpy(add, "1e");
        } else if (*text == '+') {
            add[0] = '\0';
        } else if (strncmp(text, "×10", 4) == 0) {
            used = 4;
            strcpy(add, "e");
        } else {
            for (int d = 0; d < 10; d++)
                if (strncmp(text, raised[d], strlen(raised[d])) == 0) {
                    used = strlen(raised[d]);
                    snprintf(add, sizeof add, "%d", d);
                }
        }
        strncat(plain, add, sizeof plain - strlen(plain) - 1);
        text += used;
    }
    char *end;
    const double value = strtod(plain, &end);
    if (end == plain || *end)
        fail_msg("'%s' is not a number", plain);
    return value;
}

static const char *text_of(ui_harness *h, const ui_shape *shape)
{
    return h->app.ui.canvas.bytes + shape->first;
}

/* Every text that stands for nothing is wrong: none of these data has a zero to show. */
static void no_number_that_is_not_0_reads_as_0(void **state)
{
    (void)state;
    static const char *const wrong[] = {"0.0000", "(0.0000)", "−0.0000",     "(−0.0000)",
                                        "0.00",   "−0.00",    "a₀ 0.0000",   "nan",
                                        "inf",    "∞",        "not a number"};
    for (int c = 0; c < CASE_COUNT; c++)
        for (int standardize = 0; standardize < 2; standardize++) {
            ui_harness h;
            if (CASES[c].n == 1) /* the residual of the last step may well be nothing */
                continue;
            start_case(&h, standardize ? "--standardize" : "", &CASES[c], 1);
            for (size_t i = 0; i < h.app.ui.canvas.shape_count; i++) {
                const ui_shape *shape = &h.app.ui.canvas.shapes[i];
                for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++)
                    if (shape->kind == UI_SHAPE_TEXT && strcmp(text_of(&h, shape), wrong[w]) == 0)
                        fail_msg("%s: '%s' is shown", CASES[c].name, wrong[w]);
            }
            harness_end(&h);
        }
}

/* The strip says what is: each of its numbers is within 1 % of the update's own. */
static void the_update_in_numbers_can_be_read(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        start_case(&h, "", &CASES[c], 1);
        const dh_update update = dh_run_update(&harness_runs(&h)->run[0], 1);
        const double values[] = {update.slope.base,
                                 update.intercept.base,
                                 update.gradient.slope,
                                 update.gradient.intercept,
                                 update.next.slope,
                                 update.next.intercept,
                                 harness_recipe(&h)->rate.first};
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            bool found = values[v] == 0.0;
            for (size_t i = 0; i < h.app.ui.canvas.shape_count && !found; i++) {
                const ui_shape *shape = &h.app.ui.canvas.shapes[i];
                char text[64];
                if (shape->kind != UI_SHAPE_TEXT)
                    continue;
                snprintf(text, sizeof text, "%s", text_of(&h, shape));
                const bool braces = text[0] == '(';
                if (braces)
                    text[strlen(text) - 1] = '\0';
                const char *number = text + braces;
                if (strspn(number, "0123456789") == 0 && strncmp(number, "−", 3) != 0)
                    continue;
                if (strpbrk(number, " /abcdefghijklmnopqrstuvwxyz"))
                    continue;
                if (strcmp(number, "−") != 0)
                    found = fabs(meant(number) - values[v]) <= 0.01 * fabs(values[v]);
            }
            if (!found)
                fail_msg("%s: nothing says %g", CASES[c].name, values[v]);
        }
        harness_end(&h);
    }
}

static ui_point place(ui_harness *h, size_t step)
{
    const figure_frames *frames = &h->app.pictures.frames;
    return plot_at_weights(&frames->weights, frames->units,
                           harness_runs(h)->run[0].row[step].weights);
}

/* How far the path gets from its start. */
static double path_reach(ui_harness *h)
{
    double reach = 0.0;
    for (size_t i = 0; i < harness_runs(h)->run[0].known; i++)
        reach = fmax(reach, ui_distance(place(h, i), place(h, 0)));
    return reach;
}

static void a_path_is_no_dot(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++)
        for (int standardize = 0; standardize < 2; standardize++) {
            ui_harness h;
            start_case(&h, standardize ? "--standardize" : "", &CASES[c], 60);
            if (!(path_reach(&h) >= 100.0))
                fail_msg("%s: the path is %g px long", CASES[c].name, path_reach(&h));
            const plot_frame *frame = &h.app.pictures.frames.weights;
            assert_true(ui_contains(frame->area, place(&h, 0)));
            harness_end(&h);
        }
    static const char *const lines[] = {
        "--true 3,1e5 --init 3,100000 --at 60", "--true 1e-7,1e5 --init 0,1e5 --at 60",
        "--true 1e9,1e-9 --noise 1e-9 --init 999999999,0 --at 60", "--init 3.0375,2.499 --at 60",
        "--true 3,2 --noise 1e-12 --init 3.0000000001,2 --at 60"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ui_harness h;
        harness_start(&h, lines[i]);
        if (!(path_reach(&h) >= 100.0))
            fail_msg("'%s': the path is %g px long", lines[i], path_reach(&h));
        harness_end(&h);
    }
}

/* Where there is no path at all there is still a picture: contours around the start. */
static void a_start_at_the_minimum_has_a_picture(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        start_case(&h, "", &CASES[c], 0);
        model_scene scene = *harness_scene(&h);
        scene.init = harness_objective(&h)->minimum.at;
        if (fabs(scene.init.slope) > DH_WEIGHT_LIMIT)
            continue;
        session_change(h.app.session, &scene);
        session_show(h.app.session, 0);
        redraw(&h);
        const plot_frame *frame = &h.app.pictures.frames.weights;
        assert_true(frame->x.low < scene.init.slope && scene.init.slope < frame->x.high);
        assert_true(frame->y.low < scene.init.intercept && scene.init.intercept < frame->y.high);
        harness_end(&h);
    }
}

static void check_axis(const char *name, const plot_axis *axis)
{
    const plot_ticks ticks = plot_ticks_of(axis, 60.0);
    if (!isfinite(axis->low) || !isfinite(axis->high) || !(axis->low < axis->high))
        fail_msg("%s: an axis from %g to %g", name, axis->low, axis->high);
    if (ticks.count < 2)
        fail_msg("%s: %d ticks from %g to %g", name, ticks.count, axis->low, axis->high);
    for (int i = 1; i < ticks.count; i++) {
        const text_number before = plot_tick_text(&ticks, i - 1), now = plot_tick_text(&ticks, i);
        if (strcmp(before.text, now.text) == 0)
            fail_msg("%s: two ticks are '%s'", name, now.text);
        const double near = 0.02 * fabs(ticks.value[i] - ticks.value[i - 1]);
        const text_number offset = plot_offset_text(&ticks);
        const double left_out = *offset.text ? meant(offset.text) : 0.0;
        if (!(fabs(meant(now.text) + left_out - ticks.value[i]) <= near))
            fail_msg("%s: the tick at %.17g is '%s'", name, ticks.value[i], now.text);
    }
}

static void every_axis_has_two_ticks_that_differ(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "--size 800x560", "--standardize",
                                        "--show linear --standardize"};
    for (int c = 0; c < CASE_COUNT; c++)
        for (size_t l = 0; l < sizeof lines / sizeof *lines; l++) {
            ui_harness h;
            if (CASES[c].n > 1000000 && l > 0)
                continue;
            start_case(&h, lines[l], &CASES[c], 60);
            const figure_frames *frames = &h.app.pictures.frames;
            const bool small = strstr(lines[l], "--size") != NULL;
            check_axis(CASES[c].name, &frames->data.x);
            check_axis(CASES[c].name, &frames->data.y);
            check_axis(CASES[c].name, &frames->weights.x);
            if (!small) { /* an axis of 100 pixels may have one */
                check_axis(CASES[c].name, &frames->weights.y);
                check_axis(CASES[c].name, &frames->loss.y);
            }
            harness_end(&h);
        }
}

static void the_points_fill_the_data_picture(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        if (CASES[c].n == 1)
            continue;
        start_case(&h, "", &CASES[c], 0);
        const dh_moments *moments = &harness_runs(&h)->problem.moments;
        const plot_frame frame = harness_data_frame(&h);
        const ui_point low = plot_at(&frame, moments->x.low, moments->y.low);
        const ui_point high = plot_at(&frame, moments->x.high, moments->y.high);
        if (high.x - low.x < 0.8 * frame.area.w || low.y - high.y < 0.6 * frame.area.h)
            fail_msg("%s: the points take %g x %g px", CASES[c].name, high.x - low.x,
                     low.y - high.y);
        harness_end(&h);
    }
}

static void sliders_reach_what_is_of_use_and_not_much_more(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++)
        for (int o = 0; o < dh_optimizer_count(); o++) {
            ui_harness h;
            if (CASES[c].n > 1000000 && o > 0)
                continue;
            start_case(&h, "", &CASES[c], 0);
            model_scene scene = *harness_scene(&h);
            dh_recipe_set_optimizer(&scene.run[0].recipe, o);
            session_change(h.app.session, &scene);
            const ui_slider_def rate = setting_slider(h.app.session, field_of(FIELD_RATE));
            dh_rates rates;
            if (runs_rates(harness_runs(&h), 0, &rates)) {
                assert_true(rate.low < rates.fastest && rates.fastest < rate.high);
                assert_true(rates.stable < rate.high);
            }
            assert_true(rate.low > 0.0 && rate.high < 1e5 * rate.low);
            const dh_weights best = harness_objective(&h)->minimum.at;
            const double of[] = {fabs(best.slope), fabs(best.intercept)};
            const double rise[] = {CASES[c].y_spread / fmax(CASES[c].x_spread, 1e-300),
                                   CASES[c].y_spread};
            for (int i = 0; i < 2; i++) {
                const ui_slider_def start =
                    setting_slider(h.app.session, field_of((field_id)(FIELD_INIT_SLOPE + i)));
                assert_true(start.step > 0.0 && start.low == -start.high);
                assert_true(start.high > of[i] && start.high <= 2e100);
                const double useful = fmax(of[i], rise[i]);
                if (useful > 0.0)
                    assert_true(start.high <= 50.0 * useful);
            }
            harness_end(&h);
        }
}

/* Dragging the start by a pixel is neither nothing nor everything. */
static void the_start_is_dragged_to_where_the_pointer_is(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        if (CASES[c].n > 1000000)
            continue;
        start_case(&h, "", &CASES[c], 0);
        const ui_point from = place(&h, 0);
        const ui_rect area = h.app.pictures.frames.weights.area;
        const ui_point to = {round(area.x + 0.4 * area.w), round(area.y + 0.55 * area.h)};
        harness_press(&h, from.x, from.y);
        harness_move(&h, to.x, to.y);
        if (!(ui_distance(place(&h, 0), to) <= 1.0))
            fail_msg("%s: the start is %g px away", CASES[c].name, ui_distance(place(&h, 0), to));
        harness_release(&h, to.x, to.y);
        harness_end(&h);
    }
}

/* The value behind a label of a card: "x           1.0312". */
static double on_card(ui_harness *h, const char *label)
{
    for (size_t i = h->app.ui.canvas.shape_count; i-- > 0;) { /* it is drawn late */
        const ui_shape *shape = &h->app.ui.canvas.shapes[i];
        const char *text = text_of(h, shape);
        if (shape->kind != UI_SHAPE_TEXT || strncmp(text, label, strlen(label)) != 0)
            continue;
        text += strlen(label);
        if (*text == ' ')
            return meant(text + strspn(text, " "));
    }
    fail_msg("no card says '%s'", label);
    return 0.0;
}

/* Neighbours are told apart: the card is right to a hundredth of the distance to the next. */
static void the_card_of_a_point_tells_it_from_its_neighbours(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        const scale_case *of = &CASES[c];
        ui_harness h;
        if (of->n > PLOT_SCATTER_POINTS || of->n < 2)
            continue;
        start_case(&h, "", of, 60);
        const dh_problem *problem = &harness_runs(&h)->problem;
        const size_t point = of->n / 2;
        const double x = problem->x[point], y = problem->y[point];
        const plot_frame frame = harness_data_frame(&h);
        const ui_point at = plot_at(&frame, x, y);
        harness_move(&h, at.x, at.y);
        const dh_weights line = dh_problem_line(problem, harness_now(&h).weights);
        const double prediction = line.slope * x + line.intercept;
        const double near = 0.01 * of->x_spread / (double)of->n;
        if (!(fabs(on_card(&h, "x") - x) <= near))
            fail_msg("%s: x is %.17g, the card says %.17g", of->name, x, on_card(&h, "x"));
        if (!(fabs(on_card(&h, "y") - y) <= 1e-3 * of->y_spread))
            fail_msg("%s: y is %.17g, the card says %.17g", of->name, y, on_card(&h, "y"));
        assert_true(fabs(on_card(&h, "prediction") - prediction) <=
                    fmax(1e-3 * of->y_spread, 0.01 * fabs(prediction)));
        assert_true(fabs(on_card(&h, "residual") - (y - prediction)) <=
                    fmax(1e-3 * of->y_spread, 0.01 * fabs(y - prediction)));
        harness_end(&h);
    }
}

static void the_card_of_a_step_can_be_read(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        start_case(&h, "", &CASES[c], 60);
        const plot_frame frame = h.app.pictures.frames.loss;
        harness_move(&h, plot_position(&frame.x, 1.0), frame.area.y + 0.5 * frame.area.h);
        const double loss = harness_runs(&h)->run[0].row[1].loss;
        if (loss > 0.0)
            assert_true(fabs(on_card(&h, "loss") - loss) <= 0.01 * loss);
        harness_end(&h);
    }
}

/* The residuals end at the line, and slices have it in their middle: nothing drawn is no number. */
static void nothing_is_drawn_nowhere(void **state)
{
    (void)state;
    static const char *const lines[] = {"--show residuals,slices,gradient,predictions",
                                        "--show residuals --standardize --size 800x560",
                                        "--show own-units --standardize --loss sum",
                                        "--show linear --vs optimizer=adam"};
    for (int c = 0; c < CASE_COUNT; c++)
        for (size_t l = 0; l < sizeof lines / sizeof *lines; l++) {
            ui_harness h;
            if (CASES[c].n > 1000000 && l > 0)
                continue;
            start_case(&h, lines[l], &CASES[c], 20);
            const ui_canvas *canvas = &h.app.ui.canvas;
            for (size_t i = 0; i < canvas->shape_count; i++) {
                const ui_shape *shape = &canvas->shapes[i];
                const bool has_points =
                    shape->kind == UI_SHAPE_POLYGON || shape->kind == UI_SHAPE_POLYLINE;
                for (uint32_t p = 0; has_points && p < shape->count; p++) {
                    const ui_point at = canvas->points[shape->first + p];
                    if (!isfinite(at.x) || !isfinite(at.y))
                        fail_msg("%s, '%s': a shape at %g, %g", CASES[c].name, lines[l], at.x,
                                 at.y);
                }
            }
            harness_end(&h);
        }
}

/* The advice is one that works, at any scale. */
static void the_way_out_works_at_any_scale(void **state)
{
    (void)state;
    for (int c = 0; c < CASE_COUNT; c++) {
        ui_harness h;
        dh_rates rates;
        if (CASES[c].n > 1000000)
            continue;
        start_case(&h, "", &CASES[c], 0);
        assert_true(runs_rates(harness_runs(&h), 0, &rates));
        model_scene scene = *harness_scene(&h);
        scene.run[0].recipe.rate.first = 100.0 * rates.stable;
        session_change(h.app.session, &scene);
        const model_remedy remedy = remedy_at(harness_runs(&h), NULL, 0);
        assert_true(remedy.needed);
        if (!(remedy.better > 0.3 * rates.stable && remedy.better < rates.stable))
            fail_msg("%s: use %g of %g", CASES[c].name, remedy.better, rates.stable);
        harness_end(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_number_that_is_not_0_reads_as_0),
        cmocka_unit_test(the_update_in_numbers_can_be_read),
        cmocka_unit_test(a_path_is_no_dot),
        cmocka_unit_test(a_start_at_the_minimum_has_a_picture),
        cmocka_unit_test(every_axis_has_two_ticks_that_differ),
        cmocka_unit_test(the_points_fill_the_data_picture),
        cmocka_unit_test(sliders_reach_what_is_of_use_and_not_much_more),
        cmocka_unit_test(the_start_is_dragged_to_where_the_pointer_is),
        cmocka_unit_test(the_card_of_a_point_tells_it_from_its_neighbours),
        cmocka_unit_test(the_card_of_a_step_can_be_read),
        cmocka_unit_test(nothing_is_drawn_nowhere),
        cmocka_unit_test(the_way_out_works_at_any_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
