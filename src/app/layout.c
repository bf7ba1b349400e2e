#include "app/layout.h"

#include <math.h>

static const double PANEL_WIDTH = 288.0, NARROW_PANEL_WIDTH = 240.0;
static const double NARROW = 1000.0; /* windows narrower than this have a narrow panel */
static const double BAR_HEIGHT = 72.0;
static const double READOUT_HEIGHT = 88.0;
static const double MARGIN = 20.0;

app_layout layout_of(ui_rect window)
{
    const double panel_width = window.w < NARROW ? NARROW_PANEL_WIDTH : PANEL_WIDTH;
    const double height = fmax(window.h - BAR_HEIGHT, 0.0);
    const double left = panel_width + MARGIN;
    const double width = fmax(window.w - left - MARGIN, 0.0);
    const double readout_top = height - MARGIN - READOUT_HEIGHT;
    return (app_layout){
        .window = window,
        .panel = {0.0, 0.0, panel_width, height},
        .bar = {0.0, height, window.w, BAR_HEIGHT},
        .picture = {left, 0.0, width, fmax(readout_top - 0.5 * MARGIN, 0.0)},
        .readout = {left, readout_top, width, READOUT_HEIGHT},
    };
}
