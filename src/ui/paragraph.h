/* Words that go on in further lines where one is too short for them. */
#ifndef UI_PARAGRAPH_H
#define UI_PARAGRAPH_H

#include "ui/canvas.h"

/* How many bytes of a text its first line has in this width: as many whole words as fit, one at
 * least. */
size_t ui_line_length(const ui_canvas *canvas, ui_font font, double width, const char *text);

/* Draws words within rect's width, from its top down, and returns the height they take. A word that
 * is too long for a line is cut. */
double ui_paragraph(ui_canvas *canvas, ui_rect rect, ui_font font, ui_color color,
                    const char *text);

#endif
