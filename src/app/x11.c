#include "app/x11.h"

#ifdef HAVE_X11
#include "app/scale.h"

#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/Xproto.h>

static XErrorHandler other_errors;

static int forgive_late_wakeup(Display *display, XErrorEvent *error)
{
    if (error->error_code == BadWindow && error->request_code == X_SendEvent)
        return 0;
    return other_errors(display, error);
}

double x11_scale(void)
{
    Display *display = XOpenDisplay(NULL);
    if (!display)
        return 1.0;
    const double scale = scale_of_dpi(XGetDefault(display, "Xft", "dpi"));
    XCloseDisplay(display);
    return scale;
}

/* Lets through only what ends a wait: that the window can be seen again. */
static int note_visibility(void *covered, SDL_Event *event)
{
    bool *is_covered = covered;
    if (event->type != SDL_SYSWMEVENT)
        return 1;
    const XEvent *x = &event->syswm.msg->msg.x11.event;
    if (event->syswm.msg->subsystem != SDL_SYSWM_X11 || x->type != VisibilityNotify)
        return 0;
    const bool was_covered = *is_covered;
    *is_covered = x->xvisibility.state == VisibilityFullyObscured;
    return was_covered && !*is_covered;
}

void x11_prepare(bool *covered)
{
    XInitThreads(); /* SDL does, too, but it has to come before all else */
    other_errors = XSetErrorHandler(forgive_late_wakeup);
    SDL_SetEventFilter(note_visibility, covered); /* drops pending events, so not later */
}

void x11_watch(SDL_Window *window)
{
    SDL_SysWMinfo info;
    XWindowAttributes now;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11 ||
        !XGetWindowAttributes(info.info.x11.display, info.info.x11.window, &now))
        return;
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
    XSelectInput(info.info.x11.display, info.info.x11.window,
                 now.your_event_mask | VisibilityChangeMask);
}

#else

void x11_prepare(bool *covered)
{
    *covered = false;
}

void x11_watch(SDL_Window *window)
{
    (void)window;
}

double x11_scale(void)
{
    return 1.0;
}

#endif
