/* Figures of a request, one step after another: on a canvas, and as pixels. They have runs of their
 * own, so that nothing that happens in a window meanwhile shows in them. */
#ifndef EXPORT_DRAWING_H
#define EXPORT_DRAWING_H

#include "export/request.h"
#include "model/session.h"
#include "plots/scatter.h"
#include "ui/canvas.h"
#include "ui/paint.h"

#include <stdbool.h>

/* Zeroed before drawing_begin. */
typedef struct export_drawing {
    model_session *session; /* owned */
    figure_parts parts;
    ui_canvas canvas;   /* as shown last */
    ui_painter painter; /* as painted last */
    plot_scatter scatter;
    int width_px, height_px;
    double unit; /* output pixels per logical pixel of the figure */
    size_t last; /* the last step of the runs */
} export_drawing;

/* Computes the runs. Its sides are multiples of `sides` pixels, with a pixel more where the asked
 * size is not. */
bool drawing_begin(export_drawing *drawing, const export_request *request, int sides,
                   dh_error *error);
void drawing_free(export_drawing *drawing);

/* Draws a step onto the canvas. */
bool drawing_show(export_drawing *drawing, size_t step, dh_error *error);

/* The same, and brings painter.image up to date; painter.changed tells what that took. */
bool drawing_paint(export_drawing *drawing, size_t step, dh_error *error);

/* The step of a still picture. */
size_t drawing_still(const export_drawing *drawing, const export_request *request);

/* Tells whoever waits what the drawing met. */
void drawing_tell(const export_drawing *drawing, const export_request *request);

#endif
