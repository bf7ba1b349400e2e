/* The three pictures of what is shown, or some of them: drawn from one value, on any canvas, at any
 * size. The window, the file and every frame of an animation are this. */
#ifndef SCREEN_FIGURE_H
#define SCREEN_FIGURE_H

#include "model/shown.h"
#include "plots/data_plot.h"
#include "plots/loss_plot.h"
#include "plots/weights_plot.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the pictures are; an empty rect: it is not drawn. */
typedef struct figure_places {
    ui_rect data, weights, loss;
} figure_places;

/* What a person is doing in the pictures; zeroed for none. */
typedef struct figure_touch {
    bool pointed;     /* a step of the current run is pointed at */
    size_t step;      /* which */
    bool on_arrow;    /* else one of the update's arrows is: */
    int arrow;        /* its number among those drawn */
    bool on_weights;  /* else a place of the weights picture is: */
    dh_weights place; /* these trained weights */
    bool gripped;     /* the weights picture is being dragged: nothing is pointed at */
    bool on_start;    /* the start is pointed at or held */
    bool holds_range; /* while it is, the weights picture keeps this range */
    dh_weights_range range;
    bool steady; /* something else is dragged: the weights picture goes on from this range */
    dh_weights_range before;
    bool edits;             /* the mouse changes points; */
    bool on_point;          /* one of them is pointed at or held: */
    size_t point;           /* which, */
    ui_point beside;        /* and where its numbers are to be */
    size_t chosen;          /* how many are selected */
    const plot_frame *kept; /* the data picture keeps the ranges of this frame, or NULL */
    double covered;         /* of the top of the data picture's frame, by a notice */
} figure_touch;

/* The pictures as they were drawn; an area without width: it was not, or has no one frame. */
typedef struct figure_frames {
    plot_frame data, weights, loss;
    plot_frame rates; /* of the rate finder, in place of the weights */
    dh_scaling units; /* of the weights picture: how trained weights become what it shows; */
    plot_update_arrows arrows; /* and those in it */
} figure_frames;

figure_frames figure_draw(ui_canvas *canvas, const plot_style *style, const model_shown *shown,
                          const figure_places *places, const figure_touch *touch,
                          plot_scatter *scatter);

#endif
