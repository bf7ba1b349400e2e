/* What a Wayland compositor can tell and SDL 2.26 does not ask. Without Wayland, or in another
 * window system, each of these tells nothing. */
#ifndef APP_WAYLAND_H
#define APP_WAYLAND_H

#include <SDL.h>
#include <stdbool.h>

/* Whether there is a compositor, and a window on it gets a title bar: the compositor's, or one that
 * libdecor draws. */
bool wayland_has_title_bars(void);

#endif
