/* The update about to be made, with live numbers: the optimizer's own arithmetic. */
#ifndef SCREEN_UPDATE_STRIP_H
#define SCREEN_UPDATE_STRIP_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

/* Its height in a window of this height; and without what leads to the weights, and what explains
 * them, for which it needs a higher one. */
double update_strip_least(double window_height);
double update_strip_height(const model_shown *shown, double window_height);

/* Draws all of it into a rect of that height and the canvas's, without its switch. */
void update_strip_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const model_shown *shown);

void update_strip_pass(ui_context *ui, const plot_style *style, ui_rect rect,
                       model_session *session);

#endif
