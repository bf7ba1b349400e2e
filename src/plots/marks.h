/* Marks that several pictures use. Positions are in logical pixels. */
#ifndef PLOT_MARKS_H
#define PLOT_MARKS_H

#include "plots/style.h"
#include "ui/canvas.h"

/* Words among what is drawn, with a little paper behind them. */
void plot_draw_haloed(ui_canvas *canvas, const plot_style *style, ui_point at, ui_align align,
                      ui_color color, const char *text);

/* The step that is shown, and how far the mark reaches from its middle; of a run beside the current
 * one. */
void plot_draw_dot(ui_canvas *canvas, const plot_style *style, ui_point at);
double plot_dot_reach(const plot_style *style);
void plot_draw_kept_dot(ui_canvas *canvas, const plot_style *style, ui_color color, ui_point at);

/* Where a run departs from what it should be. */
void plot_draw_departure(ui_canvas *canvas, const plot_style *style, ui_color color, ui_point at);

/* The arrows of an update. They differ in color, width and head, so that even those that lie on one
 * another are told apart: the wider below. */
typedef enum plot_arrow {
    PLOT_ARROW_VELOCITY,      /* what the optimizer makes of gradients on the way to the step */
    PLOT_ARROW_FULL_GRADIENT, /* over all points, where the update sees a mini-batch */
    PLOT_ARROW_GRADIENT,      /* that the update is made from */
    PLOT_ARROW_STEP,          /* really taken */
    PLOT_ARROW_COUNT,
} plot_arrow;

/* An arrow to its tip. Nothing where that is no pixel away. */
void plot_draw_arrow(ui_canvas *canvas, const plot_style *style, plot_arrow arrow, ui_point from,
                     ui_point tip);

ui_color plot_arrow_color(const plot_style *style, plot_arrow arrow);

/* A triangle that points from the middle of its base to its tip. */
void plot_draw_triangle(ui_canvas *canvas, ui_point base, ui_point tip, double half_width,
                        ui_color color);

#endif
