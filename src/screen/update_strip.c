#include "screen/update_strip.h"

#include "screen/command_button.h"
#include "text/number_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DECIMALS = 4, NUMBER_CHARS = 10 }; /* room for a number of seven digits, point and sign */

static const double ORIGIN_HEIGHT = 44.0, ORIGIN_LINE = 20.0;
static const double LABEL_WIDTH = 88.0;
static const double TITLE_HEIGHT = 44.0, LOW_TITLE_HEIGHT = 38.0;
static const double WEIGHT_ROW = 34.0, LOW_WEIGHT_ROW = 29.0;
static const double TERM_ROW = 20.0;
static const double BOTTOM = 8.0;
static const double LOW = 640.0;       /* windows lower than this have a low strip */
static const double RULE_SHARE = 0.40; /* of the width, for the rules of terms */

enum { RULE_BYTES = 96 };

typedef struct strip_columns {
    double before, rate, gradient, after; /* right ends of the numbers */
} strip_columns;

/* Whether the gradient is changed by weight decay before it is used. */
static bool has_decay(const model_session *session)
{
    const dh_recipe *recipe = &session->run[0].recipe;
    return recipe->value[dh_optimizer_at(recipe->optimizer)->weight_decay] != 0.0;
}

/* Whether the gradient has a row of its own: where it is not itself what the weights move by. */
static bool has_gradient_row(const model_session *session)
{
    return has_decay(session) || dh_optimizer_at(session->run[0].recipe.optimizer)->terms > 0;
}

static void draw_number(ui_canvas *canvas, const ui_theme *theme, double end, double y,
                        ui_color color, const char *text)
{
    ui_label(canvas, (ui_point){end, y}, UI_RIGHT, theme->number, color, text);
}

static void draw_weight(ui_canvas *canvas, const plot_style *style, const strip_columns *at,
                        double left, double y, const char *label, double rate,
                        const dh_weight_update *weight, ui_color color, double after,
                        double character)
{
    const ui_theme *theme = &style->ui;
    char factor[TEXT_NUMBER_BYTES + 4];
    const double direction = weight->numerator / weight->denominator;
    snprintf(factor, sizeof factor, "(%s)", text_fixed(direction, DECIMALS).text);
    ui_label(canvas, (ui_point){left, y}, UI_LEFT, theme->body, theme->ink, label);
    draw_number(canvas, theme, at->before, y, style->line,
                text_fixed(weight->weight, DECIMALS).text);
    draw_number(canvas, theme, at->before + 2.0 * character, y, theme->muted, "−");
    draw_number(canvas, theme, at->rate, y, theme->ink, text_fixed(rate, DECIMALS).text);
    draw_number(canvas, theme, at->rate + 2.0 * character, y, theme->muted, "×");
    draw_number(canvas, theme, at->gradient, y, color, factor);
    draw_number(canvas, theme, at->gradient + 2.0 * character, y, theme->muted, "=");
    draw_number(canvas, theme, at->after, y, style->line, text_fixed(after, DECIMALS).text);
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
                        dh_weights gradient, bool is_batch)
{
    const ui_theme *theme = &style->ui;
    const char *over = is_batch ? "mean over the batch" : "mean";
    char lines[2][TEXT_NUMBER_BYTES + 80];
    snprintf(lines[0], sizeof lines[0], "gradient of a₀ = %s of −2 × residual × x = %s", over,
             text_fixed(gradient.slope, DECIMALS).text);
    snprintf(lines[1], sizeof lines[1], "gradient of a₁ = %s of −2 × residual = %s", over,
             text_fixed(gradient.intercept, DECIMALS).text);
    for (int i = 0; i < 2; i++)
        ui_label(canvas, (ui_point){left, y + i * ORIGIN_LINE}, UI_LEFT, theme->small,
                 style->gradient, lines[i]);
}

/* Appends what a {name} in a rule stands for: the number of the update, or a setting. */
static void append_value(char *text, size_t size, const char *name, size_t length,
                         const dh_optimizer *optimizer, const dh_weight_update *update)
{
    const size_t used = strlen(text);
    if (length == 1 && name[0] == 't') {
        snprintf(text + used, size - used, "%zu", update->number);
        return;
    }
    for (int i = 0; i < optimizer->settings; i++)
        if (strlen(optimizer->setting[i].name) == length &&
            strncmp(optimizer->setting[i].name, name, length) == 0)
            snprintf(text + used, size - used, "%s", text_short(update->value[i], 6).text);
}

/* A rule of the optimizer with the numbers that are set in place of their names; one that follows a
 * ^ is raised. */
static void write_rule(const char *rule, const dh_optimizer *optimizer,
                       const dh_weight_update *update, char text[static RULE_BYTES])
{
    text[0] = '\0';
    for (bool raised = false; *rule;) {
        const size_t used = strlen(text);
        if (*rule == '^') {
            raised = true;
            rule++;
            continue;
        }
        if (*rule != '{') {
            snprintf(text + used, RULE_BYTES - used, "%c", *rule++);
            continue;
        }
        const size_t length = strcspn(rule + 1, "}");
        append_value(text, RULE_BYTES, rule + 1, length, optimizer, update);
        rule += length + 2;
        if (raised) {
            const text_number power = text_raised(text + used);
            snprintf(text + used, RULE_BYTES - used, "%s", power.text);
            raised = false;
        }
    }
}

/* "a₀ −0.9000 → −1.1835" within `room` of its end at `end`; of what is not kept from update to
 * update, and where there is no room for both, only what it is now. */
static void draw_term_of(ui_canvas *canvas, const plot_style *style, ui_point end, double room,
                         ui_color color, const char *weight, const double *before, double after)
{
    const ui_theme *theme = &style->ui;
    const ui_font font = {theme->number.face, theme->small.size};
    const text_number now = text_fixed(after, DECIMALS);
    char text[2 * TEXT_NUMBER_BYTES + 16];
    if (before)
        snprintf(text, sizeof text, "%s %s → %s", weight, text_fixed(*before, DECIMALS).text,
                 now.text);
    if (!before || ui_label_width(canvas, font, text) > room)
        snprintf(text, sizeof text, "%s %s", weight, now.text);
    ui_label(canvas, end, UI_RIGHT, font, color, text);
}

/* A term of both weights, at the right of a row; `before` is NULL for both or none. */
static void draw_term(ui_canvas *canvas, const plot_style *style, ui_rect row, ui_color color,
                      const double *slope_before, double slope, const double *intercept_before,
                      double intercept)
{
    const double column = 0.5 * (1.0 - RULE_SHARE) * row.w;
    const double end = row.x + row.w, room = column - style->ui.gap;
    draw_term_of(canvas, style, (ui_point){end - column, row.y}, room, color, "a₀", slope_before,
                 slope);
    draw_term_of(canvas, style, (ui_point){end, row.y}, room, color, "a₁", intercept_before,
                 intercept);
}

static void draw_rule(ui_canvas *canvas, const plot_style *style, ui_rect row, const char *symbol,
                      const char *sign, const char *rule)
{
    char text[RULE_BYTES + 16];
    snprintf(text, sizeof text, "%s %s %s", symbol, sign, rule);
    ui_label_cut(canvas, (ui_point){row.x, row.y}, RULE_SHARE * row.w, style->ui.small,
                 style->ui.ink, text);
}

/* The numbers on the way from the gradient to the step, a row each from row.y on. */
static void draw_terms(ui_canvas *canvas, const plot_style *style, ui_rect row,
                       const model_session *session, const dh_update *update)
{
    const dh_run *run = &session->run[0];
    const dh_optimizer *optimizer = dh_optimizer_at(run->recipe.optimizer);
    const double *before = dh_run_state(run, session_step(session, 0));
    if (has_gradient_row(session)) {
        char rule[RULE_BYTES] = "gradient";
        if (has_decay(session))
            write_rule("gradient + {weight-decay} × weight", optimizer, &update->slope, rule);
        draw_rule(canvas, style, row, "g", "=", rule);
        draw_term(canvas, style, row, style->gradient, NULL, update->slope.gradient, NULL,
                  update->intercept.gradient);
        row.y += TERM_ROW;
    }
    for (int i = 0; i < optimizer->terms; i++, row.y += TERM_ROW) {
        const bool kept = i < optimizer->kept;
        char rule[RULE_BYTES];
        write_rule(optimizer->term[i].rule, optimizer, &update->slope, rule);
        draw_rule(canvas, style, row, optimizer->term[i].symbol, kept ? "←" : "=", rule);
        draw_term(canvas, style, row, style->velocity, kept ? &before[i] : NULL,
                  update->slope.term[i], kept ? &before[optimizer->kept + i] : NULL,
                  update->intercept.term[i]);
    }
}

/* "Step 12 → 13". */
static void write_title(const model_session *session, char *title, size_t size)
{
    const size_t step = session_step(session, 0);
    const dh_run *run = &session->run[0];
    if (dh_run_complete(run) && step + 1 == run->known)
        snprintf(title, size, "Step %zu, the last", step);
    else
        snprintf(title, size, "Step %zu → %zu", step, step + 1);
}

static void write_weight_rule(const model_session *session, const dh_update *update, char *text,
                              size_t size)
{
    const dh_optimizer *optimizer = dh_optimizer_at(session->run[0].recipe.optimizer);
    char rule[RULE_BYTES];
    write_rule(optimizer->direction, optimizer, &update->slope, rule);
    const bool plain = strcmp(rule, "g") == 0 && !has_decay(session);
    snprintf(text, size, "weight ← weight − learning rate × %s", plain ? "gradient" : rule);
}

static void draw_title(ui_context *ui, const plot_style *style, ui_rect inside, double y,
                       model_session *session, const dh_update *update)
{
    const ui_theme *theme = &style->ui;
    char title[64], rule[RULE_BYTES + 64];
    write_title(session, title, sizeof title);
    ui_label(&ui->canvas, (ui_point){inside.x, y}, UI_LEFT, theme->heading, theme->ink, title);
    const double word = command_word(ui, inside.x + inside.w, y, "gradient?",
                                     session->view.gradient, COMMAND_GRADIENT, session);
    write_weight_rule(session, update, rule, sizeof rule);
    const double end = word - theme->gap;
    const double free_from =
        inside.x + ui_label_width(&ui->canvas, theme->heading, title) + theme->gap;
    const char *short_rule = strstr(rule, "learning rate");
    const char *fitting =
        end - ui_label_width(&ui->canvas, theme->small, rule) > free_from ? rule : short_rule;
    if (end - ui_label_width(&ui->canvas, theme->small, fitting) > free_from)
        ui_label(&ui->canvas, (ui_point){end, y}, UI_RIGHT, theme->small, theme->muted, fitting);
}

static int term_rows(const model_session *session)
{
    const int terms = dh_optimizer_at(session->run[0].recipe.optimizer)->terms;
    return terms + has_gradient_row(session);
}

double update_strip_height(const model_session *session, double window_height)
{
    const bool low = window_height < LOW;
    return (low ? LOW_TITLE_HEIGHT + 2.0 * LOW_WEIGHT_ROW : TITLE_HEIGHT + 2.0 * WEIGHT_ROW) +
           BOTTOM + term_rows(session) * TERM_ROW + (session->view.gradient ? ORIGIN_HEIGHT : 0.0);
}

void update_strip_pass(ui_context *ui, const plot_style *style, ui_rect rect,
                       model_session *session)
{
    const ui_theme *theme = &ui->theme;
    ui_canvas *canvas = &ui->canvas;
    if (!(rect.w > 0.0))
        return;
    const dh_update *update = session_update(session);
    const bool low = ui_canvas_rect(canvas).h < LOW;
    const double title_height = low ? LOW_TITLE_HEIGHT : TITLE_HEIGHT;
    const double weight_row = low ? LOW_WEIGHT_ROW : WEIGHT_ROW;
    ui_outline(canvas, rect, theme->corner + 2.0, theme->border_width, theme->hairline);
    const ui_rect inside = ui_inset(rect, 2.0 * theme->gap);
    draw_title(ui, style, inside, rect.y + 0.5 * title_height, session, update);
    double y = rect.y + title_height;
    draw_terms(canvas, style, (ui_rect){inside.x, y + 0.3 * TERM_ROW, inside.w, TERM_ROW}, session,
               update);
    y += term_rows(session) * TERM_ROW;
    const double character = ui_label_width(canvas, theme->number, "0");
    const strip_columns at = columns_of(inside.x + LABEL_WIDTH, inside.w - LABEL_WIDTH, character);
    const ui_color color = has_gradient_row(session) ? style->velocity : style->gradient;
    draw_weight(canvas, style, &at, inside.x, y + 0.5 * weight_row, "a₀ slope", update->rate,
                &update->slope, color, update->next.slope, character);
    draw_weight(canvas, style, &at, inside.x, y + 1.5 * weight_row, "a₁ intercept", update->rate,
                &update->intercept, color, update->next.intercept, character);
    y += 2.0 * weight_row;
    if (session->view.gradient)
        draw_origin(canvas, style, inside.x, y + 0.5 * ORIGIN_LINE, update->gradient,
                    session_has_batches(session));
}
