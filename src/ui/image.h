/* A picture in memory. */
#ifndef UI_IMAGE_H
#define UI_IMAGE_H

#include "ui/geometry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ui_image {
    uint32_t *pixels; /* 0xAARRGGBB, row by row, owned; color premultiplied by alpha */
    int width, height;
    size_t capacity; /* pixels there is room for */
} ui_image;

/* Gives the image this size; its pixels are unspecified afterwards. Memory is taken only when
 * there is too little. False when there is none: the image is then as it was. */
bool ui_image_resize(ui_image *image, int width, int height);

/* Lays premultiplied `over` onto the part of the opaque image inside clip, its top left corner at
 * (left, top). */
void ui_image_blend(ui_image *image, const ui_image *over, int left, int top, ui_px_rect clip);

/* Copies a part of an image to the same place in one of the same size. */
void ui_image_copy(ui_image *to, const ui_image *from, ui_px_rect part);

/* An opaque pixel of this color. */
static inline uint32_t ui_solid(ui_color color)
{
    return 0xff000000u | ((uint32_t)color.r << 16) | ((uint32_t)color.g << 8) | color.b;
}

/* Lays color, weighted by coverage 0..255, over an opaque pixel. */
static inline uint32_t ui_blend(uint32_t under, ui_color color, uint32_t coverage)
{
    const uint32_t alpha = coverage * color.a;         /* 0..65025 */
    const uint32_t weight = (alpha + 127u) / 255u;     /* 0..255 */
    const uint32_t weight256 = weight + (weight >> 7); /* 0..256 */
    const uint32_t keep256 = 256u - weight256;
    const uint32_t over_rb = ((uint32_t)color.r << 16) | color.b;
    const uint32_t over_g = (uint32_t)color.g << 8;
    const uint32_t rb = ((under & 0xff00ffu) * keep256 + over_rb * weight256 + 0x800080u) >> 8;
    const uint32_t g = ((under & 0x00ff00u) * keep256 + over_g * weight256 + 0x8000u) >> 8;
    return 0xff000000u | (rb & 0xff00ffu) | (g & 0x00ff00u);
}

void ui_image_free(ui_image *image);

#endif
