#include "screen/help.h"

#include "screen/commands.h"
#include "ui/button.h"

#include <math.h>

static const struct {
    const char *action, *effect;
} CONTROLS[] = {
    {"Drag, or the wheel", "Move a slider; Shift: ten times finer"},
    {"Wheel beside them", "Scroll the controls"},
    {"Double-click", "Give a slider its default back"},
    {"Click a number", "Type another; Enter takes it"},
    {"Tab, Shift+Tab", "Walk the controls; arrows, Enter"},
    {"Weights: click, drag", "Move the start; pan"},
    {"Weights: wheel", "Zoom at the pointer"},
    {"Weights: double-click", "Fit the picture again"},
    {"Loss: click, drag", "Show that step"},
    {"Loss: drag a mark", "Change the rate at another step"},
    {"Loss: double-click it", "Remove it; Delete, too"},
    {"Edit: click, drag", "Add a point; move; select several"},
    {"Edit: right click", "Remove a point; Delete, too"},
    {"Drag between pictures", "Share the width among them"},
    {"Runs: click a name", "Type another name for the run"},
    {"Point at a step", "Mark it in every picture"},
};

enum { CONTROL_COUNT = sizeof CONTROLS / sizeof *CONTROLS };

static const double ROW = 20.0; /* or as much lower as it takes to fit the window */
static const double COLUMN = 352.0, HEADING = 32.0, KEY_COLUMN = 146.0, GAP = 24.0;
static const double CLOSE_WIDTH = 72.0;

static void line(ui_context *ui, double x, double y, const char *key, const char *text)
{
    const ui_theme *theme = &ui->theme;
    ui_label(&ui->canvas, (ui_point){x, y}, UI_LEFT, theme->small, theme->accent, key);
    ui_label(&ui->canvas, (ui_point){x + KEY_COLUMN, y}, UI_LEFT, theme->small, theme->ink, text);
}

enum { LINE_COUNT = COMMAND_COUNT + CONTROL_COUNT, IN_COLUMN = (LINE_COUNT + 1) / 2 };

static void lines(ui_context *ui, ui_rect inside, double row)
{
    for (int i = 0; i < LINE_COUNT; i++) {
        const double x = inside.x + (i / IN_COLUMN) * (COLUMN + GAP);
        const double y = inside.y + HEADING + (i % IN_COLUMN + 0.5) * row;
        if (i < COMMAND_COUNT)
            line(ui, x, y, command_keys_here((command_id)i).text, command_of((command_id)i)->help);
        else
            line(ui, x, y, CONTROLS[i - COMMAND_COUNT].action, CONTROLS[i - COMMAND_COUNT].effect);
    }
}

void help_pass(ui_context *ui, ui_rect window, model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    if (!wishes.help)
        return;
    const ui_theme *theme = &ui->theme;
    const double pad = theme->margin;
    const double around = 2.0 * pad + HEADING;
    const double row = fmin(ROW, floor((window.h - around) / IN_COLUMN));
    const double height = around + row * IN_COLUMN;
    const double width = 2.0 * (COLUMN + pad) + GAP;
    const ui_rect card = {ui_snap(&ui->canvas, 0.5 * (window.w - width)),
                          ui_snap(&ui->canvas, 0.5 * (window.h - height)), width, height};
    ui_box(&ui->canvas, window, 0.0, theme->shade);
    ui_box(&ui->canvas, card, 2.0 * theme->corner, theme->paper);
    const ui_rect inside = ui_inset(card, pad);
    ui_label(&ui->canvas, (ui_point){inside.x, inside.y + 0.25 * HEADING}, UI_LEFT, theme->title,
             theme->ink, "Keys and controls");
    lines(ui, inside, row);
    const ui_button_def close = {
        .name = "close help",
        .rect = {inside.x + inside.w - CLOSE_WIDTH, card.y + 0.5 * pad, CLOSE_WIDTH,
                 theme->button_height},
        .label = "Close",
    };
    const bool outside = ui->input.pressed && !ui_contains(card, ui->input.mouse);
    if (ui_button(ui, &close) || outside) {
        wishes.help = false;
        session_wish(session, wishes);
        ui->again = true;
    }
}

void help_describe(FILE *stream)
{
    for (command_id id = 0; id < COMMAND_COUNT; id++)
        fprintf(stream, "  %-23s %s\n", command_of(id)->keys, command_of(id)->help);
    for (int i = 0; i < CONTROL_COUNT; i++)
        fprintf(stream, "  %-23s %s\n", CONTROLS[i].action, CONTROLS[i].effect);
}
