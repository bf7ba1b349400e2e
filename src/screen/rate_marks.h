/* Where the learning rate changes: marks in the loss picture that can be dragged and removed. */
#ifndef SCREEN_RATE_MARKS_H
#define SCREEN_RATE_MARKS_H

#include "model/session.h"
#include "plots/frame.h"
#include "plots/style.h"
#include "ui/context.h"

enum { RATE_MARKS_MAX = 64 }; /* so many of them, the first, have a handle */

/* What the marks remember from pass to pass. */
typedef struct screen_rate_marks {
    ui_touch_result touch[RATE_MARKS_MAX]; /* of their handles: "rate change 1/handle" */
    ui_point pressed;                      /* where one was taken, */
    double offset;                         /* how far that was from its middle, */
    bool moved;   /* and whether the pointer has moved since, so that it is no click, */
    bool removed; /* or the mark has been removed */
} screen_rate_marks;

/* Acts on the handles in the loss picture, whose frame is as it was drawn last. Comes before what
 * else the picture takes. */
void rate_marks_input(ui_context *ui, model_session *session, const plot_frame *frame,
                      screen_rate_marks *marks);

/* Draws the marks over the picture, whose frame this is. */
void rate_marks_draw(ui_context *ui, const plot_style *style, const model_session *session,
                     const plot_frame *frame, const screen_rate_marks *marks);

#endif
