/* The controls at the left of the window. What there is no room for can be scrolled to. */
#ifndef APP_PANEL_H
#define APP_PANEL_H

#include "app/session.h"
#include "plots/style.h"
#include "ui/context.h"

/* What the panel remembers from pass to pass. */
typedef struct app_panel {
    double scrolled; /* how far, in logical pixels */
    double content;  /* the height of all controls, in the last pass */
    double taken_at; /* where the scroll bar was taken, and */
    double taken;    /* how far it was scrolled then */
} app_panel;

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, app_session *session,
                app_panel *panel);

#endif
