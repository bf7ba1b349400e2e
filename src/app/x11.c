#include "app/x11.h"

#ifdef HAVE_X11
#include "app/scale.h"

#include <X11/Xlib.h>

double x11_scale(void)
{
    Display *display = XOpenDisplay(NULL);
    if (!display)
        return 1.0;
    const double scale = scale_of_dpi(XGetDefault(display, "Xft", "dpi"));
    XCloseDisplay(display);
    return scale;
}

#else

double x11_scale(void)
{
    return 1.0;
}

#endif
