/* The weights picture: the loss over slope and intercept as contours, and the run's path over
 * them. */
#ifndef PLOT_WEIGHTS_PLOT_H
#define PLOT_WEIGHTS_PLOT_H

#include "downhill/run.h"
#include "plots/frame.h"
#include "plots/marks.h"
#include "plots/shown_run.h"
#include "plots/update_arrows.h"

typedef struct plot_weights_def {
    ui_rect rect;
    const plot_shown_runs *runs;
    const plot_shown_run *ghost;  /* a run that is shown thinly besides, or NULL */
    const dh_update *update;      /* about to be made by the current run; NULL at the end of it */
    bool arrow[PLOT_ARROW_COUNT]; /* which of its arrows to draw, where they exist */
    bool own_units; /* show lines in the data's own units, not the weights as they are trained */
    const dh_weights_range *range;  /* in those units; NULL: the one of plot_weights_range_of, */
    const dh_weights_range *before; /* unless this does for it: the range of the picture before,
                                       while something is dragged; or NULL */
    bool handle_hovered;            /* the start is under the pointer, or held */
} plot_weights_def;

/* A range that holds the start, the minimum, and as much of the known paths as stays readable,
 * whatever their size. A unit of slope is as long as a unit of intercept in a picture `aspect`
 * times as wide as high, unless one of them would be lost by that or x are of another size than 1.
 */
dh_weights_range plot_weights_range_of(const plot_weights_def *def, double aspect);

/* How trained weights become what the picture shows. */
dh_scaling plot_weights_units(const plot_weights_def *def);

/* The loss over what the picture shows. */
const dh_objective *plot_weights_objective(const plot_weights_def *def);

/* The names of the two weights, as the axes have them. */
const char *plot_slope_name(const plot_weights_def *def);
const char *plot_intercept_name(const plot_weights_def *def);

/* The title of the picture of the weights where it is this wide. */
const char *plot_weights_title(double width);

/* Draws the picture and returns its frame: x is the slope, y the intercept. Sets `arrows` to those
 * in it. */
plot_frame plot_draw_weights(ui_canvas *canvas, const plot_style *style,
                             const plot_weights_def *def, plot_update_arrows *arrows);

#endif
