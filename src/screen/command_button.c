#include "screen/command_button.h"

void command_button(ui_context *ui, ui_button_def button, command_id id, model_session *session)
{
    command_hint hint = {""};
    if (ui_contains(button.rect, ui->input.mouse))
        hint = command_hint_of(id);
    button.hint = hint.text;
    if (ui_button(ui, &button))
        command_run(id, session);
}

double command_word(ui_context *ui, ui_point end, command_word_def word, model_session *session)
{
    const ui_theme *theme = &ui->theme;
    const double width =
        ui_label_width(&ui->canvas, theme->small, word.name) + 2.0 * theme->label_gap;
    const double height = theme->field_height;
    const ui_button_def button = {.name = word.name,
                                  .rect = {end.x - width, end.y - 0.5 * height, width, height},
                                  .look = UI_BUTTON_WORD,
                                  .label = word.name,
                                  .on = word.on};
    command_button(ui, button, word.command, session);
    return end.x - width;
}
