/* The weights picture: the loss over slope and intercept as contours, and the run's path over
 * them. */
#ifndef PLOT_WEIGHTS_PLOT_H
#define PLOT_WEIGHTS_PLOT_H

#include "downhill/run.h"
#include "plots/frame.h"
#include "plots/marks.h"
#include "plots/shown_run.h"

typedef struct plot_weights_def {
    ui_rect rect;
    const plot_shown_runs *runs;
    const dh_update *update;       /* about to be made by the current run; NULL at the end of it */
    bool arrow[PLOT_ARROW_COUNT];  /* which of its arrows to draw, where they exist */
    const dh_weights_range *range; /* NULL: the one of plot_weights_range_of */
    bool handle_hovered;           /* the start is under the pointer, or held */
} plot_weights_def;

/* A range that holds the start, the minimum, and as much of the known paths as stays readable. A
 * unit of slope is as long as a unit of intercept in a picture `aspect` times as wide as high,
 * unless one of them would be lost by that. */
dh_weights_range plot_weights_range_of(const plot_shown_runs *runs, double aspect);

/* The title of the picture of the weights where it is this wide. */
const char *plot_weights_title(double width);

/* Where weights are in its frame. */
ui_point plot_at_weights(const plot_frame *frame, dh_weights weights);

/* Draws the picture and returns its frame: x is the slope, y the intercept. */
plot_frame plot_draw_weights(ui_canvas *canvas, const plot_style *style,
                             const plot_weights_def *def);

#endif
