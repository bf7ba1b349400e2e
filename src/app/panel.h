/* The controls at the left of the window. What there is no room for can be scrolled to. */
#ifndef APP_PANEL_H
#define APP_PANEL_H

#include "app/session.h"
#include "plots/style.h"
#include "ui/scroll.h"

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, app_session *session,
                ui_scroll *scroll);

#endif
