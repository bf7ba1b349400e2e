/* The player along the bottom of the window: its buttons and the step that is shown. */
#ifndef APP_PLAYER_BAR_H
#define APP_PLAYER_BAR_H

#include "app/session.h"
#include "ui/context.h"

void player_bar_pass(ui_context *ui, ui_rect rect, app_session *session);

#endif
