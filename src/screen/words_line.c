#include "screen/words_line.h"

#include "model/sentence.h"
#include "ui/paragraph.h"

#include <math.h>
#include <stdio.h>

static const double LEADING = 1.4;   /* from line to line, in sizes of the font */
static const double CHARACTER = 0.5; /* a letter's usual width, likewise */

layout_words words_line_size(const ui_theme *theme, const model_view *view)
{
    if (view->hide_words)
        return (layout_words){.line = 0.0};
    return (layout_words){.line = ceil(LEADING * theme->body.size),
                          .longest = SENTENCE_CHARACTERS * CHARACTER * theme->body.size};
}

static bool fits(const ui_context *ui, const char *text, double width)
{
    return ui_label_width(&ui->canvas, ui->theme.body, text) <= width;
}

/* How many bytes the first line has of a text that is too long for one: up to the last sentence,
 * where that makes two lines, so that it is not torn; else as many words as fit. */
static size_t first_line(const ui_context *ui, const char *text, double width)
{
    const size_t length = ui_line_length(&ui->canvas, ui->theme.body, width, text);
    size_t end = 0;
    for (size_t i = 0; i < length && text[i]; i++)
        if (text[i] == '.' && text[i + 1] == ' ')
            end = i + 1;
    return end > 0 && text[length] && fits(ui, text + end + 1, width) ? end : length;
}

void words_line_pass(ui_context *ui, ui_rect rect, const model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const layout_words size = words_line_size(theme, session_view(session));
    if (!(rect.h > 0.0) || ui->unseen)
        return;
    const model_sentence sentence =
        sentence_of(session_runs(session), session_player(session)->playhead);
    const char *text = sentence.words.text;
    ui_point at = {rect.x, rect.y + 0.5 * size.line};
    if (rect.h > size.line && !fits(ui, text, rect.w)) {
        char line[SENTENCE_BYTES];
        const size_t length = first_line(ui, text, rect.w);
        snprintf(line, sizeof line, "%.*s", (int)length, text);
        ui_label_cut(&ui->canvas, at, rect.w, theme->body, theme->ink, line);
        at.y += size.line;
        text += length + 1;
    }
    ui_label_cut(&ui->canvas, at, rect.w, theme->body, theme->ink, text);
}
