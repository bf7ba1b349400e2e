/* The text of a canvas as glyphs of the fonts that the painter has it from, each piece of it where
 * the painter has it. */
#ifndef EXPORT_VECTOR_TEXT_H
#define EXPORT_VECTOR_TEXT_H

#include "ui/canvas.h"

#include <cairo.h>
#include <stdbool.h>

typedef struct vector_text vector_text;

/* NULL when memory runs out. */
vector_text *vector_text_create(ui_text *text);
void vector_text_destroy(vector_text *text);

/* Shows a shape of text in the source that is set. */
void vector_text_show(vector_text *text, cairo_t *cr, const ui_canvas *canvas,
                      const ui_shape *shape);

/* Whether any of it could not be shown; memory had run out. */
bool vector_text_failed(const vector_text *text);

#endif
