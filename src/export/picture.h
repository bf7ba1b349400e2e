/* A step as a picture: in pixels, or in vectors. */
#ifndef EXPORT_PICTURE_H
#define EXPORT_PICTURE_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Each writes an export_request. A PNG has its size times its scale in pixels. The others have its
 * size; their scale is that of the pixels that they are drawn for, and of a cloud of very many
 * points, which is an image in them. */
bool picture_write_png(FILE *stream, const void *request, dh_error *error);
bool picture_write_svg(FILE *stream, const void *request, dh_error *error);
bool picture_write_pdf(FILE *stream, const void *request, dh_error *error);

#endif
