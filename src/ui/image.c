#include "ui/image.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool ui_image_resize(ui_image *image, int width, int height)
{
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

bool ui_image_write_png(const ui_image *image, const char *path, char *reason, size_t reason_size)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        snprintf(reason, reason_size, "%s", strerror(errno));
        return false;
    }
    const size_t count = (size_t)image->width * (size_t)image->height;
    unsigned char *rgb = malloc(count * 3);
    if (!rgb) {
        snprintf(reason, reason_size, "not enough memory");
        fclose(file);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        rgb[3 * i] = (unsigned char)(image->pixels[i] >> 16);
        rgb[3 * i + 1] = (unsigned char)(image->pixels[i] >> 8);
        rgb[3 * i + 2] = (unsigned char)image->pixels[i];
    }
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (png_uint_32)image->width,
                     .height = (png_uint_32)image->height,
                     .format = PNG_FORMAT_RGB};
    bool written = png_image_write_to_stdio(&png, file, 0, rgb, 0, NULL) != 0;
    if (!written)
        snprintf(reason, reason_size, "%s", png.message);
    free(rgb);
    if (fclose(file) != 0 && written) {
        snprintf(reason, reason_size, "%s", strerror(errno));
        written = false;
    }
    return written;
}

bool ui_image_read_png(ui_image *image, const void *bytes, size_t size)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, bytes, size))
        return false;
    /* libpng orders bytes, and a pixel is a word: which bytes it has first is the machine's way. */
    const uint16_t one = 1;
    png.format = *(const uint8_t *)&one == 1 ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
    bool read = ui_image_resize(image, (int)png.width, (int)png.height) &&
                png_image_finish_read(&png, NULL, image->pixels, 0, NULL);
    png_image_free(&png);
    return read;
}

void ui_image_free(ui_image *image)
{
    free(image->pixels);
    *image = (ui_image){0};
}
