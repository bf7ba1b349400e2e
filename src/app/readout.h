/* The numbers of the step that is shown. */
#ifndef APP_READOUT_H
#define APP_READOUT_H

#include "app/session.h"
#include "plots/style.h"
#include "ui/canvas.h"

void readout_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                  const app_session *session);

#endif
