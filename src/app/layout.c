#include "app/layout.h"

#include <math.h>

static const double PANEL_WIDTH = 288.0, NARROW_PANEL_WIDTH = 232.0;
static const double NARROW = 1080.0; /* windows narrower than this are laid out narrowly */
static const double BAR_HEIGHT = 72.0;
static const double STRIP_HEIGHT = 120.0, LOW_STRIP_HEIGHT = 104.0;
static const double GRADIENT_HEIGHT = 44.0; /* more, where the gradient is explained */
static const double STRIP_WIDTH_MIN = 480.0, COLUMN_WIDTH_MIN = 190.0;
static const double LOW = 640.0; /* windows lower than this have a low strip */
static const double MARGIN = 20.0, GAP = 12.0;
static const double WEIGHTS_SHARE = 0.57; /* of the height of the right column */

static double strip_height_of(ui_rect window, const app_view *view)
{
    const double height = window.h < LOW ? LOW_STRIP_HEIGHT : STRIP_HEIGHT;
    return view->gradient ? height + GRADIENT_HEIGHT : height;
}

/* One picture alone has the whole window. */
static app_layout alone(ui_rect window, const app_view *view)
{
    const ui_rect room = {GAP, 0.0, fmax(window.w - GAP - MARGIN, 0.0), fmax(window.h - GAP, 0.0)};
    const ui_rect none = {0};
    return (app_layout){
        .window = window,
        .data = view->alone == VIEW_DATA ? room : none,
        .weights = view->alone == VIEW_WEIGHTS ? room : none,
        .loss = view->alone == VIEW_LOSS ? room : none,
    };
}

app_layout layout_of(ui_rect window, const app_view *view)
{
    if (view->alone != VIEW_ALL)
        return alone(window, view);
    const bool narrow = window.w < NARROW;
    const double panel_width = narrow ? NARROW_PANEL_WIDTH : PANEL_WIDTH;
    const double strip_height = strip_height_of(window, view);
    const double height = fmax(window.h - BAR_HEIGHT, 0.0);
    const double left = panel_width + (narrow ? GAP : MARGIN);
    const double width = fmax(window.w - left - MARGIN, 0.0);
    const double data_width =
        floor(fmax(fmin(width * view->split, width - COLUMN_WIDTH_MIN - MARGIN), 0.0));
    const double above_strip = fmax(height - MARGIN - strip_height - GAP, 0.0);
    const bool strip_below_all = narrow || data_width < STRIP_WIDTH_MIN;
    const double column_height = strip_below_all ? above_strip : fmax(height - MARGIN, 0.0);
    const double weights_height = floor(column_height * WEIGHTS_SHARE);
    const double column = left + data_width + MARGIN;
    const double column_width = fmax(width - data_width - MARGIN, 0.0);
    return (app_layout){
        .window = window,
        .panel = {0.0, 0.0, panel_width, height},
        .bar = {0.0, height, window.w, BAR_HEIGHT},
        .data = {left, 0.0, data_width, above_strip},
        .weights = {column, 0.0, column_width, weights_height},
        .loss = {column, weights_height, column_width, column_height - weights_height},
        .strip = {left, height - MARGIN - strip_height, strip_below_all ? width : data_width,
                  strip_height},
        .splitter = {left + data_width, 0.0, MARGIN, column_height},
        .pictures = {left, 0.0, width, column_height},
    };
}
