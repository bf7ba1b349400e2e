#include "screen/panel.h"

#include "model/settings.h"
#include "plots/marks.h"
#include "screen/command_button.h"
#include "ui/choice.h"
#include "ui/field.h"

#include <math.h>
#include <stdio.h>

static const double SECTION_HEIGHT = 26.0;
static const double SECTION_GAP = 4.0;
static const double SLIDER_HEIGHT = 20.0;
static const double NOTE_HEIGHT = 16.0;
static const double ROW_GAP = 6.0;
static const double FIELD_WIDTH = 112.0, WIDE_FIELD_WIDTH = 176.0;
static const double OWN_FIELD_WIDTH = 78.0, OWN_LABEL_WIDTH = 100.0; /* of an optimizer's setting */
static const double OPTIMIZER_LABEL_WIDTH = 76.0;
static const double WIDE = 240.0;          /* room for a check beside the notes of the rate */
static const double OWN_SLIDER_MIN = 40.0; /* a narrower one is left out */

static void heading(ui_context *ui, ui_rect *left, const char *text)
{
    ui_label(&ui->canvas, (ui_point){left->x, left->y + 0.5 * ui->theme.section.size}, UI_LEFT,
             ui->theme.section, ui->theme.muted, text);
    left->y += SECTION_HEIGHT;
}

/* The top `height` of what is left of the panel. */
static ui_rect row(ui_rect *left, double height)
{
    const ui_rect taken = {left->x, left->y, left->w, height};
    left->y += height;
    return taken;
}

static void note(ui_context *ui, double x, double y, ui_align align, ui_color color,
                 const char *text)
{
    ui_label(&ui->canvas, (ui_point){x, y}, align, ui->theme.small, color, text);
}

/* The number of a setting, which can be typed over. Changes *config and returns true when it was.
 */
static bool number_field(ui_context *ui, ui_rect rect, const app_setting *setting,
                         dh_config *config)
{
    char editable[NUMBER_BYTES];
    setting_editable(setting, config, editable);
    const text_number shown = setting_shown(setting, config);
    const ui_field_def field = {
        .name = setting->field_name,
        .rect = rect,
        .shown = shown.text,
        .editable = editable,
        .color = ui->theme.ink,
    };
    if (!ui_field(ui, &field))
        return false;
    if (!setting_parse(setting, config, ui->edit.text)) {
        ui_edit_refuse(ui, setting->allowed);
        return false;
    }
    ui_edit_accept(ui);
    return true;
}

/* A label and the number. */
static bool number_row(ui_context *ui, ui_rect rect, const app_setting *setting, dh_config *config)
{
    const double width = setting->slider_name ? FIELD_WIDTH : WIDE_FIELD_WIDTH;
    ui_label(&ui->canvas, (ui_point){rect.x, rect.y + 0.5 * rect.h}, UI_LEFT, ui->theme.body,
             ui->theme.ink, setting->label);
    const ui_rect field = {rect.x + rect.w - width + ui->theme.label_gap, rect.y, width, rect.h};
    return number_field(ui, field, setting, config);
}

static bool setting_slide(ui_context *ui, const ui_slider_def *slider, model_session *session,
                          const app_setting *setting, dh_config *config)
{
    double value = setting_value(setting, config);
    const bool changed = ui_slider(ui, slider, &value);
    if (changed)
        setting_set(setting, config, value);
    session->held |= ui_is_held(ui, slider->name);
    return changed;
}

/* What the marks of the learning rate's slider mean, below them. */
static void rate_notes(ui_context *ui, ui_rect rect, const ui_slider_def *slider)
{
    const ui_theme *theme = &ui->theme;
    if (isnan(slider->mark))
        return;
    char fastest[TEXT_NUMBER_BYTES + 16];
    snprintf(fastest, sizeof fastest, "fastest %s", text_short(slider->mark, 2).text);
    const double y = rect.y + 0.5 * rect.h;
    const double end = rect.x + rect.w;
    const double diverges = end - ui_label_width(&ui->canvas, theme->small, "diverges");
    note(ui, end, y, UI_RIGHT, theme->bad, "diverges");
    note(ui, fmin(ui_slider_x(slider, slider->mark), diverges - theme->gap), y, UI_RIGHT,
         theme->good, fastest);
}

/* What is wrong with the number that was typed last, if anything, over a gap: nothing may move
 * below the pointer. Returns whether there is something. */
static bool field_note(ui_context *ui, double x, double y, const app_setting *setting)
{
    const char *message = ui_field_message(ui, setting->field_name);
    if (message)
        note(ui, x, y, UI_LEFT, ui->theme.bad, message);
    return message != NULL;
}

static bool slider_rows(ui_context *ui, ui_rect *left, model_session *session, setting_id id,
                        dh_config *config)
{
    const app_setting setting = setting_of(config, id);
    bool changed = number_row(ui, row(left, ui->theme.field_height), &setting, config);
    ui_slider_def slider = setting_slider(session, id);
    slider.rect = row(left, SLIDER_HEIGHT);
    changed |= setting_slide(ui, &slider, session, &setting, config);
    const bool is_rate = id == SETTING_LEARNING_RATE;
    const ui_rect notes = {left->x, left->y, left->w, NOTE_HEIGHT};
    const bool noted =
        field_note(ui, notes.x, notes.y + 0.5 * (is_rate ? notes.h : ROW_GAP), &setting);
    if (is_rate && !noted)
        rate_notes(ui, notes, &slider);
    left->y += (is_rate ? NOTE_HEIGHT : 0.0) + ROW_GAP;
    return changed;
}

/* One of the optimizer's own settings, in one row. */
static bool own_row(ui_context *ui, ui_rect *left, model_session *session, setting_id id,
                    dh_config *config)
{
    const ui_theme *theme = &ui->theme;
    const app_setting setting = setting_of(config, id);
    const ui_rect r = row(left, theme->field_height);
    const ui_rect field = {r.x + r.w - OWN_FIELD_WIDTH + theme->label_gap, r.y, OWN_FIELD_WIDTH,
                           r.h};
    ui_slider_def slider = setting_slider(session, id);
    slider.rect = (ui_rect){r.x + OWN_LABEL_WIDTH, r.y,
                            field.x - r.x - OWN_LABEL_WIDTH - theme->label_gap, r.h};
    ui_label(&ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             setting.label);
    bool changed = false;
    if (slider.rect.w >= OWN_SLIDER_MIN)
        changed |= setting_slide(ui, &slider, session, &setting, config);
    changed |= number_field(ui, field, &setting, config);
    field_note(ui, left->x, left->y + 0.5 * ROW_GAP, &setting);
    left->y += ROW_GAP;
    return changed;
}

static const char *optimizer_label(int index)
{
    return dh_optimizer_at(index)->label;
}

/* Returns whether another optimizer was chosen. */
static bool optimizer_row(ui_context *ui, ui_rect *left, int *chosen)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = row(left, theme->button_height);
    const command_hint hint = command_hint_of(COMMAND_OPTIMIZER);
    ui_label(&ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             "Optimizer");
    const ui_choice_def choice = {
        .name = "optimizer",
        .rect = {r.x + OPTIMIZER_LABEL_WIDTH, r.y, r.w - OPTIMIZER_LABEL_WIDTH, r.h},
        .count = dh_optimizer_count(),
        .label = optimizer_label,
        .hint = hint.text,
    };
    const bool changed = ui_choice(ui, &choice, chosen);
    left->y += ROW_GAP;
    return changed;
}

static bool data_row(ui_context *ui, ui_rect *left, setting_id id, dh_config *config)
{
    const app_setting setting = setting_of(config, id);
    const bool changed = number_row(ui, row(left, ui->theme.field_height), &setting, config);
    field_note(ui, left->x, left->y + 0.5 * ui->theme.gap, &setting);
    left->y += ui->theme.gap;
    return changed;
}

/* One of so many equal parts of a row. */
static ui_rect part(const ui_theme *theme, ui_rect row, int column, int columns)
{
    const double width = (row.w - (columns - 1) * theme->gap) / columns;
    return (ui_rect){row.x + column * (width + theme->gap), row.y, width, row.h};
}

static void label_button(ui_context *ui, ui_rect rect, const char *label, command_id id,
                         model_session *session)
{
    command_button(ui, (ui_button_def){.name = label, .rect = rect, .label = label}, id, session);
}

static void check(ui_context *ui, ui_rect rect, const char *name, const char *label, bool on,
                  ui_color color, command_id id, model_session *session)
{
    const ui_button_def button = {.name = name,
                                  .rect = rect,
                                  .look = UI_BUTTON_CHECK,
                                  .label = label,
                                  .on = on,
                                  .color = color};
    command_button(ui, button, id, session);
}

static double check_width(const ui_context *ui, const char *label)
{
    const ui_theme *theme = &ui->theme;
    return theme->check_size + theme->gap + ui_label_width(&ui->canvas, theme->body, label) +
           theme->border_width;
}

typedef struct arrow_check {
    const char *name, *label;
    bool hidden;
    plot_arrow arrow;
    command_id command;
} arrow_check;

/* Which arrows the picture of the weights has, each in its color; as many in a row as fit. */
static void arrow_checks(ui_context *ui, const plot_style *style, ui_rect *left,
                         model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const model_view *view = &session->view;
    const arrow_check table[] = {
        {"gradient arrow", "Gradient", view->hide_gradient_arrow, PLOT_ARROW_GRADIENT,
         COMMAND_GRADIENT_ARROW},
        {"step arrow", "Step", view->hide_step_arrow, PLOT_ARROW_STEP, COMMAND_STEP_ARROW},
        {"velocity arrow", dh_optimizer_at(session->scene.config.recipe.optimizer)->inner,
         view->hide_velocity_arrow, PLOT_ARROW_VELOCITY, COMMAND_VELOCITY_ARROW},
    };
    heading(ui, left, "ARROWS");
    ui_rect r = row(left, theme->field_height);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!table[i].label)
            continue;
        r.w = check_width(ui, table[i].label);
        if (r.x + r.w > left->x + left->w)
            r = row(left, theme->field_height);
        check(ui, r, table[i].name, table[i].label, !table[i].hidden,
              plot_arrow_color(style, table[i].arrow), table[i].command, session);
        r.x += r.w + theme->gap;
    }
}

static void run_buttons(ui_context *ui, ui_rect *left, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = row(left, theme->button_height);
    label_button(ui, part(theme, r, 0, 2), "Keep", COMMAND_KEEP, session);
    label_button(ui, part(theme, r, 1, 2), "Race", COMMAND_RACE, session);
}

/* Rows of buttons at the bottom of the panel. */
static double bottom_height(const ui_theme *theme)
{
    return 2.0 * theme->button_height + theme->gap + theme->margin;
}

static void bottom_buttons(ui_context *ui, ui_rect rect, model_session *session)
{
    static const struct {
        const char *label;
        command_id command;
        int row, column, columns;
    } table[] = {
        {"Undo", COMMAND_UNDO, 1, 0, 3},    {"Redo", COMMAND_REDO, 1, 1, 3},
        {"Copy", COMMAND_COPY, 1, 2, 3},    {"Theme", COMMAND_THEME, 0, 0, 2},
        {"Help  ?", COMMAND_HELP, 0, 1, 2},
    };
    const ui_theme *theme = &ui->theme;
    const ui_rect inside = ui_inset(rect, theme->margin);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const double up = (table[i].row + 1) * theme->button_height + table[i].row * theme->gap;
        const ui_rect whole = {inside.x, inside.y + inside.h - up, inside.w, theme->button_height};
        label_button(ui, part(theme, whole, table[i].column, table[i].columns), table[i].label,
                     table[i].command, session);
    }
}

/* Whether the learning rate is changed from the step that is shown on: beside what the slider's
 * marks mean, or below it where the panel is narrow. */
static void from_here_check(ui_context *ui, ui_rect *left, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const char *label = "from here on";
    const double beside = left->y - ROW_GAP - 0.5 * (NOTE_HEIGHT + theme->field_height);
    ui_rect r = {left->x, beside, check_width(ui, label), theme->field_height};
    if (left->w < WIDE || ui_field_message(ui, "learning rate number"))
        r.y = left->y - ROW_GAP;
    left->y = fmax(left->y, r.y + r.h) + ROW_GAP;
    check(ui, r, "from here", label, session->view.from_here, (ui_color){0}, COMMAND_FROM_HERE,
          session);
}

/* Every control that scrolls, from the top of `left` on. */
static void controls(ui_context *ui, const plot_style *style, ui_rect *left, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    dh_config config = session_controls(session);
    bool changed = false;

    heading(ui, left, "TRAINING");
    changed |= slider_rows(ui, left, session, SETTING_LEARNING_RATE, &config);
    from_here_check(ui, left, session);
    int optimizer = config.recipe.optimizer;
    changed |= optimizer_row(ui, left, &optimizer);
    for (setting_id id = SETTING_OF_OPTIMIZER; setting_exists(&config, id); id++)
        changed |= own_row(ui, left, session, id, &config);
    changed |= slider_rows(ui, left, session, SETTING_BATCH, &config);
    changed |= slider_rows(ui, left, session, SETTING_START_SLOPE, &config);
    changed |= slider_rows(ui, left, session, SETTING_START_INTERCEPT, &config);
    left->y += SECTION_GAP;
    arrow_checks(ui, style, left, session);
    left->y += SECTION_GAP + ROW_GAP;
    heading(ui, left, "RUNS SIDE BY SIDE");
    run_buttons(ui, left, session);
    left->y += SECTION_GAP + ROW_GAP;
    heading(ui, left, "DATA");
    changed |= data_row(ui, left, SETTING_POINTS, &config);
    changed |= data_row(ui, left, SETTING_SEED, &config);
    label_button(ui, row(left, theme->button_height), "New data", COMMAND_NEW_DATA, session);
    if (optimizer != config.recipe.optimizer) /* now that its old settings have been drawn */
        dh_recipe_set_optimizer(&config.recipe, optimizer);
    if (changed)
        session_control(session, &config);
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
    ui_rect left = {view.x + theme->margin, top + theme->margin, view.w - 2.0 * theme->margin,
                    view.h};
    controls(ui, style, &left, session);
    ui_scroll_end(ui, scroll, "panel scroll bar", view, left.y + theme->margin + theme->gap);
    bottom_buttons(ui, rect, session);
}
