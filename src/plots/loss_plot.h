/* The loss picture: the loss at every step, the part ahead of the playhead pale. */
#ifndef PLOT_LOSS_PLOT_H
#define PLOT_LOSS_PLOT_H

#include "downhill/run.h"
#include "plots/frame.h"

typedef struct plot_loss_def {
    ui_rect rect;
    const dh_run *run;
    size_t playhead;
    bool linear; /* even where all losses are positive */
} plot_loss_def;

/* Draws the picture and returns its frame: x in steps, y in loss. */
plot_frame plot_draw_loss(ui_canvas *canvas, const plot_style *style, const plot_loss_def *def);

#endif
