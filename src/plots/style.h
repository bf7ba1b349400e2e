/* What the pictures share beyond the theme of the controls: the colors of what they show, and the
 * sizes of their parts in logical pixels. */
#ifndef PLOT_STYLE_H
#define PLOT_STYLE_H

#include "ui/theme.h"

#include <stdbool.h>

enum {
    PLOT_TRACE_LOOK = 8, /* of a run that was written elsewhere; the others before it */
    PLOT_LOOKS,
};

/* How a run is told from others beside the current one: by color, dashes and width. */
typedef struct plot_look {
    ui_color color;
    double dash, gap; /* 0, 0: solid */
    double width;     /* of its lines */
} plot_look;

typedef struct plot_style {
    ui_theme ui;
    plot_look look[PLOT_LOOKS]; /* of runs side by side */
    ui_color point;             /* matplotlib's "orange" */
    ui_color point_pale;        /* a point that is in no update's batch now, */
    ui_color rim_pale;          /* and its rim */
    ui_color point_rim;    /* around each: keeps touching points apart, and apart from the paper */
    ui_color line;         /* the fitted line */
    ui_color ghost;        /* the line the run started with */
    ui_color best;         /* the best fit */
    ui_color gradient;     /* of the loss */
    ui_color velocity;     /* what an optimizer makes of gradients before the step */
    ui_color contour_far;  /* where the loss is highest */
    ui_color contour_near; /* around the minimum */
    ui_color contour_line;
    ui_color words_on_dark, words_on_light; /* on contours */
    ui_color path;                          /* from the start to the playhead */
    ui_color path_ahead;
    ui_color casing;  /* around paths and dots, to set them off from any contour */
    ui_color pointed; /* of a step or point that is pointed at */
    ui_color minimum; /* the cross at the best weights */
    ui_color notice;  /* behind a notice in a picture */

    double line_width;
    double ghost_width;
    double best_width, best_dash, best_gap;
    double tried_dash, tried_gap; /* of a run that is only pointed at */
    double casing_width;          /* on either side */
    double residual_width;
    double rim_width;
    double dot_radius;    /* of the playhead */
    double step_radius;   /* of the other steps of a path */
    double handle_radius; /* of what can be dragged */
    double path_width;
    double kept_ahead;  /* of runs beside the current one: opacity of their curves ahead of the step
                           that is shown */
    double kept_radius; /* of the dots where they are */
    double departure;   /* from the middle of the mark where one departs to its corners */
    double step_arrow_width, gradient_arrow_width, velocity_arrow_width;
    double arrow_head;            /* of an arrow without width; twice its width comes on top */
    double arrow_dash, arrow_gap; /* of the arrow of the gradient over all points */
    double arrow_half;            /* half the width of an arrow's head, as a share of its length */
    double exit_size;             /* length of the mark where something leaves a picture */
    double exit_half;             /* half its width, as a share of its length */
    double pointed_gap;           /* from what is marked to the ring around it */
    double cross_reach;           /* of the minimum's cross, from its middle */
    double grid_width;
    double pale_density; /* opacity of very many points of which few stand out */
    double halo;         /* opacity of the paper behind words among points */
    double tick_spacing; /* between ticks, at least */
    double tick_gap;     /* from the frame to its numbers */
    double title_height; /* above the frame */
    double words_width;  /* at the end of a title's line, for words that switch, */
    double more_words;   /* and so much more in a picture that has room for a third: */
    double data_words_from, weights_words_from; /* one that is at least so wide */
    double x_axis_height;                       /* below it, for numbers and a name; */
    double x_axis_short;                        /* for numbers alone, */
    double named_from;                          /* in a picture that is not so high */
    double name_width;                          /* beside it, for a name */
    bool short_names; /* an axis that is too short for its name has a shorter one, not none */
} plot_style;

plot_style plot_style_of(bool dark);

/* Draws the current run, whose line is the strongest, in the color of its look. */
void plot_style_give_look(plot_style *style, int look);

#endif
