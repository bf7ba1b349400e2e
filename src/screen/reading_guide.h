/* How the pictures are read, for somebody who has never seen them: a page of the help. */
#ifndef SCREEN_READING_GUIDE_H
#define SCREEN_READING_GUIDE_H

#include "plots/style.h"
#include "ui/canvas.h"

void reading_guide_draw(ui_canvas *canvas, const plot_style *style, ui_rect inside);

#endif
