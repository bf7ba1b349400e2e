#include "screen/help.h"

#include "screen/commands.h"
#include "screen/reading_guide.h"
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

typedef enum help_page { PAGE_READING, PAGE_KEYS, PAGE_CONTROLS, PAGE_COUNT } help_page;

static const char *const PAGES[PAGE_COUNT] = {[PAGE_READING] = "How to read the pictures",
                                              [PAGE_KEYS] = "Keys",
                                              [PAGE_CONTROLS] = "Mouse and controls"};

enum { KEYS_IN_COLUMN = (COMMAND_COUNT + 1) / 2 };

static void keys(ui_context *ui, ui_rect inside)
{
    const double row = fmin(ROW, floor(inside.h / KEYS_IN_COLUMN));
    for (int i = 0; i < COMMAND_COUNT; i++)
        line(ui, inside.x + (i / KEYS_IN_COLUMN) * (COLUMN + GAP),
             inside.y + (i % KEYS_IN_COLUMN + 0.5) * row, command_keys_here((command_id)i).text,
             command_of((command_id)i)->help);
}

static void controls(ui_context *ui, ui_rect inside)
{
    for (int i = 0; i < CONTROL_COUNT; i++)
        line(ui, inside.x, inside.y + (i + 0.5) * ROW, CONTROLS[i].action, CONTROLS[i].effect);
}

/* The words that lead from page to page. Returns the page that is to be shown. */
static int page_words(ui_context *ui, ui_point at, int page)
{
    const ui_theme *theme = &ui->theme;
    for (int i = 0; i < PAGE_COUNT; i++) {
        const double width =
            ui_label_width(&ui->canvas, theme->small, PAGES[i]) + 2.0 * theme->label_gap;
        const ui_button_def word = {
            .name = PAGES[i],
            .rect = {at.x, at.y - 0.5 * theme->field_height, width, theme->field_height},
            .look = UI_BUTTON_WORD,
            .label = PAGES[i],
            .on = page == i};
        if (ui_button(ui, &word))
            page = i;
        at.x += width + theme->gap;
    }
    return page;
}

void help_pass(ui_context *ui, const plot_style *style, ui_rect window, model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    if (!wishes.help)
        return;
    const ui_theme *theme = &ui->theme;
    const double pad = theme->margin;
    const double width = 2.0 * (COLUMN + pad) + GAP;
    const double height = fmin(2.0 * pad + HEADING + ROW * KEYS_IN_COLUMN, window.h);
    const ui_rect card = {ui_snap(&ui->canvas, 0.5 * (window.w - width)),
                          ui_snap(&ui->canvas, 0.5 * (window.h - height)), width, height};
    ui_box(&ui->canvas, window, 0.0, theme->shade);
    ui_box(&ui->canvas, card, 2.0 * theme->corner, theme->paper);
    const ui_rect inside = ui_inset(card, pad);
    const ui_rect page = {inside.x, inside.y + HEADING, inside.w, inside.h - HEADING};
    const int before = wishes.help_page;
    wishes.help_page =
        page_words(ui, (ui_point){inside.x - theme->label_gap, inside.y + 0.25 * HEADING}, before);
    if (before == PAGE_READING)
        reading_guide_draw(&ui->canvas, style, page);
    else if (before == PAGE_KEYS)
        keys(ui, page);
    else
        controls(ui, page);
    const ui_button_def close = {
        .name = "close help",
        .rect = {inside.x + inside.w - CLOSE_WIDTH, card.y + 0.5 * pad, CLOSE_WIDTH,
                 theme->button_height},
        .label = "Close",
    };
    const bool outside = ui->input.pressed && !ui_contains(card, ui->input.mouse);
    const bool closes = ui_button(ui, &close) || outside;
    wishes.help &= !closes;
    if (closes || wishes.help_page != before) {
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
