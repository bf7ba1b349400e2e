/* The gap between the data picture and the others, which can be dragged. */
#ifndef SCREEN_SPLITTER_H
#define SCREEN_SPLITTER_H

#include "model/session.h"
#include "plots/style.h"
#include "screen/layout.h"
#include "ui/context.h"

void splitter_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session);

#endif
