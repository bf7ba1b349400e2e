/* Where the points of a scene can come from, as one list to choose from: the generated line, the
 * samples, and at its end what was opened, pasted or edited last. */
#ifndef MODEL_SOURCES_H
#define MODEL_SOURCES_H

#include "model/session.h"

int sources_count(const model_session *session);

/* What one of them is called; until the scene changes. */
const char *sources_label(const model_session *session, int index);

/* The one that is shown. */
int sources_chosen(const model_session *session);

/* What to see in it, a sentence, or NULL. */
const char *sources_words(const model_session *session);

/* Shows another one. */
void sources_choose(model_session *session, int index);

#endif
