/* Points that come from other programs: dropped on the window, or pasted. */
#ifndef APP_INCOMING_H
#define APP_INCOMING_H

#include "model/session.h"

#include <SDL_events.h>
#include <stdbool.h>

/* Acts on what was dropped, and looks at the file again when the window gets the keyboard. Returns
 * whether it was an event of these. */
bool incoming_event(model_session *session, const SDL_Event *event);

/* Has points from the clipboard, or from what is selected elsewhere. */
void incoming_paste(model_session *session, bool selected);

#endif
