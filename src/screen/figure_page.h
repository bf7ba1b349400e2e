/* A figure: the pictures of what is shown with what belongs to them, and nothing of the window.
 *
 * Titles and axes are named whatever the size, and where several runs are shown a legend tells them
 * apart. It is as large on a slide as on a page: lengths are those of the window in a figure of the
 * usual size, and grow with a larger one. */
#ifndef SCREEN_FIGURE_PAGE_H
#define SCREEN_FIGURE_PAGE_H

#include "downhill/error.h"
#include "model/figure_parts.h"
#include "model/shown.h"
#include "plots/scatter.h"
#include "screen/figure.h"
#include "ui/canvas.h"

#include <stdbool.h>

/* Where everything in a figure is; an empty rect: it is not there. */
typedef struct figure_page {
    figure_places places;
    ui_rect words, card, legend;
} figure_page;

/* How many pixels of a figure of this size a logical pixel is. */
double figure_page_unit(double width, double height);

/* Lays a figure out in a rect of logical pixels. */
figure_page figure_page_of(ui_rect rect, const figure_parts *parts, const model_shown *shown);

/* Whether a figure of this size, in logical pixels, has room for its parts. The error says what
 * lacks it. */
bool figure_page_has_room(ui_rect rect, const figure_parts *parts, const model_shown *shown,
                          dh_error *error);

/* Draws it over the whole canvas. */
figure_frames figure_page_draw(ui_canvas *canvas, const figure_parts *parts,
                               const model_shown *shown, plot_scatter *scatter);

#endif
