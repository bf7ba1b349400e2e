/* Where an edge crosses a pixel border follows from its ends alone, never from the band. */
#include "ui/raster.h"

#include <assert.h>
#include <stdlib.h>

/* Coordinates are held in 1/ONE of a pixel; a fully covered pixel counts FULL. */
enum { ONE_BITS = 8, ONE = 1 << ONE_BITS, FULL_BITS = 2 * ONE_BITS + 1, FULL = 1 << FULL_BITS };

void ui_raster_set_band(ui_raster *raster, ui_px_rect band)
{
    assert(band.right - band.left <= UI_RASTER_PX && band.bottom - band.top <= UI_RASTER_PX);
    raster->band = band;
    raster->corner = (ui_raster_point){band.left * ONE, band.top * ONE};
    raster->size =
        (ui_raster_point){(band.right - band.left) * ONE, (band.bottom - band.top) * ONE};
    raster->top = UI_RASTER_PX;
    raster->bottom = 0;
}

/* A piece of an edge that stays in one pixel column: `height` is signed, `x_sum` the sum of the x
 * of both ends within the pixel, 0..2*ONE. */
static void deposit(ui_raster *raster, int row, int column, int height, int x_sum)
{
    int32_t *cell = raster->cells[row] + column;
    cell[0] += height * (2 * ONE - x_sum);
    cell[1] += height * x_sum;
    raster->touched[row] |= (uint64_t)1 << column;
}

/* amount * part / whole, rounded towards 0, for numbers below 2^24: a double holds the product, and
 * a quotient that is not whole is farther from the next whole number than rounding reaches. */
static int share_of(int amount, int part, int whole)
{
    return (int)((double)amount * (double)part / (double)whole);
}

/* A piece of an edge that stays in one row of pixels, between two positions, one of which at least
 * is not to the left of the band; `height` is its signed height. */
static void add_slanted_row(ui_raster *raster, int row, int from, int to, int height)
{
    const int x0 = from < to ? from : to, x1 = from < to ? to : from, right = raster->size.x;
    if (x0 >= right)
        return;
    int x = x0, done = 0; /* height used up so far */
    if (x0 < 0) {
        done = share_of(height, -x0, x1 - x0);
        deposit(raster, row, 0, done, 0);
        x = 0;
    }
    int border = (x | (ONE - 1)) + 1;
    while (border < x1 && x < right) {
        const int reached = share_of(height, border - x0, x1 - x0);
        deposit(raster, row, x >> ONE_BITS, reached - done, (x & (ONE - 1)) + ONE);
        done = reached;
        x = border;
        border += ONE;
    }
    if (x < right)
        deposit(raster, row, x >> ONE_BITS, height - done, x + x1 - 2 * (border - ONE));
}

/* The same anywhere. Most pieces are steep, and stay in one column as well. */
static inline void add_row(ui_raster *raster, int row, int from, int to, int height)
{
    const int column = from >> ONE_BITS;
    if (column == to >> ONE_BITS && from >= 0 && from < raster->size.x)
        deposit(raster, row, column, height, (from & (ONE - 1)) + (to & (ONE - 1)));
    else if (from <= 0 && to <= 0)
        deposit(raster, row, 0, height, 0);
    else
        add_slanted_row(raster, row, from, to, height);
}

/* An edge that lies to the left of the band for all that it is in its rows: it covers them. */
static void add_left(ui_raster *raster, int top, int bottom, int turn)
{
    for (int row = top >> ONE_BITS; row * ONE < bottom; row++) {
        const int from = top > row * ONE ? top : row * ONE;
        const int to = bottom < (row + 1) * ONE ? bottom : (row + 1) * ONE;
        deposit(raster, row, 0, turn * (to - from), 0);
    }
}

/* The nearest whole number of 1/ONE, halves to the even one as lrint has it: this far from 0 a
 * double holds no fractions. */
static int fixed(double px)
{
    const double far_off = 6755399441055744.0; /* 1.5 * 2^52 */
    const double within = px < UI_RASTER_REACH ? px : UI_RASTER_REACH;
    return (int)((within > -UI_RASTER_REACH ? within : -UI_RASTER_REACH) * ONE + far_off - far_off);
}

static void touch_rows(ui_raster *raster, int top, int bottom)
{
    const int first = top >> ONE_BITS, last = (bottom + ONE - 1) >> ONE_BITS;
    if (first < raster->top)
        raster->top = first;
    if (last > raster->bottom)
        raster->bottom = last;
}

/* An edge that goes down, or did before it was turned: then `turn` is -1. */
static void add_down(ui_raster *raster, ui_raster_point from, ui_raster_point to, int turn)
{
    const int end = to.y < raster->size.y ? to.y : raster->size.y;
    const int width = to.x - from.x, height = to.y - from.y;
    int y = from.y > 0 ? from.y : 0;
    touch_rows(raster, y, end);
    if (from.x <= 0 && to.x <= 0) {
        add_left(raster, y, end, turn);
        return;
    }
    int x = from.y < 0 ? from.x + share_of(width, -from.y, height) : from.x;
    int border = (y | (ONE - 1)) + 1;
    for (; border < to.y && y < end; border += ONE) {
        const int next = from.x + share_of(width, border - from.y, height);
        add_row(raster, y >> ONE_BITS, x, next, turn * (border - y));
        x = next;
        y = border;
    }
    if (y < end)
        add_row(raster, y >> ONE_BITS, x, to.x, turn * (to.y - y));
}

static void add_edge(ui_raster *raster, ui_raster_point from, ui_raster_point to)
{
    const ui_raster_point size = raster->size;
    if ((from.y <= 0 && to.y <= 0) || (from.y >= size.y && to.y >= size.y) ||
        (from.x >= size.x && to.x >= size.x))
        return;
    if (from.y < to.y)
        add_down(raster, from, to, 1);
    else if (to.y < from.y)
        add_down(raster, to, from, -1);
}

static ui_raster_point within(const ui_raster *raster, ui_point p)
{
    return (ui_raster_point){fixed(p.x) - raster->corner.x, fixed(p.y) - raster->corner.y};
}

void ui_raster_begin(ui_raster *raster, ui_point at)
{
    raster->start = raster->at = within(raster, at);
}

void ui_raster_line(ui_raster *raster, ui_point to)
{
    const ui_raster_point from = raster->at;
    raster->at = within(raster, to);
    add_edge(raster, from, raster->at);
}

void ui_raster_close(ui_raster *raster)
{
    add_edge(raster, raster->at, raster->start);
}

/* A color as it is laid over pixels. */
typedef struct ink_color {
    ui_color color;
    uint32_t solid;
} ink_color;

/* The pixels from `from` to before `to`, of which this much is covered. */
static void fill_span(uint32_t *pixels, int from, int to, ink_color ink, int32_t sum)
{
    const uint32_t amount = (uint32_t)abs(sum);
    const uint32_t coverage = amount >= FULL ? 255u : (amount * 255u + FULL / 2) >> FULL_BITS;
    if (coverage * ink.color.a == 255u * 255u) {
        for (int x = from; x < to; x++)
            pixels[x] = ink.solid;
    } else if (to - from < 4) { /* as most are, and not worth a loop made for many */
        pixels[from] = ui_blend(pixels[from], ink.color, coverage);
        if (to - from > 1)
            pixels[from + 1] = ui_blend(pixels[from + 1], ink.color, coverage);
        if (to - from > 2)
            pixels[from + 2] = ui_blend(pixels[from + 2], ink.color, coverage);
    } else if (coverage > 0) {
        for (int x = from; x < to; x++)
            pixels[x] = ui_blend(pixels[x], ink.color, coverage);
    }
}

/* The number of the lowest bit of a word that has one: each makes other upper bits of this constant
 * when it is multiplied with it. */
static int lowest_bit(uint64_t word)
{
    static const uint8_t number[64] = {
        0,  1,  2,  53, 3,  7,  54, 27, 4,  38, 41, 8,  34, 55, 48, 28, 62, 5,  39, 46, 44, 42,
        22, 9,  24, 35, 59, 56, 49, 18, 29, 11, 63, 52, 6,  26, 37, 40, 33, 47, 61, 45, 43, 21,
        23, 58, 17, 10, 51, 25, 36, 32, 60, 20, 57, 16, 50, 31, 19, 15, 30, 14, 13, 12};
    return number[((word & (~word + 1)) * 0x022fdd63cc95386du) >> 58];
}

/* Fills from clip_left to before clip_right, and clears the cells. The coverage changes only where
 * cells have been touched. */
static void fill_row(ui_raster *raster, int row, uint32_t *pixels, int clip_left, int clip_right,
                     ink_color ink)
{
    int32_t *cells = raster->cells[row];
    const int width = raster->band.right - raster->band.left;
    const uint64_t inside = UINT64_MAX >> (UI_RASTER_PX - width);
    uint64_t rest = (raster->touched[row] | raster->touched[row] << 1) & inside;
    int32_t sum = 0;
    for (int x = lowest_bit(rest), next; rest != 0; x = next) {
        rest &= rest - 1;
        next = rest != 0 ? lowest_bit(rest) : width;
        sum += cells[x];
        cells[x] = 0;
        const int from = x > clip_left ? x : clip_left;
        const int to = next < clip_right ? next : clip_right;
        if (sum != 0 && from < to)
            fill_span(pixels, from, to, ink, sum);
    }
    cells[width] = 0;
    raster->touched[row] = 0;
}

void ui_raster_fill(ui_raster *raster, ui_image *target, ui_px_rect clip, ui_color color)
{
    const ui_px_rect part = ui_px_intersection(clip, raster->band);
    const ink_color ink = {color, ui_solid(color)};
    for (int row = raster->top; row < raster->bottom; row++) {
        const int y = raster->band.top + row;
        const bool inside = y >= part.top && y < part.bottom;
        uint32_t *pixels = target->pixels + (ptrdiff_t)y * target->width + raster->band.left;
        if (raster->touched[row])
            fill_row(raster, row, pixels, inside ? part.left - raster->band.left : 0,
                     inside ? part.right - raster->band.left : 0, ink);
    }
    raster->top = UI_RASTER_PX;
    raster->bottom = 0;
}
