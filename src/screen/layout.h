/* Where everything in the window is.
 *
 * Panels give way in this order as the window shrinks: the panel of controls narrows, the strip of
 * numbers, the legend and the words on the step move from below the data picture to below all of
 * them, the strip keeps but its two weights where the pictures would be too low, and leaves where
 * the legend takes even that, the words
 * give theirs where the pictures would be low with them, and from then on the pictures shrink
 * alike. The bar of the player keeps its size. Nothing here depends on the step that is shown, so
 * nothing moves while it plays. */
#ifndef SCREEN_LAYOUT_H
#define SCREEN_LAYOUT_H

#include "model/view.h"
#include "ui/geometry.h"

typedef struct screen_layout {
    ui_rect window;
    ui_rect panel; /* the controls, at the left */
    ui_rect bar;   /* the player, along the bottom */
    ui_rect data;  /* the pictures */
    ui_rect weights;
    ui_rect loss;
    ui_rect words;    /* on what the step did, right below the pictures */
    ui_rect legend;   /* of runs side by side */
    ui_rect strip;    /* the update in numbers */
    ui_rect splitter; /* between the data picture and the others */
    ui_rect pictures; /* the width that the splitter divides */
} screen_layout;

/* Words that go on in a second line where one is too short for the longest sentence there is: all
 * sentences then have the room of two. */
typedef struct layout_words {
    double line;    /* the height of a line; 0 for no words */
    double longest; /* the width of the longest sentence, in one line */
} layout_words;

/* The heights of what is as high as its content; 0 for none. */
typedef struct layout_heights {
    double strip, legend;
    double strip_least; /* of the strip without what it can do without */
    layout_words words;
} layout_heights;

/* What does not show has no room: its rect is empty. */
screen_layout layout_of(ui_rect window, const model_view *view, layout_heights heights);

#endif
