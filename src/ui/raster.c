#include "ui/raster.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Coordinates are held in 1/ONE of a pixel; a fully covered pixel counts FULL. */
enum { ONE_BITS = 8, ONE = 1 << ONE_BITS, FULL = 2 * ONE * ONE };

bool ui_raster_reserve(ui_raster *raster, int width_px)
{
    if (width_px + 2 <= raster->capacity)
        return true;
    int32_t *cells = calloc((size_t)(width_px + 2) * UI_RASTER_ROWS, sizeof *cells);
    if (!cells)
        return false;
    free(raster->cells);
    raster->cells = cells;
    raster->capacity = width_px + 2;
    return true;
}

static void forget_row(ui_raster *raster, int row)
{
    raster->first[row] = raster->capacity;
    raster->last[row] = -1;
}

void ui_raster_set_band(ui_raster *raster, ui_px_rect band)
{
    assert(band.right - band.left + 2 <= raster->capacity &&
           band.bottom - band.top <= UI_RASTER_ROWS);
    raster->band = band;
    for (int row = 0; row < UI_RASTER_ROWS; row++)
        forget_row(raster, row);
}

/* A piece of an edge that stays in one pixel column: `height` is signed, `x_sum` the sum of the x
 * of both ends within the pixel, 0..2*ONE. */
static void deposit(ui_raster *raster, int row, int column, int height, int x_sum)
{
    int32_t *cell = raster->cells + (ptrdiff_t)row * raster->capacity + column;
    cell[0] += height * (2 * ONE - x_sum);
    cell[1] += height * x_sum;
    if (column < raster->first[row])
        raster->first[row] = column;
    if (column + 1 > raster->last[row])
        raster->last[row] = column + 1;
}

static int share_of(int amount, int part, int whole)
{
    return (int)((int64_t)amount * part / whole);
}

/* A piece of an edge that stays in one row of pixels, going right, `height` its signed height.
 * Where it crosses a pixel border follows from its ends alone, never from the band. */
static void add_row(ui_raster *raster, int row, int x0, int x1, int height)
{
    const int left = raster->band.left * ONE, right = raster->band.right * ONE;
    if (x0 >= right)
        return;
    if (x1 <= left) {
        deposit(raster, row, 0, height, 0);
        return;
    }
    int done = 0; /* height used up so far */
    int x = x0;
    if (x0 < left) {
        done = share_of(height, left - x0, x1 - x0);
        deposit(raster, row, 0, done, 0);
        x = left;
    }
    while (x < right) {
        const int column = x >> ONE_BITS;
        const int border = (column + 1) * ONE;
        const bool ends = border >= x1;
        const int next = ends ? x1 : border;
        const int reached = ends ? height : share_of(height, next - x0, x1 - x0);
        deposit(raster, row, column - raster->band.left, reached - done,
                (x - column * ONE) + (next - column * ONE));
        if (ends)
            return;
        done = reached;
        x = next;
    }
}

static int fixed(double px)
{
    return (int)lrint(ui_clamp(px, -UI_RASTER_REACH, UI_RASTER_REACH) * ONE);
}

void ui_raster_edge(ui_raster *raster, ui_point from, ui_point to)
{
    int x0 = fixed(from.x), y0 = fixed(from.y);
    int x1 = fixed(to.x), y1 = fixed(to.y);
    int turn = 1;
    if (y0 > y1) {
        const int x = x0, y = y0;
        x0 = x1, y0 = y1, x1 = x, y1 = y;
        turn = -1;
    }
    const int top = raster->band.top * ONE, bottom = raster->band.bottom * ONE;
    const int width = x1 - x0, height = y1 - y0;
    int y = y0 > top ? y0 : top;
    const int end = y1 < bottom ? y1 : bottom;
    if (y >= end)
        return;
    int x = x0 + share_of(width, y - y0, height);
    while (y < end) {
        const int row = y >> ONE_BITS;
        const int border = (row + 1) * ONE;
        const int next_y = border < y1 ? border : y1;
        const int next_x = next_y == y1 ? x1 : x0 + share_of(width, next_y - y0, height);
        const int signed_height = turn * (next_y - y);
        if (x <= next_x)
            add_row(raster, row - raster->band.top, x, next_x, signed_height);
        else
            add_row(raster, row - raster->band.top, next_x, x, signed_height);
        x = next_x;
        y = next_y;
    }
}

static void fill_span(uint32_t *pixels, int from, int to, ui_color color, int32_t sum)
{
    const uint32_t amount = (uint32_t)abs(sum);
    const uint32_t coverage = amount >= FULL ? 255u : (amount * 255u + FULL / 2) / FULL;
    if (coverage == 0)
        return;
    if (coverage * color.a == 255u * 255u) {
        const uint32_t solid = ui_solid(color);
        for (int x = from; x < to; x++)
            pixels[x] = solid;
        return;
    }
    for (int x = from; x < to; x++)
        pixels[x] = ui_blend(pixels[x], color, coverage);
}

static void fill_row(ui_raster *raster, int row, uint32_t *pixels, int clip_left, int clip_right,
                     ui_color color)
{
    int32_t *cells = raster->cells + (ptrdiff_t)row * raster->capacity;
    const int width = raster->band.right - raster->band.left;
    const int last = raster->last[row] < width ? raster->last[row] : width;
    int32_t sum = 0;
    int x = raster->first[row];
    while (x <= last && x < width) {
        sum += cells[x];
        int next = x + 1;
        while (next <= last && next < width && cells[next] == 0)
            next++;
        if (next > last)
            next = x + 1;
        const int from = x > clip_left ? x : clip_left;
        const int to = next < clip_right ? next : clip_right;
        if (from < to)
            fill_span(pixels, from, to, color, sum);
        x = next;
    }
    if (x < clip_right) /* the outline goes on beyond the band's right edge */
        fill_span(pixels, x > clip_left ? x : clip_left, clip_right, color, sum);
    const int touched = raster->last[row] - raster->first[row] + 1;
    memset(cells + raster->first[row], 0, (size_t)touched * sizeof *cells);
}

void ui_raster_fill(ui_raster *raster, ui_image *target, ui_px_rect clip, ui_color color)
{
    const ui_px_rect part = ui_px_intersection(clip, raster->band);
    const int rows = raster->band.bottom - raster->band.top;
    for (int row = 0; row < rows; row++) {
        if (raster->first[row] > raster->last[row])
            continue;
        const int y = raster->band.top + row;
        const bool inside = y >= part.top && y < part.bottom;
        uint32_t *pixels = target->pixels + (ptrdiff_t)y * target->width + raster->band.left;
        fill_row(raster, row, pixels, inside ? part.left - raster->band.left : 0,
                 inside ? part.right - raster->band.left : 0, color);
        forget_row(raster, row);
    }
}

void ui_raster_free(ui_raster *raster)
{
    free(raster->cells);
    *raster = (ui_raster){0};
}
