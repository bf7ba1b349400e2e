/* A picture as a PNG. */
#ifndef UI_PNG_H
#define UI_PNG_H

#include "ui/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Writes the opaque image to a stream. On failure `reason` (of reason_size bytes) says why; where
 * the stream takes no more, errno does. */
bool ui_png_write(const ui_image *image, FILE *stream, char *reason, size_t reason_size);

/* Reads a PNG held in memory into an image with straight (not premultiplied) alpha. */
bool ui_png_read(ui_image *image, const void *bytes, size_t size);

#endif
