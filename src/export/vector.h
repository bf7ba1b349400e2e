/* A canvas in vectors: an SVG or a PDF, through cairo.
 *
 * Shapes become paths as the painter has them: strokes end bluntly, and a disc fills the wedge
 * where two segments meet. In a PDF text is text, its fonts embedded, so that it can be found and
 * copied; in an SVG it is outlines, which look the same everywhere: viewers of SVG have only the
 * fonts of their own system. */
#ifndef EXPORT_VECTOR_H
#define EXPORT_VECTOR_H

#include "downhill/error.h"
#include "ui/canvas.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum vector_kind { VECTOR_SVG, VECTOR_PDF } vector_kind;

typedef struct vector_def {
    vector_kind kind;
    const ui_canvas *canvas;
    double width, height; /* in 1/96 of an inch, of all that the canvas has */
} vector_def;

bool vector_write(FILE *stream, const vector_def *def, dh_error *error);

#endif
