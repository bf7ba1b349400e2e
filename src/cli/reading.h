/* Files that the command line names. */
#ifndef CLI_READING_H
#define CLI_READING_H

#include "model/loading.h"

/* Reads a whole file and tells how far that is, once it takes long, where a person sees it. What
 * was left out of it is the remark. False, and error says why, when it cannot be read. */
bool option_read(loading_kind kind, const char *path, const char *columns, loading_result *result,
                 char remark[static sizeof(dh_error)], dh_error *error);

#endif
