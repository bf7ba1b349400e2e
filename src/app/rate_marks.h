/* Where the learning rate changes: marks in the loss picture that can be dragged and removed. */
#ifndef APP_RATE_MARKS_H
#define APP_RATE_MARKS_H

#include "app/session.h"
#include "plots/frame.h"
#include "plots/style.h"
#include "ui/context.h"

enum {
    RATE_MARKS_MAX = 64, /* so many of them, the first, have a handle */
    RATE_MARK_NAME_BYTES = 24,
};

/* What the marks remember from pass to pass. */
typedef struct app_rate_marks {
    char name[RATE_MARKS_MAX][RATE_MARK_NAME_BYTES]; /* of their handles: "rate change 1" */
    ui_touch_result touch[RATE_MARKS_MAX];
    ui_point pressed; /* where one was taken, */
    double offset;    /* how far that was from its middle, */
    bool moved;       /* and whether the pointer has moved since, so that it is no click, */
    bool removed;     /* or the mark has been removed */
} app_rate_marks;

/* Acts on the handles in the loss picture, whose frame is as it was drawn last. Comes before what
 * else the picture takes. */
void rate_marks_input(ui_context *ui, app_session *session, const plot_frame *frame,
                      app_rate_marks *marks);

/* Draws the marks over the picture, whose frame this is. */
void rate_marks_draw(ui_context *ui, const plot_style *style, const app_session *session,
                     const plot_frame *frame, const app_rate_marks *marks);

#endif
