/* What an X11 desktop can tell and SDL 2.26 does not ask. Without X11, or in another window system,
 * it tells nothing. */
#ifndef APP_X11_H
#define APP_X11_H

/* The desktop's scale: output pixels per logical pixel, 1 unless it says otherwise. */
double x11_scale(void);

#endif
