/* How well a run would go by its learning rate: low is good. The same curve is small over the
 * slider of the learning rate, and a picture with axes. */
#ifndef PLOT_RATES_PLOT_H
#define PLOT_RATES_PLOT_H

#include "downhill/trial.h"
#include "plots/frame.h"
#include "plots/style.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct plot_rates {
    const double *rate; /* count of them, growing, */
    const bool *tried;  /* whether the outcome of a run at each is known, */
    const dh_outcome *outcome;
    int count;
    dh_range range; /* of rates that the curve is over */
    double now;     /* the rate of the run that is shown */
    int best;       /* the best of those that were tried, and the one that is pointed at; */
    int pointed;    /* -1: none */
    size_t steps;   /* of the runs */
    double start_loss, lowest_loss;
    double limit; /* rates from here on diverge in theory, or infinite */
} plot_rates;

/* The logarithmic axis of the rates over a width, on which the slider's are, too. */
plot_axis plot_rates_axis(dh_range range, ui_rect rect);

/* Draws the curve alone. */
void plot_draw_rate_curve(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                          const plot_rates *rates);

/* Draws the picture and returns its frame: x is the learning rate, y the steps; the area goes
 * farther up, to where it would take more steps than there are. */
plot_frame plot_draw_rates(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                           const plot_rates *rates);

#endif
