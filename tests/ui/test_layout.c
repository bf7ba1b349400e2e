/* No text is cut and no two overlap, at every size, scale and theme. Looks at the texts that a
 * frame recorded, not at pixels. */
#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>
#include <string.h>

typedef struct text_box {
    const char *text;
    ui_px_rect ink; /* where its letters can be */
    ui_px_rect clip;
} text_box;

enum { BOXES_MAX = 256 };

/* Of all that is clipped only the panel begins at the corner of the window. */
static bool is_scrolled(const ui_canvas *canvas, ui_px_rect clip)
{
    return clip.left == 0 && clip.top == 0 && clip.right < canvas->width_px;
}

static int collect(ui_harness *h, text_box *boxes)
{
    const ui_canvas *canvas = &h->app.ui.canvas;
    int count = 0;
    for (size_t i = 0; i < canvas->shape_count && count < BOXES_MAX; i++) {
        const ui_shape *s = &canvas->shapes[i];
        if (s->kind != UI_SHAPE_TEXT)
            continue;
        const char *text = canvas->bytes + s->first;
        const int width = ui_text_width_px(canvas->text, s->face, s->size_px, text, s->count);
        const int cap = ui_text_cap_px(canvas->text, s->face, s->size_px);
        ui_px_rect ink = {s->left, s->baseline - cap, s->left + width, s->baseline};
        if (s->upright)
            ink = (ui_px_rect){s->baseline - cap, s->left - width, s->baseline, s->left};
        if (is_scrolled(canvas, s->clip)) /* what does not show can be scrolled to */
            ink = ui_px_intersection(ink, s->clip);
        if (!ui_px_empty(ink))
            boxes[count++] = (text_box){text, ink, s->clip};
    }
    return count;
}

static bool inside(ui_px_rect a, ui_px_rect b)
{
    return a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom;
}

static void check_texts(const char *line)
{
    static text_box boxes[BOXES_MAX];
    ui_harness h;
    harness_start(&h, line);
    const int count = collect(&h, boxes);
    assert_true(count > 8);
    const ui_px_rect whole = {0, 0, h.app.width_px, h.app.height_px};
    for (int i = 0; i < count; i++) {
        if (!inside(boxes[i].ink, whole) || !inside(boxes[i].ink, boxes[i].clip))
            fail_msg("downhill %s: '%s' is cut", line, boxes[i].text);
        for (int j = 0; j < i; j++)
            if (!ui_px_empty(ui_px_intersection(boxes[i].ink, boxes[j].ink)))
                fail_msg("downhill %s: '%s' and '%s' overlap", line, boxes[j].text, boxes[i].text);
    }
    harness_end(&h);
}

static const char *const SIZES[] = {"800x560", "1024x768", "1280x800", "1920x1080", "3840x2160"};
static const char *const SCALES[] = {"1", "1.25", "1.5", "2"};

static void check_everywhere(const char *options)
{
    char line[256];
    for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; size++)
        for (size_t scale = 0; scale < sizeof SCALES / sizeof *SCALES; scale++) {
            snprintf(line, sizeof line, "--size %s --scale %s %s", SIZES[size], SCALES[scale],
                     options);
            check_texts(line);
        }
}

static void texts_have_room_at_every_size_and_scale(void **state)
{
    (void)state;
    check_everywhere("--at 12");
    check_everywhere("--at 12 --theme dark");
}

static void texts_have_room_at_the_start_and_at_the_end(void **state)
{
    (void)state;
    check_everywhere("--at 0");
    check_everywhere("--at 100");
}

static void texts_have_room_in_every_view(void **state)
{
    (void)state;
    check_everywhere("--at 12 --show residuals,gradient");
    check_everywhere("--at 12 --show slices,linear");
    check_everywhere("--at 12 --show data");
    check_everywhere("--at 12 --show weights");
    check_everywhere("--at 12 --show loss");
    check_everywhere("--at 12 --split 35");
    check_everywhere("--at 12 --split 75");
}

static void texts_have_room_for_every_optimizer(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        char options[128];
        snprintf(options, sizeof options,
                 "--at 12 --optimizer %s --batch 7 --weight-decay 0.01 --lr 0.123,30:0.01,31:2e-5",
                 dh_optimizer_at(i)->name);
        check_everywhere(options);
    }
    check_everywhere("--at 12 --optimizer adam --show gradient,batch-loss,from-here");
    check_everywhere("--at 12 --optimizer qhm");
    check_everywhere("--at 12 --optimizer qhm --beta 0.99999 --nu 0.999 --weight-decay 1e-7");
    check_everywhere("--at 12 --optimizer qhadam --nu1 0.123456 --nu2 0.654321 --eps 1.23456e-11 "
                     "--weight-decay 0.1 --show gradient");
}

static void texts_have_room_beside_other_runs(void **state)
{
    (void)state;
    check_everywhere("--at 12 --vs optimizer=adam");
    check_everywhere("--at 12 --vs optimizer=adam --vs 'lr=0.3 name=A name of some length, M'");
    check_everywhere("--at 99 --batch 10 --vs lr=1.4 --vs 'optimizer=adam lr=1e-7 batch=0' --vs "
                     "'optimizer=rmsprop alpha=0.123456789' --vs lr=0.5,10:0.1,20:0.01 --vs "
                     "'optimizer=nesterov momentum=0.12345' --vs lr=1e9 --vs 'lr=0.2 hidden'");
    check_everywhere("--at 12 --show loss --vs optimizer=adam --vs optimizer=adagrad");
}

static void texts_have_room_with_large_numbers(void **state)
{
    (void)state;
    check_everywhere("--at 5 --init 123456.789,-0.00001234 --lr 0.123456789");
    check_everywhere("--at 30 --lr 1.2");
    check_everywhere("--steps 1000000 --at 654321 --interval 1");
    check_everywhere("--seed 18446744073709551615 --points 1 --at 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_room_at_every_size_and_scale),
        cmocka_unit_test(texts_have_room_at_the_start_and_at_the_end),
        cmocka_unit_test(texts_have_room_in_every_view),
        cmocka_unit_test(texts_have_room_for_every_optimizer),
        cmocka_unit_test(texts_have_room_beside_other_runs),
        cmocka_unit_test(texts_have_room_with_large_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
