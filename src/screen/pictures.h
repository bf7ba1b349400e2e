/* The three pictures of the run and what the mouse does in them. */
#ifndef SCREEN_PICTURES_H
#define SCREEN_PICTURES_H

#include "model/session.h"
#include "plots/data_plot.h"
#include "plots/loss_plot.h"
#include "plots/weights_plot.h"
#include "screen/figure.h"
#include "screen/layout.h"
#include "screen/points_tool.h"
#include "screen/rate_marks.h"
#include "screen/weights_tool.h"
#include "ui/context.h"

/* What the pictures remember from pass to pass. */
typedef struct screen_pictures {
    plot_scatter scatter;
    figure_frames frames; /* as drawn last */
    figure_touch touch;
    weights_tool weights;
    points_tool points;
    screen_rate_marks rate_marks;
    double rate;    /* that is pointed at in the picture of the rates, 0: none */
    ui_rect notice; /* over them, as drawn last */
} screen_pictures;

void pictures_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session, screen_pictures *pictures);

void pictures_free(screen_pictures *pictures);

#endif
