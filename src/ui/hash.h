/* Hashes by which a frame is compared with the one before. */
#ifndef UI_HASH_H
#define UI_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A hash that goes on with a word. */
static inline uint64_t ui_hash_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}

/* The same with any number of bytes. */
static inline uint64_t ui_hash(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *next = bytes;
    for (; size >= 8; size -= 8, next += 8) {
        uint64_t word;
        memcpy(&word, next, 8);
        hash = ui_hash_word(hash, word);
    }
    for (; size > 0; size--, next++)
        hash = (hash ^ *next) * 0x100000001b3u;
    return hash;
}

#endif
