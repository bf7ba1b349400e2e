/* Marks that several pictures use. Positions are in logical pixels. */
#ifndef PLOT_MARKS_H
#define PLOT_MARKS_H

#include "plots/style.h"
#include "ui/canvas.h"

/* Words among what is drawn, with a little paper behind them. */
void plot_draw_haloed(ui_canvas *canvas, const plot_style *style, ui_point at, ui_align align,
                      ui_color color, const char *text);

/* The step that is shown. */
void plot_draw_dot(ui_canvas *canvas, const plot_style *style, ui_point at);

/* An update: an arrow whose tip is where it leads. Nothing where that is no pixel away. */
void plot_draw_arrow(ui_canvas *canvas, const plot_style *style, ui_point from, ui_point tip);

/* A triangle that points from the middle of its base to its tip. */
void plot_draw_triangle(ui_canvas *canvas, ui_point base, ui_point tip, double half_width,
                        ui_color color);

/* Words in a box at the top of an area; `alarming` when something went wrong. */
void plot_draw_notice(ui_canvas *canvas, const plot_style *style, ui_rect area, const char *text,
                      bool alarming);

#endif
