#include "app/incoming.h"

#include <SDL_clipboard.h>
#include <SDL_version.h>

/* A path need not be typed any more. */
static void close_open_box(model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    wishes.open = false;
    session_wish(session, wishes);
}

bool incoming_event(model_session *session, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_DROPFILE:
        session_open(session, event->drop.file);
        break;
    case SDL_DROPTEXT:
        session_paste(session, event->drop.file);
        break;
    case SDL_WINDOWEVENT:
        if (event->window.event != SDL_WINDOWEVENT_FOCUS_GAINED)
            return false;
        session_look_at_file(session);
        return true;
    default:
        return false;
    }
    close_open_box(session);
    SDL_free(event->drop.file);
    return true;
}

static char *selected_text(void)
{
#if SDL_VERSION_ATLEAST(2, 26, 0)
    return SDL_GetPrimarySelectionText();
#else
    return NULL;
#endif
}

void incoming_paste(model_session *session, bool selected)
{
    char *text = selected ? selected_text() : SDL_GetClipboardText();
    dh_error nothing = {.text = "there is nothing that can be pasted"};
    if (text && text[0])
        session_paste(session, text);
    else
        session_refuse(session, &nothing);
    SDL_free(text);
}
