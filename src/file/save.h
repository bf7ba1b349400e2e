/* Files that are written whole or not at all.
 *
 * A file is written beside its name and takes it when it is complete and on the disk, so that a
 * full disk, or an end in the middle, leaves what was there as it was. What is no file but goes to
 * somebody at once (a pipe, a device, /dev/stdout) is written straight. */
#ifndef FILE_SAVE_H
#define FILE_SAVE_H

#include "downhill/error.h"

#include <stdbool.h>
#include <stdio.h>

/* Writes `what` to a stream. False, with the reason alone, when it cannot be made; that a stream
 * takes no more is noticed without its help. */
typedef bool file_writer(FILE *stream, const void *what, dh_error *error);

/* Lets `write` write the file of this name. A file that is there keeps its permissions, and links
 * to it stay links. On failure it is untouched; the error names the file and says why. */
bool file_save(const char *path, file_writer *write, const void *what, dh_error *error);

/* While a file is written, whether somebody has asked the program to end: a writer that takes its
 * time asks now and then, and gives up. */
bool file_end_is_asked(void);

/* Whether what is written there goes to somebody at once. */
bool file_is_stream(const char *path);

/* Sends off what was written to a stream. False, with an error that says why `what` cannot be
 * written, when any of it was not taken. */
bool file_flush(FILE *stream, const char *what, dh_error *error);

#endif
