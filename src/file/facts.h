/* What is known of files: where they are, when they were changed, where a person keeps them. */
#ifndef FILE_FACTS_H
#define FILE_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FILE_PATH_BYTES = 4096 };

/* When a file was changed last, in nanoseconds since 1970; false when there is none. */
bool file_modified(const char *path, int64_t *ns);

/* Whether there still is the file that was changed last at that time. */
bool file_is_as_it_was(const char *path, int64_t ns);

/* The path of a file that is there from the root on, without links. */
bool file_absolute(const char *path, char absolute[static FILE_PATH_BYTES]);

/* The part of a path after its last slash. */
const char *file_name(const char *path);

/* The folder of a person's documents, as the desktop has it; else the home folder, or this one. */
void file_documents(char folder[static FILE_PATH_BYTES]);

/* A name in that folder that no file has yet: "points.csv", "points 2.csv", ... False when there
 * are too many already. */
bool file_new_document(const char *stem, const char *ending, char path[static FILE_PATH_BYTES]);

#endif
