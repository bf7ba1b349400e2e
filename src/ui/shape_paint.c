#include "ui/shape_paint.h"

#include "ui/outline.h"

#include <math.h>

static void paint_mask(ui_image *image, ui_px_rect clip, const ui_mask *mask, int left, int top,
                       ui_color color)
{
    const ui_px_rect covered = {left, top, left + mask->width, top + mask->height};
    const ui_px_rect part = ui_px_intersection(covered, clip);
    for (int y = part.top; y < part.bottom; y++) {
        const uint8_t *from = mask->coverage + (ptrdiff_t)(y - top) * mask->stride - left;
        uint32_t *to = image->pixels + (ptrdiff_t)y * image->width;
        for (int x = part.left; x < part.right; x++)
            if (from[x])
                to[x] = ui_blend(to[x], color, from[x]);
    }
}

/* The same, turned a quarter to the left: the text's left end is at the bottom. */
static void paint_mask_upright(ui_image *image, ui_px_rect clip, const ui_mask *mask, int left,
                               int bottom, ui_color color)
{
    const ui_px_rect covered = {left, bottom - mask->width, left + mask->height, bottom};
    const ui_px_rect part = ui_px_intersection(covered, clip);
    for (int y = part.top; y < part.bottom; y++) {
        uint32_t *to = image->pixels + (ptrdiff_t)y * image->width;
        for (int x = part.left; x < part.right; x++) {
            const ptrdiff_t at = (ptrdiff_t)(x - left) * mask->stride + (bottom - 1 - y);
            to[x] = ui_blend(to[x], color, mask->coverage[at]);
        }
    }
}

static void paint_text(ui_image *image, ui_px_rect clip, const ui_canvas *canvas,
                       const ui_shape *shape)
{
    const char *utf8 = canvas->bytes + shape->first;
    int along = 0; /* advance so far */
    for (size_t i = 0; i < shape->count;) {
        const ui_mask mask =
            ui_text_mask(canvas->text, shape->face, shape->size_px, utf8 + i, shape->count - i);
        if (mask.coverage && shape->upright)
            paint_mask_upright(image, clip, &mask, shape->baseline - mask.ascent,
                               shape->left - along, shape->color);
        else if (mask.coverage)
            paint_mask(image, clip, &mask, shape->left + along, shape->baseline - mask.ascent,
                       shape->color);
        along += mask.advance;
        i += mask.length;
    }
}

static bool on_border(double px)
{
    return px == floor(px);
}

/* A box whose every edge is on a pixel border, as most are. */
static bool is_plain(const ui_shape *shape)
{
    const ui_rect b = shape->box;
    return shape->kind == UI_SHAPE_BOX && shape->radius == 0.0 && shape->color.a == 255 &&
           on_border(b.x) && on_border(b.y) && on_border(b.x + b.w) && on_border(b.y + b.h);
}

static void paint_plain(ui_image *image, ui_px_rect part, ui_color color)
{
    const uint32_t solid = ui_solid(color);
    for (int y = part.top; y < part.bottom; y++) {
        uint32_t *row = image->pixels + (ptrdiff_t)y * image->width;
        for (int x = part.left; x < part.right; x++)
            row[x] = solid;
    }
}

void ui_paint_shape(ui_raster *raster, ui_image *image, const ui_canvas *canvas,
                    const ui_shape *shape, ui_piece piece)
{
    const ui_px_rect part = ui_px_intersection(shape->bounds, raster->band);
    if (ui_px_empty(part))
        return;
    if (shape->kind == UI_SHAPE_TEXT) {
        paint_text(image, part, canvas, shape);
    } else if (shape->kind == UI_SHAPE_IMAGE) {
        ui_image_blend(image, shape->image, shape->left, shape->baseline, part);
    } else if (is_plain(shape)) {
        paint_plain(image, part, shape->color);
    } else {
        ui_outline_shape(raster, shape, canvas->points, piece);
        ui_raster_fill(raster, image, part, shape->color);
    }
}
