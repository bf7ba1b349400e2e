/* Whether the desktop has pointers of other shapes than an arrow. Where it has none, SDL 2.26 reads
 * a null pointer on Wayland as soon as it is asked for one. */
#ifndef APP_CURSOR_THEME_H
#define APP_CURSOR_THEME_H

#include <stdbool.h>

/* Looks for the theme as libXcursor and libwayland-cursor do: the one that XCURSOR_THEME names, or
 * "default", or one that it inherits from, in the folders of XCURSOR_PATH or the usual ones. */
bool cursor_theme_is_there(void);

#endif
