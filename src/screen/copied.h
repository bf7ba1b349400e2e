/* What was copied, said for a while above everything. */
#ifndef SCREEN_COPIED_H
#define SCREEN_COPIED_H

#include "plots/style.h"
#include "ui/canvas.h"

#include <stdbool.h>
#include <stdint.h>

/* Zeroed before something is copied. */
typedef struct screen_copied {
    char *text;        /* owned */
    const char *title; /* what has become of it */
    uint64_t until_ms; /* it is said so long; 0: no longer */
} screen_copied;

/* Puts text, which it takes over, on the clipboard, and says so from now on. */
void copied_take(screen_copied *copied, char *text, uint64_t now_ms);

/* Says what has become of text, which it takes over. The title outlives it. */
void copied_say(screen_copied *copied, const char *title, char *text, uint64_t now_ms);
void copied_free(screen_copied *copied);

/* Lets time pass. Returns whether it has been said long enough just now. */
bool copied_tick(screen_copied *copied, uint64_t now_ms);

/* Draws it low in the window, above y = `bottom`: titles and notices are higher up. */
void copied_draw(ui_canvas *canvas, const plot_style *style, double bottom,
                 const screen_copied *copied);

#endif
