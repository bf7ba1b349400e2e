#include "screen/notice.h"

#include "model/rate_changes.h"
#include "model/remedy.h"
#include "screen/command_button.h"
#include "text/append.h"
#include "text/line.h"
#include "text/number_text.h"
#include "ui/paragraph.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const double NUMBERS =
    60.0;                        /* of a picture's width, beside the area that it is laid out for */
static const double LINE = 18.0; /* of words */

/* "the learning rate 1.2 is above 0.998", with as many digits as it takes to tell them apart. */
static void compare_rates(char *text, size_t size, double rate, double stable)
{
    text_number above, limit;
    int digits = 3;
    do {
        above = text_short(rate, digits);
        limit = text_short(stable, digits);
    } while (strcmp(above.text, limit.text) == 0 && ++digits <= 17);
    snprintf(text, size, "the learning rate %s is above %s", above.text, limit.text);
}

/* Adds a line to what is said. */
__attribute__((format(printf, 2, 3))) static void say(screen_notice *notice, const char *format,
                                                      ...)
{
    char text[NOTICE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (*text)
        text_append(notice->text, sizeof notice->text, "%s%s", notice->text[0] ? "\n" : "", text);
}

/* A run whose rate is above the limit: before it is played, quietly, and from where its loss has
 * risen first, whatever that does from step to step. */
static void tell_divergence(const model_session *session, const model_remedy *remedy, bool over,
                            screen_notice *notice)
{
    const dh_run *run = &session_runs(session)->run[0];
    const bool rises = over || session_step(session, 0) >= run->first_rise;
    char reason[NOTICE_BYTES - 48];
    compare_rates(reason, sizeof reason, remedy->rate, remedy->limit);
    notice->alarming |= rises;
    notice->lowers = true;
    notice->limit = remedy->limit;
    notice->better = remedy->better;
    notice->standardizes = remedy->standardize;
    if (over)
        say(notice, "diverged at step %zu: %s", run->known, reason);
    else if (rises)
        say(notice, "diverging: %s", reason);
    else
        say(notice, "%s%s", reason, remedy->goes_on ? ": this run will diverge" : "");
}

/* Says what is to be known of the run. */
static void tell_run(const model_session *session, screen_notice *notice)
{
    const model_runs *runs = session_runs(session);
    const dh_run *run = &runs->run[0];
    const bool over = run->diverged && session_step(session, 0) + 1 == run->known;
    const model_remedy remedy = remedy_at(runs, session_finder(session), session_step(session, 0));
    if (remedy.needed) {
        tell_divergence(session, &remedy, over, notice);
    } else if (over) {
        notice->alarming = true;
        say(notice, "diverged at step %zu: its weights or loss are no longer finite", run->known);
    } else if (!runs->problem.objective.minimum.unique && !notice->text[0]) {
        say(notice, "%s",
            runs->problem.n == 1 ? "one point: every line through it fits"
                                 : "all points have the same x: no single line fits best");
    }
}

screen_notice notice_of(const model_session *session)
{
    screen_notice notice = {.alarming = session_error(session)[0] != '\0'};
    char remark[NOTICE_BYTES];
    session_remark(session, remark, sizeof remark);
    say(&notice, "%s", notice.alarming ? session_error(session) : remark);
    tell_run(session, &notice);
    return notice;
}

/* The words of the buttons. */
static const char STANDARDIZE[] = "standardize x";

static void write_use(char text[static TEXT_NUMBER_BYTES + 8], const screen_notice *notice)
{
    snprintf(text, TEXT_NUMBER_BYTES + 8, "use %s", text_short(notice->better, 2).text);
}

static double words_width(const ui_context *ui, const char *text)
{
    return ui_label_width(&ui->canvas, ui->theme.body, text);
}

/* Bytes of the next line of a text. */
static size_t line_bytes(const ui_context *ui, double room, bool last, const char *text)
{
    char line[NOTICE_BYTES];
    text_copy(line, sizeof line, text);
    line[strcspn(line, "\n")] = '\0';
    return last ? strlen(line) : ui_line_length(&ui->canvas, ui->theme.body, room, line);
}

/* Breaks the text into lines that are no wider than the room, where their words let them; what is
 * too long is in the last. Returns the width of the widest. */
static double break_lines(const ui_context *ui, const char *text, double room,
                          notice_layout *layout)
{
    double widest = 0.0;
    while (*text && layout->lines < NOTICE_LINES) {
        char *line = layout->line[layout->lines++];
        const size_t taken = line_bytes(ui, room, layout->lines == NOTICE_LINES, text);
        snprintf(line, NOTICE_BYTES, "%.*s", (int)taken, text);
        widest = fmax(widest, words_width(ui, line));
        text += taken;
        text += *text == ' ' || *text == '\n';
    }
    return fmin(widest, room);
}

static double button_pitch(const ui_theme *theme)
{
    return theme->field_height + 0.5 * theme->gap;
}

notice_layout notice_lay_out(const ui_context *ui, const plot_style *style, double picture_width,
                             const screen_notice *notice)
{
    const ui_theme *theme = &style->ui;
    const double gap = theme->gap;
    const double room = fmax(picture_width - style->name_width - NUMBERS - 4.0 * gap, 1.0);
    notice_layout layout = {.notice = *notice, .in_one_row = true};
    char use[TEXT_NUMBER_BYTES + 8];
    write_use(use, notice);
    if (notice->lowers)
        layout.button[0] = ceil(words_width(ui, use) + 2.0 * gap);
    if (notice->standardizes)
        layout.button[1] = ceil(words_width(ui, STANDARDIZE) + 2.0 * gap);
    const double first = layout.button[0], second = layout.button[1];
    const double between = first > 0.0 && second > 0.0 ? gap : 0.0;
    const double buttons = first + between + second;
    const double words = break_lines(ui, notice->text, room, &layout);
    const double with_words = words + (buttons > 0.0 ? gap + buttons : 0.0);
    if (layout.lines == 1 && with_words <= room) {
        layout.width = with_words + 2.0 * gap;
        layout.height = theme->button_height;
        return layout;
    }
    layout.in_one_row = false;
    layout.stacked = between > 0.0 && buttons > room;
    layout.width = fmax(words, layout.stacked ? fmax(first, second) : buttons) + 2.0 * gap;
    layout.height = layout.lines * LINE + 2.0 * gap;
    if (buttons > 0.0)
        layout.height += (layout.stacked ? 2.0 : 1.0) * button_pitch(theme);
    return layout;
}

double notice_covers(const ui_theme *theme, const notice_layout *layout)
{
    return layout->lines > 0 ? theme->gap + layout->height : 0.0;
}

static void act(ui_context *ui, ui_rect place, const notice_layout *layout, model_session *session)
{
    const screen_notice *notice = &layout->notice;
    char use[TEXT_NUMBER_BYTES + 8], hint[UI_MESSAGE_BYTES];
    write_use(use, notice);
    snprintf(hint, sizeof hint, "Set the learning rate to %s", use + strlen("use "));
    ui_push(ui, "notice");
    place.w = layout->button[0];
    const ui_button_def lower = {.name = "use", .rect = place, .label = use, .hint = hint};
    const bool lowers = notice->lowers && ui_button(ui, &lower);
    if (layout->stacked)
        place.y += button_pitch(&ui->theme);
    else
        place.x += place.w > 0.0 ? place.w + ui->theme.gap : 0.0;
    place.w = layout->button[1];
    const ui_button_def standardize = {.name = "standardize", .rect = place, .label = STANDARDIZE};
    if (notice->standardizes)
        command_button(ui, standardize, COMMAND_STANDARDIZE, session);
    ui_pop(ui);
    if (lowers)
        rate_changes_lower(session, notice->limit, notice->better);
}

ui_rect notice_pass(ui_context *ui, const plot_style *style, ui_rect area,
                    const notice_layout *layout, model_session *session)
{
    const bool alarming = layout->notice.alarming;
    const ui_theme *theme = &style->ui;
    ui_canvas *canvas = &ui->canvas;
    const double gap = theme->gap;
    if (layout->lines == 0)
        return (ui_rect){0};
    const ui_rect box = {ui_snap(canvas, area.x + 0.5 * (area.w - layout->width)), area.y + gap,
                         layout->width, layout->height};
    const ui_color ink = alarming ? theme->bad : theme->ink;
    ui_box(canvas, box, theme->corner, alarming ? style->notice : theme->chrome);
    ui_outline(canvas, box, theme->corner, theme->border_width, alarming ? ink : theme->border);
    const double height = layout->in_one_row ? box.h - 2.0 * gap : LINE;
    for (int i = 0; i < layout->lines; i++)
        ui_label_cut(canvas, (ui_point){box.x + gap, box.y + gap + (i + 0.5) * height},
                     box.w - 2.0 * gap, theme->body, ink, layout->line[i]);
    ui_rect place = {box.x + gap, box.y + gap + layout->lines * LINE + 0.5 * gap, 0.0,
                     theme->field_height};
    if (layout->in_one_row) {
        place.x += words_width(ui, layout->line[0]) + gap;
        place.y = ui_snap(canvas, box.y + 0.5 * (box.h - place.h));
    }
    act(ui, place, layout, session);
    return box;
}
