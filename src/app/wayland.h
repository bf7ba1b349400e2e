/* What a Wayland compositor can tell and SDL 2.26 does not ask. Without Wayland, or in another
 * window system, each of these tells nothing. */
#ifndef APP_WAYLAND_H
#define APP_WAYLAND_H

#include <SDL.h>
#include <stdbool.h>

/* Whether there is a compositor, and a window on it gets a title bar: the compositor's, or one that
 * libdecor draws. */
bool wayland_has_title_bars(void);

/* Asks to be told, by an event, when the compositor has use for the frame after the one that is
 * about to be shown: never while nothing of the window can be seen. *awaited holds what is asked
 * for until then, NULL otherwise; asking again replaces it. */
struct wl_callback;
void wayland_ask_for_next_frame(SDL_Window *window, struct wl_callback **awaited);
void wayland_forget_next_frame(struct wl_callback **awaited);

#endif
