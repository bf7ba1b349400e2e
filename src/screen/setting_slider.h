/* A field's slider: its range, which follows the data, and how it is moved. */
#ifndef SCREEN_SETTING_SLIDER_H
#define SCREEN_SETTING_SLIDER_H

#include "model/field_control.h"
#include "model/session.h"
#include "ui/slider.h"

#include <stdbool.h>

/* The slider of a field, but for its name and rect. */
ui_slider_def setting_slider(const model_session *session, const model_field *field);

/* Draws the slider of a field in a setup. Returns whether it changed *setup. */
bool setting_slide(ui_context *ui, const ui_slider_def *slider, const model_field *field,
                   model_setup *setup);

/* Moves a field by one nudge of its slider, direction 1 or -1. */
void setting_nudge(model_session *session, field_id id, int direction);

#endif
