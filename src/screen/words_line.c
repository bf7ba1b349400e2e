#include "screen/words_line.h"

#include "model/sentence.h"
#include "ui/paragraph.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double LEADING = 1.4;   /* from line to line, in sizes of the font */
static const double CHARACTER = 0.5; /* a letter's usual width, likewise */

layout_words words_line_size(const ui_theme *theme, const model_view *view)
{
    if (view->hide_words)
        return (layout_words){.line = 0.0};
    return (layout_words){.line = ceil(LEADING * theme->body.size),
                          .longest = SENTENCE_CHARACTERS * CHARACTER * theme->body.size};
}

void words_line_pass(ui_context *ui, ui_rect rect, const model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const layout_words size = words_line_size(theme, session_view(session));
    if (!(rect.h > 0.0) || ui->unseen)
        return;
    const model_sentence sentence =
        sentence_of(session_runs(session), session_player(session)->playhead);
    const char *left = sentence.words.text;
    const int lines = (int)lround(rect.h / size.line);
    for (int i = 0; i < lines && *left; i++) {
        char line[SENTENCE_BYTES];
        const size_t length =
            i + 1 < lines ? ui_line_length(&ui->canvas, theme->body, rect.w, left) : strlen(left);
        snprintf(line, sizeof line, "%.*s", (int)length, left);
        ui_label_cut(&ui->canvas, (ui_point){rect.x, rect.y + (i + 0.5) * size.line}, rect.w,
                     theme->body, theme->ink, line);
        left += length;
        left += strspn(left, " ");
    }
}
