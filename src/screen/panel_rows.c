#include "screen/panel_rows.h"

#include "model/field_control.h"
#include "screen/command_button.h"
#include "screen/setting_slider.h"
#include "ui/field.h"

#include <math.h>

static const double HEAD_HEIGHT = 32.0; /* of a section */
static const double SLIDER_HEIGHT = 20.0;
static const double CHOICE_LABEL_WIDTH = 76.0;

bool panel_section(panel_state *p, view_section section, const char *note)
{
    static const struct {
        const char *label;
        command_id command;
    } heads[VIEW_SECTION_COUNT] = {
        [VIEW_SECTION_OPTIMIZER] = {"Optimizer", COMMAND_FOLD_OPTIMIZER},
        [VIEW_SECTION_MISTAKES] = {"Mistakes", COMMAND_FOLD_MISTAKES},
        [VIEW_SECTION_BATCH] = {"Batch", COMMAND_FOLD_BATCH},
        [VIEW_SECTION_SHOW] = {"Show", COMMAND_FOLD_SHOW},
        [VIEW_SECTION_RUNS] = {"Runs", COMMAND_FOLD_RUNS},
        [VIEW_SECTION_DATA] = {"Data", COMMAND_FOLD_DATA},
    };
    const ui_theme *theme = &p->ui->theme;
    const bool unfolded = session_view(p->session)->unfolded[section];
    p->head[section] = p->left.y;
    ui_box(&p->ui->canvas, (ui_rect){p->left.x, p->left.y, p->left.w, theme->border_width}, 0.0,
           theme->hairline);
    const ui_button_def head = {.name = heads[section].label,
                                .rect = panel_row(p, HEAD_HEIGHT),
                                .look = UI_BUTTON_FOLD,
                                .label = heads[section].label,
                                .note = unfolded ? "" : note,
                                .on = unfolded};
    command_button(p->ui, head, heads[section].command, p->session);
    return unfolded;
}

ui_rect panel_row(panel_state *p, double height)
{
    const ui_rect taken = {p->left.x, p->left.y, p->left.w, height};
    p->left.y += height;
    return taken;
}

ui_rect panel_part(const ui_theme *theme, ui_rect row, int column, int columns)
{
    const double width = (row.w - (columns - 1) * theme->gap) / columns;
    return (ui_rect){row.x + column * (width + theme->gap), row.y, width, row.h};
}

void panel_note(panel_state *p, ui_point at, ui_align align, ui_color color, const char *text)
{
    ui_label(&p->ui->canvas, at, align, p->ui->theme.small, color, text);
}

void panel_number(panel_state *p, ui_rect rect, const model_field *field)
{
    char editable[NUMBER_BYTES];
    field_editable(field, &p->setup, editable);
    const text_number shown = field_shown(field, &p->setup);
    const ui_field_def def = {
        .name = PANEL_NUMBER,
        .rect = rect,
        .shown = shown.text,
        .editable = editable,
        .beside = PANEL_SLIDER,
        .hint = field->about,
        .color = p->ui->theme.ink,
    };
    if (ui_field(p->ui, &def) && setting_type(p->ui, field, &p->setup))
        p->changed = true;
}

void panel_number_row(panel_state *p, double width, const model_field *field)
{
    const ui_theme *theme = &p->ui->theme;
    const ui_rect r = panel_row(p, theme->field_height);
    ui_label(&p->ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             field->label);
    panel_number(p, (ui_rect){r.x + r.w - width + theme->label_gap, r.y, width, r.h}, field);
}

void panel_slider_row(panel_state *p, const model_field *field, const char *hint)
{
    ui_slider_def slider = setting_slider(p->session, field);
    slider.name = PANEL_SLIDER;
    slider.hint = hint ? hint : slider.hint;
    slider.rect = panel_row(p, SLIDER_HEIGHT);
    p->changed |= setting_slide(p->ui, &slider, field, &p->setup);
    panel_field_note(p, (ui_point){p->left.x, p->left.y + 0.5 * PANEL_ROW_GAP});
    p->left.y += PANEL_ROW_GAP;
}

void panel_slider_rows(panel_state *p, const model_field *field)
{
    ui_push(p->ui, field->label);
    panel_number_row(p, PANEL_SLIDER_FIELD, field);
    panel_slider_row(p, field, NULL);
    ui_pop(p->ui);
}

bool panel_choice_row(panel_state *p, const char *label, ui_choice_def choice, int *chosen)
{
    const ui_theme *theme = &p->ui->theme;
    const ui_rect r = panel_row(p, theme->button_height);
    const double left = *label ? CHOICE_LABEL_WIDTH : 0.0;
    ui_label(&p->ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             label);
    choice.rect = (ui_rect){r.x + left, r.y, r.w - left, r.h};
    p->left.y += PANEL_ROW_GAP;
    return ui_choice(p->ui, &choice, chosen);
}

bool panel_field_note(panel_state *p, ui_point at)
{
    const char *message = ui_field_message(p->ui, PANEL_NUMBER);
    if (message)
        panel_note(p, at, UI_LEFT, p->ui->theme.bad, message);
    return message != NULL;
}

void panel_button(panel_state *p, ui_rect rect, const char *label, command_id id)
{
    const ui_button_def button = {.name = label, .rect = rect, .label = label};
    command_button(p->ui, button, id, p->session);
}

double panel_check_width(const panel_state *p, const char *label)
{
    const ui_theme *theme = &p->ui->theme;
    return theme->check_size + theme->gap + ui_label_width(&p->ui->canvas, theme->body, label) +
           theme->border_width;
}

void panel_check_row(panel_state *p, const char *label, bool on, command_id command)
{
    ui_rect r = panel_row(p, p->ui->theme.field_height);
    r.w = fmin(panel_check_width(p, label), r.w);
    const ui_button_def button = {
        .name = label, .rect = r, .look = UI_BUTTON_CHECK, .label = label, .on = on};
    command_button(p->ui, button, command, p->session);
}
