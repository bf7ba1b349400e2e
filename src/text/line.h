/* Text from outside, and text that is too long, as a line that a person can read: nothing in it
 * moves a cursor or turns letters around, and where it is cut it says so. All text is UTF-8. */
#ifndef TEXT_LINE_H
#define TEXT_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT_MALFORMED = 0xfffd /* the character that stands for a byte that is no UTF-8 */ };

/* The character at utf8, and how many bytes it has there: 0 at the end of the text, 1 for a byte
 * that is no UTF-8. */
size_t text_decode(const char *utf8, uint32_t *code);

/* Whether a character is a control character, a line break, only turns the direction of writing, or
 * stands for a byte that is no UTF-8. */
bool text_is_control(uint32_t code);

/* Puts a question mark for every control character, also of those that only turn the direction of
 * writing, and for every byte that is no UTF-8. */
void text_make_printable(char *text);

/* What a text from outside is as one line: line breaks and tabs within it are spaces, those around
 * it and other control characters are gone. Returns its length; what does not fit `size` bytes is
 * left out, and then the length is `size` or more. */
size_t text_as_line(const char *text, char *line, size_t size);

/* The part of a text between the white space around it, no-break spaces too: where it begins, and
 * its length. */
const char *text_trimmed(const char *text, size_t *length);

/* How much of a text can stay of its first `limit` bytes: whole characters, no part of a number
 * (unless there is nothing before it) and no space at the end. */
size_t text_kept(const char *text, size_t limit);

/* Copies a text; one too long for `size` bytes is cut as text_kept does, and an ellipsis ends it.
 */
void text_copy(char *copy, size_t size, const char *text);

/* Ends in an ellipsis a text that fills its `size` bytes because it did not fit. */
void text_end_cut(char *text, size_t size);

/* Whether it has been cut. */
bool text_is_cut(const char *text);

#endif
