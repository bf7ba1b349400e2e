/* Text as masks of coverage, made by SDL_ttf and kept.
 *
 * Words are rendered and kept as a whole, so that they are kerned and shaped; what is too long or
 * too wide for the store is set in pieces that are not, ended by a space where there is one.
 * Numbers are set in the monospaced face one character at a time: a changing number is made of
 * masks that are there already, and its digits cannot jitter. When the store is full it is emptied
 * and filled anew. What the faces lack comes from the fonts of the system, piece by piece. */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include "ui/faces.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ui_font {
    ui_face face;
    double size; /* of the em square, in logical pixels */
} ui_font;

/* The coverage of a piece of text. Valid until the next call that may make a mask. */
typedef struct ui_mask {
    size_t length;           /* of the piece in bytes, above 0 */
    const uint8_t *coverage; /* rows `stride` bytes apart; NULL when there is nothing to see */
    int stride, width, height;
    int ascent;  /* rows above the baseline */
    int advance; /* from this text's origin to that of what follows */
} ui_mask;

enum { UI_TEXT_PX_MAX = 512 }; /* the largest face, in output pixels: the store has room for it */

typedef struct ui_text ui_text;

/* Opens the built-in fonts. NULL on failure; SDL_GetError() says why. */
ui_text *ui_text_create(void);
void ui_text_destroy(ui_text *text);

/* The mask of the first piece of `length` bytes of UTF-8, above 0, in a face of this many output
 * pixels. */
ui_mask ui_text_mask(ui_text *text, ui_face face, int size_px, const char *utf8, size_t length);

/* Advance of the whole string, in output pixels. */
int ui_text_width_px(ui_text *text, ui_face face, int size_px, const char *utf8, size_t length);

/* Height of a capital letter, in output pixels. */
int ui_text_cap_px(ui_text *text, ui_face face, int size_px);

/* The fonts that it draws with, for who draws text otherwise than by masks. */
ui_faces *ui_text_faces(ui_text *text);

/* Whether a text could not be drawn or measured since the last call; memory had run out. */
bool ui_text_take_failure(ui_text *text);

/* Tells once, when a character was to be shown that no font has, which is the first. */
bool ui_text_take_missing(ui_text *text, uint32_t *code);

/* Bytes of the UTF-8 character at utf8 with all that belongs to it (ui_cluster_length), 1 where it
 * is malformed; 0 at the end of the string. */
size_t ui_text_char(const char *utf8);

#endif
