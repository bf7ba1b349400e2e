/* The loss picture: the loss at every step, the part ahead of the one that is shown pale. */
#ifndef PLOT_LOSS_PLOT_H
#define PLOT_LOSS_PLOT_H

#include "downhill/run.h"
#include "plots/frame.h"
#include "plots/shown_run.h"

typedef struct plot_loss_def {
    ui_rect rect;
    const plot_shown_runs *runs;
    const plot_shown_run *ghost; /* a run that is shown thinly besides, or NULL */
    bool linear;                 /* even where all losses are positive */
    bool batch_loss;             /* of the current run: the loss over each mini-batch, thinly */
} plot_loss_def;

/* Draws the picture and returns its frame: x in steps, y in loss. */
plot_frame plot_draw_loss(ui_canvas *canvas, const plot_style *style, const plot_loss_def *def);

#endif
