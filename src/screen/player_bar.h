/* The player along the bottom of the window: its buttons and the step that is shown. */
#ifndef SCREEN_PLAYER_BAR_H
#define SCREEN_PLAYER_BAR_H

#include "model/session.h"
#include "ui/context.h"

void player_bar_pass(ui_context *ui, ui_rect rect, model_session *session);

#endif
