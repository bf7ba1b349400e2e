/* The step that was just made, in a line of numbers. */
#ifndef SCREEN_LAST_STEP_H
#define SCREEN_LAST_STEP_H

#include "model/shown.h"
#include "plots/style.h"
#include "ui/canvas.h"

/* From a row of the current run to the one that is shown, around the top of rect; what it is about
 * has a share of the width, and the two weights the rest. */
void last_step_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect, double share,
                    const model_shown *shown);

#endif
