/* An axis: how values become positions, and where its ticks are. */
#ifndef PLOT_AXIS_H
#define PLOT_AXIS_H

#include <stddef.h>

typedef struct plot_axis {
    double low, high; /* values at its ends, low < high */
    double from, to;  /* positions of the ends, in logical pixels */
} plot_axis;

typedef struct plot_ticks {
    double first, step; /* value of the first tick; the others are whole steps above it */
    int count;
} plot_ticks;

/* Position of a value, and the value at a position. */
double plot_position(const plot_axis *axis, double value);
double plot_value(const plot_axis *axis, double position);

/* Ticks 1, 2 or 5 times a power of ten apart and at least `spacing` pixels from one another. */
plot_ticks plot_ticks_of(const plot_axis *axis, double spacing);
double plot_tick(const plot_ticks *ticks, int index);

/* low..high widened by `share` of its length at both ends; by something visible when it has none.
 */
plot_axis plot_axis_around(double low, double high, double share);

#endif
