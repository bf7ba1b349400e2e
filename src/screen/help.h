/* The help overlay: every key, and what the mouse does. */
#ifndef SCREEN_HELP_H
#define SCREEN_HELP_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

#include <stdio.h>

/* Draws the overlay over the whole window when it is open. */
void help_pass(ui_context *ui, const plot_style *style, ui_rect window, model_session *session);

/* Writes the same as plain text, for --help. */
void help_describe(FILE *stream);

#endif
