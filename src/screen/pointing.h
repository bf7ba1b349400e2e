/* Pointing at a step, a point or a place among the weights: it is marked in every picture that has
 * it, and its numbers appear beside the pointer. */
#ifndef SCREEN_POINTING_H
#define SCREEN_POINTING_H

#include "model/shown.h"
#include "screen/figure.h"
#include "ui/context.h"

/* Sets touch->step to the step of the current run under the pointer, in the path or in the loss, if
 * there is one, else touch->place where it is among the weights. The pictures are as they were
 * drawn last. */
void pointing_find(ui_context *ui, const model_runs *runs, const figure_frames *frames,
                   figure_touch *touch);

enum { POINTING_CARD_BYTES = 192 }; /* of a line on a card */

/* A card with lines of numbers or words beside a place: to its right, or to its left where it would
 * leave the room that is its own. */
void pointing_draw_card(ui_context *ui, const plot_style *style, ui_rect room, ui_point beside,
                        char lines[][POINTING_CARD_BYTES], int count);

/* Draws the marks and the numbers of what is pointed at, over the pictures. */
void pointing_draw(ui_context *ui, const plot_style *style, const model_shown *shown,
                   const figure_frames *frames, const figure_touch *touch);

#endif
