/* The legend of a figure: a row for each run that is shown, and nothing to press. */
#ifndef SCREEN_FIGURE_LEGEND_H
#define SCREEN_FIGURE_LEGEND_H

#include "model/shown.h"
#include "plots/style.h"
#include "ui/canvas.h"

/* Its height in this width. */
double figure_legend_height(const model_shown *shown, double width);

void figure_legend_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                        const model_shown *shown);

#endif
