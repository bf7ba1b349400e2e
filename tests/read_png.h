/* Pictures and how alike they are. */
#ifndef TESTS_READ_PNG_H
#define TESTS_READ_PNG_H

#include "ui/png.h"

#include <stdio.h>
#include <stdlib.h>

/* Reads a file; false when it is not there or no PNG. */
static inline bool read_png(const char *path, ui_image *image)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    rewind(file);
    void *bytes = malloc((size_t)size + 1);
    const bool read = bytes && fread(bytes, 1, (size_t)size, file) == (size_t)size;
    fclose(file);
    const bool is_png = read && ui_png_read(image, bytes, (size_t)size);
    free(bytes);
    return is_png;
}

static inline int channel_distance(uint32_t a, uint32_t b)
{
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        const int away = abs((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff));
        most = away > most ? away : most;
    }
    return most;
}

/* The share of pixels that differ in no channel by more than `within`; 0 of pictures of different
 * sizes. */
static inline double share_alike(const ui_image *a, const ui_image *b, int within)
{
    const size_t count = (size_t)a->width * (size_t)a->height;
    size_t alike = 0;
    if (a->width != b->width || a->height != b->height || count == 0)
        return 0.0;
    for (size_t i = 0; i < count; i++)
        alike += channel_distance(a->pixels[i], b->pixels[i]) <= within;
    return (double)alike / (double)count;
}

#endif
