/* A number on a line: dragged, turned with the wheel, moved by the arrow keys. */
#ifndef UI_SLIDER_H
#define UI_SLIDER_H

#include "ui/context.h"

#include <math.h>

#define UI_NO_VALUE ((double)NAN)

typedef struct ui_slider_def {
    const char *name; /* unique in its scope */
    ui_rect rect;     /* the track runs through its middle, from edge to edge */
    double low, high; /* values at the ends, low < high; both above 0 when logarithmic */
    bool logarithmic;
    bool whole;       /* whole numbers only */
    double step;      /* a nudge, and the grid that dragging keeps to at a tenth of it; when
                         logarithmic a twentieth of a decade, and dragging keeps three digits */
    double preset;    /* what a double click restores */
    double aim;       /* a value to aim for, UI_NO_VALUE for none */
    const char *hint; /* what it is for, or NULL */
    double bad_from;  /* values from here on are marked as bad, UI_NO_VALUE for none */
} ui_slider_def;

/* Draws a slider of *value, which may lie outside the range. Returns whether it changed *value. */
bool ui_slider(ui_context *ui, const ui_slider_def *def, double *value);

/* The value one nudge away, direction 1 or -1, not beyond the range; fine nudges are a tenth. */
double ui_slider_nudged(const ui_slider_def *def, double value, int direction, bool fine);

/* Where a value lies along the track: x in logical pixels, kept to the track. */
double ui_slider_x(const ui_slider_def *def, double value);

#endif
