/* Paths as a person types them. */
#ifndef FILE_COMPLETE_H
#define FILE_COMPLETE_H

#include "file/facts.h"

#include <stdbool.h>

/* The path that a typed one means: "~" at its beginning is the home folder, spaces around it and
 * quotes or "file://" before it are none of it. False when it is too long. */
bool file_typed_path(const char *typed, char path[static FILE_PATH_BYTES]);

/* Writes the rest that all names have in common which begin like the last part of a typed path; of
 * a folder with its slash. Returns how many such names there are. */
int file_complete(const char *typed, char rest[static FILE_PATH_BYTES]);

#endif
