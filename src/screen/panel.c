#include "screen/panel.h"

#include "model/finder_words.h"
#include "model/rate_changes.h"
#include "model/sources.h"
#include "screen/command_button.h"
#include "screen/data_section.h"
#include "screen/optimizer_section.h"
#include "screen/panel_rows.h"
#include "screen/rate_finder.h"
#include "screen/setting_slider.h"
#include "screen/show_section.h"
#include "ui/field.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double NOTE_HEIGHT = 16.0;

/* Where the rate that the slider shows is not the one of all steps: from which on it is changed, or
 * what it is at the one that is shown. */
static void write_rate_place(const model_session *session, char *text, size_t size)
{
    const dh_schedule *rate = &session_scene(session)->run[0].recipe.rate;
    const size_t step = session_step(session, 0);
    text[0] = '\0';
    if (session_view(session)->from_here)
        snprintf(text, size, "from step %zu on", rate_changes_from(session));
    else if (dh_schedule_changes(rate) > 0 && dh_rate_at(rate, step) != rate->first)
        snprintf(text, size, "%s at step %zu", text_short(dh_rate_at(rate, step), 4).text, step);
}

/* What the marks of the learning rate's slider mean; and from where on it is changed. */
static void rate_notes(panel_state *p, ui_rect rect)
{
    const ui_theme *theme = &p->ui->theme;
    const ui_slider_def slider = setting_slider(p->session, field_of(FIELD_RATE));
    const double y = rect.y + 0.5 * rect.h;
    char at[2 * TEXT_NUMBER_BYTES], limit[TEXT_NUMBER_BYTES + 16];
    write_rate_place(p->session, at, sizeof at);
    panel_note(p, (ui_point){rect.x, y}, UI_LEFT, theme->muted, at);
    if (isnan(slider.bad_from))
        return;
    snprintf(limit, sizeof limit, "diverges above %s", text_short(slider.bad_from, 3).text);
    panel_note(p, (ui_point){rect.x + rect.w, y}, UI_RIGHT, theme->bad, limit);
}

/* The learning rate, and below its slider what the marks on that mean. */
static void rate_rows(panel_state *p)
{
    const model_field *field = field_of(FIELD_RATE);
    const finder_words theory = finder_words_of_theory(session_runs(p->session));
    ui_push(p->ui, field->label);
    panel_number_row(p, PANEL_SLIDER_FIELD, field);
    const ui_rect curve = panel_row(p, rate_finder_height());
    panel_slider_row(p, field, theory.text[0] ? theory.text : NULL);
    rate_finder_pass(p->ui, p->style, curve, p->session);
    const ui_rect notes = {p->left.x, p->left.y - PANEL_ROW_GAP, p->left.w, NOTE_HEIGHT};
    if (!ui_field_message(p->ui, PANEL_NUMBER))
        rate_notes(p, notes);
    ui_pop(p->ui);
    p->left.y += NOTE_HEIGHT;
}

/* How many points a step sees. */
static void batch_section(panel_state *p)
{
    const model_runs *runs = session_runs(p->session);
    char note[64];
    if (runs_have_batches(runs))
        snprintf(note, sizeof note, "%zu of %zu points", runs->scene.run[0].recipe.batch,
                 runs->problem.n);
    else
        snprintf(note, sizeof note, "all points");
    if (panel_section(p, VIEW_SECTION_BATCH, note))
        panel_slider_rows(p, field_of(FIELD_BATCH));
}

/* Runs side by side. */
static void runs_section(panel_state *p)
{
    const ui_theme *theme = &p->ui->theme;
    const int count = session_scene(p->session)->count;
    char note[32];
    snprintf(note, sizeof note, count == 1 ? "one" : "%d side by side", count);
    if (!panel_section(p, VIEW_SECTION_RUNS, note))
        return;
    const ui_rect r = panel_row(p, theme->button_height);
    panel_button(p, panel_part(theme, r, 0, 2), "Keep this run", COMMAND_KEEP);
    panel_button(p, panel_part(theme, r, 1, 2), "Race all", COMMAND_RACE);
    p->left.y += PANEL_ROW_GAP;
}

/* Every control that scrolls: first what is changed most, then sections to unfold. */
static void controls(panel_state *p)
{
    dh_recipe *recipe = &p->setup.scene.run[0].recipe;
    rate_rows(p);
    panel_slider_rows(p, field_of(FIELD_INIT_SLOPE));
    panel_slider_rows(p, field_of(FIELD_INIT_INTERCEPT));
    p->left.y += PANEL_ROW_GAP;
    const int optimizer = optimizer_section_pass(p);
    batch_section(p);
    show_section_pass(p);
    runs_section(p);
    const int source = data_section_pass(p);
    p->head[VIEW_SECTION_COUNT] = p->left.y;
    if (optimizer != recipe->optimizer) /* now that its old settings have been drawn */
        dh_recipe_set_optimizer(recipe, optimizer);
    if (p->changed)
        rate_changes_take(p->session, &p->setup.scene);
    sources_choose(p->session, source);
}

/* Of the row of buttons at the bottom of the panel, and below it. */
static double bottom_height(const ui_theme *theme)
{
    return theme->button_height + theme->margin;
}

static void bottom_buttons(ui_context *ui, ui_rect rect, model_session *session)
{
    static const struct {
        const char *name, *label;
        command_id command;
    } table[] = {
        {"undo", "Undo", COMMAND_UNDO},
        {"redo", "Redo", COMMAND_REDO},
        {"copy", "Copy", COMMAND_COPY},
        {"help", "Help", COMMAND_HELP},
    };
    enum { COUNT = sizeof table / sizeof *table };
    const ui_theme *theme = &ui->theme;
    const ui_rect inside = ui_inset(rect, theme->margin);
    const ui_rect row = {inside.x, inside.y + inside.h - theme->button_height, inside.w,
                         theme->button_height};
    for (int i = 0; i < COUNT; i++) {
        const ui_button_def button = {.name = table[i].name,
                                      .rect = panel_part(theme, row, i, COUNT),
                                      .label = table[i].label};
        command_button(ui, button, table[i].command, session);
    }
}

/* Brings into view what has just been unfolded. */
static void show_unfolded(const panel_state *p, screen_panel *panel)
{
    const model_view *view = session_view(p->session);
    for (int i = 0; i < VIEW_SECTION_COUNT; i++) {
        if (panel->drawn && view->unfolded[i] && !panel->unfolded[i])
            ui_scroll_show(&panel->scroll, (ui_rect){p->left.x, p->head[i], p->left.w,
                                                     p->head[i + 1] - p->head[i]});
        panel->unfolded[i] = view->unfolded[i];
    }
    panel->drawn = true;
}

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session,
                screen_panel *panel)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, rect, 0.0, theme->chrome);
    ui_box(&ui->canvas,
           (ui_rect){rect.x + rect.w - theme->border_width, rect.y, theme->border_width, rect.h},
           0.0, theme->hairline);
    const ui_rect view = {rect.x, rect.y, rect.w,
                          fmax(rect.h - bottom_height(theme) - theme->gap, 0.0)};
    const double top = ui_scroll_begin(ui, &panel->scroll, view);
    panel_state state = {
        .ui = ui,
        .style = style,
        .session = session,
        .setup = session_setup(session),
        .left = {view.x + theme->margin, top + theme->margin, view.w - 2.0 * theme->margin, view.h},
    };
    state.setup.scene = rate_changes_shown(session);
    const model_view before = *session_view(session);
    controls(&state);
    if (memcmp(before.unfolded, session_view(session)->unfolded, sizeof before.unfolded) == 0)
        show_unfolded(&state, panel);
    ui_scroll_end(ui, &panel->scroll, "panel scroll bar", view,
                  state.left.y + theme->margin + theme->gap);
    bottom_buttons(ui, rect, session);
}
