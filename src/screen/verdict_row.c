#include "screen/verdict_row.h"

#include "model/trace_way.h"
#include "plots/marks.h"
#include "ui/button.h"
#include "ui/paragraph.h"

#include <math.h>
#include <stdio.h>

static const double HEIGHT = 38.0; /* of two lines of words, or of the button */
static const double LINE = 16.0;   /* of words */

double verdict_row_height(const model_session *session)
{
    return session_checked(session)->there ? HEIGHT : 0.0;
}

/* In one line or two; where they are too short the pointer gets it all told. */
static void draw_words(ui_context *ui, ui_rect rect, const char *text)
{
    const ui_theme *theme = &ui->theme;
    char line[CHECKED_WORDS_BYTES];
    ui_point at = {rect.x, rect.y + 0.5 * rect.h};
    const size_t length = ui_line_length(&ui->canvas, theme->small, rect.w, text);
    const bool two = text[length] != '\0';
    snprintf(line, sizeof line, "%.*s", (int)length, text);
    at.y -= two ? 0.5 * LINE : 0.0;
    bool whole = ui_label_cut(&ui->canvas, at, rect.w, theme->small, theme->ink, line);
    at.y += LINE;
    if (two)
        whole &= ui_label_cut(&ui->canvas, at, rect.w, theme->small, theme->ink, text + length + 1);
    if (whole)
        return;
    const ui_touch_result touch = ui_touch_area(ui, "words", rect, true);
    ui_hint(ui, &touch, rect, text);
}

/* The mark of the step that departs, which shows it: as the next step, whose update is told then.
 */
static void mark_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session)
{
    const size_t departure = checked_departure(session_checked(session));
    const ui_button_def mark = {.name = "mark",
                                .rect = rect,
                                .look = UI_BUTTON_BARE,
                                .label = "",
                                .hint = "Show the step that departs"};
    if (departure == DH_NEVER)
        return;
    if (ui_button(ui, &mark))
        session_show(session, departure > 0 ? departure - 1 : 0);
    plot_draw_departure(&ui->canvas, style, style->look[PLOT_TRACE_LOOK].color, ui_center(rect));
}

void verdict_row_pass(ui_context *ui, const plot_style *style, ui_rect row, double left,
                      model_session *session)
{
    const ui_theme *theme = &style->ui;
    const model_checked *checked = session_checked(session);
    const trace_way way = trace_way_of(session);
    char text[CHECKED_WORDS_BYTES];
    if (!checked->there)
        return;
    checked_words(checked, session_runs(session), text, sizeof text);
    ui_push(ui, "verdict");
    ui_rect place = {row.x + row.w, row.y + 0.5 * (row.h - theme->field_height), 0.0,
                     theme->field_height};
    mark_pass(ui, style, (ui_rect){row.x, place.y, theme->field_height, place.h}, session);
    if (way.kind != TRACE_WAY_NONE) {
        place.w = ceil(ui_label_width(&ui->canvas, theme->body, way.words) + 2.0 * theme->gap);
        place.x = ui_snap(&ui->canvas, place.x - place.w);
        place.y = ui_snap(&ui->canvas, place.y);
    }
    draw_words(ui, (ui_rect){row.x + left, row.y, place.x - theme->gap - row.x - left, row.h},
               text);
    const ui_button_def button = {.name = "way",
                                  .rect = place,
                                  .label = way.words,
                                  .hint = "The same run here (Ctrl+Z takes it back)"};
    const bool goes = way.kind != TRACE_WAY_NONE && ui_button(ui, &button);
    ui_pop(ui);
    if (goes)
        trace_way_go(session);
}
