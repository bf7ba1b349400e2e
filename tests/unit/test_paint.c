/* Shapes against what geometry says they cover. */
#include "cmocka_includes.h"
#include "ui/paint.h"
#include "ui/png.h"

#include <stdlib.h>
#include <string.h>

static const ui_color WHITE = {255, 255, 255, 255}, BLACK = {0, 0, 0, 255};
static const double PI = 3.14159265358979323846;

typedef struct test_page {
    ui_canvas canvas;
    ui_painter painter;
} test_page;

static void begin(test_page *page, int width, int height, double scale)
{
    ui_canvas_begin(&page->canvas, width, height, scale);
    ui_box(&page->canvas, ui_canvas_rect(&page->canvas), 0.0, WHITE);
}

static void end(test_page *page)
{
    ui_painter_free(&page->painter);
    ui_canvas_free(&page->canvas);
}

static int level(const test_page *page, int x, int y)
{
    return (int)(page->painter.image.pixels[y * page->painter.image.width + x] & 0xff);
}

/* The painted black in pixels, gray counting for its part. */
static double ink(const test_page *page)
{
    double sum = 0.0;
    for (int y = 0; y < page->painter.image.height; y++)
        for (int x = 0; x < page->painter.image.width; x++)
            sum += (255 - level(page, x, y)) / 255.0;
    return sum;
}

static void a_box_covers_its_area(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 200, 150, 1.0);
    ui_box(&page.canvas, (ui_rect){10.25, 20.5, 100.5, 60.25}, 0.0, BLACK);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_close(ink(&page), 100.5 * 60.25, 1e-3);
    assert_int_equal(level(&page, 60, 50), 0);
    assert_true(abs(level(&page, 10, 50) - 64) <= 1);  /* a quarter of it is white */
    assert_true(abs(level(&page, 60, 20) - 128) <= 1); /* half */
    assert_int_equal(level(&page, 9, 50), 255);
    end(&page);
}

static void a_disc_covers_its_area_wherever_it_is(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        test_page page = {0};
        const double radius = 1.5 + 2.3 * i;
        begin(&page, 256, 256, 1.0);
        ui_disc(&page.canvas, (ui_point){128.0 + 0.13 * i, 127.0 + 0.07 * i}, radius, BLACK);
        assert_true(ui_paint(&page.painter, &page.canvas));
        assert_close(ink(&page), PI * radius * radius, 0.02);
        end(&page);
    }
}

static void a_ring_is_a_disc_with_a_hole(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 128, 128, 1.0);
    ui_ring(&page.canvas, (ui_point){64, 64}, 30.0, 4.0, BLACK);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_close(ink(&page), 2.0 * PI * 30.0 * 4.0, 0.01);
    assert_int_equal(level(&page, 64, 64), 255);
    assert_int_equal(level(&page, 94, 64), 0);
    end(&page);
}

static void a_polygon_covers_its_area(void **state)
{
    (void)state;
    enum { CORNERS = 90 };
    for (int turn = -1; turn <= 1; turn += 2) {
        test_page page = {.painter = {.changed_count = 0}};
        ui_point corners[CORNERS];
        for (int i = 0; i < CORNERS; i++)
            corners[i] = (ui_point){300.2 + 270.0 * cos(turn * 2.0 * PI * i / CORNERS),
                                    200.6 + 150.0 * sin(turn * 2.0 * PI * i / CORNERS)};
        begin(&page, 600, 400, 1.0);
        ui_polygon(&page.canvas, corners, CORNERS, BLACK);
        assert_true(ui_paint(&page.painter, &page.canvas));
        const double area = 270.0 * 150.0 * 0.5 * CORNERS * sin(2.0 * PI / CORNERS);
        assert_true(fabs(ink(&page) - area) < 3.0);
        assert_int_equal(level(&page, 300, 200), 0);
        assert_int_equal(level(&page, 50, 80), 255);
        assert_int_equal(level(&page, 550, 320), 255);
        end(&page);
    }
}

static void a_line_covers_length_times_width(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 400, 300, 1.0);
    ui_line(&page.canvas, (ui_point){20.3, 30.7}, (ui_point){350.1, 260.9},
            (ui_stroke){.width = 3.0, .color = BLACK});
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_close(ink(&page), 3.0 * hypot(350.1 - 20.3, 260.9 - 30.7), 0.005);
    end(&page);
}

static void the_corners_of_a_polyline_are_not_painted_twice(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 200, 200, 1.0);
    const ui_point points[] = {{20, 100}, {100, 100}, {100, 20}};
    ui_polyline(&page.canvas, points, 3, (ui_stroke){.width = 10.0, .color = {0, 0, 0, 128}});
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_true(abs(level(&page, 98, 98) - 127) <= 1);
    assert_true(abs(level(&page, 50, 100) - 127) <= 1);
    end(&page);
}

static void dashes_cover_their_share(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 400, 40, 1.0);
    ui_line(&page.canvas, (ui_point){0, 20}, (ui_point){400, 20},
            (ui_stroke){.width = 2.0, .color = BLACK, .dash = 6.0, .gap = 4.0});
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_close(ink(&page), 400.0 * 2.0 * 0.6, 0.01);
    assert_int_equal(level(&page, 3, 20), 0);
    assert_int_equal(level(&page, 8, 20), 255);
    end(&page);
}

/* A line whose beginning is far outside has its dashes where one that begins near by has them: they
 * stay on the line when more or less of it is seen. */
static void dashes_stay_where_they_are_when_the_line_begins_far_away(void **state)
{
    (void)state;
    const ui_stroke stroke = {.width = 2.0, .color = BLACK, .dash = 7.0, .gap = 4.0};
    const double beginnings[] = {-88.0, -22e3, -22e6, -22e9}; /* whole periods */
    test_page near = {0};
    begin(&near, 400, 40, 1.0);
    ui_line(&near.canvas, (ui_point){0, 20}, (ui_point){400, 20}, stroke);
    assert_true(ui_paint(&near.painter, &near.canvas));
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        test_page page = {0};
        begin(&page, 400, 40, 1.0);
        const ui_point points[] = {
            {beginnings[i], 20}, {0.5 * beginnings[i], 20}, {0.0, 20}, {400, 20}};
        ui_polyline(&page.canvas, points, 4, stroke);
        assert_true(ui_paint(&page.painter, &page.canvas));
        for (int x = 0; x < 400; x++)
            assert_true(abs(level(&page, x, 20) - level(&near, x, 20)) <= 1);
        end(&page);
    }
    end(&near);
}

static void a_corner_between_far_places_is_joined(void **state)
{
    (void)state;
    const double far[] = {1e3, 1e5, 1e160, 1e300};
    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        test_page page = {0};
        begin(&page, 200, 200, 1.0);
        const ui_point points[] = {{100, 100 + far[i]}, {100, 100}, {100 + far[i], 100}};
        ui_polyline(&page.canvas, points, 3, (ui_stroke){.width = 10.0, .color = BLACK});
        assert_true(ui_paint(&page.painter, &page.canvas));
        assert_int_equal(level(&page, 97, 97), 0); /* in the wedge */
        assert_int_equal(level(&page, 100, 180), 0);
        assert_int_equal(level(&page, 180, 100), 0);
        end(&page);
    }
}

static void twice_the_scale_is_four_times_the_ink(void **state)
{
    (void)state;
    double inks[2];
    for (int i = 0; i < 2; i++) {
        test_page page = {0};
        const int scale = i + 1;
        begin(&page, 100 * scale, 100 * scale, scale);
        ui_box(&page.canvas, (ui_rect){20, 20, 50, 40}, 8.0, BLACK);
        assert_true(ui_paint(&page.painter, &page.canvas));
        inks[i] = ink(&page);
        end(&page);
    }
    assert_close(inks[1], 4.0 * inks[0], 0.005);
}

static void shapes_far_outside_are_cut_and_not_lost(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 200, 200, 1.0);
    ui_line(&page.canvas, (ui_point){-1e9, -1e9}, (ui_point){1e9, 1e9},
            (ui_stroke){.width = 2.0, .color = BLACK});
    ui_line(&page.canvas, (ui_point){0, HUGE_VAL}, (ui_point){1, (double)NAN},
            (ui_stroke){.width = 2.0, .color = BLACK});
    ui_disc(&page.canvas, (ui_point){1e300, 0}, 5.0, BLACK);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_int_equal(level(&page, 100, 100), 0);
    assert_close(ink(&page), 2.0 * hypot(200, 200), 0.02);
    end(&page);
}

static void clipping_keeps_ink_inside(void **state)
{
    (void)state;
    test_page page = {0};
    begin(&page, 100, 100, 1.0);
    const ui_px_rect outside = ui_clip(&page.canvas, (ui_rect){20, 20, 30, 30});
    ui_disc(&page.canvas, (ui_point){35, 35}, 60.0, BLACK);
    ui_unclip(&page.canvas, outside);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_close(ink(&page), 900.0, 1e-9);
    end(&page);
}

static void draw_scene(test_page *page, int frame)
{
    begin(page, 500, 300, 1.0);
    for (int i = 0; i < 40; i++)
        ui_disc(&page->canvas, (ui_point){12.7 * i, 7.3 * i}, 4.5, (ui_color){255, 165, 0, 255});
    ui_line(&page->canvas, (ui_point){-50, 200.0 - frame}, (ui_point){900, 90.0 + 2.0 * frame},
            (ui_stroke){.width = 3.0, .color = {31, 119, 180, 200}});
    ui_outline(&page->canvas, (ui_rect){40.5, 30.5, 300, 200}, 9.0, 2.0, BLACK);
}

/* The promise of painting only what changed: the result is bit for bit that of painting anew. */
static void painting_what_changed_equals_painting_all(void **state)
{
    (void)state;
    test_page going_on = {0};
    for (int frame = 0; frame < 12; frame++) {
        test_page fresh = {0};
        draw_scene(&going_on, frame);
        draw_scene(&fresh, frame);
        assert_true(ui_paint(&going_on.painter, &going_on.canvas));
        assert_true(ui_paint(&fresh.painter, &fresh.canvas));
        assert_memory_equal(going_on.painter.image.pixels, fresh.painter.image.pixels,
                            500 * 300 * 4);
        end(&fresh);
    }
    end(&going_on);
}

static void an_unchanged_frame_paints_nothing(void **state)
{
    (void)state;
    test_page page = {0};
    draw_scene(&page, 0);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_true(page.painter.changed_count > 0);
    draw_scene(&page, 0);
    assert_true(ui_paint(&page.painter, &page.canvas));
    assert_int_equal(page.painter.changed_count, 0);
    end(&page);
}

static void a_png_reads_back_as_it_was_written(void **state)
{
    (void)state;
    test_page page = {0};
    draw_scene(&page, 3);
    assert_true(ui_paint(&page.painter, &page.canvas));
    char reason[128] = "";
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_true(ui_png_write(&page.painter.image, file, reason, sizeof reason));
    static unsigned char bytes[1 << 20];
    rewind(file);
    const size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    ui_image back = {0};
    assert_true(ui_png_read(&back, bytes, size));
    assert_int_equal(back.width, 500);
    assert_memory_equal(back.pixels, page.painter.image.pixels, 500 * 300 * 4);
    ui_image_free(&back);
    end(&page);
}

static void a_png_that_cannot_be_written_says_why(void **state)
{
    (void)state;
    test_page page = {0};
    draw_scene(&page, 0);
    assert_true(ui_paint(&page.painter, &page.canvas));
    char reason[128] = "";
    FILE *file = fopen("/dev/null", "rb"); /* to read from only */
    assert_non_null(file);
    assert_false(ui_png_write(&page.painter.image, file, reason, sizeof reason));
    assert_true(strlen(reason) > 0);
    fclose(file);
    end(&page);
}

static double words_ink(ui_face face, const char *words, bool upright)
{
    test_page page = {0};
    page.canvas.text = ui_text_create();
    assert_non_null(page.canvas.text);
    begin(&page, 200, 200, 1.0);
    const ui_font font = {face, 20.0};
    if (upright)
        ui_label_upright(&page.canvas, (ui_point){100, 100}, font, BLACK, words);
    else
        ui_label(&page.canvas, (ui_point){100, 100}, UI_CENTER, font, BLACK, words);
    assert_true(ui_paint(&page.painter, &page.canvas));
    const double sum = ink(&page);
    ui_text_destroy(page.canvas.text);
    end(&page);
    return sum;
}

static void upright_text_has_the_ink_of_level_text(void **state)
{
    (void)state;
    const double plain = words_ink(UI_SANS, "intercept", false);
    assert_true(plain > 100.0);
    assert_close(words_ink(UI_SANS, "intercept", true), plain, 1e-9);
}

static void the_fonts_have_every_sign_the_program_writes(void **state)
{
    (void)state;
    const char *const signs[] = {"−", "×", "→", "↑", "↓", "₀", "₁", "⁰", "¹", "²",
                                 "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻", "∞"};
    const double missing[] = {words_ink(UI_SANS, "\uE123", false),
                              words_ink(UI_SANS_BOLD, "\uE123", false),
                              words_ink(UI_MONO, "\uE123", false)};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (int face = 0; face < UI_FACE_COUNT; face++) {
            const double drawn = words_ink((ui_face)face, signs[i], false);
            if (drawn == 0.0 || drawn == missing[face])
                fail_msg("face %d lacks %s", face, signs[i]);
        }
}

static void digits_of_the_number_face_are_equally_wide(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const int width = ui_text_width_px(text, UI_MONO, 13, "0000", 4);
    const char *const others[] = {"1111", "9.84", "-1.5", "1e-7"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(ui_text_width_px(text, UI_MONO, 13, others[i], 4), width);
    ui_text_destroy(text);
}

/* More different words than the store has room for: old ones go, none is drawn wrong. */
static void the_store_of_masks_may_overflow(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const int first = ui_text_width_px(text, UI_SANS, 40, "The first words", 15);
    for (int i = 0; i < 3000; i++) {
        char words[32];
        const int length = snprintf(words, sizeof words, "Some words, no. %d", i);
        assert_true(ui_text_width_px(text, UI_SANS, 40, words, (size_t)length) > first);
    }
    const ui_mask mask = ui_text_mask(text, UI_SANS, 40, "The first words", 15);
    assert_non_null(mask.coverage);
    assert_int_equal(mask.advance, first);
    ui_text_destroy(text);
}

/* The ink of a text that begins at the left of a page, from the column `from` on. */
static double ink_from(const char *utf8, ui_font font, double scale, int from)
{
    test_page page = {0};
    page.canvas.text = ui_text_create();
    assert_non_null(page.canvas.text);
    begin(&page, 8192, 256, scale);
    ui_label(&page.canvas, (ui_point){0.0, 128.0 / scale}, UI_LEFT, font, BLACK, utf8);
    assert_true(ui_paint(&page.painter, &page.canvas));
    double sum = 0.0;
    for (int y = 0; y < 256; y++)
        for (int x = from; x < 8192; x++)
            sum += (255 - level(&page, x, y)) / 255.0;
    ui_text_destroy(page.canvas.text);
    end(&page);
    return sum;
}

static int width_of(const char *utf8, ui_font font, double scale)
{
    ui_text *text = ui_text_create();
    assert_non_null(text);
    const ui_canvas canvas = {.scale = scale, .text = text};
    const int width = (int)lround(ui_label_width(&canvas, font, utf8) * scale);
    ui_text_destroy(text);
    return width;
}

/* Once what was wider than the store of masks was left out, and what was longer than its keys was
 * cut. */
static void a_text_of_any_length_and_size_shows_whole(void **state)
{
    (void)state;
    const ui_font fonts[] = {{UI_SANS, 12.0}, {UI_SANS_BOLD, 12.0}, {UI_MONO, 12.0}};
    const char words[] = "sgd, lr 0.25, batch 10, ";
    char text[301] = "", unbroken[301] = "";
    while (strlen(text) + sizeof words <= sizeof text)
        strcat(text, words);
    memset(unbroken, 'm', sizeof unbroken - 1);
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        const int long_end = width_of(text, fonts[i], 1.0);
        assert_true(long_end > 1000 && long_end < 8192);
        assert_true(ink_from(text, fonts[i], 1.0, long_end - 60) > 60.0);
        assert_close(ink_from(text, fonts[i], 1.0, long_end + 2), 0.0, 1e-9);
        assert_close(ink_from(text, fonts[i], 1.0, 0), 12.0 * ink_from(words, fonts[i], 1.0, 0),
                     0.05);
        text[96] = '\0';
        const int large_end = width_of(text, fonts[i], 6.0);
        assert_true(large_end > 2048);
        assert_true(ink_from(text, fonts[i], 6.0, large_end - 360) > 2000.0);
        assert_close(ink_from(text, fonts[i], 6.0, 0), 4.0 * ink_from(words, fonts[i], 6.0, 0),
                     0.05);
        text[96] = words[0];
        const int unbroken_end = width_of(unbroken, fonts[i], 1.5);
        assert_true(unbroken_end < 8192);
        assert_true(ink_from(unbroken, fonts[i], 1.5, unbroken_end - 60) > 60.0);
    }
}

static void a_label_is_cut_where_it_would_pass_its_width(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    test_page page = {.canvas = {.text = text}};
    char words[1000];
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = i % 7 == 6 ? ' ' : (char)('a' + i % 7);
    words[sizeof words - 1] = '\0';
    const ui_face faces[] = {UI_SANS, UI_MONO};
    for (int width = 20; width < 4000; width += width / 3)
        for (int i = 0; i < 2; i++) {
            const ui_font font = {faces[i], 12.0};
            begin(&page, 4096, 64, 1.0);
            assert_false(ui_label_cut(&page.canvas, (ui_point){0, 32}, width, font, BLACK, words));
            const ui_shape *shape = &page.canvas.shapes[page.canvas.shape_count - 1];
            const char *shown = page.canvas.bytes + shape->first;
            const double shown_width = ui_label_width(&page.canvas, font, shown);
            assert_memory_equal(shown, words, shape->count - strlen("…"));
            assert_string_equal(shown + shape->count - strlen("…"), "…");
            assert_true(shown_width <= width && shown_width > width - 16);
        }
    assert_true(ui_label_cut(&page.canvas, (ui_point){0, 32}, 8000.0, (ui_font){UI_MONO, 12.0},
                             BLACK, words));
    ui_text_destroy(text);
    end(&page);
}

static void a_text_keeps_where_it_is_anchored(void **state)
{
    (void)state;
    ui_text *text = ui_text_create();
    assert_non_null(text);
    test_page page = {.canvas = {.text = text}};
    const ui_font font = {UI_SANS, 12.0};
    begin(&page, 300, 300, 1.5);
    ui_label(&page.canvas, (ui_point){100.2, 50.1}, UI_RIGHT, font, BLACK, "loss");
    ui_label(&page.canvas, (ui_point){100.3, 50.1}, UI_RIGHT, font, BLACK, "loss");
    ui_label_upright(&page.canvas, (ui_point){20.0, 90.5}, font, BLACK, "loss");
    const ui_shape *shapes = page.canvas.shapes + 1;
    assert_close(shapes[0].anchor.x, 150.3, 1e-12);
    assert_close(shapes[0].anchor.y, 75.15, 1e-12);
    assert_int_equal(shapes[0].align, UI_RIGHT);
    assert_true(shapes[0].hash == shapes[1].hash); /* it looks the same */
    assert_close(shapes[2].anchor.x, 30.0, 1e-12);
    assert_close(shapes[2].anchor.y, 135.75, 1e-12);
    assert_int_equal(shapes[2].align, UI_CENTER);
    assert_true(shapes[2].upright);
    ui_text_destroy(text);
    end(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_covers_its_area),
        cmocka_unit_test(a_disc_covers_its_area_wherever_it_is),
        cmocka_unit_test(a_ring_is_a_disc_with_a_hole),
        cmocka_unit_test(a_polygon_covers_its_area),
        cmocka_unit_test(a_line_covers_length_times_width),
        cmocka_unit_test(the_corners_of_a_polyline_are_not_painted_twice),
        cmocka_unit_test(dashes_cover_their_share),
        cmocka_unit_test(dashes_stay_where_they_are_when_the_line_begins_far_away),
        cmocka_unit_test(a_corner_between_far_places_is_joined),
        cmocka_unit_test(twice_the_scale_is_four_times_the_ink),
        cmocka_unit_test(shapes_far_outside_are_cut_and_not_lost),
        cmocka_unit_test(clipping_keeps_ink_inside),
        cmocka_unit_test(painting_what_changed_equals_painting_all),
        cmocka_unit_test(an_unchanged_frame_paints_nothing),
        cmocka_unit_test(a_png_reads_back_as_it_was_written),
        cmocka_unit_test(a_png_that_cannot_be_written_says_why),
        cmocka_unit_test(upright_text_has_the_ink_of_level_text),
        cmocka_unit_test(the_fonts_have_every_sign_the_program_writes),
        cmocka_unit_test(digits_of_the_number_face_are_equally_wide),
        cmocka_unit_test(the_store_of_masks_may_overflow),
        cmocka_unit_test(a_text_of_any_length_and_size_shows_whole),
        cmocka_unit_test(a_label_is_cut_where_it_would_pass_its_width),
        cmocka_unit_test(a_text_keeps_where_it_is_anchored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
