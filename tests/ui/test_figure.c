/* The pictures are drawn from one value, whatever the window shows meanwhile. */
#include "cmocka_includes.h"
#include "screen/figure.h"
#include "ui/harness.h"
#include "ui/paint.h"

/* A canvas of its own, with the pictures of some step on it. */
typedef struct drawn {
    ui_canvas canvas;
    ui_painter painter;
    plot_scatter scatter;
    figure_frames frames;
} drawn;

static void draw(drawn *d, ui_text *text, const model_shown *shown, double width, double height)
{
    const plot_style style = plot_style_of(shown->view.theme == VIEW_DARK);
    const double w = 0.45 * width, h = 0.5 * height;
    const figure_places places = {
        .data = {0.0, 0.0, w, height}, .weights = {w, 0.0, w, h}, .loss = {w, h, w, h}};
    const figure_touch none = {.pointed = false};
    d->canvas.text = text;
    ui_canvas_begin(&d->canvas, (int)width, (int)height, 1.0);
    ui_box(&d->canvas, ui_canvas_rect(&d->canvas), 0.0, style.ui.paper);
    d->frames = figure_draw(&d->canvas, &style, shown, &places, &none, &d->scatter);
    assert_true(ui_paint(&d->painter, &d->canvas));
}

static void forget(drawn *d)
{
    ui_canvas_free(&d->canvas);
    ui_painter_free(&d->painter);
    plot_scatter_free(&d->scatter);
}

static uint32_t pixel(const drawn *d, ui_point at)
{
    const ui_image *image = &d->painter.image;
    return image->pixels[(int)at.y * image->width + (int)at.x] & 0xffffff;
}

/* Runs of their own, over the scene of the window. */
static void run_anew(model_runs *runs, const ui_harness *h)
{
    *runs = (model_runs){.version = 0};
    assert_true(runs_take(runs, harness_scene(h), NULL));
    runs_last(runs);
}

static void a_figure_shows_another_step_than_the_window(void **state)
{
    (void)state;
    ui_harness h;
    model_runs runs;
    drawn d = {.frames.data.named = false};
    harness_start(&h, "--at 3 --batch 10");
    run_anew(&runs, &h);
    for (size_t step = 60; step <= 100; step += 40) {
        const model_shown shown = shown_of(&runs, step, harness_view(&h));
        draw(&d, h.app.ui.canvas.text, &shown, 900.0, 500.0);
        assert_true(shown.at_last == (step == 100));
        const dh_row row = runs.run[0].row[step];
        const ui_point on_curve = plot_at(&d.frames.loss, (double)step, row.loss);
        assert_int_equal(pixel(&d, on_curve), 0x1f77b4);
        const double x = d.frames.data.x.low + 0.01;
        const ui_point on_line =
            plot_at(&d.frames.data, x, row.weights.slope * x + row.weights.intercept);
        assert_int_equal(pixel(&d, on_line), 0x1f77b4);
        assert_int_equal(harness_player(&h)->playhead, 3);
    }
    forget(&d);
    runs_free(&runs);
    harness_end(&h);
}

/* The same value gives the same pixels, and the window's own pass has no part in them. */
static void a_figure_depends_on_what_is_shown_alone(void **state)
{
    (void)state;
    ui_harness h;
    model_runs runs;
    drawn before = {.frames.data.named = false}, after = {.frames.data.named = false};
    harness_start(&h, "--at 12 --theme dark --vs lr=0.3 --show residuals");
    run_anew(&runs, &h);
    const model_shown shown = shown_of(&runs, 40, harness_view(&h));
    draw(&before, h.app.ui.canvas.text, &shown, 640.0, 480.0);
    harness_key(&h, SDLK_t, 0);
    harness_key(&h, SDLK_o, 0);
    harness_wait(&h, 300);
    draw(&after, h.app.ui.canvas.text, &shown, 640.0, 480.0);
    assert_int_equal(before.painter.image.width, 640);
    assert_memory_equal(before.painter.image.pixels, after.painter.image.pixels,
                        640 * 480 * sizeof(uint32_t));
    forget(&before);
    forget(&after);
    runs_free(&runs);
    harness_end(&h);
}

/* A picture alone: the others take no part. */
static void a_figure_can_be_of_one_picture(void **state)
{
    (void)state;
    ui_harness h;
    model_runs runs;
    harness_start(&h, "--at 12");
    run_anew(&runs, &h);
    const model_shown shown = shown_of(&runs, 40, harness_view(&h));
    const plot_style style = plot_style_of(false);
    const figure_places places = {.loss = {0.0, 0.0, 300.0, 200.0}};
    const figure_touch none = {.pointed = false};
    drawn d = {.canvas.text = h.app.ui.canvas.text};
    ui_canvas_begin(&d.canvas, 300, 200, 1.0);
    d.frames = figure_draw(&d.canvas, &style, &shown, &places, &none, &d.scatter);
    assert_true(d.frames.loss.area.w > 0.0);
    assert_exactly(d.frames.data.area.w, 0.0);
    assert_exactly(d.frames.weights.area.w, 0.0);
    forget(&d);
    runs_free(&runs);
    harness_end(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_shows_another_step_than_the_window),
        cmocka_unit_test(a_figure_depends_on_what_is_shown_alone),
        cmocka_unit_test(a_figure_can_be_of_one_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
