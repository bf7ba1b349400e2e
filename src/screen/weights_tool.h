/* What the mouse does in the weights picture: it moves the start, pans and zooms. */
#ifndef SCREEN_WEIGHTS_TOOL_H
#define SCREEN_WEIGHTS_TOOL_H

#include "model/session.h"
#include "plots/weights_plot.h"
#include "ui/context.h"

#include <stdbool.h>
#include <stddef.h>

/* What a press has taken. */
typedef enum weights_grip { GRIP_NONE, GRIP_START, GRIP_BACKGROUND } weights_grip;

/* What is remembered from pass to pass. */
typedef struct weights_tool {
    dh_scaling units; /* how trained weights become what the picture shows */
    weights_grip grip;
    ui_point pressed;           /* where */
    bool moved;                 /* since then, so that it is no click */
    dh_weights_range taken;     /* the range of the picture then */
    dh_weights start_before;    /* as it was before the first click of a double click: the start, */
    model_player player_before; /* and the player */
} weights_tool;

/* What the picture shows. */
dh_weights_range weights_tool_range(const plot_frame *frame);

/* Acts on the mouse in the picture, whose frame is as it was drawn last. Returns whether the start
 * is under the pointer or held. */
bool weights_tool_input(ui_context *ui, const plot_style *style, const plot_frame *frame,
                        model_session *session, weights_tool *tool);

#endif
