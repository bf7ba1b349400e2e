/* The update about to be made, with live numbers. */
#ifndef APP_UPDATE_STRIP_H
#define APP_UPDATE_STRIP_H

#include "app/session.h"
#include "plots/style.h"
#include "ui/canvas.h"

void update_strip_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const app_session *session);

#endif
