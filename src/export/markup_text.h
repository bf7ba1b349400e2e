/* Text from outside in HTML and in JSON. Whatever it holds, it stays text: it ends no element and
 * no string, and bytes that are no UTF-8 become the character that stands for such. */
#ifndef EXPORT_MARKUP_TEXT_H
#define EXPORT_MARKUP_TEXT_H

#include <stdio.h>

/* As the content of an element or attribute. */
void html_text(FILE *stream, const char *text);

/* As a string in quotes, which may stand within a script element. */
void json_string(FILE *stream, const char *text);

/* A finite number that is read back to the bit. */
void json_number(FILE *stream, double value);

#endif
