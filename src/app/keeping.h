/* What is kept of what is shown: a command line on the clipboard, the points in a file. */
#ifndef APP_KEEPING_H
#define APP_KEEPING_H

#include "model/session.h"
#include "screen/copied.h"

/* Copies a command line of what is shown, which it takes over, NULL where there was no memory for
 * it; or says why there is none. */
void keeping_copy(model_session *session, screen_copied *copied, char *line);

/* Saves the points as a file among the person's documents, from where their own come from then on.
 */
void keeping_save(model_session *session, screen_copied *copied);

#endif
