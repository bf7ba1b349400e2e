/* The controls at the left of the window. What there is no room for can be scrolled to. */
#ifndef SCREEN_PANEL_H
#define SCREEN_PANEL_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/scroll.h"

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session,
                ui_scroll *scroll);

#endif
