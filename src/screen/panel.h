/* The controls at the left of the window. What there is no room for can be scrolled to. */
#ifndef SCREEN_PANEL_H
#define SCREEN_PANEL_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/scroll.h"

/* What it remembers from pass to pass. */
typedef struct screen_panel {
    ui_scroll scroll;
    bool drawn;                        /* once, */
    bool unfolded[VIEW_SECTION_COUNT]; /* and as it was last */
} screen_panel;

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session,
                screen_panel *panel);

#endif
