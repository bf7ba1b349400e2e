/* The legend of the runs side by side: what each is, where it stands, what can be done with it. */
#ifndef SCREEN_LEGEND_H
#define SCREEN_LEGEND_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

/* Its height; 0 when there is but one run, which needs none. */
double legend_height(const model_session *session);

void legend_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session);

#endif
