/* Points as marks; very many points as a picture of their density.
 *
 * Up to PLOT_SCATTER_POINTS points are discs of the canvas. More are counted per output pixel into
 * an image that is kept while data, range and place stay the same, so that ten million points cost
 * a frame no more than one picture. */
#ifndef PLOT_SCATTER_H
#define PLOT_SCATTER_H

#include "downhill/problem.h"
#include "plots/frame.h"
#include "ui/image.h"

enum { PLOT_SCATTER_POINTS = 2000 };

/* Kept from frame to frame by its owner; zeroed before the first. */
typedef struct plot_scatter {
    ui_image density;
    plot_frame frame;      /* where the image is for */
    uint64_t data_version; /* and of which points */
    bool pale;             /* the points of a mini-batch are to stand out from it */
    double scale;
    uint64_t version; /* grows with every new image */
} plot_scatter;

/* Draws the data into the frame; where there is a mini-batch, its points stand out from the others,
 * of a large one the first PLOT_SCATTER_POINTS. */
void plot_draw_scatter(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const dh_problem *data, const dh_batch *batch, plot_scatter *scatter);

/* Draws what a line says at the points, of many at the first PLOT_SCATTER_POINTS. */
void plot_draw_predictions(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                           const dh_problem *data, dh_weights line);

/* Marks a point: a ring around it, and the point itself where it is but one of very many. Of
 * several that are marked (`among`) the rings are as small as the points. */
void plot_mark_point(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const dh_problem *data, size_t point, bool among);

/* The point nearest to a place, if it is no more than `reach` pixels away. */
bool plot_nearest_point(const plot_frame *frame, const dh_problem *data, ui_point at, double reach,
                        size_t *point);

/* Radius of a mark among this many. */
double plot_point_radius(size_t points);

void plot_scatter_free(plot_scatter *scatter);

#endif
