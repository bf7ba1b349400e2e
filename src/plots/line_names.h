/* Straight lines across a picture, and names beside them where there is room. */
#ifndef PLOT_LINE_NAMES_H
#define PLOT_LINE_NAMES_H

#include "downhill/problem.h"
#include "plots/frame.h"

/* Ends of a line across the frame, cut to it a little outside its upper and lower edges. False when
 * no part of it can be seen. */
bool plot_line_across(const plot_frame *frame, dh_weights line, ui_point *left, ui_point *right);

enum { PLOT_LINE_NAMES_MAX = 8 };

typedef struct plot_line_name {
    dh_weights line;
    bool at_right; /* rather than at its left end */
    const char *name;
} plot_line_name;

typedef struct plot_line_names {
    plot_line_name name[PLOT_LINE_NAMES_MAX];
    int count;
    const dh_problem *data; /* the points among which they are */
    double kept_clear;      /* so many pixels below the frame's upper edge */
} plot_line_names;

/* Writes the names beside the lines, near the ends asked for, where they cover no point, no line
 * and no other name; where every place covers something, where it is least. The places depend on
 * the data and the lines alone. */
void plot_name_lines(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const plot_line_names *names);

#endif
