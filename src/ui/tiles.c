#include "ui/tiles.h"

#include "ui/hash.h"

#include <stdlib.h>

/* A shape, while it is listed. */
typedef struct listed {
    const ui_shape *shape;
    uint32_t number;
    ui_piece piece;
} listed;

bool ui_tiles_resize(ui_tiles *tiles, int width_px, int height_px)
{
    const int columns = (width_px + UI_TILE_PX - 1) / UI_TILE_PX;
    const int rows = (height_px + UI_TILE_PX - 1) / UI_TILE_PX;
    const size_t count = (size_t)columns * (size_t)rows;
    if (count > tiles->tile_capacity) {
        ui_tile *tile = malloc(count * sizeof *tile);
        if (!tile)
            return false;
        free(tiles->tile);
        tiles->tile = tile;
        tiles->tile_capacity = count;
    }
    tiles->columns = columns;
    tiles->rows = rows;
    ui_tiles_forget(tiles);
    return true;
}

/* Makes room for a shape in all the tiles that its bounds meet. */
static bool reserve_entries(ui_tiles *tiles, ui_px_rect bounds)
{
    const size_t more = (size_t)((bounds.right - 1) / UI_TILE_PX - bounds.left / UI_TILE_PX + 1) *
                        (size_t)((bounds.bottom - 1) / UI_TILE_PX - bounds.top / UI_TILE_PX + 1);
    if (tiles->entry_count + more <= tiles->entry_capacity)
        return true;
    size_t wanted = tiles->entry_capacity ? tiles->entry_capacity : 4096;
    while (wanted < tiles->entry_count + more)
        wanted *= 2;
    ui_tile_entry *grown = realloc(tiles->entry, wanted * sizeof *grown);
    if (!grown)
        return false;
    tiles->entry = grown;
    tiles->entry_capacity = wanted;
    return true;
}

static void append(ui_tiles *tiles, ui_tile *tile, const listed *of, uint64_t hash)
{
    tile->hash = ui_hash_word(tile->hash, hash);
    if (tile->last != UI_NO_ENTRY && tiles->entry[tile->last].shape == of->number) {
        tiles->entry[tile->last].hash = tile->hash;
        tiles->entry[tile->last].piece.last = of->piece.last;
        return;
    }
    const uint32_t added = (uint32_t)tiles->entry_count++;
    tiles->entry[added] = (ui_tile_entry){
        .hash = tile->hash, .shape = of->number, .next = UI_NO_ENTRY, .piece = of->piece};
    if (tile->last == UI_NO_ENTRY)
        tile->first = added;
    else
        tiles->entry[tile->last].next = added;
    tile->last = added;
}

/* Into the tiles that these pixels meet, which are some. */
static void append_box(ui_tiles *tiles, const listed *of, ui_px_rect box, uint64_t hash)
{
    const int left = box.left / UI_TILE_PX, right = (box.right - 1) / UI_TILE_PX;
    const int top = box.top / UI_TILE_PX, bottom = (box.bottom - 1) / UI_TILE_PX;
    for (int row = top; row <= bottom; row++)
        for (int column = left; column <= right; column++)
            append(tiles, &tiles->tile[row * tiles->columns + column], of, hash);
}

/* The pixel that holds a position, limited to low..high. */
static int pixel_at(double position, int low, int high)
{
    return position > low ? position < high ? (int)position : high : low;
}

/* The pixels of `within` that an extent meets; empty where there are none. */
static ui_px_rect pixels_in(ui_extent extent, ui_px_rect within)
{
    return (ui_px_rect){pixel_at(extent.left, within.left, within.right),
                        pixel_at(extent.top, within.top, within.bottom),
                        pixel_at(extent.right + 1.0, within.left, within.right),
                        pixel_at(extent.bottom + 1.0, within.top, within.bottom)};
}

/* A long segment that is not level, in every row of tiles into the part that it crosses there. */
static void append_slanted(ui_tiles *tiles, const listed *of, ui_segment segment, ui_px_rect box,
                           uint64_t hash)
{
    const ui_point a = segment.from, b = segment.to;
    const double margin = segment.margin;
    const double per_row = (b.x - a.x) / (b.y - a.y);
    const double left = a.x < b.x ? a.x : b.x, right = a.x < b.x ? b.x : a.x;
    for (int top = box.top; top < box.bottom;) {
        const int next = (top / UI_TILE_PX + 1) * UI_TILE_PX;
        const int bottom = next < box.bottom ? next : box.bottom;
        const double x0 = a.x + per_row * (top - margin - a.y);
        const double x1 = a.x + per_row * (bottom + margin - a.y);
        const double from = x0 < x1 ? x0 : x1, to = x0 < x1 ? x1 : x0;
        const ui_extent crossed = {(from > left ? from : left) - margin, top,
                                   (to < right ? to : right) + margin, bottom};
        ui_px_rect part = pixels_in(crossed, box);
        part.top = top;
        part.bottom = bottom;
        if (!ui_px_empty(part))
            append_box(tiles, of, part, hash);
        top = bottom;
    }
}

static void append_segment(ui_tiles *tiles, const listed *of, ui_segment segment, uint64_t hash)
{
    const ui_px_rect box = pixels_in(ui_segment_extent(segment), of->shape->bounds);
    if (ui_px_empty(box))
        return;
    const bool one_column = box.left / UI_TILE_PX == (box.right - 1) / UI_TILE_PX;
    const bool one_row = box.top / UI_TILE_PX == (box.bottom - 1) / UI_TILE_PX;
    if (one_column || one_row || !ui_segment_is_near(segment))
        append_box(tiles, of, box, hash);
    else
        append_slanted(tiles, of, segment, box, hash);
}

/* A segment's pixels depend on its ends, on the joint with the one before, and on where in the
 * pattern of dashes it begins. */
static void append_polyline(ui_tiles *tiles, listed *of, const ui_point *points)
{
    const ui_shape *shape = of->shape;
    const bool dashed = shape->dash > 0.0;
    for (uint32_t i = 0; i + 1 < shape->count; i++) {
        const ui_segment segment = ui_polyline_segment(shape, points, i);
        const uint32_t joint = i > 0 ? 1 : 0;
        uint64_t hash = ui_hash(shape->hash, points + i - joint, (2 + joint) * sizeof *points);
        of->piece.first = of->piece.last = i;
        if (dashed)
            hash = ui_hash(hash, &of->piece.phase, sizeof of->piece.phase);
        append_segment(tiles, of, segment, hash);
        if (dashed)
            of->piece.phase = ui_phase_after(shape, segment, of->piece.phase);
    }
}

bool ui_tiles_list(ui_tiles *tiles, const ui_canvas *canvas)
{
    if (!ui_tiles_resize(tiles, canvas->width_px, canvas->height_px))
        return false;
    for (size_t i = 0; i < canvas->shape_count; i++) {
        listed of = {.shape = &canvas->shapes[i], .number = (uint32_t)i};
        if (!reserve_entries(tiles, of.shape->bounds)) {
            ui_tiles_forget(tiles);
            return false;
        }
        if (of.shape->kind == UI_SHAPE_POLYLINE)
            append_polyline(tiles, &of, canvas->points + of.shape->first);
        else
            append_box(tiles, &of, of.shape->bounds, of.shape->hash);
    }
    return true;
}

void ui_tiles_forget(ui_tiles *tiles)
{
    const size_t count = (size_t)tiles->columns * (size_t)tiles->rows;
    for (size_t i = 0; i < count; i++)
        tiles->tile[i] = (ui_tile){.first = UI_NO_ENTRY, .last = UI_NO_ENTRY};
    tiles->entry_count = 0;
}

ui_px_rect ui_tile_rect(int column, int row, int width_px, int height_px)
{
    const ui_px_rect tile = {column * UI_TILE_PX, row * UI_TILE_PX, (column + 1) * UI_TILE_PX,
                             (row + 1) * UI_TILE_PX};
    return ui_px_intersection(tile, (ui_px_rect){0, 0, width_px, height_px});
}

void ui_tiles_free(ui_tiles *tiles)
{
    free(tiles->tile);
    free(tiles->entry);
    *tiles = (ui_tiles){0};
}
