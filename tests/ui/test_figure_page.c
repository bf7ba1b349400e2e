/* A figure to take away: what is in it, that nothing of the window is, and that its pixels are the
 * window's. */
#define _POSIX_C_SOURCE 200809L
#include "cmocka_includes.h"
#include "folder.h"
#include "read_png.h"
#include "screen/figure_page.h"
#include "screen/layout.h"
#include "screen/legend.h"
#include "screen/update_strip.h"
#include "screen/words_line.h"
#include "ui/export_request.h"
#include "ui/harness.h"

#include "export/drawing.h"

static const char *const SIZES[] = {"--size 318x240 --scale 2", "--size 318x520",
                                    "--size 640x480",           "--size 658x460 --scale 2",
                                    "--size 1920x1080",         "--size 600x600 --scale 1.25"};

enum { SIZE_COUNT = sizeof SIZES / sizeof *SIZES };

static void begin(export_drawing *drawing, asked_export *asked, const char *line)
{
    dh_error error = {.text = ""};
    ask_export(asked, "a.png", line);
    *drawing = (export_drawing){.last = 0};
    if (!drawing_begin(drawing, &asked->request, 1, &error))
        fail_msg("%s: %s", line, error.text);
}

static void end(export_drawing *drawing, asked_export *asked)
{
    drawing_free(drawing);
    options_free(&asked->options);
}

static const char *text_of(const export_drawing *drawing, size_t shape)
{
    const ui_shape *of = &drawing->canvas.shapes[shape];
    return of->kind == UI_SHAPE_TEXT ? drawing->canvas.bytes + of->first : "";
}

static bool has(const export_drawing *drawing, const char *text)
{
    for (size_t i = 0; i < drawing->canvas.shape_count; i++)
        if (strcmp(text_of(drawing, i), text) == 0)
            return true;
    return false;
}

static bool has_part(const export_drawing *drawing, const char *part)
{
    for (size_t i = 0; i < drawing->canvas.shape_count; i++)
        if (strstr(text_of(drawing, i), part))
            return true;
    return false;
}

/* The file has the pixels that painting on from other steps gives, byte for byte. */
static void a_png_is_what_the_painter_shows(void **state)
{
    (void)state;
    for (int i = 0; i < SIZE_COUNT; i++) {
        char line[200];
        asked_export asked;
        export_drawing drawing;
        ui_image image = {.pixels = NULL};
        snprintf(line, sizeof line, "%s --at 12 --vs \"optimizer=adam lr=0.3\"%s", SIZES[i],
                 i % 2 ? " --theme dark" : "");
        export_line("a.png", line);
        begin(&drawing, &asked, line);
        for (size_t step = 8; step <= 12; step += 2)
            assert_true(drawing_paint(&drawing, step, NULL));
        assert_true(read_png("a.png", &image));
        assert_int_equal(image.width, drawing.width_px);
        assert_exactly(share_alike(&image, &drawing.painter.image, 0), 1.0);
        ui_image_free(&image);
        end(&drawing, &asked);
    }
}

/* Where both have a picture in the same place, its pixels are the same. */
static void the_pictures_are_the_windows(void **state)
{
    (void)state;
    ui_harness h;
    harness_start(&h, "--at 12 --size 1280x800 --batch 10 --vs lr=0.3");
    const model_shown shown = session_shown(h.app.session);
    const layout_heights heights = {.strip = update_strip_height(&shown, 800.0),
                                    .strip_least = update_strip_least(800.0),
                                    .legend = legend_height(h.app.session),
                                    .words = words_line_size(&h.app.ui.theme, &shown.view)};
    const screen_layout at = layout_of((ui_rect){0.0, 0.0, 1280.0, 800.0}, &shown.view, heights);
    const figure_places places = {at.data, at.weights, at.loss};
    const figure_touch none = {.pointed = false};
    plot_style style = plot_style_of(false);
    style.words_width = style.more_words = 0.0; /* as a figure has it */
    ui_canvas canvas = {.text = h.app.ui.canvas.text};
    ui_painter painter = {.changed_count = 0};
    plot_scatter scatter = {.version = 0};
    ui_canvas_begin(&canvas, 1280, 800, 1.0);
    ui_box(&canvas, ui_canvas_rect(&canvas), 0.0, style.ui.paper);
    const figure_frames frames = figure_draw(&canvas, &style, &shown, &places, &none, &scatter);
    assert_true(ui_paint(&painter, &canvas));
    const ui_rect areas[] = {frames.data.area, frames.weights.area, frames.loss.area};
    for (int i = 0; i < 3; i++)
        for (int y = (int)areas[i].y; y < (int)(areas[i].y + areas[i].h); y++) {
            const ptrdiff_t row = (ptrdiff_t)y * 1280 + (int)areas[i].x;
            assert_memory_equal(painter.image.pixels + row, h.app.painter.image.pixels + row,
                                (size_t)areas[i].w * sizeof(uint32_t));
        }
    ui_canvas_free(&canvas);
    ui_painter_free(&painter);
    plot_scatter_free(&scatter);
    harness_end(&h);
}

static void nothing_of_the_interface_is_in_it(void **state)
{
    (void)state;
    static const char *const words[] = {"linear", "enlarge", "residuals", "predictions", "slices",
                                        "rates",  "control", "hide",      "show",        "explain",
                                        "batch",  "Runs",    "own units", "Optimizer",   "Steps"};
    for (int i = 0; i < SIZE_COUNT; i++) {
        char line[200];
        asked_export asked;
        export_drawing drawing;
        snprintf(line, sizeof line, "%s --vs optimizer=adam --batch 10 --show edit,linear",
                 SIZES[i]);
        begin(&drawing, &asked, line);
        assert_true(drawing_show(&drawing, 12, NULL));
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (has(&drawing, words[w]))
                fail_msg("%s: '%s' is in it", line, words[w]);
        assert_false(has_part(&drawing, "drag"));
        end(&drawing, &asked);
    }
}

static void titles_and_axes_are_named_at_every_size(void **state)
{
    (void)state;
    for (int i = 0; i < SIZE_COUNT; i++) {
        asked_export asked;
        export_drawing drawing;
        begin(&drawing, &asked, SIZES[i]);
        assert_true(drawing_show(&drawing, 12, NULL));
        static const char *const names[] = {"Data", "Loss", "x", "y", "slope a₀", "step"};
        for (size_t n = 0; n < sizeof names / sizeof *names; n++)
            if (!has(&drawing, names[n]))
                fail_msg("%s: '%s' is not in it", SIZES[i], names[n]);
        assert_true(has_part(&drawing, "intercept"));
        assert_true(has(&drawing, "loss") || has(&drawing, "mean of the squared residuals"));
        end(&drawing, &asked);
    }
}

/* Nothing is cut at the edges. */
static void all_words_are_within_it(void **state)
{
    (void)state;
    for (int i = 0; i < SIZE_COUNT; i++) {
        char line[200];
        asked_export asked;
        export_drawing drawing;
        snprintf(line, sizeof line, "%s --vs optimizer=adam --show words", SIZES[i]);
        if (i == 0) /* a column has no room for words below three pictures */
            snprintf(line, sizeof line, "%s --vs optimizer=adam --show data,words", SIZES[i]);
        begin(&drawing, &asked, line);
        for (size_t step = 0; step <= 100; step += 20) {
            assert_true(drawing_show(&drawing, step, NULL));
            for (size_t s = 0; s < drawing.canvas.shape_count; s++) {
                const ui_shape *shape = &drawing.canvas.shapes[s];
                if (shape->kind != UI_SHAPE_TEXT || shape->upright)
                    continue;
                const int width = ui_text_width_px(drawing.canvas.text, shape->face, shape->size_px,
                                                   text_of(&drawing, s), shape->count);
                assert_in_range(shape->left, 0, drawing.width_px - width);
                assert_in_range(shape->baseline, 0, drawing.height_px - 1);
            }
        }
        end(&drawing, &asked);
    }
}

static void a_legend_tells_several_runs_apart(void **state)
{
    (void)state;
    asked_export asked;
    export_drawing drawing;
    begin(&drawing, &asked, "--at 12");
    assert_true(drawing_show(&drawing, 12, NULL));
    assert_false(has(&drawing, "Gradient descent"));
    end(&drawing, &asked);
    begin(&drawing, &asked, "--show legend");
    assert_true(drawing_show(&drawing, 12, NULL));
    assert_true(has(&drawing, "Gradient descent"));
    end(&drawing, &asked);
    begin(&drawing, &asked, "--vs \"lr=0.3 name=faster\" --vs \"lr=0.2 hidden name=unseen\"");
    assert_true(drawing_show(&drawing, 12, NULL));
    assert_true(has(&drawing, "Gradient descent"));
    assert_true(has(&drawing, "faster"));
    assert_true(has(&drawing, "loss at step 12"));
    assert_false(has(&drawing, "unseen"));
    end(&drawing, &asked);
}

static void it_has_the_parts_that_were_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool data, weights, loss, card;
    } table[] = {
        {"", true, true, true, false},
        {"--show data", true, false, false, false},
        {"--show weights,loss", false, true, true, false},
        {"--show loss,data,card", true, false, true, true},
        {"--show data,weights,loss,words", true, true, true, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        asked_export asked;
        export_drawing drawing;
        begin(&drawing, &asked, table[i].line);
        assert_true(drawing_show(&drawing, 12, NULL));
        assert_int_equal(has(&drawing, "Data"), table[i].data);
        assert_int_equal(has(&drawing, "slope a₀"), table[i].weights);
        assert_int_equal(has(&drawing, "Loss"), table[i].loss);
        assert_int_equal(has(&drawing, "Next: 12 → 13"), table[i].card);
        assert_int_equal(has_part(&drawing, "The line"), strstr(table[i].line, "words") != NULL);
        end(&drawing, &asked);
    }
}

/* Small words, in points on paper and in shares of a slide. */
static void words_can_be_read_at_every_size(void **state)
{
    (void)state;
    for (int i = 0; i < SIZE_COUNT; i++) {
        asked_export asked;
        export_drawing drawing;
        begin(&drawing, &asked, SIZES[i]);
        assert_true(drawing_show(&drawing, 12, NULL));
        for (size_t s = 0; s < drawing.canvas.shape_count; s++)
            if (drawing.canvas.shapes[s].kind == UI_SHAPE_TEXT) {
                const double px = drawing.canvas.shapes[s].size_px / asked.request.scale;
                assert_true(0.75 * px >= 6.0);
                assert_true(px >= asked.request.height / 60.0);
            }
        end(&drawing, &asked);
    }
}

static void what_has_no_room_is_refused(void **state)
{
    (void)state;
    static const char *const lines[] = {"--size 100x100", "--size 1x1",
                                        "--size 300x500 --show card",
                                        "--size 260x120 --show words,data --vs lr=0.2"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        asked_export asked;
        dh_error error = {.text = ""};
        ask_export(&asked, "none.png", lines[i]);
        assert_false(form_save(&asked.request, &error));
        assert_non_null(strstr(error.text, "none.png cannot be written: th"));
        assert_int_not_equal(access("none.png", F_OK), 0);
        options_free(&asked.options);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(a_png_is_what_the_painter_shows),
        cmocka_unit_test(the_pictures_are_the_windows),
        cmocka_unit_test(nothing_of_the_interface_is_in_it),
        cmocka_unit_test(titles_and_axes_are_named_at_every_size),
        cmocka_unit_test(all_words_are_within_it),
        cmocka_unit_test(a_legend_tells_several_runs_apart),
        cmocka_unit_test(it_has_the_parts_that_were_asked_for),
        cmocka_unit_test(words_can_be_read_at_every_size),
        test_in_folder(what_has_no_room_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
