/* Whether a text of a frame is cut or two of them overlap, at every size and scale. */
#ifndef UI_TEXTS_H
#define UI_TEXTS_H

#include "cmocka_includes.h"
#include "ui/harness.h"

#include <stdio.h>

typedef struct text_box {
    const char *text;
    ui_px_rect ink; /* where its letters can be */
    ui_px_rect clip;
} text_box;

enum { BOXES_MAX = 256 };

/* Of all that is clipped only the panel begins at the corner of the window. */
static inline bool is_scrolled(const ui_canvas *canvas, ui_px_rect clip)
{
    return clip.left == 0 && clip.top == 0 && clip.right < canvas->width_px;
}

static inline int collect(ui_harness *h, text_box *boxes)
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
        if (is_scrolled(canvas, s->clip)) { /* what does not show can be scrolled to */
            const ui_px_rect seen = {ink.left, s->clip.top, ink.right, s->clip.bottom};
            ink = ui_px_intersection(ink, seen);
        }
        if (!ui_px_empty(ink))
            boxes[count++] = (text_box){text, ink, s->clip};
    }
    return count;
}

static inline bool inside(ui_px_rect a, ui_px_rect b)
{
    return a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom;
}

static inline void check_texts(const char *line)
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

static inline void check_everywhere(const char *options)
{
    char line[1024];
    for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; size++)
        for (size_t scale = 0; scale < sizeof SCALES / sizeof *SCALES; scale++) {
            snprintf(line, sizeof line, "--size %s --scale %s %s", SIZES[size], SCALES[scale],
                     options);
            check_texts(line);
        }
}

#endif
