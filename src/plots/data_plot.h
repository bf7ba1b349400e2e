/* The data picture: the points, the line as it is now, as it started, and as it would be best. */
#ifndef PLOT_DATA_PLOT_H
#define PLOT_DATA_PLOT_H

#include "downhill/run.h"
#include "plots/frame.h"
#include "plots/scatter.h"
#include "plots/shown_run.h"

typedef struct plot_data_def {
    ui_rect rect;
    const dh_problem *problem;
    const plot_shown_runs *runs;
    const dh_batch *batch;       /* whose points stand out, or NULL */
    const plot_shown_run *ghost; /* a run that is shown thinly besides, or NULL */
    const dh_weights *pointed;   /* trained weights whose line is shown thinly besides, or NULL */
    bool residuals;              /* show every point's distance from the line, */
    bool predictions;            /* and the line's value at it; of many points the first */
    const dh_weights *pulls;     /* the gradient whose shares are shown at the points, or NULL */
    const char *note;            /* words beside the title, or NULL; */
    const char *short_note;      /* instead, where there is no room for them, or NULL */
    const plot_frame *kept;      /* keeps the ranges of this frame, or NULL */
    double covered;              /* of the top of the frame, by what is drawn over it */
} plot_data_def;

/* Draws the picture and returns its frame. The ranges depend on the data alone, or are kept. */
plot_frame plot_draw_data(ui_canvas *canvas, const plot_style *style, const plot_data_def *def,
                          plot_scatter *scatter);

#endif
