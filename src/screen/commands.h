/* Everything the program can be told to do, in one table. Keys, buttons, the help overlay, --help
 * and the README's list of keys are made from it or checked against it. */
#ifndef SCREEN_COMMANDS_H
#define SCREEN_COMMANDS_H

#include "model/session.h"
#include "ui/input.h"

#include <SDL_keycode.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum command_id {
    COMMAND_PLAY_PAUSE,
    COMMAND_PLAY_BACKWARDS,
    COMMAND_STEP,
    COMMAND_STEP_BACK,
    COMMAND_FIRST,
    COMMAND_LAST,
    COMMAND_RESET,
    COMMAND_SLOWER,
    COMMAND_FASTER,
    COMMAND_REPEAT,
    COMMAND_PIN,
    COMMAND_RATE_DOWN,
    COMMAND_RATE_UP,
    COMMAND_FROM_HERE,
    COMMAND_OPTIMIZER,
    COMMAND_BATCH_DOWN,
    COMMAND_BATCH_UP,
    COMMAND_KEEP,
    COMMAND_RACE,
    COMMAND_NEW_DATA,
    COMMAND_OPEN,
    COMMAND_RELOAD,
    COMMAND_PASTE,
    COMMAND_EDIT,
    COMMAND_STANDARDIZE,
    COMMAND_UNDO,
    COMMAND_REDO,
    COMMAND_COPY,
    COMMAND_SAVE,
    COMMAND_SLICES,
    COMMAND_FINDER,
    COMMAND_OWN_UNITS,
    COMMAND_LOSS_AXIS,
    COMMAND_RESIDUALS,
    COMMAND_PREDICTIONS,
    COMMAND_PULLS,
    COMMAND_GRADIENT,
    COMMAND_GRADIENT_ARROW,
    COMMAND_VELOCITY_ARROW,
    COMMAND_STEP_ARROW,
    COMMAND_BATCH_LOSS,
    COMMAND_WORDS,
    COMMAND_DATA_ALONE,
    COMMAND_WEIGHTS_ALONE,
    COMMAND_LOSS_ALONE,
    COMMAND_FOLD_OPTIMIZER,
    COMMAND_FOLD_BATCH,
    COMMAND_FOLD_SHOW,
    COMMAND_FOLD_RUNS,
    COMMAND_FOLD_DATA,
    COMMAND_FOLD_MISTAKES,
    COMMAND_THEME,
    COMMAND_LARGER,
    COMMAND_SMALLER,
    COMMAND_USUAL_SIZE,
    COMMAND_FULL_SCREEN,
    COMMAND_HELP,
    COMMAND_ESCAPE,
    COMMAND_QUIT,
    COMMAND_COUNT,
} command_id;

/* A key is told by its code, or, where keyboards differ in what must be held to type it, by the
 * character it types. */
typedef struct command_key {
    SDL_Keycode code; /* SDLK_UNKNOWN: told by the character */
    bool ctrl;
    bool shift;         /* matters with Ctrl only */
    const char *symbol; /* NULL: told by the code */
} command_key;

enum { COMMAND_KEYS = 3 };

typedef struct screen_command {
    const char *keys;                    /* as written for people: "S or Right" */
    const char *help;                    /* what it does */
    bool repeats;                        /* while its key is held */
    void (*run)(model_session *session); /* NULL: it switches a field */
    command_key key[COMMAND_KEYS];
    field_id field;
} screen_command;

const screen_command *command_of(command_id id);

/* Its keys as the keyboard has them that is used: on a Russian one Й for Q. */
typedef struct command_keys {
    char text[48];
} command_keys;
command_keys command_keys_here(command_id id);

/* What a command does and its keys, for the hint of a button. */
typedef struct command_hint {
    char text[96];
} command_hint;
command_hint command_hint_of(command_id id);

/* Runs a command, as every button and key does. */
void command_run(command_id id, model_session *session);

/* The command of a key that went down, or that has typed something else than it stands for or is
 * held with Ctrl; of a character that was typed. COMMAND_COUNT for none. */
command_id command_for_key(const ui_input *input);
command_id command_for_symbol(const char *symbol, bool repeated);

#endif
