/* The learning rate of the current run and where it changes on the way, as a person changes it.
 * What cannot be done leaves everything as it was, and session_error says why. */
#ifndef MODEL_RATE_CHANGES_H
#define MODEL_RATE_CHANGES_H

#include "model/session.h"

/* The step from which on the controls change the learning rate: 0, or, while view.from_here is on,
 * the step that is shown. */
size_t rate_changes_from(const model_session *session);

/* The scene as the controls show and change it: the first learning rate of its current run is the
 * one in force from there on. And takes such a scene back. */
model_scene rate_changes_shown(const model_session *session);
void rate_changes_take(model_session *session, const model_scene *scene);

/* Moves a change to another step, as near as its neighbours let it; removes it. */
void rate_changes_move(model_session *session, size_t index, double step);
void rate_changes_remove(model_session *session, size_t index);

/* Every learning rate that is `limit` or more becomes `better`. */
void rate_changes_lower(model_session *session, double limit, double better);

/* The first learning rate becomes this, and all later ones are changed by the same factor. */
void rate_changes_scale(model_session *session, double rate);

#endif
