/* Which of SDL's drivers the window is opened and drawn with. */
#ifndef APP_DRIVERS_H
#define APP_DRIVERS_H

#include <SDL.h>

/* Names the window systems to try, in order; to be called before SDL opens the display. */
void drivers_choose_video(void);

/* The first renderer that works of: graphics hardware, SDL's own software renderer, whatever there
 * is. NULL, and SDL_GetError says why, when none does. The window may be another to the window
 * system than before. */
SDL_Renderer *drivers_create_renderer(SDL_Window *window);

#endif
