/* The keyboard's way to edit points: arrows go from point to point, with Shift they move it. */
#ifndef SCREEN_POINTS_KEYS_H
#define SCREEN_POINTS_KEYS_H

#include "model/session.h"
#include "plots/frame.h"
#include "ui/context.h"

#include <stdbool.h>
#include <stddef.h>

/* Acts on a key while the data picture has the keyboard and *point is the one that it is at.
 * Returns whether the points changed. */
bool points_keys_act(ui_context *ui, const plot_frame *frame, model_session *session,
                     size_t *point);

#endif
