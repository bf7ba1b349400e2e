/* The pixels of one shape within a rectangle of the picture: by its outline, by masks of text, or
 * from an image. */
#ifndef UI_SHAPE_PAINT_H
#define UI_SHAPE_PAINT_H

#include "ui/canvas.h"
#include "ui/image.h"
#include "ui/outline.h"
#include "ui/raster.h"

/* Paints a shape of the canvas over what the image shows in the raster's band; of a polyline that
 * piece. */
void ui_paint_shape(ui_raster *raster, ui_image *image, const ui_canvas *canvas,
                    const ui_shape *shape, ui_piece piece);

#endif
