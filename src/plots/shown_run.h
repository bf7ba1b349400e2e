/* A run as the pictures show it. */
#ifndef PLOT_SHOWN_RUN_H
#define PLOT_SHOWN_RUN_H

#include "downhill/run.h"
#include "plots/style.h"
#include "ui/canvas.h"

typedef struct plot_shown_run {
    const dh_run *run;
    size_t step; /* that it shows */
    size_t mark; /* the row from which on it departs, DH_NEVER for none */
    int look;    /* of plot_style */
} plot_shown_run;

/* The runs that a picture shows side by side, the current one first. */
typedef struct plot_shown_runs {
    plot_shown_run run[PLOT_LOOKS];
    int count;
} plot_shown_runs;

/* The stroke of a run that is only pointed at. */
static inline ui_stroke plot_ghost_stroke(const plot_style *style)
{
    return (ui_stroke){.width = style->best_width,
                       .color = style->pointed,
                       .dash = style->tried_dash,
                       .gap = style->tried_gap};
}

/* The stroke of a run that was kept beside the current one. */
static inline ui_stroke plot_kept_stroke(const plot_style *style, const plot_shown_run *shown)
{
    const plot_look look = style->look[shown->look];
    return (ui_stroke){
        .width = look.width, .color = look.color, .dash = look.dash, .gap = look.gap};
}

#endif
