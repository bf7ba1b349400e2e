/* Signs on buttons, drawn of a few shapes. */
#ifndef UI_ICON_H
#define UI_ICON_H

#include "ui/canvas.h"

typedef enum ui_icon {
    UI_ICON_NONE,
    UI_ICON_PLAY,
    UI_ICON_PAUSE,
    UI_ICON_NEXT,     /* a bar, then a triangle to the right */
    UI_ICON_PREVIOUS, /* its mirror image */
    UI_ICON_FIRST,    /* a triangle to the left that ends at a bar */
    UI_ICON_LAST,
    UI_ICON_RESET,     /* an arrow round to where it came from */
    UI_ICON_BACKWARDS, /* a triangle to the left */
    UI_ICON_SLOWER,    /* two triangles to the left, */
    UI_ICON_FASTER,    /* and to the right */
    UI_ICON_PIN,
    UI_ICON_CROSS,
    UI_ICON_FOLDED,   /* a bent line that points to the right, */
    UI_ICON_UNFOLDED, /* and one that points down */
    UI_ICON_COUNT,
} ui_icon;

/* An icon in the middle of `center`, `size` high. */
void ui_draw_icon(ui_canvas *canvas, ui_icon icon, ui_point center, double size, ui_color color);

#endif
