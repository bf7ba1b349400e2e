/* What the check says of the trace that is shown, and the way to the same run here, below the runs
 * in the legend. */
#ifndef SCREEN_VERDICT_ROW_H
#define SCREEN_VERDICT_ROW_H

#include "model/session.h"
#include "plots/style.h"
#include "ui/context.h"

/* 0 where there is no trace. */
double verdict_row_height(const model_session *session);

/* Words begin `left` from the row's own left end, below the names of runs. */
void verdict_row_pass(ui_context *ui, const plot_style *style, ui_rect row, double left,
                      model_session *session);

#endif
