/* The rate finder on the screen: its curve over the slider of the learning rate, and as a picture.
 * Pointing at a rate tells what it does and shows that run; a click takes it. */
#ifndef SCREEN_RATE_FINDER_H
#define SCREEN_RATE_FINDER_H

#include "model/session.h"
#include "plots/rates_plot.h"
#include "ui/context.h"

/* What the finder knows, as the plots draw it; `pointed` is a rate, 0 for none. */
plot_rates rate_finder_rates(const model_finder *finder, double now, double pointed);

/* Acts on the mouse over the curve in an area with this axis of rates, which is the area of that
 * name. Returns the rate that is pointed at, 0 for none. */
double rate_finder_touch(ui_context *ui, const char *name, ui_rect area, const plot_axis *x,
                         model_session *session);

/* The height of the curve over the slider and its line of words; and draws them in a rect of this
 * height. */
double rate_finder_height(void);
void rate_finder_pass(ui_context *ui, const plot_style *style, ui_rect rect,
                      model_session *session);

#endif
