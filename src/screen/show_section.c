#include "screen/show_section.h"

#include "plots/marks.h"
#include "screen/command_button.h"
#include "text/append.h"

enum { SWITCHES_MAX = 9, NOTE_BYTES = 96 };

typedef struct show_switch {
    const char *name, *label; /* NULL: there is nothing to switch */
    bool on;
    command_id command;
    ui_color color; /* of what it shows, or none */
} show_switch;

/* What can be switched now. */
static void switches_of(const panel_state *p, show_switch table[static SWITCHES_MAX])
{
    const model_view *view = session_view(p->session);
    const int optimizer = session_scene(p->session)->run[0].recipe.optimizer;
    const show_switch switches[SWITCHES_MAX] = {
        {"gradient arrow", "Gradient", !view->hide_gradient_arrow, COMMAND_GRADIENT_ARROW,
         plot_arrow_color(p->style, PLOT_ARROW_GRADIENT)},
        {"step arrow", "Step", !view->hide_step_arrow, COMMAND_STEP_ARROW,
         plot_arrow_color(p->style, PLOT_ARROW_STEP)},
        {"velocity arrow", dh_optimizer_at(optimizer)->inner, !view->hide_velocity_arrow,
         COMMAND_VELOCITY_ARROW, plot_arrow_color(p->style, PLOT_ARROW_VELOCITY)},
        {"words", "Words", !view->hide_words, COMMAND_WORDS, {0}},
        {"residuals check", "Residuals", view->residuals, COMMAND_RESIDUALS, {0}},
        {"predictions check", "Predictions", view->predictions, COMMAND_PREDICTIONS, {0}},
        {"rates", "Rates", view->finder, COMMAND_FINDER, {0}},
        {"pulls", "Pulls", view->pulls, COMMAND_PULLS, {0}},
        {"theme", "Dark", view->theme == VIEW_DARK, COMMAND_THEME, {0}},
    };
    for (int i = 0; i < SWITCHES_MAX; i++)
        table[i] = switches[i];
}

/* Two in a row where the words fit. */
static void draw_switches(panel_state *p, const show_switch table[static SWITCHES_MAX])
{
    const ui_theme *theme = &p->ui->theme;
    double widest = 0.0;
    for (int i = 0; i < SWITCHES_MAX; i++)
        if (table[i].label)
            widest = fmax(widest, panel_check_width(p, table[i].label));
    const int columns = 2.0 * widest + theme->gap <= p->left.w ? 2 : 1;
    int column = 0;
    ui_rect row = {0};
    for (int i = 0; i < SWITCHES_MAX; i++) {
        if (!table[i].label)
            continue;
        if (column == 0)
            row = panel_row(p, theme->field_height);
        const ui_button_def button = {.name = table[i].name,
                                      .rect = panel_part(theme, row, column, columns),
                                      .look = UI_BUTTON_CHECK,
                                      .label = table[i].label,
                                      .on = table[i].on,
                                      .color = table[i].color};
        command_button(p->ui, button, table[i].command, p->session);
        column = (column + 1) % columns;
    }
    p->left.y += PANEL_ROW_GAP;
}

void show_section_pass(panel_state *p)
{
    show_switch table[SWITCHES_MAX];
    char note[NOTE_BYTES] = "";
    switches_of(p, table);
    for (int i = 0; i < SWITCHES_MAX; i++)
        if (table[i].label && table[i].on)
            text_append(note, sizeof note, "%s%s", *note ? ", " : "", table[i].label);
    if (panel_section(p, VIEW_SECTION_SHOW, *note ? note : "nothing more"))
        draw_switches(p, table);
}
