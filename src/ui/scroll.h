/* A view of controls that may be higher than itself: scrolled by the wheel, by its bar, and by the
 * keyboard's walk through the controls. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include "ui/context.h"

/* Kept from pass to pass by its owner; zeroed before the first. */
typedef struct ui_scroll {
    double scrolled;    /* how far, in logical pixels */
    double content;     /* height of what is in it, in the last pass */
    double taken_at;    /* where its bar was taken, and */
    double taken;       /* how far it was scrolled then */
    ui_px_rect outside; /* the clip around it */
    int first;          /* number of the first control in it */
    ui_id followed;     /* the control that was brought into view last */
    ui_rect wanted;     /* what is to be brought into view; 0 high for nothing */
} ui_scroll;

/* Begins a view; what is drawn and declared from now on shows only in it. Returns the y at which
 * its content begins. */
double ui_scroll_begin(ui_context *ui, ui_scroll *scroll, ui_rect view);

/* Brings a part of the content into view when it ends, from its top on where it is too high. */
void ui_scroll_show(ui_scroll *scroll, ui_rect part);

/* Ends it; its content has reached down to y = bottom. `name` is that of its bar. */
void ui_scroll_end(ui_context *ui, ui_scroll *scroll, const char *name, ui_rect view,
                   double bottom);

#endif
