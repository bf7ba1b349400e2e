#include "ui/png.h"

#include <assert.h>
#include <errno.h>
#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

bool ui_png_write(const ui_image *image, FILE *stream, char *reason, size_t reason_size)
{
    assert(image->pixels && stream && reason && reason_size > 0);
    const size_t count = (size_t)image->width * (size_t)image->height;
    unsigned char *rgb = malloc(count * 3);
    if (!rgb) {
        snprintf(reason, reason_size, "not enough memory");
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
    const bool written = png_image_write_to_stdio(&png, stream, 0, rgb, 0, NULL) != 0;
    const int error = errno;
    if (!written)
        snprintf(reason, reason_size, "%s", png.message);
    free(rgb);
    errno = error;
    return written;
}

bool ui_png_read(ui_image *image, const void *bytes, size_t size)
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
