#include "ui/canvas.h"

#include "text/line.h"
#include "ui/hash.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OVERHANG_PX = 2 }; /* so far a sign may reach out of its advance */

static const char ELLIPSIS[] = "…";

void ui_canvas_begin(ui_canvas *canvas, int width_px, int height_px, double scale)
{
    assert(width_px >= 0 && height_px >= 0 && scale > 0.0);
    canvas->width_px = width_px;
    canvas->height_px = height_px;
    canvas->scale = scale;
    canvas->shape_count = canvas->point_count = canvas->byte_count = 0;
    canvas->clip = (ui_px_rect){0, 0, width_px, height_px};
    canvas->full = false;
}

void ui_canvas_free(ui_canvas *canvas)
{
    free(canvas->shapes);
    free(canvas->points);
    free(canvas->bytes);
    *canvas = (ui_canvas){0};
}

ui_rect ui_canvas_rect(const ui_canvas *canvas)
{
    return (ui_rect){0.0, 0.0, canvas->width_px / canvas->scale, canvas->height_px / canvas->scale};
}

double ui_snap(const ui_canvas *canvas, double position)
{
    return round(position * canvas->scale) / canvas->scale;
}

double ui_snap_middle(const ui_canvas *canvas, double position)
{
    return (floor(position * canvas->scale) + 0.5) / canvas->scale;
}

/* Limits a position to what fits an int with room to spare; anything so far out is invisible. */
static int px_floor(double px)
{
    return (int)floor(ui_clamp(px, -1e6, 1e6));
}

static int px_ceil(double px)
{
    return (int)ceil(ui_clamp(px, -1e6, 1e6));
}

ui_px_rect ui_clip(ui_canvas *canvas, ui_rect rect)
{
    const ui_px_rect previous = canvas->clip;
    const double scale = canvas->scale;
    const ui_px_rect inside = {px_floor(rect.x * scale + 0.5), px_floor(rect.y * scale + 0.5),
                               px_floor((rect.x + rect.w) * scale + 0.5),
                               px_floor((rect.y + rect.h) * scale + 0.5)};
    canvas->clip = ui_px_intersection(previous, inside);
    return previous;
}

void ui_unclip(ui_canvas *canvas, ui_px_rect previous)
{
    canvas->clip = previous;
}

/* Makes room for `more` items of `size` bytes behind the `count` that are there. */
static bool grow(ui_canvas *canvas, void **items, size_t *capacity, size_t count, size_t more,
                 size_t size)
{
    if (count + more <= *capacity)
        return true;
    size_t wanted = *capacity ? *capacity : 64;
    while (wanted < count + more)
        wanted *= 2;
    void *grown = realloc(*items, wanted * size);
    if (!grown) {
        canvas->full = true;
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}

/* Adds a shape that may show within the output pixels (left, top) to (right, bottom). */
static void record(ui_canvas *canvas, ui_shape shape, double left, double top, double right,
                   double bottom)
{
    if (!isfinite(left + top + right + bottom) ||
        !isfinite(shape.radius + shape.width + shape.dash + shape.gap))
        return;
    const ui_px_rect reach = {px_floor(left), px_floor(top), px_ceil(right), px_ceil(bottom)};
    shape.clip = canvas->clip;
    shape.bounds = ui_px_intersection(reach, canvas->clip);
    if (ui_px_empty(shape.bounds) || shape.color.a == 0)
        return;
    if (!grow(canvas, (void **)&canvas->shapes, &canvas->shape_capacity, canvas->shape_count, 1,
              sizeof *canvas->shapes))
        return;
    const double numbers[] = {shape.box.x,        shape.box.y,        shape.box.w,   shape.box.h,
                              shape.radius,       shape.width,        shape.dash,    shape.gap,
                              (double)shape.kind, (double)shape.face, shape.size_px, shape.left,
                              shape.baseline,     shape.upright};
    shape.hash = ui_hash(shape.hash, numbers, sizeof numbers);
    shape.hash = ui_hash(shape.hash, &shape.clip, sizeof shape.clip);
    shape.hash = ui_hash(shape.hash, &shape.color, sizeof shape.color);
    if (shape.kind == UI_SHAPE_TEXT)
        shape.hash = ui_hash(shape.hash, canvas->bytes + shape.first, shape.count);
    else if (shape.kind == UI_SHAPE_POLYGON)
        shape.hash =
            ui_hash(shape.hash, canvas->points + shape.first, shape.count * sizeof(ui_point));
    canvas->shapes[canvas->shape_count++] = shape;
}

/* Records a shape made of points, and `margin` output pixels around them. */
static void record_points(ui_canvas *canvas, ui_shape shape, const ui_point *points, size_t count,
                          double margin)
{
    if (count < 2 || !grow(canvas, (void **)&canvas->points, &canvas->point_capacity,
                           canvas->point_count, count, sizeof *canvas->points))
        return;
    ui_point low = {HUGE_VAL, HUGE_VAL}, high = {-HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < count; i++) {
        const ui_point p = {points[i].x * canvas->scale, points[i].y * canvas->scale};
        if (!isfinite(p.x) || !isfinite(p.y))
            return;
        low = (ui_point){p.x < low.x ? p.x : low.x, p.y < low.y ? p.y : low.y};
        high = (ui_point){p.x > high.x ? p.x : high.x, p.y > high.y ? p.y : high.y};
        canvas->points[canvas->point_count + i] = p;
    }
    shape.first = (uint32_t)canvas->point_count;
    shape.count = (uint32_t)count;
    canvas->point_count += count;
    record(canvas, shape, low.x - margin, low.y - margin, high.x + margin, high.y + margin);
}

void ui_polyline(ui_canvas *canvas, const ui_point *points, size_t count, ui_stroke stroke)
{
    const ui_shape shape = {.kind = UI_SHAPE_POLYLINE,
                            .color = stroke.color,
                            .width = stroke.width * canvas->scale,
                            .dash = stroke.dash * canvas->scale,
                            .gap = stroke.gap * canvas->scale};
    record_points(canvas, shape, points, count, shape.width + 1.0);
}

void ui_line(ui_canvas *canvas, ui_point from, ui_point to, ui_stroke stroke)
{
    const ui_point ends[] = {from, to};
    ui_polyline(canvas, ends, 2, stroke);
}

void ui_polygon(ui_canvas *canvas, const ui_point *points, size_t count, ui_color color)
{
    const ui_shape shape = {.kind = UI_SHAPE_POLYGON, .color = color};
    record_points(canvas, shape, points, count, 1.0);
}

static void record_round(ui_canvas *canvas, ui_shape_kind kind, ui_point center, double radius,
                         double width, ui_color color)
{
    const ui_point at = {center.x * canvas->scale, center.y * canvas->scale};
    const ui_shape shape = {.kind = kind,
                            .color = color,
                            .box = {.x = at.x, .y = at.y},
                            .radius = radius * canvas->scale,
                            .width = width * canvas->scale};
    const double reach = shape.radius + shape.width + 1.0;
    record(canvas, shape, at.x - reach, at.y - reach, at.x + reach, at.y + reach);
}

void ui_disc(ui_canvas *canvas, ui_point center, double radius, ui_color color)
{
    record_round(canvas, UI_SHAPE_DISC, center, radius, 0.0, color);
}

void ui_ring(ui_canvas *canvas, ui_point center, double radius, double width, ui_color color)
{
    record_round(canvas, UI_SHAPE_RING, center, radius, width, color);
}

static void record_box(ui_canvas *canvas, ui_shape_kind kind, ui_rect rect, double corner,
                       double width, ui_color color)
{
    const double scale = canvas->scale;
    const ui_rect box = {rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale};
    const ui_shape shape = {.kind = kind,
                            .color = color,
                            .box = box,
                            .radius = fmin(corner * scale, 0.5 * fmin(box.w, box.h)),
                            .width = width * scale};
    if (box.w > 0.0 && box.h > 0.0)
        record(canvas, shape, box.x, box.y, box.x + box.w, box.y + box.h);
}

void ui_box(ui_canvas *canvas, ui_rect rect, double corner, ui_color color)
{
    record_box(canvas, UI_SHAPE_BOX, rect, corner, 0.0, color);
}

void ui_outline(ui_canvas *canvas, ui_rect rect, double corner, double width, ui_color color)
{
    record_box(canvas, UI_SHAPE_OUTLINE, rect, corner, width, color);
}

void ui_draw_image(ui_canvas *canvas, ui_point at, const ui_image *image, uint64_t version)
{
    assert(image && image->pixels);
    const ui_shape shape = {.kind = UI_SHAPE_IMAGE,
                            .color = {0, 0, 0, 255},
                            .left = (int)lround(at.x * canvas->scale),
                            .baseline = (int)lround(at.y * canvas->scale),
                            .image = image,
                            .hash = version};
    record(canvas, shape, shape.left, shape.baseline, shape.left + image->width,
           shape.baseline + image->height);
}

static int size_px(const ui_canvas *canvas, ui_font font)
{
    return (int)lround(font.size * canvas->scale);
}

static ui_shape text_shape(const ui_canvas *canvas, ui_point at, ui_align align, ui_font font,
                           ui_color color)
{
    assert(canvas->text);
    return (ui_shape){.kind = UI_SHAPE_TEXT,
                      .color = color,
                      .face = font.face,
                      .size_px = size_px(canvas, font),
                      .align = align,
                      .anchor = {at.x * canvas->scale, at.y * canvas->scale}};
}

static void record_text(ui_canvas *canvas, ui_shape shape, const char *utf8, ui_px_rect reach)
{
    shape.count = (uint32_t)strlen(utf8);
    if (!grow(canvas, (void **)&canvas->bytes, &canvas->byte_capacity, canvas->byte_count,
              shape.count + 1, 1))
        return;
    shape.first = (uint32_t)canvas->byte_count;
    memmove(canvas->bytes + canvas->byte_count, utf8,
            shape.count + 1); /* it may be there already */
    canvas->byte_count += shape.count + 1;
    record(canvas, shape, reach.left, reach.top, reach.right, reach.bottom);
}

void ui_label(ui_canvas *canvas, ui_point at, ui_align align, ui_font font, ui_color color,
              const char *utf8)
{
    ui_shape shape = text_shape(canvas, at, align, font, color);
    const int width = ui_text_width_px(canvas->text, font.face, shape.size_px, utf8, strlen(utf8));
    const int cap = ui_text_cap_px(canvas->text, font.face, shape.size_px);
    const double x = shape.anchor.x;
    shape.left = (int)lround(align == UI_LEFT    ? x
                             : align == UI_RIGHT ? x - width
                                                 : x - 0.5 * width);
    shape.baseline = (int)lround(shape.anchor.y + 0.5 * cap);
    record_text(canvas, shape, utf8,
                (ui_px_rect){shape.left - OVERHANG_PX, shape.baseline - 2 * shape.size_px,
                             shape.left + width + OVERHANG_PX, shape.baseline + shape.size_px});
}

/* Where a text that is too wide is to be cut. */
typedef struct label_cut {
    size_t fits; /* bytes that leave room for the ellipsis: whole pieces */
    size_t room; /* bytes after which there is no room even without it */
    bool whole;  /* there is room for all */
} label_cut;

static label_cut cut_of(const ui_canvas *canvas, double width, ui_font font, const char *utf8)
{
    const int px = size_px(canvas, font);
    const size_t length = strlen(utf8);
    const int ellipsis =
        ui_text_width_px(canvas->text, font.face, px, ELLIPSIS, sizeof ELLIPSIS - 1);
    label_cut cut = {.whole = true};
    for (int along = 0; cut.whole && cut.room < length;) {
        const ui_mask mask =
            ui_text_mask(canvas->text, font.face, px, utf8 + cut.room, length - cut.room);
        along += mask.advance;
        cut.room += mask.length;
        cut.whole = along / canvas->scale <= width;
        if ((along + ellipsis) / canvas->scale <= width)
            cut.fits = cut.room;
    }
    return cut;
}

bool ui_label_cut(ui_canvas *canvas, ui_point at, double width, ui_font font, ui_color color,
                  const char *utf8)
{
    label_cut cut = cut_of(canvas, width, font, utf8);
    if (cut.whole) {
        ui_label(canvas, at, UI_LEFT, font, color, utf8);
        return true;
    }
    if (!grow(canvas, (void **)&canvas->bytes, &canvas->byte_capacity, canvas->byte_count,
              cut.room + sizeof ELLIPSIS, 1))
        return false;
    /* The longest beginning that leaves room for the ellipsis. */
    char *kept = canvas->bytes + canvas->byte_count;
    memcpy(kept, utf8, cut.fits);
    for (size_t next = cut.fits; next < cut.room;) {
        next += ui_text_char(utf8 + next);
        memcpy(kept + cut.fits, utf8 + cut.fits, next - cut.fits);
        memcpy(kept + next, ELLIPSIS, sizeof ELLIPSIS);
        if (ui_label_width(canvas, font, kept) > width)
            break;
        cut.fits = next;
    }
    cut.fits = text_kept(utf8, cut.fits);
    memcpy(kept + cut.fits, ELLIPSIS, sizeof ELLIPSIS);
    if (cut.fits > 0)
        ui_label(canvas, at, UI_LEFT, font, color, kept);
    return false;
}

void ui_label_upright(ui_canvas *canvas, ui_point at, ui_font font, ui_color color,
                      const char *utf8)
{
    ui_shape shape = text_shape(canvas, at, UI_CENTER, font, color);
    const int width = ui_text_width_px(canvas->text, font.face, shape.size_px, utf8, strlen(utf8));
    const int cap = ui_text_cap_px(canvas->text, font.face, shape.size_px);
    shape.upright = true;
    shape.left = (int)lround(shape.anchor.y + 0.5 * width); /* where reading begins: below */
    shape.baseline = (int)lround(shape.anchor.x + 0.5 * cap);
    record_text(canvas, shape, utf8,
                (ui_px_rect){shape.baseline - 2 * shape.size_px, shape.left - width - OVERHANG_PX,
                             shape.baseline + shape.size_px, shape.left + OVERHANG_PX});
}

double ui_label_width(const ui_canvas *canvas, ui_font font, const char *utf8)
{
    return ui_text_width_px(canvas->text, font.face, size_px(canvas, font), utf8, strlen(utf8)) /
           canvas->scale;
}

double ui_label_height(const ui_canvas *canvas, ui_font font)
{
    return ui_text_cap_px(canvas->text, font.face, size_px(canvas, font)) / canvas->scale;
}
