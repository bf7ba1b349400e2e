#include "app/help.h"

#include "app/commands.h"
#include "ui/button.h"

static const struct {
    const char *action, *effect;
} CONTROLS[] = {
    {"Drag, or the wheel", "Move a slider; with Shift ten times finer"},
    {"Double-click", "Give a slider its default back"},
    {"Click a number", "Type another; Enter takes it, Escape does not"},
    {"Tab, Shift+Tab", "Walk the controls; arrows and Enter work them"},
};

enum { CONTROL_COUNT = sizeof CONTROLS / sizeof *CONTROLS };

static const double ROW = 24.0, WIDTH = 560.0, HEADING = 36.0, KEY_COLUMN = 170.0;

static void line(ui_context *ui, ui_rect *left, const char *key, const char *text)
{
    const ui_theme *theme = &ui->theme;
    const double y = left->y + 0.5 * ROW;
    ui_label(&ui->canvas, (ui_point){left->x, y}, UI_LEFT, theme->number, theme->accent, key);
    ui_label(&ui->canvas, (ui_point){left->x + KEY_COLUMN, y}, UI_LEFT, theme->body, theme->ink,
             text);
    left->y += ROW;
}

void help_pass(ui_context *ui, ui_rect window, app_session *session)
{
    if (!session->help_open)
        return;
    const ui_theme *theme = &ui->theme;
    const double pad = theme->margin + 4.0;
    const double height = 2.0 * pad + HEADING + ROW * (COMMAND_COUNT + CONTROL_COUNT) + theme->gap;
    const ui_rect card = {ui_snap(&ui->canvas, 0.5 * (window.w - WIDTH)),
                          ui_snap(&ui->canvas, 0.5 * (window.h - height)), WIDTH, height};
    ui_box(&ui->canvas, window, 0.0, theme->shade);
    ui_box(&ui->canvas, card, 2.0 * theme->corner, theme->paper);
    ui_rect left = ui_inset(card, pad);
    ui_label(&ui->canvas, (ui_point){left.x, left.y + 0.25 * HEADING}, UI_LEFT, theme->title,
             theme->ink, "Keys and controls");
    left.y += HEADING;
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        line(ui, &left, command_of(id)->keys, command_of(id)->help);
    left.y += theme->gap;
    for (int i = 0; i < CONTROL_COUNT; i++)
        line(ui, &left, CONTROLS[i].action, CONTROLS[i].effect);
    const ui_button_def close = {
        .name = "close help",
        .rect = {card.x + card.w - pad - 72.0, card.y + 0.75 * pad, 72.0, theme->button_height},
        .label = "Close",
    };
    const bool outside = ui->input.pressed && !ui_contains(card, ui->input.mouse);
    if (ui_button(ui, &close) || outside) {
        session->help_open = false;
        ui->again = true;
    }
}

void help_describe(FILE *stream)
{
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        fprintf(stream, "  %-20s %s\n", command_of(id)->keys, command_of(id)->help);
    for (int i = 0; i < CONTROL_COUNT; i++)
        fprintf(stream, "  %-20s %s\n", CONTROLS[i].action, CONTROLS[i].effect);
}
