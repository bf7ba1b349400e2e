/* Words in the pictures can be read: nothing is drawn over them, and lines and points below them
 * only where they have a ground of their own. Looks at the shapes that a frame recorded. */
#include "cmocka_includes.h"
#include "ui/harness.h"
#include "ui/line_clip.h"

#include <stdio.h>
#include <string.h>

/* Where the letters of a text are, in pixels. */
static ui_rect ink_of(const ui_canvas *canvas, const ui_shape *s)
{
    const char *text = canvas->bytes + s->first;
    const int width = ui_text_width_px(canvas->text, s->face, s->size_px, text, s->count);
    const int cap = ui_text_cap_px(canvas->text, s->face, s->size_px);
    return (ui_rect){s->left, s->baseline - cap, width, cap};
}

static ui_rect in_pixels(ui_rect area, double scale)
{
    return (ui_rect){area.x * scale, area.y * scale, area.w * scale, area.h * scale};
}

/* Whether a line or a disc reaches into a box. */
static bool reaches(const ui_canvas *canvas, const ui_shape *s, ui_rect box)
{
    if (s->kind == UI_SHAPE_DISC)
        return ui_contains(ui_inset(box, 1.0 - s->radius), (ui_point){s->box.x, s->box.y});
    if (s->kind != UI_SHAPE_POLYLINE)
        return false;
    for (uint32_t i = 0; i + 1 < s->count; i++) {
        ui_point from = canvas->points[s->first + i], to = canvas->points[s->first + i + 1];
        if (ui_line_clip(box, &from, &to))
            return true;
    }
    return false;
}

/* Whether the words have a ground: a box under them and over the shape. */
static bool has_ground(const ui_canvas *canvas, size_t shape, size_t text, ui_rect ink)
{
    for (size_t i = shape + 1; i < text; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind == UI_SHAPE_BOX && s->color.a >= 190 && ui_is_within(ink, s->box))
            return true;
    }
    return false;
}

static void check_text(const char *line, const ui_canvas *canvas, size_t text)
{
    const ui_rect ink = ink_of(canvas, &canvas->shapes[text]);
    const ui_rect box = ui_inset(ink, 1.0);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (i == text || s->color.a < 128 || !reaches(canvas, s, box))
            continue;
        if (i > text || !has_ground(canvas, i, text, ink))
            fail_msg("downhill %s: '%s' is %s a %s at %.0f,%.0f", line,
                     canvas->bytes + canvas->shapes[text].first, i > text ? "under" : "over",
                     s->kind == UI_SHAPE_DISC ? "point" : "line", ink.x, ink.y);
    }
}

static void check_labels(const char *line)
{
    ui_harness h;
    harness_start_folded(&h, line);
    const ui_canvas *canvas = &h.app.ui.canvas;
    const figure_frames *frames = &h.app.pictures.frames;
    const ui_rect areas[] = {frames->data.area, frames->weights.area, frames->loss.area};
    for (size_t i = 0; i < canvas->shape_count; i++)
        for (int a = 0;
             a < 3 && canvas->shapes[i].kind == UI_SHAPE_TEXT && !canvas->shapes[i].upright; a++)
            if (ui_is_within(ink_of(canvas, &canvas->shapes[i]), in_pixels(areas[a], h.app.scale)))
                check_text(line, canvas, i);
    harness_end(&h);
}

static const char *const SIZES[] = {"800x560", "1024x768", "1280x800", "1920x1080", "3840x2160"};
static const char *const SCALES[] = {"1", "1.5", "2"};
static const char *const RUNS[] = {"",
                                   "--optimizer adam",
                                   "--optimizer momentum --lr 0.3",
                                   "--vs lr=0.5 --vs optimizer=adam",
                                   "--batch 10",
                                   "--sample cars --lr 0.003",
                                   "--lr 1.2",
                                   "--xy '1,2 3,5 4,4' --lr 0.02"};
static const char *const SHOWN[] = {"--at 0", "--at 12 --theme dark",
                                    "--at 30 --show residuals,pulls", "--at 100",
                                    "--at 5 --show predictions,gradient"};

/* 40 states in each of five sizes, and at one of three scales: 200 windows. */
static void words_in_the_pictures_are_free_or_have_a_ground(void **state)
{
    (void)state;
    int number = 0;
    for (size_t run = 0; run < sizeof RUNS / sizeof *RUNS; run++)
        for (size_t shown = 0; shown < sizeof SHOWN / sizeof *SHOWN; shown++)
            for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; size++) {
                char line[256];
                const size_t scale = (size_t)number++ % (sizeof SCALES / sizeof *SCALES);
                snprintf(line, sizeof line, "--size %s --scale %s %s %s", SIZES[size],
                         SCALES[scale], RUNS[run], SHOWN[shown]);
                check_labels(line);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_in_the_pictures_are_free_or_have_a_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
