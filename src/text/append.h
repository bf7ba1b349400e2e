/* Text that is written piece by piece into a buffer of fixed size. */
#ifndef TEXT_APPEND_H
#define TEXT_APPEND_H

#include <stddef.h>

/* Writes a printf-formatted piece after what is in text, which has `size` bytes in all. What does
 * not fit is cut and ends in an ellipsis, after which nothing more is written. */
void text_append(char *text, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
