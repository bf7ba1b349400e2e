/* How the run is looked at: what a person sets that changes no number. */
#ifndef APP_VIEW_H
#define APP_VIEW_H

#include "plots/weights_plot.h"

#include <stdbool.h>

typedef struct app_view {
    bool linear_loss;
    bool residuals;
    bool zoomed; /* the weights picture shows `weights` and not what it would choose */
    plot_weights_range weights;
} app_view;

#endif
