/* Buttons that run a command of the table; their hint is what the command does and its keys. */
#ifndef SCREEN_COMMAND_BUTTON_H
#define SCREEN_COMMAND_BUTTON_H

#include "screen/commands.h"
#include "ui/button.h"

/* Draws a button, whose hint is left to this, and runs the command when it is pressed. */
void command_button(ui_context *ui, ui_button_def button, command_id id, model_session *session);

/* A small word that switches something on or off. */
typedef struct command_word_def {
    const char *name; /* of the control, and the word */
    bool on;
    command_id command;
} command_word_def;

/* Draws a word that ends at `end`, around its height; returns where it begins. */
double command_word(ui_context *ui, ui_point end, command_word_def word, model_session *session);

#endif
