/* The update about to be made, with live numbers. */
#ifndef APP_UPDATE_STRIP_H
#define APP_UPDATE_STRIP_H

#include "app/session.h"
#include "plots/style.h"
#include "ui/context.h"

void update_strip_pass(ui_context *ui, const plot_style *style, ui_rect rect, app_session *session);

#endif
