/* The controls at the left of the window. */
#ifndef APP_PANEL_H
#define APP_PANEL_H

#include "app/session.h"
#include "ui/context.h"

void panel_pass(ui_context *ui, ui_rect rect, app_session *session);

#endif
