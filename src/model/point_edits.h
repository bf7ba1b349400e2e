/* What a person changes of the points by hand. Whatever they were before, drawn or read, they
 * become a given set that says so. A change that cannot be made is told by session_error. */
#ifndef MODEL_POINT_EDITS_H
#define MODEL_POINT_EDITS_H

#include "model/session.h"

#include <stdbool.h>
#include <stddef.h>

/* The present points as a set, to start from, with the caller as a holder more; NULL, told by
 * session_error, when memory runs out. */
dh_points *edits_base(model_session *session);

/* Base with a point at another place, or with the chosen ones, n flags, moved by so much. */
void edits_place(model_session *session, const dh_points *base, size_t point, double x, double y);
void edits_move(model_session *session, const dh_points *base, const bool *chosen, double dx,
                double dy);

/* The present points and one more; without one; without the chosen ones. At least one must stay. */
void edits_add(model_session *session, double x, double y);
void edits_remove(model_session *session, size_t point);
void edits_remove_chosen(model_session *session, const bool *chosen, size_t count);

#endif
