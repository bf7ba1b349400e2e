#include "ui/paragraph.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 256 };

static const double LEADING = 1.35; /* from line to line, in sizes of the font */

/* Of some bytes of a text. */
static double part_width(const ui_canvas *canvas, ui_font font, const char *text, size_t bytes)
{
    char part[LINE_BYTES];
    snprintf(part, sizeof part, "%.*s", (int)bytes, text);
    return ui_label_width(canvas, font, part);
}

/* Word by word: each is measured once, however often it comes in a line. */
size_t ui_line_length(const ui_canvas *canvas, ui_font font, double width, const char *text)
{
    size_t fits = strcspn(text, " ");
    double used = part_width(canvas, font, text, fits);
    while (text[fits] != '\0') {
        const size_t next = 1 + strcspn(text + fits + 1, " ");
        used += part_width(canvas, font, text + fits, next);
        if (used > width || fits + next >= LINE_BYTES)
            break;
        fits += next;
    }
    while (part_width(canvas, font, text, fits) > width) { /* by what rounding has made of it */
        size_t shorter = fits;
        while (shorter > 0 && text[--shorter] != ' ')
            ;
        if (shorter == 0)
            break;
        fits = shorter;
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
