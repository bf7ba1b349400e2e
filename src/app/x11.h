/* What an X11 desktop can tell and SDL 2.26 does not ask. Without X11, or in another window system,
 * each of these tells nothing. */
#ifndef APP_X11_H
#define APP_X11_H

#include <SDL.h>
#include <stdbool.h>

/* To be called before SDL opens the display. From then on
 * - *covered tells, for a window that is watched, whether other windows hide all of it. A
 *   compositing window manager never says so: it has each window drawn as if it were alone.
 * - the program ends in peace. SDL wakes a waiting window through a connection of its own; when the
 *   window is closed at that moment, the message finds it gone, and Xlib would end the program with
 *   status 1. */
void x11_prepare(bool *covered);
void x11_watch(SDL_Window *window);

/* The desktop's scale: output pixels per logical pixel, 1 unless it says otherwise. */
double x11_scale(void);

#endif
