#include "screen/panel.h"

#include "model/finder_words.h"
#include "model/sources.h"
#include "plots/marks.h"
#include "screen/command_button.h"
#include "screen/data_section.h"
#include "screen/panel_rows.h"
#include "screen/rate_finder.h"
#include "screen/setting_slider.h"
#include "ui/field.h"

#include <math.h>
#include <stdio.h>

static const double SLIDER_HEIGHT = 20.0;
static const double NOTE_HEIGHT = 16.0;
static const double FIELD_WIDTH = 112.0;
static const double OWN_FIELD_WIDTH = 78.0, OWN_LABEL_WIDTH = 100.0; /* of an optimizer's setting */
static const double WIDE = 240.0;          /* room for a check beside the notes of the rate */
static const double OWN_SLIDER_MIN = 40.0; /* a narrower one is left out */

static const char FROM_HERE[] = "from here on"; /* beside the notes, or below where it is narrow */

/* Where the learning rate's slider turns red. */
static void limit_note(panel_state *p, ui_rect rect, const ui_slider_def *slider)
{
    const ui_theme *theme = &p->ui->theme;
    char words[TEXT_NUMBER_BYTES + 16];
    if (isnan(slider->bad_from))
        return;
    snprintf(words, sizeof words, "diverges above %s", text_short(slider->bad_from, 3).text);
    panel_note(p, (ui_point){rect.x + rect.w, rect.y + 0.5 * rect.h}, UI_RIGHT, theme->bad, words);
}

/* The curve of the rate finder, over the slider that follows. */
static void finder_rows(panel_state *p)
{
    rate_finder_pass(p->ui, p->style, panel_row(p, rate_finder_height()), p->session);
}

static void slider_rows(panel_state *p, field_id id)
{
    ui_context *ui = p->ui;
    const model_field *field = field_of(id);
    ui_slider_def slider = setting_slider(p->session, field);
    const bool is_rate = id == FIELD_RATE;
    const finder_words theory = finder_words_of_theory(session_runs(p->session));
    slider.name = PANEL_SLIDER;
    if (is_rate && theory.text[0])
        slider.hint = theory.text;
    ui_push(ui, field->label);
    panel_number_row(p, FIELD_WIDTH, field);
    if (is_rate)
        finder_rows(p);
    slider.rect = panel_row(p, SLIDER_HEIGHT);
    p->changed |= setting_slide(ui, &slider, field, &p->setup);
    const ui_rect notes = {p->left.x, p->left.y, p->left.w, NOTE_HEIGHT};
    const bool noted = panel_field_note(
        p, (ui_point){notes.x, notes.y + 0.5 * (is_rate ? notes.h : PANEL_ROW_GAP)});
    if (is_rate && !noted)
        limit_note(p, notes, &slider);
    p->left.y += (is_rate ? NOTE_HEIGHT : 0.0) + PANEL_ROW_GAP;
    ui_pop(ui);
}

/* One of the optimizer's own settings, in one row. */
static void own_row(panel_state *p, const model_field *field)
{
    ui_context *ui = p->ui;
    const ui_theme *theme = &ui->theme;
    const ui_rect r = panel_row(p, theme->field_height);
    const ui_rect number = {r.x + r.w - OWN_FIELD_WIDTH + theme->label_gap, r.y, OWN_FIELD_WIDTH,
                            r.h};
    ui_slider_def slider = setting_slider(p->session, field);
    slider.name = PANEL_SLIDER;
    slider.rect = (ui_rect){r.x + OWN_LABEL_WIDTH, r.y,
                            number.x - r.x - OWN_LABEL_WIDTH - theme->label_gap, r.h};
    ui_push(ui, field->label);
    ui_label(&ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             field->label);
    if (slider.rect.w >= OWN_SLIDER_MIN)
        p->changed |= setting_slide(ui, &slider, field, &p->setup);
    panel_number(p, number, field);
    panel_field_note(p, (ui_point){p->left.x, p->left.y + 0.5 * PANEL_ROW_GAP});
    p->left.y += PANEL_ROW_GAP;
    ui_pop(ui);
}

static void own_rows(panel_state *p)
{
    const dh_optimizer *optimizer = dh_optimizer_at(p->setup.scene.run[0].recipe.optimizer);
    for (int i = 0; i < optimizer->settings; i++) {
        const model_field field = field_of_setting(optimizer, i);
        own_row(p, &field);
    }
}

static const char *optimizer_label(const void *context, int index)
{
    (void)context;
    return dh_optimizer_at(index)->label;
}

/* Changes *chosen to another optimizer when one is chosen. */
static void optimizer_row(panel_state *p, int *chosen)
{
    const command_hint hint = command_hint_of(COMMAND_OPTIMIZER);
    const ui_choice_def choice = {.name = "optimizer",
                                  .count = dh_optimizer_count(),
                                  .label = optimizer_label,
                                  .hint = hint.text};
    p->changed |= panel_choice_row(p, field_of(FIELD_OPTIMIZER)->label, choice, chosen);
}

typedef struct arrow_check {
    const char *name, *label;
    bool hidden;
    plot_arrow arrow;
    command_id command;
} arrow_check;

/* Which arrows the picture of the weights has, each in its color; as many in a row as fit. */
static void arrow_checks(panel_state *p)
{
    const ui_theme *theme = &p->ui->theme;
    const model_view *view = session_view(p->session);
    const int optimizer = session_scene(p->session)->run[0].recipe.optimizer;
    const arrow_check table[] = {
        {"gradient arrow", "Gradient", view->hide_gradient_arrow, PLOT_ARROW_GRADIENT,
         COMMAND_GRADIENT_ARROW},
        {"step arrow", "Step", view->hide_step_arrow, PLOT_ARROW_STEP, COMMAND_STEP_ARROW},
        {"velocity arrow", dh_optimizer_at(optimizer)->inner, view->hide_velocity_arrow,
         PLOT_ARROW_VELOCITY, COMMAND_VELOCITY_ARROW},
    };
    panel_heading(p, "ARROWS");
    ui_rect r = panel_row(p, theme->field_height);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!table[i].label)
            continue;
        r.w = panel_check_width(p, table[i].label);
        if (r.x + r.w > p->left.x + p->left.w)
            r = panel_row(p, theme->field_height);
        const ui_button_def button = {.name = table[i].name,
                                      .rect = r,
                                      .look = UI_BUTTON_CHECK,
                                      .label = table[i].label,
                                      .on = !table[i].hidden,
                                      .color = plot_arrow_color(p->style, table[i].arrow)};
        command_button(p->ui, button, table[i].command, p->session);
        r.x += r.w + theme->gap;
    }
}

static void run_buttons(panel_state *p)
{
    const ui_theme *theme = &p->ui->theme;
    const ui_rect r = panel_row(p, theme->button_height);
    panel_button(p, panel_part(theme, r, 0, 2), "Keep", COMMAND_KEEP);
    panel_button(p, panel_part(theme, r, 1, 2), "Race", COMMAND_RACE);
}

/* Rows of buttons at the bottom of the panel. */
static double bottom_height(const ui_theme *theme)
{
    return 2.0 * theme->button_height + theme->gap + theme->margin;
}

static void bottom_buttons(ui_context *ui, ui_rect rect, model_session *session)
{
    static const struct {
        const char *name, *label;
        command_id command;
        int row, column, columns;
    } table[] = {
        {"undo", "Undo", COMMAND_UNDO, 1, 0, 3},    {"redo", "Redo", COMMAND_REDO, 1, 1, 3},
        {"copy", "Copy", COMMAND_COPY, 1, 2, 3},    {"theme", "Theme", COMMAND_THEME, 0, 0, 2},
        {"help", "Help  ?", COMMAND_HELP, 0, 1, 2},
    };
    const ui_theme *theme = &ui->theme;
    const ui_rect inside = ui_inset(rect, theme->margin);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const double up = (table[i].row + 1) * theme->button_height + table[i].row * theme->gap;
        const ui_rect whole = {inside.x, inside.y + inside.h - up, inside.w, theme->button_height};
        const ui_button_def button = {
            .name = table[i].name,
            .rect = panel_part(theme, whole, table[i].column, table[i].columns),
            .label = table[i].label};
        command_button(ui, button, table[i].command, session);
    }
}

/* Whether the learning rate is changed from the step that is shown on: beside what the slider's
 * marks mean, or below it where the panel is narrow. */
static void from_here_check(panel_state *p)
{
    ui_context *ui = p->ui;
    const ui_theme *theme = &ui->theme;
    const double beside = p->left.y - PANEL_ROW_GAP - 0.5 * (NOTE_HEIGHT + theme->field_height);
    ui_rect r = {p->left.x, beside, panel_check_width(p, FROM_HERE), theme->field_height};
    ui_push(ui, field_of(FIELD_RATE)->label);
    if (p->left.w < WIDE || ui_field_message(ui, PANEL_NUMBER))
        r.y = p->left.y - PANEL_ROW_GAP;
    ui_pop(ui);
    p->left.y = fmax(p->left.y, r.y + r.h) + PANEL_ROW_GAP;
    const ui_button_def button = {.name = "from here",
                                  .rect = r,
                                  .look = UI_BUTTON_CHECK,
                                  .label = FROM_HERE,
                                  .on = session_view(p->session)->from_here};
    command_button(ui, button, COMMAND_FROM_HERE, p->session);
}

/* Every control that scrolls. */
static void controls(panel_state *p)
{
    dh_recipe *recipe = &p->setup.scene.run[0].recipe;
    panel_heading(p, "TRAINING");
    slider_rows(p, FIELD_RATE);
    from_here_check(p);
    int optimizer = recipe->optimizer;
    optimizer_row(p, &optimizer);
    own_rows(p);
    slider_rows(p, FIELD_BATCH);
    slider_rows(p, FIELD_INIT_SLOPE);
    slider_rows(p, FIELD_INIT_INTERCEPT);
    p->left.y += PANEL_SECTION_GAP;
    arrow_checks(p);
    p->left.y += PANEL_SECTION_GAP + PANEL_ROW_GAP;
    panel_heading(p, "RUNS SIDE BY SIDE");
    run_buttons(p);
    p->left.y += PANEL_SECTION_GAP + PANEL_ROW_GAP;
    const int source = data_section_pass(p);
    if (optimizer != recipe->optimizer) /* now that its old settings have been drawn */
        dh_recipe_set_optimizer(recipe, optimizer);
    if (p->changed)
        session_take_controls(p->session, &p->setup.scene);
    sources_choose(p->session, source);
}

void panel_pass(ui_context *ui, const plot_style *style, ui_rect rect, model_session *session,
                ui_scroll *scroll)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, rect, 0.0, theme->chrome);
    ui_box(&ui->canvas,
           (ui_rect){rect.x + rect.w - theme->border_width, rect.y, theme->border_width, rect.h},
           0.0, theme->hairline);
    const ui_rect view = {rect.x, rect.y, rect.w,
                          fmax(rect.h - bottom_height(theme) - theme->gap, 0.0)};
    const double top = ui_scroll_begin(ui, scroll, view);
    panel_state panel = {
        .ui = ui,
        .style = style,
        .session = session,
        .setup = session_setup(session),
        .left = {view.x + theme->margin, top + theme->margin, view.w - 2.0 * theme->margin, view.h},
    };
    panel.setup.scene = session_shown_controls(session);
    controls(&panel);
    ui_scroll_end(ui, scroll, "panel scroll bar", view, panel.left.y + theme->margin + theme->gap);
    bottom_buttons(ui, rect, session);
}
