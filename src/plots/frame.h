/* The frame of a picture: title, grid, ticks and the names of its axes. */
#ifndef PLOT_FRAME_H
#define PLOT_FRAME_H

#include "plots/axis.h"
#include "plots/style.h"
#include "ui/canvas.h"

typedef struct plot_frame {
    ui_rect area; /* where values are drawn */
    plot_axis x, y;
    bool named;     /* there is room for a name below the numbers of x */
    double title_x; /* where the title begins, whatever room the numbers take */
} plot_frame;

/* Height of what is below the area in a picture of this height. */
double plot_x_axis_height(const plot_style *style, double height);

/* Fits axes of these ranges (low and high are read) into rect: what is left beside the title, the
 * numbers and the names is the area. Its edges are on pixel borders. */
plot_frame plot_frame_in(ui_canvas *canvas, const plot_style *style, ui_rect rect, plot_axis x,
                         plot_axis y);

/* Draws all but the values. Any of the words may be NULL. */
void plot_draw_frame(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const char *title, const char *x_name, const char *y_name);

/* The name of y, or where there is no room for it and the style has short names the shorter one. */
const char *plot_y_name(const ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const char *name, const char *shorter);

/* Where a pair of values is. */
ui_point plot_at(const plot_frame *frame, double x, double y);

#endif
