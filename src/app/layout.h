/* Where everything in the window is. From the narrowest window on, the panel and the bar keep their
 * size and the picture gets what is left; the panel narrows first when there is little. */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H

#include "ui/geometry.h"

typedef struct app_layout {
    ui_rect window;
    ui_rect panel;   /* the controls, at the left */
    ui_rect bar;     /* the player, along the bottom */
    ui_rect picture; /* the data picture */
    ui_rect readout; /* the numbers of the step, below it */
} app_layout;

app_layout layout_of(ui_rect window);

#endif
