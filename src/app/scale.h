/* How large the window is and how large things in it are, from what the desktop tells. */
#ifndef APP_SCALE_H
#define APP_SCALE_H

/* The scale that a desktop means by so many dots per inch, in words as X11's resource Xft.dpi has
 * them: 96 are 1, 192 are 2. At least 1; 1 for NULL and what is no number. */
double scale_of_dpi(const char *dpi);

/* The nearest quarter within the scales that there are: window systems round sizes to whole units,
 * so that a ratio of them is only nearly what the desktop means. */
double scale_rounded(double scale);

/* Units of the window system for a side of this many logical pixels, of which one is `scale` output
 * pixels, where a unit is `unit_px` of them; `room` units at most, which is 0 when unknown. */
int scale_side(int side, double scale, double unit_px, int room);

#endif
