/* A run as a film, which the program ffmpeg makes of its pictures.
 *
 * Pictures go to it through a socket, as they are drawn, and the film comes into the file that is
 * being written, as a file of its own. Its sides are even, its frames all last the same, and its
 * colors are those that every player knows. */
#ifndef EXPORT_FILM_H
#define EXPORT_FILM_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Each writes an export_request. */
bool film_write_mp4(FILE *stream, const void *request, dh_error *error);
bool film_write_webm(FILE *stream, const void *request, dh_error *error);

#endif
