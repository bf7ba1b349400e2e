/* An axis: how values become positions, and where its ticks are. */
#ifndef PLOT_AXIS_H
#define PLOT_AXIS_H

#include "text/number_text.h"

#include <stdbool.h>

typedef struct plot_axis {
    double low, high; /* values at its ends, low < high; both above 0 when logarithmic */
    double from, to;  /* positions of the ends, in logical pixels */
    bool logarithmic;
} plot_axis;

enum { PLOT_TICKS_MAX = 64 };

typedef struct plot_ticks {
    double value[PLOT_TICKS_MAX];
    int count;
    double step;   /* between neighbours; on a logarithmic axis 0 */
    double offset; /* what the numbers leave out: a part that all have in common */
    bool powers;   /* they are all written with a power of ten, */
    int power;     /* on a linear axis with this one */
} plot_ticks;

/* Position of a value, and the value at a position. A value that a logarithmic axis has no place
 * for is far below its low end. */
double plot_position(const plot_axis *axis, double value);
double plot_value(const plot_axis *axis, double position);

/* Whether two axes have every value at the same position. */
bool plot_same_axis(const plot_axis *a, const plot_axis *b);

/* A value rounded to what a pixel can tell, and such a value at a position. */
double plot_grained(const plot_axis *axis, double value);
double plot_read_off(const plot_axis *axis, double position);

/* Ticks at least `spacing` pixels from one another, less only where a short axis would have but
 * one: 1, 2 or 5 times a power of ten apart; on a logarithmic axis whole powers of ten, or 1, 2 and
 * 5 times each where there is room. */
plot_ticks plot_ticks_of(const plot_axis *axis, double spacing);

/* A tick's value, less the offset, with as many digits as tell it from its neighbours, in the one
 * notation that all have. And the offset: "+10000000", or nothing. */
text_number plot_tick_text(const plot_ticks *ticks, int index);
text_number plot_offset_text(const plot_ticks *ticks);

/* Has the numbers leave nothing out, where there is no place to tell what. */
void plot_ticks_tell_all(plot_ticks *ticks);

/* low..high widened by `share` of its length at both ends; by something visible when it has none.
 */
plot_axis plot_axis_around(double low, double high, double share);

#endif
