#include "app/update_strip.h"

#include "app/commands.h"
#include "plots/number_text.h"
#include "ui/button.h"

#include <math.h>
#include <stdio.h>

enum { DECIMALS = 4, NUMBER_CHARS = 10 }; /* room for a number of seven digits, point and sign */

static const double ORIGIN_HEIGHT = 44.0, ORIGIN_LINE = 20.0;
static const double LABEL_WIDTH = 88.0;
static const double TITLE_SHARE = 0.36; /* of the height, for the line above the numbers */

typedef struct strip_columns {
    double before, rate, gradient, after; /* right ends of the numbers */
} strip_columns;

static void draw_number(ui_canvas *canvas, const ui_theme *theme, double end, double y,
                        ui_color color, const char *text)
{
    ui_label(canvas, (ui_point){end, y}, UI_RIGHT, theme->number, color, text);
}

static void draw_weight(ui_canvas *canvas, const plot_style *style, const strip_columns *at,
                        double left, double y, const char *label, double before, double rate,
                        double gradient, double after, double character)
{
    const ui_theme *theme = &style->ui;
    char factor[PLOT_NUMBER_BYTES + 4];
    snprintf(factor, sizeof factor, "(%s)", plot_fixed(gradient, DECIMALS).text);
    ui_label(canvas, (ui_point){left, y}, UI_LEFT, theme->body, theme->ink, label);
    draw_number(canvas, theme, at->before, y, style->line, plot_fixed(before, DECIMALS).text);
    draw_number(canvas, theme, at->before + 2.0 * character, y, theme->muted, "−");
    draw_number(canvas, theme, at->rate, y, theme->ink, plot_fixed(rate, DECIMALS).text);
    draw_number(canvas, theme, at->rate + 2.0 * character, y, theme->muted, "×");
    draw_number(canvas, theme, at->gradient, y, style->gradient, factor);
    draw_number(canvas, theme, at->gradient + 2.0 * character, y, theme->muted, "=");
    draw_number(canvas, theme, at->after, y, style->line, plot_fixed(after, DECIMALS).text);
}

static strip_columns columns_of(double left, double width, double character)
{
    const double used = (NUMBER_CHARS + 9 + NUMBER_CHARS + 4 + NUMBER_CHARS + 6) * character;
    const double spare = fmax(width - used, 0.0) / 4.0;
    strip_columns at;
    at.before = left + NUMBER_CHARS * character + fmin(spare, 4.0 * character);
    at.rate = at.before + (2 + 9) * character + fmin(spare, 4.0 * character);
    at.gradient = at.rate + (2 + NUMBER_CHARS + 4) * character + fmin(spare, 4.0 * character);
    at.after = at.gradient + (2 + NUMBER_CHARS) * character + fmin(spare, 4.0 * character);
    return at;
}

/* Where the gradient comes from, in two lines from y on. */
static void draw_origin(ui_canvas *canvas, const plot_style *style, double left, double y,
                        dh_weights gradient)
{
    const ui_theme *theme = &style->ui;
    char lines[2][PLOT_NUMBER_BYTES + 64];
    snprintf(lines[0], sizeof lines[0], "gradient of a₀ = mean of −2 × residual × x = %s",
             plot_fixed(gradient.slope, DECIMALS).text);
    snprintf(lines[1], sizeof lines[1], "gradient of a₁ = mean of −2 × residual = %s",
             plot_fixed(gradient.intercept, DECIMALS).text);
    for (int i = 0; i < 2; i++)
        ui_label(canvas, (ui_point){left, y + i * ORIGIN_LINE}, UI_LEFT, theme->small,
                 style->gradient, lines[i]);
}

static void draw_title(ui_context *ui, const plot_style *style, ui_rect inside, double y,
                       app_session *session)
{
    const ui_theme *theme = &style->ui;
    const bool at_last =
        dh_run_complete(&session->run) && session->playhead + 1 == session->run.known;
    char title[64];
    if (at_last)
        snprintf(title, sizeof title, "Step %zu, the last", session->playhead);
    else
        snprintf(title, sizeof title, "Step %zu → %zu", session->playhead, session->playhead + 1);
    ui_label(&ui->canvas, (ui_point){inside.x, y}, UI_LEFT, theme->heading, theme->ink, title);
    const char *word = "gradient?";
    const double width = ui_label_width(&ui->canvas, theme->small, word) + 2.0 * theme->label_gap;
    const command_hint hint = command_hint_of(COMMAND_GRADIENT);
    const ui_button_def button = {
        .name = word,
        .hint = hint.text,
        .rect = {inside.x + inside.w - width, y - 0.5 * theme->field_height, width,
                 theme->field_height},
        .look = UI_BUTTON_WORD,
        .label = word,
        .on = session->view.gradient,
    };
    if (ui_button(ui, &button))
        command_run(COMMAND_GRADIENT, session);
    const char *rule =
        at_last ? "the update that would follow" : "weight ← weight − learning rate × gradient";
    const double end = button.rect.x - theme->gap;
    const double free_from =
        inside.x + ui_label_width(&ui->canvas, theme->heading, title) + theme->gap;
    if (end - ui_label_width(&ui->canvas, theme->small, rule) > free_from)
        ui_label(&ui->canvas, (ui_point){end, y}, UI_RIGHT, theme->small, theme->muted, rule);
}

void update_strip_pass(ui_context *ui, const plot_style *style, ui_rect rect, app_session *session)
{
    const ui_theme *theme = &style->ui;
    ui_canvas *canvas = &ui->canvas;
    const dh_weights now = session_now(session).weights;
    const dh_weights gradient = dh_gradient(&session->quadratic, now);
    const double rate = session->run.learning_rate;
    const dh_weights next = {now.slope - rate * gradient.slope,
                             now.intercept - rate * gradient.intercept};
    ui_outline(canvas, rect, theme->corner + 2.0, theme->border_width, theme->hairline);
    const ui_rect inside = ui_inset(rect, 2.0 * theme->gap);
    const double numbers_height = rect.h - (session->view.gradient ? ORIGIN_HEIGHT : 0.0);
    draw_title(ui, style, inside, rect.y + TITLE_SHARE * 0.5 * numbers_height, session);
    const double character = ui_label_width(canvas, theme->number, "0");
    const strip_columns at = columns_of(inside.x + LABEL_WIDTH, inside.w - LABEL_WIDTH, character);
    const double row = (1.0 - TITLE_SHARE) * numbers_height / 2.0 - 0.5 * theme->gap;
    const double first = rect.y + TITLE_SHARE * numbers_height + 0.5 * row;
    draw_weight(canvas, style, &at, inside.x, first, "a₀ slope", now.slope, rate, gradient.slope,
                next.slope, character);
    draw_weight(canvas, style, &at, inside.x, first + row, "a₁ intercept", now.intercept, rate,
                gradient.intercept, next.intercept, character);
    if (session->view.gradient)
        draw_origin(canvas, style, inside.x, first + 1.6 * row + 0.5 * ORIGIN_LINE, gradient);
}
