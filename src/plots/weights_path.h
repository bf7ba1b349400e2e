/* The way of a run over the plane of the weights. */
#ifndef PLOT_WEIGHTS_PATH_H
#define PLOT_WEIGHTS_PATH_H

#include "downhill/run.h"
#include "downhill/scaling.h"
#include "plots/frame.h"

/* The picture's frame, and how trained weights become what it shows. */
typedef struct plot_weights_plane {
    plot_frame frame;
    dh_scaling units;
} plot_weights_plane;

/* Where trained weights lie in a frame that shows them in these units; far outside it, too. */
ui_point plot_at_weights(const plot_frame *frame, dh_scaling units, dh_weights trained);
ui_point plot_plane_at(const plot_weights_plane *plane, dh_weights trained);

/* The path between two steps, without the points that would not be told apart, and without the ways
 * over where it has just been. What lies outside the picture belongs to it: the way from there is
 * seen, and dashes go on. */
void plot_draw_path(ui_canvas *canvas, const plot_weights_plane *plane, const dh_run *run,
                    size_t from, size_t to, ui_stroke stroke);

/* A dot for every step up to before the last, where they can be told apart. */
void plot_draw_steps(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                     const dh_run *run, size_t last);

/* Where the path first leaves the picture, wherever it came from, a mark on the edge that points
 * after it. */
void plot_mark_exit(ui_canvas *canvas, const plot_style *style, const plot_weights_plane *plane,
                    const dh_run *run);

#endif
