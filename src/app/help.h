/* The help overlay: every key, and what the mouse does. */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/session.h"
#include "ui/context.h"

#include <stdio.h>

/* Draws the overlay over the whole window when it is open. */
void help_pass(ui_context *ui, ui_rect window, app_session *session);

/* Writes the same as plain text, for --help. */
void help_describe(FILE *stream);

#endif
