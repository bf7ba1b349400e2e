#include "ui/paint.h"

#include "ui/shape_paint.h"

#include <stdlib.h>
#include <string.h>

_Static_assert((int)UI_TILE_PX <= (int)UI_RASTER_PX, "a tile fits the raster");

static bool reserve(ui_painter *painter, size_t tiles)
{
    if (tiles <= painter->capacity)
        return true;
    uint64_t *kept = malloc(tiles * sizeof *kept);
    ui_px_rect *changed = malloc(tiles * sizeof *changed);
    if (!kept || !changed) {
        free(kept);
        free(changed);
        return false;
    }
    free(painter->kept);
    free(painter->changed);
    painter->kept = kept;
    painter->changed = changed;
    painter->capacity = tiles;
    return true;
}

static size_t tile_count(const ui_tiles *tiles)
{
    return (size_t)tiles->columns * (size_t)tiles->rows;
}

void ui_painter_forget(ui_painter *painter)
{
    ui_tiles_forget(&painter->shown);
    if (painter->kept)
        memset(painter->kept, 0, tile_count(&painter->shown) * sizeof *painter->kept);
}

/* Makes the pictures those of a canvas of this size, for which `wanted` has been listed. The image
 * is empty until there is room for all. */
static bool resize(ui_painter *painter, int width, int height)
{
    if (painter->image.width == width && painter->image.height == height)
        return true;
    painter->image.width = painter->image.height = 0;
    if (!reserve(painter, tile_count(&painter->wanted)) ||
        !ui_tiles_resize(&painter->shown, width, height) ||
        !ui_image_resize(&painter->ground, width, height) ||
        !ui_image_resize(&painter->image, width, height))
        return false;
    ui_painter_forget(painter);
    return true;
}

/* What of a tile's list has been painted before. */
typedef struct tile_past {
    uint32_t kept;  /* entries whose pixels are in the ground */
    uint32_t shown; /* entries with which the list of the frame before began as well */
} tile_past;

static tile_past past_of(const ui_painter *painter, size_t number)
{
    const ui_tile_entry *wanted = painter->wanted.entry, *shown = painter->shown.entry;
    tile_past past = {.kept = 0};
    uint32_t before = painter->shown.tile[number].first;
    uint32_t count = 0;
    for (uint32_t at = painter->wanted.tile[number].first; at != UI_NO_ENTRY;
         at = wanted[at].next) {
        count++;
        if (wanted[at].hash == painter->kept[number])
            past.kept = count;
        if (before != UI_NO_ENTRY && shown[before].hash == wanted[at].hash) {
            past.shown = count;
            before = shown[before].next;
        } else {
            before = UI_NO_ENTRY;
        }
    }
    return past;
}

/* Brings a tile, the raster's band, to what its list says, from the ground on as far as that is
 * still below. What has stayed for a frame goes into the ground. */
static void paint_tile(ui_painter *painter, const ui_canvas *canvas, size_t number)
{
    const tile_past past = past_of(painter, number);
    const ui_px_rect tile = painter->raster.band;
    uint32_t count = 0;
    if (past.kept > 0)
        ui_image_copy(&painter->image, &painter->ground, tile);
    for (uint32_t at = painter->wanted.tile[number].first; at != UI_NO_ENTRY;) {
        const ui_tile_entry *entry = &painter->wanted.entry[at];
        if (++count > past.kept)
            ui_paint_shape(&painter->raster, &painter->image, canvas, &canvas->shapes[entry->shape],
                           entry->piece);
        if (count > past.kept && count == past.shown) {
            ui_image_copy(&painter->ground, &painter->image, tile);
            painter->kept[number] = entry->hash;
        }
        at = entry->next;
    }
}

/* Paints a row's tiles from `column` on until one that is right already; returns its column. */
static int paint_strip(ui_painter *painter, const ui_canvas *canvas, int row, int column)
{
    const int width = painter->image.width, height = painter->image.height;
    ui_px_rect strip = ui_tile_rect(column, row, width, height);
    for (; column < painter->wanted.columns; column++) {
        const size_t number = (size_t)row * (size_t)painter->wanted.columns + (size_t)column;
        if (painter->shown.tile[number].hash == painter->wanted.tile[number].hash)
            break;
        const ui_px_rect tile = ui_tile_rect(column, row, width, height);
        ui_raster_set_band(&painter->raster, tile);
        paint_tile(painter, canvas, number);
        strip.right = tile.right;
    }
    painter->changed[painter->changed_count] = strip;
    return column;
}

bool ui_paint(ui_painter *painter, const ui_canvas *canvas)
{
    painter->changed_count = 0;
    if (!ui_tiles_list(&painter->wanted, canvas) ||
        !resize(painter, canvas->width_px, canvas->height_px))
        return false;
    for (int row = 0; row < painter->wanted.rows; row++)
        for (int column = 0; column < painter->wanted.columns; column++) {
            const int end = paint_strip(painter, canvas, row, column);
            painter->changed_count += end > column;
            column = end;
        }
    const ui_tiles previous = painter->shown;
    painter->shown = painter->wanted;
    painter->wanted = previous;
    return true;
}

void ui_painter_free(ui_painter *painter)
{
    free(painter->kept);
    free(painter->changed);
    ui_image_free(&painter->image);
    ui_image_free(&painter->ground);
    ui_tiles_free(&painter->shown);
    ui_tiles_free(&painter->wanted);
    *painter = (ui_painter){0};
}
