#include "export/palette.h"

#include "ui/hash.h"

#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 1 << 17,
    FULL = SLOTS / 2,
    EXACT = 64, /* of the palette at most, that are the most frequent colors as they are */
    NOT_KNOWN = PALETTE_COLORS,
};

/* A color that was met. */
typedef struct met_color {
    uint32_t pixel; /* opaque; 0: free */
    uint32_t count;
    int nearest; /* NOT_KNOWN until it was asked for */
} met_color;

/* Neighbouring colors of the list that become one. */
typedef struct color_part {
    size_t first, count;
    double spread; /* of the channel that varies most, times how often its colors came */
    int channel;
} color_part;

struct gif_palette {
    met_color met[SLOTS];
    size_t met_count;
    met_color list[FULL]; /* while they are parted */
    uint8_t color[3 * PALETTE_COLORS];
    size_t size;
};

gif_palette *palette_create(void)
{
    return calloc(1, sizeof(gif_palette));
}

void palette_free(gif_palette *palette)
{
    free(palette);
}

static int channel_of(uint32_t pixel, int channel)
{
    return pixel >> (16 - 8 * channel) & 0xff;
}

/* The place of a color: where it is, or where it would be. */
static met_color *slot_of(gif_palette *palette, uint32_t pixel)
{
    size_t slot = (size_t)(ui_hash_word(0, pixel) >> 40) & (SLOTS - 1);
    while (palette->met[slot].pixel != 0 && palette->met[slot].pixel != pixel)
        slot = (slot + 1) & (SLOTS - 1);
    return &palette->met[slot];
}

/* The color among those that were met; NULL when there is no more room. */
static met_color *meet(gif_palette *palette, uint32_t pixel)
{
    met_color *met = slot_of(palette, pixel);
    if (met->pixel == pixel)
        return met;
    if (palette->met_count == FULL)
        return NULL;
    palette->met_count++;
    *met = (met_color){.pixel = pixel, .nearest = NOT_KNOWN};
    return met;
}

void palette_count(gif_palette *palette, const ui_image *image)
{
    const size_t pixels = (size_t)image->width * (size_t)image->height;
    for (size_t i = 0; i < pixels;) {
        size_t same = 1;
        while (i + same < pixels && image->pixels[i + same] == image->pixels[i])
            same++;
        met_color *met = meet(palette, image->pixels[i]);
        if (met)
            met->count += (uint32_t)same;
        i += same;
    }
}

static int by_count(const void *a, const void *b)
{
    const met_color *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return x->pixel < y->pixel ? -1 : 1;
}

/* Sorting has no argument for the channel. */
static int by_red(const void *a, const void *b)
{
    return channel_of(((const met_color *)a)->pixel, 0) -
           channel_of(((const met_color *)b)->pixel, 0);
}

static int by_green(const void *a, const void *b)
{
    return channel_of(((const met_color *)a)->pixel, 1) -
           channel_of(((const met_color *)b)->pixel, 1);
}

static int by_blue(const void *a, const void *b)
{
    return channel_of(((const met_color *)a)->pixel, 2) -
           channel_of(((const met_color *)b)->pixel, 2);
}

static void add_color(gif_palette *palette, const double rgb[static 3])
{
    for (int c = 0; c < 3; c++)
        palette->color[3 * palette->size + (size_t)c] = (uint8_t)(rgb[c] + 0.5);
    palette->size++;
}

/* Mean and sum of squares around it, of a channel. */
static double mean_of(const met_color *list, const color_part *part, int channel, double *spread)
{
    double weight = 0.0, sum = 0.0, squares = 0.0;
    for (size_t i = part->first; i < part->first + part->count; i++) {
        const double count = list[i].count, value = channel_of(list[i].pixel, channel);
        weight += count;
        sum += count * value;
        squares += count * value * value;
    }
    const double mean = sum / weight;
    *spread = squares - sum * mean;
    return mean;
}

static color_part part_of(const met_color *list, size_t first, size_t count)
{
    color_part part = {.first = first, .count = count};
    for (int channel = 0; channel < 3 && count > 1; channel++) {
        double spread;
        mean_of(list, &part, channel, &spread);
        if (spread > part.spread) {
            part.spread = spread;
            part.channel = channel;
        }
    }
    return part;
}

/* Parts a part at the mean of the channel that varies most: what is above it becomes another. */
static color_part part_in_two(met_color *list, color_part *part)
{
    static int (*const orders[])(const void *, const void *) = {by_red, by_green, by_blue};
    double spread;
    const double mean = mean_of(list, part, part->channel, &spread);
    qsort(list + part->first, part->count, sizeof *list, orders[part->channel]);
    size_t below = 1;
    while (below + 1 < part->count &&
           channel_of(list[part->first + below].pixel, part->channel) < mean)
        below++;
    const color_part above = part_of(list, part->first + below, part->count - below);
    *part = part_of(list, part->first, below);
    return above;
}

/* Parts the colors of the list from `first` on, and takes the mean of each part. */
static void part_all(gif_palette *palette, size_t first, size_t count)
{
    color_part parts[PALETTE_COLORS];
    size_t used = 0;
    const size_t room = PALETTE_COLORS - palette->size;
    if (count == 0)
        return;
    parts[used++] = part_of(palette->list, first, count);
    while (used < room) {
        size_t widest = 0;
        for (size_t i = 1; i < used; i++)
            if (parts[i].spread > parts[widest].spread)
                widest = i;
        if (!(parts[widest].spread > 0.0))
            break;
        parts[used] = part_in_two(palette->list, &parts[widest]);
        used++;
    }
    for (size_t i = 0; i < used; i++) {
        double rgb[3], spread;
        for (int c = 0; c < 3; c++)
            rgb[c] = mean_of(palette->list, &parts[i], c, &spread);
        add_color(palette, rgb);
    }
}

void palette_choose(gif_palette *palette)
{
    size_t count = 0;
    for (size_t i = 0; i < SLOTS; i++)
        if (palette->met[i].pixel != 0)
            palette->list[count++] = palette->met[i];
    qsort(palette->list, count, sizeof *palette->list, by_count);
    const size_t exact = count <= PALETTE_COLORS ? count : EXACT;
    for (size_t i = 0; i < exact; i++)
        add_color(palette, (const double[]){channel_of(palette->list[i].pixel, 0),
                                            channel_of(palette->list[i].pixel, 1),
                                            channel_of(palette->list[i].pixel, 2)});
    part_all(palette, exact, count - exact);
}

size_t palette_size(const gif_palette *palette)
{
    return palette->size;
}

const uint8_t *palette_colors(const gif_palette *palette)
{
    return palette->color;
}

static uint8_t find_nearest(const gif_palette *palette, uint32_t pixel)
{
    const int r = channel_of(pixel, 0), g = channel_of(pixel, 1), b = channel_of(pixel, 2);
    size_t best = 0;
    int least = 1 << 30;
    for (size_t i = 0; i < palette->size; i++) {
        const uint8_t *c = palette->color + 3 * i;
        const int dr = r - c[0], dg = g - c[1], db = b - c[2];
        const int away = dr * dr + dg * dg + db * db;
        if (away < least) {
            least = away;
            best = i;
        }
    }
    return (uint8_t)best;
}

uint8_t palette_nearest(gif_palette *palette, uint32_t pixel)
{
    met_color *met = meet(palette, pixel);
    uint8_t nearest;
    if (met && met->nearest != NOT_KNOWN)
        nearest = (uint8_t)met->nearest;
    else
        nearest = find_nearest(palette, pixel);
    if (met)
        met->nearest = nearest;
    return nearest;
}
