/* To be preloaded: SDL 2.26 wakes a waiting X11 window through a second connection, and here what
 * it sends there stays on the way until that connection is closed, when the window is gone.
 * Then the file LATE_WAKEUP_SENT is made. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <X11/Xlib.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Display *sender;
static Window receiver;
static XEvent message;

static Status send_at_once(Display *display, Window window, Bool up, long mask, XEvent *event)
{
    Status (*send)(Display *, Window, Bool, long, XEvent *);
    void *address = dlsym(RTLD_NEXT, "XSendEvent");
    memcpy(&send, &address, sizeof send);
    return send(display, window, up, mask, event);
}

Status XSendEvent(Display *display, Window window, Bool up, long mask, XEvent *event)
{
    if (event->type != ClientMessage || mask != NoEventMask)
        return send_at_once(display, window, up, mask, event);
    sender = display;
    receiver = window;
    message.xclient = event->xclient;
    return True;
}

static void note_sending(void)
{
    FILE *note = fopen(getenv("LATE_WAKEUP_SENT"), "w");
    if (note)
        fclose(note);
}

int XCloseDisplay(Display *display)
{
    int (*close)(Display *);
    void *address = dlsym(RTLD_NEXT, "XCloseDisplay");
    memcpy(&close, &address, sizeof close);
    if (display == sender) {
        send_at_once(sender, receiver, False, NoEventMask, &message);
        note_sending();
    }
    return close(display);
}
