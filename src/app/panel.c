#include "app/panel.h"

#include "app/commands.h"
#include "app/settings.h"
#include "ui/button.h"
#include "ui/field.h"

#include <math.h>
#include <stdio.h>

static const double SECTION_HEIGHT = 28.0;
static const double SECTION_GAP = 4.0;
static const double SLIDER_HEIGHT = 20.0;
static const double NOTE_HEIGHT = 16.0;
static const double ROW_GAP = 10.0;
static const double FIELD_WIDTH = 112.0, WIDE_FIELD_WIDTH = 176.0;

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

/* A label and the number that can be typed over. Changes *config and returns true when it was. */
static bool number_row(ui_context *ui, ui_rect rect, const app_setting *setting, dh_config *config)
{
    char editable[NUMBER_BYTES];
    setting->editable(config, editable);
    const plot_number shown = setting->shown(config);
    const double width = setting->slider_name ? FIELD_WIDTH : WIDE_FIELD_WIDTH;
    ui_label(&ui->canvas, (ui_point){rect.x, rect.y + 0.5 * rect.h}, UI_LEFT, ui->theme.body,
             ui->theme.ink, setting->label);
    const ui_field_def field = {
        .name = setting->field_name,
        .rect = {rect.x + rect.w - width + ui->theme.label_gap, rect.y, width, rect.h},
        .shown = shown.text,
        .editable = editable,
        .color = ui->theme.ink,
    };
    if (!ui_field(ui, &field))
        return false;
    if (!setting->parse(config, ui->edit.text)) {
        ui_edit_refuse(ui, setting->allowed);
        return false;
    }
    ui_edit_accept(ui);
    return true;
}

/* What the marks of the learning rate's slider mean, below them. */
static void rate_notes(ui_context *ui, ui_rect rect, const ui_slider_def *slider)
{
    const ui_theme *theme = &ui->theme;
    char fastest[PLOT_NUMBER_BYTES + 16];
    snprintf(fastest, sizeof fastest, "fastest %s", plot_short(slider->mark, 2).text);
    const double y = rect.y + 0.5 * rect.h;
    const double end = rect.x + rect.w;
    const double diverges = end - ui_label_width(&ui->canvas, theme->small, "diverges");
    note(ui, end, y, UI_RIGHT, theme->bad, "diverges");
    note(ui, fmin(ui_slider_x(slider, slider->mark), diverges - theme->gap), y, UI_RIGHT,
         theme->good, fastest);
}

static bool slider_rows(ui_context *ui, ui_rect *left, app_session *session, setting_id id,
                        dh_config *config)
{
    const app_setting *setting = setting_of(id);
    bool changed = number_row(ui, row(left, ui->theme.field_height), setting, config);
    ui_slider_def slider = setting_slider(session, id);
    slider.rect = row(left, SLIDER_HEIGHT);
    changed |= ui_slider(ui, &slider, setting->value(config));
    session->held |= ui->held == ui_id_of(slider.name);
    const ui_rect notes = row(left, NOTE_HEIGHT);
    const char *message = ui_field_message(ui, setting->field_name);
    if (message)
        note(ui, notes.x, notes.y + 0.5 * notes.h, UI_LEFT, ui->theme.bad, message);
    else if (id == SETTING_LEARNING_RATE)
        rate_notes(ui, notes, &slider);
    left->y += ROW_GAP;
    return changed;
}

static bool data_row(ui_context *ui, ui_rect *left, setting_id id, dh_config *config)
{
    const app_setting *setting = setting_of(id);
    const bool changed = number_row(ui, row(left, ui->theme.field_height), setting, config);
    const char *message = ui_field_message(ui, setting->field_name);
    if (message) /* takes no room: nothing may move below the pointer */
        note(ui, left->x, left->y + 0.5 * ui->theme.gap, UI_LEFT, ui->theme.bad, message);
    left->y += ui->theme.gap;
    return changed;
}

static void command_button(ui_context *ui, ui_rect rect, const char *label, command_id id,
                           app_session *session)
{
    const command_hint hint = command_hint_of(id);
    const ui_button_def button = {.name = label, .rect = rect, .label = label, .hint = hint.text};
    if (ui_button(ui, &button))
        command_run(id, session);
}

/* Rows of buttons at the bottom of the panel. */
static void bottom_buttons(ui_context *ui, ui_rect rect, app_session *session)
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
        const int columns = table[i].columns;
        const double width = (inside.w - (columns - 1) * theme->gap) / columns;
        const double up = (table[i].row + 1) * theme->button_height + table[i].row * theme->gap;
        const ui_rect button = {inside.x + table[i].column * (width + theme->gap),
                                inside.y + inside.h - up, width, theme->button_height};
        command_button(ui, button, table[i].label, table[i].command, session);
    }
}

void panel_pass(ui_context *ui, ui_rect rect, app_session *session)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, rect, 0.0, theme->chrome);
    ui_box(&ui->canvas,
           (ui_rect){rect.x + rect.w - theme->border_width, rect.y, theme->border_width, rect.h},
           0.0, theme->hairline);
    ui_rect left = ui_inset(rect, theme->margin);
    dh_config config = session->config;
    bool changed = false;

    heading(ui, &left, "TRAINING");
    for (setting_id id = 0; id < SETTING_SLIDERS; id++)
        changed |= slider_rows(ui, &left, session, id, &config);
    left.y += SECTION_GAP;
    heading(ui, &left, "DATA");
    for (setting_id id = SETTING_SLIDERS; id < SETTING_COUNT; id++)
        changed |= data_row(ui, &left, id, &config);
    if (changed)
        session_configure(session, &config);
    command_button(ui, row(&left, theme->button_height), "New data", COMMAND_NEW_DATA, session);
    bottom_buttons(ui, rect, session);
}
