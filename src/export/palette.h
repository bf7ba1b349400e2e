/* The colors of a picture, and which of few comes nearest to each.
 *
 * Colors are counted; where there are more than a palette holds, they are parted in two, again and
 * again, where that spares most: each part's mean is a color of the palette. */
#ifndef EXPORT_PALETTE_H
#define EXPORT_PALETTE_H

#include "ui/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PALETTE_COLORS = 127 }; /* with one for what does not change, a power of two */

typedef struct gif_palette gif_palette;

/* NULL when memory runs out. */
gif_palette *palette_create(void);
void palette_free(gif_palette *palette);

/* Counts the colors of a picture. */
void palette_count(gif_palette *palette, const ui_image *image);

/* Chooses the colors, after everything has been counted. */
void palette_choose(gif_palette *palette);

/* How many there are, and their red, green and blue. */
size_t palette_size(const gif_palette *palette);
const uint8_t *palette_colors(const gif_palette *palette);

/* The nearest color's number. */
uint8_t palette_nearest(gif_palette *palette, uint32_t pixel);

#endif
