#include "screen/panel_rows.h"

#include "model/field_control.h"
#include "screen/command_button.h"
#include "screen/setting_slider.h"
#include "ui/field.h"

static const double SECTION_HEIGHT = 26.0;
static const double CHOICE_LABEL_WIDTH = 76.0;

void panel_heading(panel_state *p, const char *text)
{
    const ui_theme *theme = &p->ui->theme;
    ui_label(&p->ui->canvas, (ui_point){p->left.x, p->left.y + 0.5 * theme->section.size}, UI_LEFT,
             theme->section, theme->muted, text);
    p->left.y += SECTION_HEIGHT;
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

bool panel_choice_row(panel_state *p, const char *label, ui_choice_def choice, int *chosen)
{
    const ui_theme *theme = &p->ui->theme;
    const ui_rect r = panel_row(p, theme->button_height);
    ui_label(&p->ui->canvas, (ui_point){r.x, r.y + 0.5 * r.h}, UI_LEFT, theme->body, theme->ink,
             label);
    choice.rect = (ui_rect){r.x + CHOICE_LABEL_WIDTH, r.y, r.w - CHOICE_LABEL_WIDTH, r.h};
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
