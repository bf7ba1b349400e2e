/* The part of a straight line that lies in a box. */
#ifndef UI_LINE_CLIP_H
#define UI_LINE_CLIP_H

#include "ui/geometry.h"

/* Cuts the line between two finite points to the box; an end inside it stays exactly what it is.
 * False, leaving both, when no part of the line is inside. Ends may be as far away as 1e300: what
 * is left of the line is as right as they are. */
bool ui_line_clip(ui_rect box, ui_point *from, ui_point *to);

#endif
