#include "app/player_bar.h"

#include "app/commands.h"
#include "ui/button.h"
#include "ui/slider.h"

#include <math.h>
#include <stdio.h>

static const double BUTTON = 36.0, MAIN_BUTTON = 40.0;
static const double SLIDER_HEIGHT = 24.0;

typedef struct player_button {
    const char *name;
    ui_icon icon;
    command_id command;
    double size;
} player_button;

static double buttons(ui_context *ui, ui_rect rect, app_session *session)
{
    const player_button table[] = {
        {"reset", UI_ICON_RESET, COMMAND_RESET, BUTTON},
        {"step back", UI_ICON_PREVIOUS, COMMAND_STEP_BACK, BUTTON},
        {"play", session->playing ? UI_ICON_PAUSE : UI_ICON_PLAY, COMMAND_PLAY_PAUSE, MAIN_BUTTON},
        {"step", UI_ICON_NEXT, COMMAND_STEP, BUTTON},
    };
    double x = rect.x + ui->theme.margin;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const double size = table[i].size;
        const ui_button_def button = {
            .name = table[i].name,
            .rect = {x, rect.y + 0.5 * (rect.h - size), size, size},
            .look = table[i].command == COMMAND_PLAY_PAUSE ? UI_BUTTON_ROUND : UI_BUTTON_BARE,
            .icon = table[i].icon,
        };
        if (ui_button(ui, &button))
            command_run(table[i].command, session);
        x += size + ui->theme.gap;
    }
    return x;
}

static void frame_slider(ui_context *ui, ui_rect rect, app_session *session)
{
    const ui_slider_def slider = {.name = "step slider",
                                  .rect = rect,
                                  .low = 0.0,
                                  .high = (double)session->run.steps,
                                  .step = 10.0, /* dragging keeps to tenths of it: whole steps */
                                  .preset = 0.0,
                                  .mark = NAN,
                                  .bad_from = NAN};
    double step = (double)session->playhead;
    if (ui_slider(ui, &slider, &step))
        session_seek(session, (size_t)fmax(step, 0.0));
    session->held |= ui->held == ui_id_of(slider.name);
}

void player_bar_pass(ui_context *ui, ui_rect rect, app_session *session)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, rect, 0.0, theme->chrome);
    ui_box(&ui->canvas, (ui_rect){rect.x, rect.y, rect.w, theme->border_width}, 0.0,
           theme->hairline);
    const double after_buttons = buttons(ui, rect, session);

    char speed[32], widest[32], shown[32];
    snprintf(speed, sizeof speed, "%u ms per step", session->interval_ms);
    snprintf(widest, sizeof widest, "%zu / %zu", session->run.steps, session->run.steps);
    snprintf(shown, sizeof shown, "%zu / %zu", session->playhead, session->run.steps);
    const double end = rect.x + rect.w - theme->margin;
    const double middle = rect.y + 0.5 * rect.h;
    const double speed_width = ui_label_width(&ui->canvas, theme->small, speed);
    const double count_width = ui_label_width(&ui->canvas, theme->number, widest);
    const double count_end = end - speed_width - 2.0 * theme->gap;
    ui_label(&ui->canvas, (ui_point){end, middle}, UI_RIGHT, theme->small, theme->muted, speed);
    ui_label(&ui->canvas, (ui_point){count_end, middle}, UI_RIGHT, theme->number, theme->ink,
             shown);

    const double from = after_buttons + theme->margin;
    const double to = count_end - count_width - theme->margin;
    frame_slider(ui, (ui_rect){from, middle - 0.5 * SLIDER_HEIGHT, to - from, SLIDER_HEIGHT},
                 session);
}
