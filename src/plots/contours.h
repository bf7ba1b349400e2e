/* Contours of the loss over the weights: exact, filled, lighter towards the minimum. Of a loss that
 * is no quadratic there are none. */
#ifndef PLOT_CONTOURS_H
#define PLOT_CONTOURS_H

#include "downhill/objective.h"
#include "plots/frame.h"

enum { PLOT_CONTOURS_MAX = 28 };

typedef struct plot_contour {
    double excess;  /* of the loss on it, above the lowest */
    ui_color color; /* within it, down to the next */
} plot_contour;

/* The contours that a frame has, from the highest loss down. */
typedef struct plot_contours {
    plot_contour contour[PLOT_CONTOURS_MAX];
    int count;
    const dh_quadratic *q; /* NULL: there are none */
} plot_contours;

/* Levels are powers of one ratio above the lowest loss, as many as read well whether the frame
 * holds the minimum or lies far from it. */
plot_contours plot_contours_of(const plot_style *style, const plot_frame *frame,
                               const dh_objective *objective);

/* Fills the frame's area. */
void plot_draw_contours(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const plot_contours *contours);

/* Where a contour is met on the way from the minimum in a direction of the frame, given in pixels;
 * not finite where it is met nowhere. */
ui_point plot_contour_at(const plot_contours *contours, const plot_frame *frame, int number,
                         ui_point direction);

#endif
