/* Text taken apart into what one font can draw in one go.
 *
 * A run is the beginning of a text that is drawn as one: in one font, or, where it is of a script
 * that is read to the left, from its first such character to its last, whose pieces stand in the
 * order in which they are seen. Lines themselves are read to the right. */
#ifndef UI_RUN_H
#define UI_RUN_H

#include "ui/faces.h"

enum { UI_RUN_SPANS = 24 };

/* A piece of a run: of one font, script and direction. */
typedef struct ui_span {
    size_t first, length; /* bytes of the text */
    ui_source source;
    uint32_t script; /* as in ui_script_of */
    bool leftward;
} ui_span;

typedef struct ui_run {
    size_t length; /* bytes of the text, above 0 */
    ui_span span[UI_RUN_SPANS];
    int count; /* of spans, from left to right */
} ui_run;

/* The first run of `length` bytes of UTF-8, above 0. */
ui_run ui_first_run(ui_faces *faces, ui_face face, int size_px, const char *utf8, size_t length);

/* Whether what begins here may need more than its first character to be drawn right. */
bool ui_run_needs_context(const char *utf8);

#endif
