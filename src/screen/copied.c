#include "screen/copied.h"

#include "text/line.h"

#include <SDL_clipboard.h>
#include <math.h>
#include <stdlib.h>

enum { SAID_MS = 3000, SHOWN_BYTES = 250 /* as much of it as a window could show */ };

static const double WIDTH = 560.0; /* at most */

void copied_take(screen_copied *copied, char *text, uint64_t now_ms)
{
    const bool copies = SDL_SetClipboardText(text) == 0;
    copied_say(copied,
               copies ? "Copied: paste it before this window closes"
                      : "There is no clipboard; this is the command",
               text, now_ms);
}

void copied_say(screen_copied *copied, const char *title, char *text, uint64_t now_ms)
{
    free(copied->text);
    copied->text = text;
    copied->title = title;
    copied->until_ms = now_ms + SAID_MS;
}

void copied_free(screen_copied *copied)
{
    free(copied->text);
    *copied = (screen_copied){.text = NULL};
}

bool copied_tick(screen_copied *copied, uint64_t now_ms)
{
    if (copied->until_ms == 0 || now_ms < copied->until_ms)
        return false;
    copied->until_ms = 0;
    return true;
}

void copied_draw(ui_canvas *canvas, const plot_style *style, double bottom,
                 const screen_copied *copied)
{
    const ui_theme *theme = &style->ui;
    const ui_rect window = ui_canvas_rect(canvas);
    if (copied->until_ms == 0)
        return;
    char beginning[SHOWN_BYTES];
    text_copy(beginning, sizeof beginning, copied->text);
    const double width = fmin(fmax(ui_label_width(canvas, theme->number, beginning),
                                   ui_label_width(canvas, theme->heading, copied->title)),
                              WIDTH) +
                         2.0 * theme->margin;
    const double kept = fmin(width, window.w - 2.0 * theme->gap);
    const double height = 2.0 * theme->button_height;
    const ui_rect card = {ui_snap(canvas, 0.5 * (window.w - kept)),
                          ui_snap(canvas, bottom - theme->gap - height), kept, height};
    const double line = card.h / 3.0;
    ui_box(canvas, card, theme->corner, theme->paper);
    ui_outline(canvas, card, theme->corner, theme->border_width, theme->accent);
    ui_label(canvas, (ui_point){card.x + theme->margin, card.y + line}, UI_LEFT, theme->heading,
             theme->ink, copied->title);
    ui_label_cut(canvas, (ui_point){card.x + theme->margin, card.y + 2.0 * line},
                 card.w - 2.0 * theme->margin, theme->number, theme->muted, beginning);
}
