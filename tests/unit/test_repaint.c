/* The promise of painting only what changed: the picture is bit for bit that of painting anew,
 * whatever becomes of the shapes from frame to frame. */
#include "cmocka_includes.h"
#include "downhill/random.h"
#include "ui/paint.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MARKS = 24, CURVE = 60, ROUND = 40 };

static dh_random dice;

static double below(double limit)
{
    return limit * (dh_random_u32(&dice) >> 8) / (1 << 24);
}

static bool one_in(int count)
{
    return (int)below(count) == 0;
}

/* Something that is drawn in every frame, until it is changed. */
typedef struct mark {
    int kind;
    ui_rect box;
    ui_color color;
    double width, dash;
    bool hidden, clipped;
} mark;

/* A picture, of which a frame changes a little. */
typedef struct drawing {
    int width, height;
    double scale;
    ui_color paper;
    mark mark[MARKS];
    ui_point curve[CURVE];
    size_t known; /* points of the curve */
    ui_image image;
    uint64_t version;
} drawing;

static ui_color any_color(void)
{
    const uint8_t alpha = one_in(2) ? 255 : (uint8_t)below(256);
    return (ui_color){(uint8_t)below(256), (uint8_t)below(256), (uint8_t)below(256), alpha};
}

static mark any_mark(void)
{
    return (mark){.kind = (int)below(9),
                  .box = {below(400) - 40, below(300) - 40, below(200) + 1, below(150) + 1},
                  .color = any_color(),
                  .width = 0.5 + below(9),
                  .dash = one_in(3) ? 1 + below(12) : 0.0,
                  .hidden = one_in(4),
                  .clipped = one_in(4)};
}

/* As contours are. */
static void draw_ellipse(ui_canvas *canvas, const mark *m, ui_stroke stroke)
{
    ui_point corners[ROUND + 1];
    for (int i = 0; i <= ROUND; i++) {
        const double angle = i % ROUND * 6.283185307179586 / ROUND;
        corners[i] = (ui_point){m->box.x + m->box.w * cos(angle), m->box.y + m->box.h * sin(angle)};
    }
    ui_polygon(canvas, corners, ROUND, m->color);
    ui_polyline(canvas, corners, ROUND + 1, stroke);
}

static void draw_mark(ui_canvas *canvas, const drawing *d, const mark *m)
{
    const ui_point from = {m->box.x, m->box.y};
    const ui_point to = {m->box.x + m->box.w, m->box.y + m->box.h};
    const ui_point corners[] = {from, to, {to.x, from.y - 30.0}, {from.x, to.y}};
    const ui_stroke stroke = {
        .width = m->width, .color = m->color, .dash = m->dash, .gap = 0.5 * m->dash};
    const ui_font font = {UI_SANS, 12.0};
    switch (m->kind) {
    case 0:
        ui_line(canvas, from, to, stroke);
        break;
    case 1:
        ui_polyline(canvas, corners, 4, stroke);
        break;
    case 2:
        ui_polygon(canvas, corners, 4, m->color);
        break;
    case 3:
        ui_disc(canvas, from, 3.0 * m->width, m->color);
        break;
    case 4:
        ui_ring(canvas, from, 3.0 * m->width, m->width, m->color);
        break;
    case 5:
        ui_box(canvas, m->box, m->width < 4.0 ? 0.0 : m->width, m->color);
        break;
    case 6:
        ui_label(canvas, from, UI_CENTER, font, m->color, "loss 0.25");
        ui_draw_image(canvas, to, &d->image, d->version);
        break;
    case 7:
        draw_ellipse(canvas, m, stroke);
        break;
    default:
        ui_outline(canvas, m->box, m->width, 0.5 * m->width, m->color);
    }
}

static void draw(ui_canvas *canvas, const drawing *d)
{
    ui_canvas_begin(canvas, d->width, d->height, d->scale);
    ui_box(canvas, ui_canvas_rect(canvas), 0.0, d->paper);
    for (int i = 0; i < MARKS; i++) {
        const mark *m = &d->mark[i];
        const ui_px_rect outside = canvas->clip;
        if (m->clipped)
            ui_clip(canvas, ui_inset(m->box, m->width));
        if (!m->hidden)
            draw_mark(canvas, d, m);
        ui_unclip(canvas, outside);
    }
    ui_polyline(canvas, d->curve, d->known, (ui_stroke){.width = 2.5, .color = {200, 30, 60, 150}});
}

static void change_image(drawing *d)
{
    d->version++;
    for (int i = 0; i < d->image.width * d->image.height; i++)
        d->image.pixels[i] = one_in(2) ? 0 : 0xff000000u | dh_random_u32(&dice);
}

static void change(drawing *d)
{
    const int which = (int)below(MARKS), other = (int)below(MARKS);
    mark *m = &d->mark[which];
    const mark kept = *m;
    d->known = d->known < CURVE ? d->known + 1 : 2;
    switch ((int)below(12)) {
    case 0: /* order */
        *m = d->mark[other];
        d->mark[other] = kept;
        break;
    case 1:
        m->hidden = !m->hidden;
        break;
    case 2:
        m->clipped = !m->clipped;
        break;
    case 3:
        m->color = any_color();
        break;
    case 4:
        change_image(d);
        break;
    case 5:
        *m = any_mark();
        break;
    case 6:
        if (one_in(4)) { /* the size of the window */
            d->width = 100 + (int)below(400);
            d->height = 60 + (int)below(300);
        }
        break;
    case 7:
        if (one_in(4)) { /* the theme */
            d->paper = (ui_color){(uint8_t)below(256), 240, 230, 255};
            d->scale = one_in(2) ? 1.0 : 1.25;
        }
        break;
    case 8:
        break; /* nothing */
    default:
        m->box.x += below(6) - 3;
        m->box.y += below(6) - 3;
    }
}

static drawing any_drawing(void)
{
    drawing d = {.width = 450, .height = 300, .scale = 1.0, .paper = {255, 255, 255, 255}};
    assert_true(ui_image_resize(&d.image, 70, 50));
    change_image(&d);
    for (int i = 0; i < MARKS; i++)
        d.mark[i] = any_mark();
    for (int i = 0; i < CURVE; i++)
        d.curve[i] = (ui_point){7.0 * i, 20.0 + below(200)};
    return d;
}

static void any_row_of_frames_is_painted_as_if_anew(void **state)
{
    (void)state;
    dice = dh_random_seeded(7);
    ui_canvas canvas = {.text = ui_text_create()};
    ui_painter going_on = {.changed_count = 0}, fresh = {.changed_count = 0};
    assert_non_null(canvas.text);
    for (int row = 0; row < 20; row++) {
        drawing d = any_drawing();
        for (int frame = 0; frame < 100; frame++) {
            draw(&canvas, &d);
            if (fresh.image.pixels)
                ui_painter_forget(&fresh);
            assert_true(ui_paint(&going_on, &canvas));
            assert_true(ui_paint(&fresh, &canvas));
            assert_memory_equal(going_on.image.pixels, fresh.image.pixels,
                                (size_t)d.width * (size_t)d.height * 4);
            change(&d);
        }
        ui_image_free(&d.image);
    }
    ui_painter_free(&going_on);
    ui_painter_free(&fresh);
    ui_text_destroy(canvas.text);
    ui_canvas_free(&canvas);
}

/* What a frame painted, in pixels. */
static int painted(const ui_painter *painter)
{
    int sum = 0;
    for (size_t i = 0; i < painter->changed_count; i++) {
        const ui_px_rect part = painter->changed[i];
        sum += (part.right - part.left) * (part.bottom - part.top);
    }
    return sum;
}

/* A frame of a curve through a picture of 640 by 640 pixels, or 10 by 10 tiles. */
static int paint_curve(ui_painter *painter, ui_canvas *canvas, size_t known, double dash)
{
    ui_point points[CURVE];
    ui_canvas_begin(canvas, 640, 640, 1.0);
    ui_box(canvas, ui_canvas_rect(canvas), 0.0, (ui_color){255, 255, 255, 255});
    for (size_t i = 0; i < known; i++)
        points[i] = (ui_point){10.0 + 10.0 * (double)i, 20.0 + 9.0 * (double)i};
    ui_polyline(canvas, points, known,
                (ui_stroke){.width = 2.0, .color = {0, 0, 0, 255}, .dash = dash, .gap = dash});
    assert_true(ui_paint(painter, canvas));
    return painted(painter);
}

static void a_curve_that_grows_is_painted_at_its_end_alone(void **state)
{
    (void)state;
    const double dashes[] = {0.0, 7.0};
    for (int i = 0; i < 2; i++) {
        ui_canvas canvas = {.text = NULL};
        ui_painter painter = {.changed_count = 0};
        paint_curve(&painter, &canvas, 40, dashes[i]);
        for (size_t known = 41; known <= CURVE; known++) {
            const int pixels = paint_curve(&painter, &canvas, known, dashes[i]);
            assert_true(pixels > 0 && pixels <= 4 * UI_TILE_PX * UI_TILE_PX);
        }
        ui_painter_free(&painter);
        ui_canvas_free(&canvas);
    }
}

static void a_slanted_line_is_in_the_tiles_it_crosses_alone(void **state)
{
    (void)state;
    ui_canvas canvas = {.text = NULL};
    ui_painter painter = {.changed_count = 0};
    for (int frame = 0; frame < 10; frame++) {
        ui_canvas_begin(&canvas, 640, 640, 1.0);
        ui_box(&canvas, ui_canvas_rect(&canvas), 0.0, (ui_color){255, 255, 255, 255});
        ui_line(&canvas, (ui_point){5.0 + frame, 0.0}, (ui_point){630.0 + frame, 640.0},
                (ui_stroke){.width = 2.0, .color = {0, 0, 0, 255}});
        assert_true(ui_paint(&painter, &canvas));
    }
    assert_true(painted(&painter) <= 30 * UI_TILE_PX * UI_TILE_PX); /* of 100 tiles */
    ui_painter_free(&painter);
    ui_canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_row_of_frames_is_painted_as_if_anew),
        cmocka_unit_test(a_curve_that_grows_is_painted_at_its_end_alone),
        cmocka_unit_test(a_slanted_line_is_in_the_tiles_it_crosses_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
