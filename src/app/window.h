/* The window on the screen: it shows a picture and knows nothing of what is in it. */
#ifndef APP_WINDOW_H
#define APP_WINDOW_H

#include "downhill/error.h"
#include "ui/context.h"
#include "ui/image.h"
#include "ui/paint.h"

#include <SDL.h>
#include <stdbool.h>

/* Stays where it is while it is open. */
typedef struct app_window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_Texture *texture; /* holds the picture; NULL before the first */
    int width_px, height_px;
    SDL_Cursor *cursors[UI_POINTER_COUNT]; /* made when first needed */
    ui_pointer pointer;
    bool arrow_alone;     /* there are no other pointers */
    double wanted_scale;  /* 0: what the desktop asks for */
    double desktop_scale; /* output pixels per logical pixel, where the window system has no units
                             of its own that say so */
    bool exposed;         /* the screen may have lost what it showed */
    bool covered;         /* other windows hide all of it */
    struct wl_callback *frame; /* until it comes, nobody sees another frame */
} app_window;

/* How large the window is. */
typedef struct window_size {
    int width_px, height_px;
    int width;    /* in the window system's units, in which the mouse moves */
    double scale; /* output pixels per logical pixel, to draw with */
} window_size;

/* Opens a window of this logical size, or as much of it as the screen has room for. scale 0 takes
 * the desktop's own. window is zeroed. */
bool window_open(app_window *window, int width, int height, double scale, dh_error *error);
void window_close(app_window *window);

window_size window_measure(const app_window *window);

/* Whether a frame shown now would be seen by anyone, as far as the desktop tells. An event comes
 * when that changes. */
bool window_is_seen(const app_window *window);

/* Notes what an event says about what the screen still shows. */
void window_event(app_window *window, const SDL_Event *event);

/* Shows the painter's image, of which only painter->changed differs from what was shown last. */
bool window_show(app_window *window, const ui_painter *painter, dh_error *error);

/* How long the display shows a frame, in milliseconds. */
uint32_t window_refresh_ms(const app_window *window);

/* Gives the pointer its shape. */
void window_set_pointer(app_window *window, ui_pointer pointer);

/* Sees to it that the window is full screen, or is not. */
void window_set_full_screen(app_window *window, bool full_screen);

#endif
