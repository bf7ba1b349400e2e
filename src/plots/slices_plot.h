/* The weights picture's other view: the loss along each weight, the other one held. */
#ifndef PLOT_SLICES_PLOT_H
#define PLOT_SLICES_PLOT_H

#include "plots/weights_plot.h"

/* Draws two curves through the step that is shown, the loss against the slope above and against the
 * intercept below, each with its tangent, whose slope is that component of the gradient, and an
 * arrow along the axis for the update about to be made. */
void plot_draw_slices(ui_canvas *canvas, const plot_style *style, const plot_weights_def *def);

#endif
