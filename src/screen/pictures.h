/* The three pictures of the run and what the mouse does in them. */
#ifndef SCREEN_PICTURES_H
#define SCREEN_PICTURES_H

#include "model/session.h"
#include "plots/data_plot.h"
#include "plots/loss_plot.h"
#include "plots/weights_plot.h"
#include "screen/layout.h"
#include "screen/rate_marks.h"
#include "ui/context.h"

/* What a press in the weights picture has taken. */
typedef enum pictures_grip { GRIP_NONE, GRIP_START, GRIP_BACKGROUND } pictures_grip;

/* What the pictures remember from pass to pass. */
typedef struct screen_pictures {
    plot_scatter scatter;
    plot_frame data, weights, loss; /* as drawn last */
    screen_rate_marks rate_marks;
    pictures_grip grip;
    ui_point pressed;         /* where */
    bool moved;               /* since then, so that it is no click */
    plot_weights_range taken; /* the range of the weights picture then */
    dh_weights start_before;  /* as it was before the first click of a double click: the start, */
    size_t step_before;       /* the step that was shown, */
    bool playing_before;      /* and whether it was playing */
    bool marked;              /* a step is pointed at */
    size_t mark;              /* which */
} screen_pictures;

void pictures_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session, screen_pictures *pictures);

void pictures_free(screen_pictures *pictures);

#endif
