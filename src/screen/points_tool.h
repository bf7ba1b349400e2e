/* What mouse and keyboard do to the points in the data picture while they can be edited. */
#ifndef SCREEN_POINTS_TOOL_H
#define SCREEN_POINTS_TOOL_H

#include "model/session.h"
#include "plots/scatter.h"
#include "screen/chosen_points.h"
#include "screen/figure.h"
#include "ui/context.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a press has taken. */
typedef enum points_grip {
    POINTS_GRIP_NONE,
    POINTS_GRIP_ONE,    /* a point */
    POINTS_GRIP_CHOSEN, /* one of those that are selected */
    POINTS_GRIP_EMPTY,  /* no point: a click adds one, a drag selects those in a box */
    POINTS_GRIP_DONE,   /* the rest of the press does nothing */
} points_grip;

/* What is remembered from pass to pass; zeroed before the first. */
typedef struct points_tool {
    points_grip grip;
    ui_point pressed; /* where */
    bool moved;       /* since then, so that it is no click */
    plot_frame taken; /* the picture then */
    dh_points *base;  /* the points then, from the first move on; held */
    dh_source before; /* where they came from; held with base */
    model_player player_before;
    bool pointed;         /* a point is pointed at, */
    size_t point;         /* this one; otherwise the last that was */
    ui_point boxed;       /* the last corner of the box */
    chosen_points chosen; /* which are selected */
    uint64_t version;     /* of the points that all this is about */
    ui_point looked;      /* where the point was looked for last, */
    plot_frame seen;      /* in which picture, */
    uint64_t searched;    /* and of which points; 0: nowhere yet */
} points_tool;

/* Acts on the input in the picture, whose frame is as it was drawn last, and says in touch what is
 * to be drawn of it. */
void points_tool_input(ui_context *ui, const plot_frame *frame, model_session *session,
                       points_tool *tool, figure_touch *touch);

/* Draws what is selected, and the box while it is dragged. */
void points_tool_draw(ui_context *ui, const plot_style *style, const plot_frame *frame,
                      const model_session *session, const points_tool *tool);

void points_tool_free(points_tool *tool);

#endif
