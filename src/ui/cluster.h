/* What a reader takes for one character: a letter with its marks, a syllable, an emoji made of
 * several. It is measured, cut and drawn whole. */
#ifndef UI_CLUSTER_H
#define UI_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UI_CLUSTER_BYTES = 96 }; /* a longer one is taken apart */

/* The code point at utf8, and how many bytes it has: 0 at the end of the string; 1, and U+FFFD,
 * where it is malformed. */
uint32_t ui_code_point(const char *utf8, size_t *length);

/* Bytes of the cluster at utf8; 0 at the end of the string. */
size_t ui_cluster_length(const char *utf8);

/* Whether a code point changes its neighbours, or nothing, and is never seen itself. */
bool ui_is_ignorable(uint32_t code);

/* Whether it is drawn on the character before it and takes no room. */
bool ui_is_mark(uint32_t code);

/* The script of a code point as ISO 15924 has it, four letters in a word; 0 for one that goes with
 * any. */
uint32_t ui_script_of(uint32_t code);

bool ui_script_is_leftward(uint32_t script);

/* A digit: numbers read to the right in every script. */
bool ui_is_digit(uint32_t code);

#endif
