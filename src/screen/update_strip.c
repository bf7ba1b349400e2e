#include "screen/update_strip.h"

#include "model/fields.h"
#include "model/rule_text.h"
#include "screen/command_button.h"
#include "screen/last_step.h"
#include "text/number_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER_CHARS = 10 }; /* room for a number of seven digits, point and sign */

static const double ORIGIN_HEIGHT = 44.0, ORIGIN_LINE = 20.0;
static const double LABEL_WIDTH = 88.0;
static const double TITLE_HEIGHT = 44.0, LOW_TITLE_HEIGHT = 38.0;
static const double WEIGHT_ROW = 34.0, LOW_WEIGHT_ROW = 29.0;
static const double TERM_ROW = 20.0;
static const double LAST_ROW = 24.0; /* above the title: the step before; not in a low strip */
static const double BOTTOM = 8.0;
static const double LOW = 640.0;       /* windows lower than this have a low strip */
static const double RULE_SHARE = 0.40; /* of the width, for the rules of terms */

typedef struct strip_columns {
    double before, rate, gradient, after; /* right ends of the numbers */
} strip_columns;

static const dh_optimizer *optimizer_of(const model_shown *shown)
{
    return dh_optimizer_at(shown->runs->run[0].recipe.optimizer);
}

/* Whether the gradient, or what the step is taken from, is changed before it is used. */
static bool is_changed(const model_shown *shown, const dh_change *change)
{
    return dh_change_by(optimizer_of(shown), shown->runs->run[0].recipe.value, change) != 0.0;
}

/* Whether the gradient has a row of its own: where it is not itself what the weights move by. */
static bool has_gradient_row(const model_shown *shown)
{
    const dh_optimizer *optimizer = optimizer_of(shown);
    return optimizer->terms > 0 || is_changed(shown, &optimizer->gradient);
}

/* Whether what the step is taken from has one: where it is not the weight. */
static bool has_base_row(const model_shown *shown)
{
    return is_changed(shown, &optimizer_of(shown)->base);
}

static void draw_number(ui_canvas *canvas, const ui_theme *theme, double end, double y,
                        ui_color color, const char *text)
{
    ui_label(canvas, (ui_point){end, y}, UI_RIGHT, theme->number, color, text);
}

/* As its control has it, but for digits for which there is no room. */
static text_number rate_text(double rate)
{
    const text_number shown = field_of(FIELD_RATE)->shown(rate);
    int characters = 0;
    for (const char *at = shown.text; *at; at++)
        characters += (*at & 0xC0) != 0x80; /* UTF-8 */
    return characters <= NUMBER_CHARS ? shown : text_reading(rate);
}

/* A row of the lower part: the next weight, as it is worked out. */
typedef struct weight_row {
    const char *label;
    const dh_weight_update *update;
    double next;    /* the weight after it */
    ui_color color; /* of what the learning rate is multiplied by */
} weight_row;

static void draw_weight(ui_canvas *canvas, const plot_style *style, const strip_columns *at,
                        ui_point left, const weight_row *row)
{
    const ui_theme *theme = &style->ui;
    const dh_weight_update *update = row->update;
    const double y = left.y, sign = 2.0 * ui_label_width(canvas, theme->number, "0");
    char factor[TEXT_NUMBER_BYTES + 4];
    snprintf(factor, sizeof factor, "(%s)",
             text_reading(update->numerator / update->denominator).text);
    ui_label(canvas, left, UI_LEFT, theme->body, theme->ink, row->label);
    draw_number(canvas, theme, at->before, y, style->line, text_reading(update->base).text);
    draw_number(canvas, theme, at->before + sign, y, theme->muted, "−");
    draw_number(canvas, theme, at->rate, y, theme->ink, rate_text(update->rate).text);
    draw_number(canvas, theme, at->rate + sign, y, theme->muted, "×");
    draw_number(canvas, theme, at->gradient, y, row->color, factor);
    draw_number(canvas, theme, at->gradient + sign, y, theme->muted, "=");
    draw_number(canvas, theme, at->after, y, style->line, text_reading(row->next).text);
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

/* Where the gradient comes from, in two lines. */
static void draw_origin(ui_canvas *canvas, const plot_style *style, ui_point left,
                        const model_shown *shown)
{
    const dh_run *run = &shown->runs->run[0];
    const dh_loss_words words = dh_loss_words_of(run->problem->def.loss);
    const char *over = dh_run_has_batches(run) ? words.over_batch : words.over_all;
    const dh_weights gradient = shown->update.gradient;
    char lines[2][TEXT_NUMBER_BYTES + 80];
    snprintf(lines[0], sizeof lines[0], "gradient of a₀ = %s %s = %s", over, words.slope_part,
             text_reading(gradient.slope).text);
    snprintf(lines[1], sizeof lines[1], "gradient of a₁ = %s %s = %s", over, words.intercept_part,
             text_reading(gradient.intercept).text);
    for (int i = 0; i < 2; i++)
        ui_label(canvas, (ui_point){left.x, left.y + i * ORIGIN_LINE}, UI_LEFT, style->ui.small,
                 style->gradient, lines[i]);
}

/* A row of the upper part: a number on the way to the step, for slope and intercept. */
typedef struct number_row {
    char text[2 * RULE_TEXT_BYTES + 16]; /* "m ← 0.9 m + (1 − 0.9) g" */
    ui_color color;
    const double *before[2]; /* NULL where it is not kept from update to update */
    double after[2];
    bool departs[2]; /* it is not what it should be */
} number_row;

/* "a₀ −0.9000 → −1.1835" within `room` of its end at `end`; of what is not kept, and where there is
 * no room for both, only what it is now. */
static void draw_number_of(ui_canvas *canvas, const plot_style *style, ui_point end, double room,
                           const number_row *row, int weight)
{
    const ui_theme *theme = &style->ui;
    const ui_font font = {theme->number.face, theme->small.size};
    const bool departs = row->departs[weight];
    const char *name = departs ? (weight == 0 ? "≠ a₀" : "≠ a₁") : weight == 0 ? "a₀" : "a₁";
    const double *before = row->before[weight];
    const text_number now = text_reading(row->after[weight]);
    char text[2 * TEXT_NUMBER_BYTES + 16];
    if (before)
        snprintf(text, sizeof text, "%s %s → %s", name, text_reading(*before).text, now.text);
    if (!before || ui_label_width(canvas, font, text) > room)
        snprintf(text, sizeof text, "%s %s", name, now.text);
    ui_label(canvas, end, UI_RIGHT, font, departs ? theme->bad : row->color, text);
}

static void draw_row(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                     const number_row *row)
{
    const double column = 0.5 * (1.0 - RULE_SHARE) * rect.w, room = column - style->ui.gap;
    const ui_point end = {rect.x + rect.w, rect.y};
    ui_label_cut(canvas, (ui_point){rect.x, rect.y}, RULE_SHARE * rect.w, style->ui.small,
                 style->ui.ink, row->text);
    draw_number_of(canvas, style, (ui_point){end.x - column, end.y}, room, row, 0);
    draw_number_of(canvas, style, end, room, row, 1);
}

static rule_names names_of(const model_shown *shown)
{
    return (rule_names){.optimizer = optimizer_of(shown),
                        .update = &shown->update.slope,
                        .says_g = has_gradient_row(shown)};
}

static void write_rule(number_row *row, const char *symbol, const char *sign, const char *rule,
                       const rule_names *names)
{
    const rule_text left = rule_text_of(symbol, names), right = rule_text_of(rule, names);
    snprintf(row->text, sizeof row->text, "%s %s %s", left.text, sign, right.text);
}

static number_row gradient_row(const plot_style *style, const model_shown *shown)
{
    const rule_names names = names_of(shown);
    const dh_change *change = &names.optimizer->gradient;
    number_row row = {.color = style->gradient,
                      .after = {shown->update.slope.g, shown->update.intercept.g}};
    write_rule(&row, "g", "=", is_changed(shown, change) ? change->rule : "gradient", &names);
    return row;
}

static number_row term_row(const plot_style *style, const model_shown *shown, int term)
{
    const rule_names names = names_of(shown);
    const dh_term *def = &names.optimizer->term[term];
    const bool kept = term < names.optimizer->kept;
    number_row row = {
        .color = style->velocity,
        .after = {shown->update.slope.term[term], shown->update.intercept.term[term]}};
    if (kept) {
        row.before[0] = &shown->update.slope.before[term];
        row.before[1] = &shown->update.intercept.before[term];
    }
    write_rule(&row, def->symbol, kept ? "←" : "=", def->rule, &names);
    return row;
}

static number_row base_row(const plot_style *style, const model_shown *shown)
{
    const rule_names names = names_of(shown);
    number_row row = {.color = style->line,
                      .after = {shown->update.slope.base, shown->update.intercept.base}};
    write_rule(&row, "w", "=", names.optimizer->base.rule, &names);
    return row;
}

/* The numbers on the way from the gradient to the step, a row each; the first is in `rect`. */
static void draw_rows(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                      const model_shown *shown)
{
    number_row rows[DH_TERMS_MAX + 2];
    int count = 0;
    if (has_gradient_row(shown))
        rows[count++] = gradient_row(style, shown);
    for (int i = 0; i < optimizer_of(shown)->terms; i++)
        rows[count++] = term_row(style, shown, i);
    if (has_base_row(shown))
        rows[count++] = base_row(style, shown);
    for (int i = 0; i < count; i++, rect.y += TERM_ROW)
        draw_row(canvas, style, rect, &rows[i]);
}

/* "loss 1.09 → 0.954": what the step does to it. */
static void write_losses(const model_shown *shown, char *text, size_t size)
{
    const size_t step = shown->step[0];
    const dh_run *run = &shown->runs->run[0];
    text[0] = '\0';
    if (step + 1 < run->known)
        snprintf(text, size, "loss %s → %s", text_significant(run->row[step].loss, 3).text,
                 text_significant(run->row[step + 1].loss, 3).text);
}

/* "Next: 12 → 13, of standardized x". */
static void write_title(const model_shown *shown, char *title, size_t size)
{
    const size_t step = shown->step[0];
    const dh_run *run = &shown->runs->run[0];
    const char *of = run->problem->def.standardize ? ", of standardized x" : "";
    if (dh_run_complete(run) && step + 1 == run->known)
        snprintf(title, size, "Step %zu, the last%s", step, of);
    else
        snprintf(title, size, "Next: %zu → %zu%s", step, step + 1, of);
}

static void write_weight_rule(const model_shown *shown, char *text, size_t size)
{
    const rule_names names = names_of(shown);
    snprintf(text, size, "weight ← %s − learning rate × %s", has_base_row(shown) ? "w" : "weight",
             rule_text_of_step(&names).text);
}

/* Said where the strip is not whole. */
static const char ELSEWHERE[] = "more of it in a higher window";

/* What follows the title, up to `end`: what the step does to the loss, and how a weight moves. */
static void draw_heading(ui_canvas *canvas, const plot_style *style, ui_point left, double end,
                         const model_shown *shown, bool whole)
{
    const ui_theme *theme = &style->ui;
    char title[64], rule[RULE_TEXT_BYTES + 64];
    const double y = left.y;
    write_title(shown, title, sizeof title);
    write_weight_rule(shown, rule, sizeof rule);
    double free_from = left.x + ui_label_width(canvas, theme->heading, title) + theme->gap;
    const char *const forms[] = {rule, strstr(rule, "learning rate"), strstr(rule, "×")};
    char losses[2 * TEXT_NUMBER_BYTES + 16];
    if (whole)
        write_losses(shown, losses, sizeof losses);
    else
        snprintf(losses, sizeof losses, "%s", ELSEWHERE);
    const double width = ui_label_width(canvas, theme->small, losses);
    if (!whole ||
        free_from + width + theme->gap + ui_label_width(canvas, theme->small, rule) < end) {
        ui_label(canvas, (ui_point){free_from, y}, UI_LEFT, theme->small, theme->muted, losses);
        free_from += width + theme->gap;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (end - ui_label_width(canvas, theme->small, forms[i]) > free_from) {
            ui_label(canvas, (ui_point){end, y}, UI_RIGHT, theme->small, theme->muted, forms[i]);
            return;
        }
}

/* The update that the trace made at the step that is shown, and below it the one that it should
 * have made from its own weights. */
static void draw_trace(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const model_shown *shown)
{
    const model_runs *runs = shown->runs;
    const size_t step = shown->step[SCENE_TRACE];
    number_row made = {.color = style->look[PLOT_TRACE_LOOK].color}, due = {.color = style->line};
    if (step + 1 >= runs->run[SCENE_TRACE].known ||
        !dh_run_update_known(&runs->run[SCENE_TRACE], step)) {
        snprintf(made.text, sizeof made.text, "%s has no step after this",
                 scene_title(&runs->scene, SCENE_TRACE));
        ui_label_cut(canvas, (ui_point){rect.x, rect.y}, rect.w, style->ui.small, style->ui.muted,
                     made.text);
        return;
    }
    const checked_update update = checked_update_at(shown->checked, runs, step);
    snprintf(made.text, sizeof made.text, "%s moved by", scene_title(&runs->scene, SCENE_TRACE));
    snprintf(due.text, sizeof due.text, "it should have moved by");
    made.after[0] = update.made.slope, made.after[1] = update.made.intercept;
    made.departs[0] = update.slope_departs, made.departs[1] = update.intercept_departs;
    due.after[0] = update.due.slope, due.after[1] = update.due.intercept;
    draw_row(canvas, style, rect, &made);
    rect.y += TERM_ROW;
    draw_row(canvas, style, rect, &due);
}

static double trace_height(const model_shown *shown)
{
    return scene_trace(&shown->runs->scene) ? 2.0 * TERM_ROW : 0.0;
}

static double rows_height(const model_shown *shown)
{
    const int rows = has_gradient_row(shown) + optimizer_of(shown)->terms + has_base_row(shown);
    return rows * TERM_ROW;
}

double update_strip_least(double window_height)
{
    const bool low = window_height < LOW;
    return (low ? LOW_TITLE_HEIGHT + 2.0 * LOW_WEIGHT_ROW : TITLE_HEIGHT + 2.0 * WEIGHT_ROW) +
           BOTTOM;
}

double update_strip_height(const model_shown *shown, double window_height)
{
    return update_strip_least(window_height) + (window_height < LOW ? 0.0 : LAST_ROW) +
           rows_height(shown) + trace_height(shown) + (shown->view.gradient ? ORIGIN_HEIGHT : 0.0);
}

/* The next weights, a row each in `rows`. */
static void draw_weights(ui_canvas *canvas, const plot_style *style, ui_rect rows,
                         const model_shown *shown)
{
    const double character = ui_label_width(canvas, style->ui.number, "0");
    const strip_columns at = columns_of(rows.x + LABEL_WIDTH, rows.w - LABEL_WIDTH, character);
    const ui_color color = has_gradient_row(shown) ? style->velocity : style->gradient;
    const weight_row weights[] = {
        {"a₀ slope", &shown->update.slope, shown->update.next.slope, color},
        {"a₁ intercept", &shown->update.intercept, shown->update.next.intercept, color}};
    for (int i = 0; i < 2; i++)
        draw_weight(canvas, style, &at, (ui_point){rows.x, rows.y + (0.25 + 0.5 * i) * rows.h},
                    &weights[i]);
}

static double title_height(double window_height)
{
    return window_height < LOW ? LOW_TITLE_HEIGHT : TITLE_HEIGHT;
}

static ui_rect inside_of(const ui_theme *theme, ui_rect rect)
{
    return ui_inset(rect, 2.0 * theme->gap);
}

static bool is_whole(ui_rect rect, double window_height, const model_shown *shown)
{
    return rect.h >= update_strip_height(shown, window_height);
}

/* Height of what is above the title: the step before. */
static double last_height(ui_rect rect, double window_height, const model_shown *shown)
{
    const bool has_room = is_whole(rect, window_height, shown) && window_height >= LOW;
    return shown->has_update && has_room ? LAST_ROW : 0.0;
}

/* The card, the step before and the title; where that begins. */
static ui_point draw_card(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                          double window_height, const model_shown *shown)
{
    const ui_theme *theme = &style->ui;
    const ui_rect inside = inside_of(theme, rect);
    const double last = last_height(rect, window_height, shown);
    const ui_point left = {inside.x, rect.y + last + 0.5 * title_height(window_height)};
    char title[64];
    ui_outline(canvas, rect, theme->card_corner, theme->border_width, theme->hairline);
    if (last > 0.0)
        last_step_draw(canvas, style, (ui_rect){inside.x, rect.y + 0.75 * last, inside.w, last},
                       RULE_SHARE, shown);
    write_title(shown, title, sizeof title);
    ui_label(canvas, left, UI_LEFT, theme->heading, theme->ink, title);
    return left;
}

/* The numbers below the title, as many as there is room for. */
static void draw_numbers(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                         double window_height, const model_shown *shown)
{
    const ui_rect inside = inside_of(&style->ui, rect);
    const double weights_height = 2.0 * (window_height < LOW ? LOW_WEIGHT_ROW : WEIGHT_ROW);
    const bool whole = is_whole(rect, window_height, shown);
    double y = rect.y + last_height(rect, window_height, shown) + title_height(window_height);
    if (whole) {
        draw_rows(canvas, style, (ui_rect){inside.x, y + 0.3 * TERM_ROW, inside.w, TERM_ROW},
                  shown);
        y += rows_height(shown);
    }
    draw_weights(canvas, style, (ui_rect){inside.x, y, inside.w, weights_height}, shown);
    y += weights_height;
    if (whole && trace_height(shown) > 0.0)
        draw_trace(canvas, style, (ui_rect){inside.x, y + 0.3 * TERM_ROW, inside.w, TERM_ROW},
                   shown);
    y += trace_height(shown);
    if (whole && shown->view.gradient)
        draw_origin(canvas, style, (ui_point){inside.x, y + 0.5 * ORIGIN_LINE}, shown);
}

void update_strip_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                       const model_shown *shown)
{
    const double height = ui_canvas_rect(canvas).h;
    const ui_rect inside = inside_of(&style->ui, rect);
    const ui_point left = draw_card(canvas, style, rect, height, shown);
    if (!shown->has_update)
        return;
    draw_heading(canvas, style, left, inside.x + inside.w, shown, true);
    draw_numbers(canvas, style, rect, height, shown);
}

void update_strip_pass(ui_context *ui, const plot_style *style, ui_rect rect,
                       model_session *session)
{
    const ui_theme *theme = &ui->theme;
    ui_canvas *canvas = &ui->canvas;
    if (!(rect.w > 0.0))
        return;
    const model_shown shown = session_shown(session);
    const double height = ui_canvas_rect(canvas).h;
    const ui_rect inside = inside_of(theme, rect);
    const ui_point left = draw_card(canvas, style, rect, height, &shown);
    if (!shown.has_update) { /* a large mini-batch is gone through */
        ui_label(canvas, (ui_point){left.x, left.y + TITLE_HEIGHT}, UI_LEFT, theme->body,
                 theme->muted, "Going through the mini-batch …");
        return;
    }
    const bool whole = is_whole(rect, height, &shown);
    const command_word_def origin = {"explain", shown.view.gradient, COMMAND_GRADIENT};
    const double word = command_word(ui, (ui_point){inside.x + inside.w, left.y}, origin, session);
    draw_heading(canvas, style, left, word - theme->gap, &shown, whole);
    draw_numbers(canvas, style, rect, height, &shown);
}
