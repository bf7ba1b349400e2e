/* Pulls: what each point adds to the gradient, so that one sees where the gradient comes from. */
#ifndef PLOT_PULLS_H
#define PLOT_PULLS_H

#include "downhill/batches.h"
#include "downhill/problem.h"
#include "plots/frame.h"

/* At every point that the update sees a bar towards the line, as long as its residual is beside the
 * largest; its foot points right where it turns the line up about the mean of x, left where down.
 * The mean of x is a thin line, and the sums, which are the gradient, stand at the bottom. batch:
 * NULL for all points. */
void plot_draw_pulls(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const dh_problem *problem, const dh_batch *batch, dh_weights trained,
                     dh_weights gradient);

#endif
