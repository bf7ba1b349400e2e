/* Bytes as UTF-8: a byte order mark tells how they are to be read, and is left out. Without one
 * they stay as they are. */
#ifndef TABLE_DECODE_H
#define TABLE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum decode_form {
    DECODE_UNKNOWN, /* too little has been seen */
    DECODE_BYTES,   /* UTF-8, or something without a mark */
    DECODE_UTF16_LE,
    DECODE_UTF16_BE
} decode_form;

typedef struct table_decoder { /* zero to begin with */
    decode_form form;
    unsigned char held[3]; /* bytes that mean nothing without the next ones */
    size_t held_count;
    uint32_t high; /* the first half of a surrogate pair, or 0 */
} table_decoder;

/* The most bytes that decoding `count` can give. */
size_t decode_most(size_t count);

/* Decodes the next `count` bytes, the last ones of all or not, into text, which has room for
 * decode_most of them. Returns the length; what is half a character is a replacement character. */
size_t decode(table_decoder *decoder, const unsigned char *bytes, size_t count, bool last,
              char *text);

bool decode_is_utf8(const char *text, size_t length);

/* Makes UTF-8 of `text`, which is Latin-1; what does not fit `size` bytes is left out. */
void decode_latin1(const char *text, char *utf8, size_t size);

#endif
