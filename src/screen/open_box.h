/* A line to type the path of a file of points into, over the window's top. */
#ifndef SCREEN_OPEN_BOX_H
#define SCREEN_OPEN_BOX_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

/* What is remembered from pass to pass; zeroed before the first. */
typedef struct screen_open_box {
    bool shown;
    bool fresh; /* what the key types that has opened it is still to come */
    int found;  /* names that the last Tab has found; -1: none was pressed */
} screen_open_box;

void open_box_pass(ui_context *ui, const plot_style *style, ui_rect window, model_session *session,
                   screen_open_box *box);

#endif
