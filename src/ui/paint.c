#include "ui/paint.h"

#include "ui/outline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TILE = UI_RASTER_ROWS };

static bool reserve(ui_painter *painter, size_t tiles)
{
    if (tiles <= painter->capacity)
        return true;
    uint64_t *shown = malloc(tiles * sizeof *shown);
    uint64_t *wanted = malloc(tiles * sizeof *wanted);
    ui_px_rect *changed = malloc(tiles * sizeof *changed);
    if (!shown || !wanted || !changed) {
        free(shown);
        free(wanted);
        free(changed);
        return false;
    }
    free(painter->shown);
    free(painter->wanted);
    free(painter->changed);
    painter->shown = shown;
    painter->wanted = wanted;
    painter->changed = changed;
    painter->capacity = tiles;
    return true;
}

void ui_painter_forget(ui_painter *painter)
{
    const size_t tiles = (size_t)painter->columns * (size_t)painter->rows;
    memset(painter->shown, 0, tiles * sizeof *painter->shown);
}

static bool resize(ui_painter *painter, int width, int height)
{
    const int columns = (width + TILE - 1) / TILE, rows = (height + TILE - 1) / TILE;
    const size_t tiles = (size_t)columns * (size_t)rows;
    if (painter->image.width == width && painter->image.height == height)
        return true;
    if (!reserve(painter, tiles) || !ui_raster_reserve(&painter->raster, width) ||
        !ui_image_resize(&painter->image, width, height))
        return false;
    painter->columns = columns;
    painter->rows = rows;
    ui_painter_forget(painter);
    return true;
}

static void hash_tiles(ui_painter *painter, const ui_canvas *canvas)
{
    for (int tile = 0; tile < painter->columns * painter->rows; tile++)
        painter->wanted[tile] = 1;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        const ui_px_rect b = shape->bounds;
        for (int row = b.top / TILE; row <= (b.bottom - 1) / TILE; row++)
            for (int column = b.left / TILE; column <= (b.right - 1) / TILE; column++) {
                uint64_t *hash = &painter->wanted[row * painter->columns + column];
                *hash = (*hash ^ shape->hash) * 0x9e3779b97f4a7c15u;
                *hash ^= *hash >> 32;
            }
    }
}

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

static void paint_strip(ui_painter *painter, const ui_canvas *canvas, ui_px_rect strip)
{
    ui_raster_set_band(&painter->raster, strip);
    for (size_t i = 0; i < canvas->shape_count; i++) {
        const ui_shape *shape = &canvas->shapes[i];
        const ui_px_rect part = ui_px_intersection(shape->bounds, strip);
        if (ui_px_empty(part))
            continue;
        if (shape->kind == UI_SHAPE_TEXT) {
            paint_text(&painter->image, part, canvas, shape);
        } else if (shape->kind == UI_SHAPE_IMAGE) {
            ui_image_blend(&painter->image, shape->image, shape->left, shape->baseline, part);
        } else if (is_plain(shape)) {
            paint_plain(&painter->image, part, shape->color);
        } else {
            ui_outline_shape(&painter->raster, shape, canvas->points);
            ui_raster_fill(&painter->raster, &painter->image, part, shape->color);
        }
    }
}

/* Paints the tiles from column `from` to before `to` of a row. */
static void repaint(ui_painter *painter, const ui_canvas *canvas, int row, int from, int to)
{
    const ui_px_rect whole = {0, 0, canvas->width_px, canvas->height_px};
    const ui_px_rect tiles = {from * TILE, row * TILE, to * TILE, (row + 1) * TILE};
    const ui_px_rect strip = ui_px_intersection(tiles, whole);
    paint_strip(painter, canvas, strip);
    painter->changed[painter->changed_count++] = strip;
}

bool ui_paint(ui_painter *painter, const ui_canvas *canvas)
{
    painter->changed_count = 0;
    if (!resize(painter, canvas->width_px, canvas->height_px))
        return false;
    hash_tiles(painter, canvas);
    for (int row = 0; row < painter->rows; row++) {
        const uint64_t *shown = painter->shown + (ptrdiff_t)row * painter->columns;
        const uint64_t *wanted = painter->wanted + (ptrdiff_t)row * painter->columns;
        for (int column = 0; column < painter->columns; column++) {
            const int from = column;
            while (column < painter->columns && shown[column] != wanted[column])
                column++;
            if (column > from)
                repaint(painter, canvas, row, from, column);
        }
    }
    uint64_t *const previous = painter->shown;
    painter->shown = painter->wanted;
    painter->wanted = previous;
    return true;
}

void ui_painter_free(ui_painter *painter)
{
    free(painter->shown);
    free(painter->wanted);
    free(painter->changed);
    ui_image_free(&painter->image);
    ui_raster_free(&painter->raster);
    *painter = (ui_painter){0};
}
