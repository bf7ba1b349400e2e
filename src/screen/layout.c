#include "screen/layout.h"

#include <math.h>

static const double PANEL_WIDTH = 288.0, NARROW_PANEL_WIDTH = 232.0;
static const double NARROW = 1080.0; /* windows narrower than this are laid out narrowly */
static const double BAR_HEIGHT = 72.0;
static const double STRIP_WIDTH_MIN = 520.0, COLUMN_WIDTH_MIN = 190.0;
static const double PICTURE_HEIGHT_MIN = 240.0; /* with less the strip makes room, */
static const double BESIDE_WORDS_MIN = 300.0;   /* and with less the words do */
static const double MARGIN = 20.0, GAP = 12.0;
static const double WEIGHTS_SHARE = 0.57; /* of the height of the right column, */
static const double LOW_COLUMN = 300.0;   /* from this height on; a lower one is halved */

/* How high the words are in a width: where one line is too short for some, all have two. */
static double words_height(const layout_words *words, double width)
{
    return words->line * (width < words->longest ? 2.0 : 1.0);
}

/* What something takes below the pictures, with the gap above it. */
static double with_gap(double height)
{
    return height > 0.0 ? height + GAP : 0.0;
}

/* One picture alone has the whole window, but for words and legend. */
static screen_layout alone(ui_rect window, const model_view *view, layout_heights heights)
{
    const double width = fmax(window.w - GAP - MARGIN, 0.0), below_width = window.w - 2.0 * MARGIN;
    const double words = words_height(&heights.words, below_width);
    const double below = with_gap(words) + with_gap(heights.legend);
    const ui_rect room = {GAP, 0.0, width, fmax(window.h - GAP - below, 0.0)};
    const ui_rect none = {0};
    return (screen_layout){
        .window = window,
        .data = view->alone == VIEW_DATA ? room : none,
        .weights = view->alone == VIEW_WEIGHTS ? room : none,
        .loss = view->alone == VIEW_LOSS ? room : none,
        .words = {MARGIN, room.h + GAP, below_width, words},
        .legend = {MARGIN, room.h + with_gap(words) + GAP, below_width, heights.legend},
    };
}

/* Of what is below the pictures, what there is room for. */
static layout_heights fitting(layout_heights heights, double room, double width)
{
    const double legend = with_gap(heights.legend);
    if (room - legend - heights.strip - GAP < PICTURE_HEIGHT_MIN)
        heights.strip = fmin(heights.strip, heights.strip_least);
    if (heights.legend > 0.0 && room - legend - heights.strip - GAP < PICTURE_HEIGHT_MIN)
        heights.strip = 0.0;
    const double words = words_height(&heights.words, width);
    if (room - legend - with_gap(heights.strip) - with_gap(words) < BESIDE_WORDS_MIN)
        heights.words.line = 0.0;
    return heights;
}

screen_layout layout_of(ui_rect window, const model_view *view, layout_heights heights)
{
    if (view->alone != VIEW_ALL)
        return alone(window, view, heights);
    const bool narrow = window.w < NARROW;
    const double panel_width = narrow ? NARROW_PANEL_WIDTH : PANEL_WIDTH;
    const double height = fmax(window.h - BAR_HEIGHT, 0.0);
    const double left = panel_width + (narrow ? GAP : MARGIN);
    const double width = fmax(window.w - left - MARGIN, 0.0);
    const double data_width = floor(
        fmax(fmin(width * (double)view->split / 100.0, width - COLUMN_WIDTH_MIN - MARGIN), 0.0));
    const double bottom = height - MARGIN;
    const bool below_all = narrow || data_width < STRIP_WIDTH_MIN;
    const double below_width = below_all ? width : data_width;
    const layout_heights below = fitting(heights, bottom, below_width);
    const double words = words_height(&below.words, below_width);
    const double picture_height =
        fmax(bottom - with_gap(below.strip) - with_gap(below.legend) - with_gap(words), 0.0);
    const double column_height = below_all ? picture_height : fmax(bottom, 0.0);
    const double weights_height =
        floor(column_height * (column_height < LOW_COLUMN ? 0.5 : WEIGHTS_SHARE));
    const double column = left + data_width + MARGIN;
    const double column_width = fmax(width - data_width - MARGIN, 0.0);
    return (screen_layout){
        .window = window,
        .panel = {0.0, 0.0, panel_width, height},
        .bar = {0.0, height, window.w, BAR_HEIGHT},
        .data = {left, 0.0, data_width, picture_height},
        .weights = {column, 0.0, column_width, weights_height},
        .loss = {column, weights_height, column_width, column_height - weights_height},
        .words = {left, picture_height + GAP, below_width, words},
        .legend = {left, picture_height + with_gap(words) + GAP, below_width, heights.legend},
        .strip = {left, bottom - below.strip, below.strip > 0.0 ? below_width : 0.0, below.strip},
        .splitter = {left + data_width, 0.0, MARGIN, column_height},
        .pictures = {left, 0.0, width, column_height},
    };
}
