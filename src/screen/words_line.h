/* The sentence on what the step that is shown did, below the pictures. */
#ifndef SCREEN_WORDS_LINE_H
#define SCREEN_WORDS_LINE_H

#include "model/session.h"
#include "screen/layout.h"
#include "ui/context.h"

/* How high one line of it is, and how wide the longest sentence would be in one. */
layout_words words_line_size(const ui_theme *theme, const model_view *view);

/* Draws it from the top of rect down, in two lines where rect has room for them; one that is too
 * long even then ends in an ellipsis. */
void words_line_pass(ui_context *ui, ui_rect rect, const model_session *session);

#endif
