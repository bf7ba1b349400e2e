#include "ui/image.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool ui_image_resize(ui_image *image, int width, int height)
{
    assert(width >= 0 && height >= 0);
    const size_t count = (size_t)width * (size_t)height;
    if (count > image->capacity) {
        uint32_t *pixels = malloc(count * sizeof *pixels);
        if (!pixels)
            return false;
        free(image->pixels);
        image->pixels = pixels;
        image->capacity = count;
    }
    image->width = width;
    image->height = height;
    return true;
}

void ui_image_copy(ui_image *to, const ui_image *from, ui_px_rect part)
{
    assert(to->width == from->width && to->height == from->height);
    const size_t bytes = (size_t)(part.right - part.left) * sizeof *to->pixels;
    for (int y = part.top; y < part.bottom; y++) {
        const ptrdiff_t first = (ptrdiff_t)y * to->width + part.left;
        memcpy(to->pixels + first, from->pixels + first, bytes);
    }
}

static uint32_t premultiplied_over(uint32_t under, uint32_t over)
{
    const uint32_t alpha = over >> 24;
    const uint32_t keep256 = 256u - (alpha + (alpha >> 7));
    const uint32_t rb = (over & 0xff00ffu) + ((((under & 0xff00ffu) * keep256) >> 8) & 0xff00ffu);
    const uint32_t g = (over & 0x00ff00u) + ((((under & 0x00ff00u) * keep256) >> 8) & 0x00ff00u);
    return 0xff000000u | rb | g;
}

void ui_image_blend(ui_image *image, const ui_image *over, int left, int top, ui_px_rect clip)
{
    const ui_px_rect covered = {left, top, left + over->width, top + over->height};
    const ui_px_rect whole = {0, 0, image->width, image->height};
    const ui_px_rect part = ui_px_intersection(ui_px_intersection(covered, whole), clip);
    for (int y = part.top; y < part.bottom; y++) {
        const uint32_t *from = over->pixels + (ptrdiff_t)(y - top) * over->width - left;
        uint32_t *to = image->pixels + (ptrdiff_t)y * image->width;
        for (int x = part.left; x < part.right; x++)
            if (from[x])
                to[x] = premultiplied_over(to[x], from[x]);
    }
}

void ui_image_free(ui_image *image)
{
    free(image->pixels);
    *image = (ui_image){0};
}
