/* A field's control: its slider, whose range follows the data, how it is moved, and what is typed
 * for it. */
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

/* Takes what was typed for a field into a setup, or says what to type instead. Returns whether it
 * was taken. */
bool setting_type(ui_context *ui, const model_field *field, model_setup *setup);

/* Moves a field by one nudge of its slider, direction 1 or -1. */
void setting_nudge(model_session *session, field_id id, int direction);

#endif
