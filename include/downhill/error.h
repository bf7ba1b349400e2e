/* Why something failed, in words that can be shown to a person as they stand. */
#ifndef DOWNHILL_ERROR_H
#define DOWNHILL_ERROR_H

#include <stdbool.h>

typedef struct dh_error {
    char text[256];     /* one sentence without a full stop or newline; empty when nothing failed */
    bool out_of_memory; /* it is no fault of what was asked for */
} dh_error;

/* Writes a printf-formatted text into error (which may be NULL) and returns false, so that a
 * failing function can end in `return dh_fail(error, ...)`. Longer texts are cut. */
bool dh_fail(dh_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same for want of memory. */
bool dh_fail_memory(dh_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
