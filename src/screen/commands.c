#include "screen/commands.h"

#include "screen/setting_slider.h"
#include "text/append.h"
#include "ui/keyboard.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* While it plays backwards, a press that would play forwards pauses first. */
static void play_pause(model_session *session)
{
    if (session_player(session)->playing)
        session_pause(session);
    else
        session_play_towards(session, false);
}

static void play_backwards(model_session *session)
{
    session_play_towards(session, true);
}

static void step(model_session *session)
{
    session_show(session, session_player(session)->playhead + 1);
}

static void step_back(model_session *session)
{
    const size_t playhead = session_player(session)->playhead;
    session_show(session, playhead > 0 ? playhead - 1 : 0);
}

static void first(model_session *session)
{
    session_show(session, 0);
}

static void last(model_session *session)
{
    session_show(session, DH_NEVER);
}

static void change_pace(model_session *session, int direction)
{
    model_pace pace = session_player(session)->pace;
    pace.interval_ms = player_next_interval(session_player(session), direction);
    session_set_pace(session, pace);
}

static void slower(model_session *session)
{
    change_pace(session, 1);
}

static void faster(model_session *session)
{
    change_pace(session, -1);
}

/* The next seed, where it changes anything. */
static void new_data(model_session *session)
{
    const dh_error why = {.text = "no new data: given points have a seed for mini-batches only"};
    model_scene next = *session_scene(session);
    next.problem.source.seed++;
    if (runs_use_seed(session_runs(session)))
        session_change(session, &next);
    else
        session_refuse(session, &why);
}

static void next_optimizer(model_session *session)
{
    model_scene next = *session_scene(session);
    dh_recipe *recipe = &next.run[0].recipe;
    dh_recipe_set_optimizer(recipe, (recipe->optimizer + 1) % dh_optimizer_count());
    session_change(session, &next);
}

static void rate_down(model_session *session)
{
    setting_nudge(session, FIELD_RATE, -1);
}

static void rate_up(model_session *session)
{
    setting_nudge(session, FIELD_RATE, 1);
}

static void batch_down(model_session *session)
{
    setting_nudge(session, FIELD_BATCH, -1);
}

static void batch_up(model_session *session)
{
    setting_nudge(session, FIELD_BATCH, 1);
}

/* Another plane, in which the old range means nothing. */
static void own_units(model_session *session)
{
    model_view next = *session_view(session);
    next.own_units = !next.own_units;
    next.zoom.on = false;
    session_set_view(session, &next);
}

static void standardize(model_session *session)
{
    model_view view = *session_view(session);
    session_toggle(session, FIELD_STANDARDIZE);
    view.zoom.on = false;
    session_set_view(session, &view);
}

static void alone(model_session *session, view_picture picture)
{
    model_view next = *session_view(session);
    next.alone = next.alone == picture ? VIEW_ALL : picture;
    session_set_view(session, &next);
}

static void data_alone(model_session *session)
{
    alone(session, VIEW_DATA);
}

static void weights_alone(model_session *session)
{
    alone(session, VIEW_WEIGHTS);
}

static void loss_alone(model_session *session)
{
    alone(session, VIEW_LOSS);
}

/* Folds a section of the controls, or unfolds it. */
#define FOLD(name, section)                                                                        \
    static void name(model_session *session)                                                       \
    {                                                                                              \
        model_view next = *session_view(session);                                                  \
        next.unfolded[section] = !next.unfolded[section];                                          \
        session_set_view(session, &next);                                                          \
    }

FOLD(fold_optimizer, VIEW_SECTION_OPTIMIZER)
FOLD(fold_batch, VIEW_SECTION_BATCH)
FOLD(fold_show, VIEW_SECTION_SHOW)
FOLD(fold_runs, VIEW_SECTION_RUNS)
FOLD(fold_data, VIEW_SECTION_DATA)

/* They are seen only where the optimizer is unfolded, too. */
static void fold_mistakes(model_session *session)
{
    model_view next = *session_view(session);
    bool *optimizer = &next.unfolded[VIEW_SECTION_OPTIMIZER];
    bool *mistakes = &next.unfolded[VIEW_SECTION_MISTAKES];
    *mistakes = !*mistakes || !*optimizer;
    *optimizer |= *mistakes;
    session_set_view(session, &next);
}

static void resize(model_session *session, double size)
{
    model_view next = *session_view(session);
    next.size = size;
    session_set_view(session, &next);
}

static void larger(model_session *session)
{
    resize(session, view_next_size(session_view(session)->size, 1));
}

static void smaller(model_session *session)
{
    resize(session, view_next_size(session_view(session)->size, -1));
}

static void usual_size(model_session *session)
{
    resize(session, view_default().size);
}

static void reload(model_session *session)
{
    session_open(session, NULL);
}

/* Has the program do something that the session cannot. */
#define WISH(name, member)                                                                         \
    static void name(model_session *session)                                                       \
    {                                                                                              \
        model_wishes wishes = *session_wishes(session);                                            \
        wishes.member = true;                                                                      \
        session_wish(session, wishes);                                                             \
    }

WISH(copy, copy)
WISH(save, save)
WISH(open_file, open)
WISH(paste, paste)
WISH(quit, quit)

static void full_screen(model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    wishes.full_screen = !wishes.full_screen;
    session_wish(session, wishes);
}

static void help(model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    wishes.help = !wishes.help;
    session_wish(session, wishes);
}

static void escape(model_session *session)
{
    model_wishes wishes = *session_wishes(session);
    const view_picture picture = session_view(session)->alone;
    if (session_loading(session))
        session_stop_loading(session);
    else if (wishes.help)
        wishes.help = false;
    else if (picture != VIEW_ALL)
        alone(session, picture);
    else
        wishes.full_screen = false;
    session_wish(session, wishes);
}

#define KEY(key)                                                                                   \
    {                                                                                              \
        (key), false, false, NULL                                                                  \
    }
#define CTRL(key)                                                                                  \
    {                                                                                              \
        (key), true, false, NULL                                                                   \
    }
#define CTRL_SHIFT(key)                                                                            \
    {                                                                                              \
        (key), true, true, NULL                                                                    \
    }
#define SYMBOL(text)                                                                               \
    {                                                                                              \
        SDLK_UNKNOWN, false, false, (text)                                                         \
    }

#define COMMAND(keys_, help_, repeats_, run_, ...)                                                 \
    {                                                                                              \
        .keys = keys_, .help = help_, .repeats = repeats_, .run = run_, .key = { __VA_ARGS__ }     \
    }
#define SWITCH(keys_, help_, field_, ...)                                                          \
    {                                                                                              \
        .keys = keys_, .help = help_, .field = field_, .key = { __VA_ARGS__ }                      \
    }

static const screen_command COMMANDS[COMMAND_COUNT] = {
    [COMMAND_PLAY_PAUSE] = COMMAND("Space", "Play or pause", false, play_pause, KEY(SDLK_SPACE)),
    [COMMAND_PLAY_BACKWARDS] =
        COMMAND("B", "Play backwards or pause", false, play_backwards, KEY(SDLK_b)),
    [COMMAND_STEP] =
        COMMAND("S or Right", "One step forward", true, step, KEY(SDLK_s), KEY(SDLK_RIGHT)),
    [COMMAND_STEP_BACK] = COMMAND("Left", "One step back", true, step_back, KEY(SDLK_LEFT)),
    [COMMAND_FIRST] = COMMAND("Home", "First step", false, first, KEY(SDLK_HOME)),
    [COMMAND_LAST] = COMMAND("End", "Last step", false, last, KEY(SDLK_END)),
    [COMMAND_RESET] = COMMAND("R", "Back to step 0, and play", false, session_restart, KEY(SDLK_r)),
    [COMMAND_SLOWER] = COMMAND("-", "Slower", true, slower, SYMBOL("-")),
    [COMMAND_FASTER] = COMMAND("+ or =", "Faster", true, faster, SYMBOL("+"), SYMBOL("=")),
    [COMMAND_REPEAT] =
        SWITCH("M", "Play once, in a loop, or to and fro", FIELD_REPEAT, KEY(SDLK_m)),
    [COMMAND_PIN] = SWITCH("J", "Pin the step through changes", FIELD_PIN, KEY(SDLK_j)),
    [COMMAND_RATE_DOWN] = COMMAND("[", "Lower learning rate", true, rate_down, SYMBOL("[")),
    [COMMAND_RATE_UP] = COMMAND("]", "Higher learning rate", true, rate_up, SYMBOL("]")),
    [COMMAND_FROM_HERE] = SWITCH("H", "Change the rate from here on", FIELD_FROM_HERE, KEY(SDLK_h)),
    [COMMAND_OPTIMIZER] = COMMAND("O", "Next optimizer", false, next_optimizer, KEY(SDLK_o)),
    [COMMAND_BATCH_DOWN] = COMMAND(",", "Smaller batch", true, batch_down, SYMBOL(",")),
    [COMMAND_BATCH_UP] = COMMAND(".", "Larger batch, to all points", true, batch_up, SYMBOL(".")),
    [COMMAND_KEEP] =
        COMMAND("K", "Keep this run beside the next", false, session_keep, KEY(SDLK_k)),
    [COMMAND_RACE] = COMMAND("A", "Race the optimizers", false, session_race, KEY(SDLK_a)),
    [COMMAND_NEW_DATA] =
        COMMAND("N", "New data or batches: the next seed", false, new_data, KEY(SDLK_n)),
    [COMMAND_OPEN] = COMMAND("I or Ctrl+O", "Open a file of points, or of a run", false, open_file,
                             KEY(SDLK_i), CTRL(SDLK_o)),
    [COMMAND_RELOAD] = COMMAND("F5", "Read the files again", false, reload, KEY(SDLK_F5)),
    [COMMAND_PASTE] =
        COMMAND("Ctrl+V", "Paste points, as from a table", false, paste, CTRL(SDLK_v)),
    [COMMAND_EDIT] = SWITCH("C", "Change points by mouse and Delete", FIELD_EDIT, KEY(SDLK_c)),
    [COMMAND_STANDARDIZE] =
        COMMAND("X", "Standardize x: as steep both ways", false, standardize, KEY(SDLK_x)),
    [COMMAND_UNDO] = COMMAND("Ctrl+Z", "Undo", true, session_undo, CTRL(SDLK_z)),
    [COMMAND_REDO] = COMMAND("Ctrl+Shift+Z or Ctrl+Y", "Redo", true, session_redo,
                             CTRL_SHIFT(SDLK_z), CTRL(SDLK_y)),
    [COMMAND_COPY] = COMMAND("Ctrl+C", "Copy this as a command line", false, copy, CTRL(SDLK_c)),
    [COMMAND_SAVE] = COMMAND("Ctrl+S", "Save the points as CSV", false, save, CTRL(SDLK_s)),
    [COMMAND_SLICES] = SWITCH("W", "Weights as contours or slices", FIELD_SLICES, KEY(SDLK_w)),
    [COMMAND_FINDER] = SWITCH("4", "Steps by learning rate, or weights", FIELD_FINDER, SYMBOL("4")),
    [COMMAND_OWN_UNITS] =
        COMMAND("Z", "Standardized: weights in own units", false, own_units, KEY(SDLK_z)),
    [COMMAND_LOSS_AXIS] = SWITCH("L", "Loss logarithmic or linear", FIELD_LINEAR_LOSS, KEY(SDLK_l)),
    [COMMAND_RESIDUALS] = SWITCH("E", "Show residuals (errors)", FIELD_RESIDUALS, KEY(SDLK_e)),
    [COMMAND_PREDICTIONS] =
        SWITCH("Y", "Show the line's values at the points", FIELD_PREDICTIONS, KEY(SDLK_y)),
    [COMMAND_PULLS] = SWITCH("5", "Pulls: what each point adds to it", FIELD_PULLS, SYMBOL("5")),
    [COMMAND_GRADIENT] =
        SWITCH("G", "Show where the gradient is from", FIELD_GRADIENT, KEY(SDLK_g)),
    [COMMAND_GRADIENT_ARROW] =
        SWITCH("D", "Arrow of the gradient", FIELD_NO_GRADIENT_ARROW, KEY(SDLK_d)),
    [COMMAND_VELOCITY_ARROW] =
        SWITCH("V", "Arrow of velocity or adapted step", FIELD_NO_VELOCITY_ARROW, KEY(SDLK_v)),
    [COMMAND_STEP_ARROW] =
        SWITCH("U", "Arrow of the update really made", FIELD_NO_STEP_ARROW, KEY(SDLK_u)),
    [COMMAND_BATCH_LOSS] = SWITCH("P", "Loss of each mini-batch", FIELD_BATCH_LOSS, KEY(SDLK_p)),
    [COMMAND_WORDS] = SWITCH("F", "What the step did, in words", FIELD_NO_WORDS, KEY(SDLK_f)),
    [COMMAND_DATA_ALONE] =
        COMMAND("1", "The data picture alone, or all", false, data_alone, SYMBOL("1")),
    [COMMAND_WEIGHTS_ALONE] =
        COMMAND("2", "The weights picture alone, or all", false, weights_alone, SYMBOL("2")),
    [COMMAND_LOSS_ALONE] =
        COMMAND("3", "The loss picture alone, or all", false, loss_alone, SYMBOL("3")),
    [COMMAND_FOLD_OPTIMIZER] =
        COMMAND("Ctrl+1", "Fold or unfold the optimizer", false, fold_optimizer, CTRL(SDLK_1)),
    [COMMAND_FOLD_BATCH] = COMMAND("Ctrl+2", "The batch", false, fold_batch, CTRL(SDLK_2)),
    [COMMAND_FOLD_SHOW] = COMMAND("Ctrl+3", "What is shown", false, fold_show, CTRL(SDLK_3)),
    [COMMAND_FOLD_RUNS] = COMMAND("Ctrl+4", "The runs", false, fold_runs, CTRL(SDLK_4)),
    [COMMAND_FOLD_DATA] = COMMAND("Ctrl+5", "The data", false, fold_data, CTRL(SDLK_5)),
    [COMMAND_FOLD_MISTAKES] =
        COMMAND("6", "Mistakes, to show beside this run", false, fold_mistakes, SYMBOL("6")),
    [COMMAND_THEME] = SWITCH("T", "Light or dark", FIELD_THEME, KEY(SDLK_t)),
    [COMMAND_LARGER] = COMMAND("Ctrl+Plus", "Everything larger", true, larger, CTRL(SDLK_PLUS),
                               CTRL(SDLK_EQUALS), CTRL(SDLK_KP_PLUS)),
    [COMMAND_SMALLER] = COMMAND("Ctrl+Minus", "Everything smaller", true, smaller, CTRL(SDLK_MINUS),
                                CTRL(SDLK_KP_MINUS)),
    [COMMAND_USUAL_SIZE] = COMMAND("Ctrl+0", "Everything in its usual size", false, usual_size,
                                   CTRL(SDLK_0), CTRL(SDLK_KP_0)),
    [COMMAND_FULL_SCREEN] =
        COMMAND("F11", "Full screen, and back", false, full_screen, KEY(SDLK_F11)),
    [COMMAND_HELP] = COMMAND("F1 or ?", "This help", false, help, KEY(SDLK_F1), SYMBOL("?")),
    [COMMAND_ESCAPE] =
        COMMAND("Escape", "Leave help, picture, full screen", false, escape, KEY(SDLK_ESCAPE)),
    [COMMAND_QUIT] = COMMAND("Q or Ctrl+Q", "Quit", false, quit, KEY(SDLK_q), CTRL(SDLK_q)),
};

const screen_command *command_of(command_id id)
{
    assert(id < COMMAND_COUNT);
    return &COMMANDS[id];
}

/* Only single characters are keys that layouts have elsewhere or lack: the Z of "Ctrl+Z", not Home.
 */
command_keys command_keys_here(command_id id)
{
    command_keys keys = {""};
    for (const char *at = COMMANDS[id].keys; *at; at++) {
        const bool begins = at == COMMANDS[id].keys || at[-1] == ' ' || at[-1] == '+';
        char label[UI_KEY_LABEL_BYTES] = {*at, '\0'};
        if (begins && (at[1] == ' ' || at[1] == '\0'))
            ui_key_label(*at, label);
        text_append(keys.text, sizeof keys.text, "%s", label);
    }
    return keys;
}

command_hint command_hint_of(command_id id)
{
    command_hint hint;
    snprintf(hint.text, sizeof hint.text, "%s (%s)", COMMANDS[id].help, command_keys_here(id).text);
    return hint;
}

void command_run(command_id id, model_session *session)
{
    if (COMMANDS[id].run)
        COMMANDS[id].run(session);
    else
        session_toggle(session, COMMANDS[id].field);
}

/* Where digits take Shift, a digit's key with Shift types something else on other keyboards, and
 * only what it types tells. */
static bool may_type_another(const ui_input *input)
{
    return input->shift && input->key >= SDLK_0 && input->key <= SDLK_9;
}

static bool is_pressed(const command_key *key, const ui_input *input, bool mind_shift)
{
    return key->code != SDLK_UNKNOWN && key->code == input->key && key->ctrl == input->ctrl &&
           (!mind_shift || !key->ctrl || key->shift == input->shift);
}

static command_id find_key(const ui_input *input, bool mind_shift)
{
    for (int id = 0; id < COMMAND_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS; i++)
            if (is_pressed(&COMMANDS[id].key[i], input, mind_shift) &&
                (!input->repeated || COMMANDS[id].repeats))
                return (command_id)id;
    return COMMAND_COUNT;
}

/* Shift tells Ctrl+Z from Ctrl+Shift+Z; where it tells nothing it may be held, as for a plus. */
static command_id command_for_code(const ui_input *input)
{
    if (may_type_another(input))
        return COMMAND_COUNT;
    const command_id id = find_key(input, true);
    return id != COMMAND_COUNT ? id : find_key(input, false);
}

/* The command of what a key types with Ctrl, unless the key itself has one: then it has run when
 * the key went down. */
static command_id command_for_shortcut(const ui_input *input)
{
    ui_input key = *input, typed = *input;
    key.key = ui_key_of(&input->typed_by);
    key.repeated = typed.shift = false;
    typed.key = input->shortcut[1] == '\0' ? input->shortcut[0] : SDLK_UNKNOWN;
    return command_for_code(&key) == COMMAND_COUNT ? command_for_code(&typed) : COMMAND_COUNT;
}

/* The command of the sign for which a key stands that has typed something else. */
static command_id command_for_sign(const ui_input *input)
{
    const char *sign = ui_key_sign(&input->typed_by);
    if (!sign || command_for_symbol(input->text, false) != COMMAND_COUNT)
        return COMMAND_COUNT;
    return command_for_symbol(sign, input->repeated);
}

command_id command_for_key(const ui_input *input)
{
    if (input->alt)
        return COMMAND_COUNT;
    if (input->shortcut[0] != '\0')
        return command_for_shortcut(input);
    return input->text[0] != '\0' ? command_for_sign(input) : command_for_code(input);
}

command_id command_for_symbol(const char *symbol, bool repeated)
{
    for (int id = 0; id < COMMAND_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS; i++) {
            const command_key *key = &COMMANDS[id].key[i];
            if (key->symbol && strcmp(key->symbol, symbol) == 0 &&
                (!repeated || COMMANDS[id].repeats))
                return (command_id)id;
        }
    return COMMAND_COUNT;
}
