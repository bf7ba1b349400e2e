/* Contours of the loss over the weights: exact, filled, lighter towards the minimum. Of a loss that
 * is no quadratic there are none. */
#ifndef PLOT_CONTOURS_H
#define PLOT_CONTOURS_H

#include "downhill/objective.h"
#include "plots/frame.h"

/* Fills the frame's area. Levels are powers of one ratio above the lowest loss, as many as read
 * well whether the frame holds the minimum or lies far from it. */
void plot_draw_contours(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const dh_objective *objective);

#endif
