/* Words in the picture of the weights: what the loss is on some contours, where
 * it is lowest, and which arrow is which. */
#ifndef PLOT_WEIGHTS_LABELS_H
#define PLOT_WEIGHTS_LABELS_H

#include "plots/contours.h"
#include "plots/shown_run.h"
#include "plots/update_arrows.h"
#include "plots/weights_path.h"

/* Writes them where they cover neither each other nor the path of a run; what finds
 * no such place is left out. Where they are does not
 * depend on the step. */
void plot_label_weights(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                        const plot_shown_runs *runs, const dh_objective *objective,
                        const plot_contours *contours, const plot_update_arrows *arrows);

#endif
