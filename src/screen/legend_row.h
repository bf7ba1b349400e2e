/* What a row of a legend says of a run, in the window and in a figure. */
#ifndef SCREEN_LEGEND_ROW_H
#define SCREEN_LEGEND_ROW_H

#include "downhill/run.h"
#include "model/scene.h"
#include "plots/style.h"
#include "ui/canvas.h"

/* A piece of the run's line; the current one's is the strongest. */
void legend_draw_swatch(ui_canvas *canvas, const plot_style *style, ui_rect at,
                        const scene_run *run, bool current);

/* Its loss at a step, which ends at `loss`, and from which step on it stays near the lowest, which
 * ends at `near`. */
void legend_draw_numbers(ui_canvas *canvas, const ui_theme *theme, ui_point loss, double near,
                         const dh_run *run, size_t step);

#endif
