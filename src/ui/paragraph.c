#include "ui/paragraph.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 256 };

static const double LEADING = 1.35; /* from line to line, in sizes of the font */

size_t ui_line_length(const ui_canvas *canvas, ui_font font, double width, const char *text)
{
    if (ui_label_width(canvas, font, text) <= width) /* as most texts, measured once */
        return strlen(text);
    size_t fits = strcspn(text, " ");
    for (size_t end = fits; text[end] != '\0';) {
        char line[LINE_BYTES];
        end += 1 + strcspn(text + end + 1, " ");
        if (end >= sizeof line)
            break;
        snprintf(line, sizeof line, "%.*s", (int)end, text);
        if (ui_label_width(canvas, font, line) > width)
            break;
        fits = end;
    }
    return fits;
}

double ui_paragraph(ui_canvas *canvas, ui_rect rect, ui_font font, ui_color color, const char *text)
{
    const double height = font.size * LEADING;
    double used = 0.0;
    while (*text) {
        char line[LINE_BYTES];
        const size_t length = ui_line_length(canvas, font, rect.w, text);
        snprintf(line, sizeof line, "%.*s", (int)length, text);
        ui_label_cut(canvas, (ui_point){rect.x, rect.y + used + 0.5 * height}, rect.w, font, color,
                     line);
        used += height;
        text += length;
        text += strspn(text, " ");
    }
    return used;
}
