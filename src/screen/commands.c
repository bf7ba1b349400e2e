#include "screen/commands.h"

#include "model/player.h"
#include "model/race.h"
#include "model/settings.h"

#include <stdio.h>
#include <string.h>

static void play_towards(model_session *session, bool backwards)
{
    const bool pauses = session->playing && session->backwards == backwards;
    session->backwards = backwards;
    if (pauses)
        player_pause(session);
    else
        player_play(session);
}

/* While it plays backwards, a press that would play forwards pauses first. */
static void play_pause(model_session *session)
{
    if (session->playing)
        player_pause(session);
    else
        play_towards(session, false);
}

static void play_backwards(model_session *session)
{
    play_towards(session, true);
}

static void step(model_session *session)
{
    player_show(session, session->playhead + 1);
}

static void step_back(model_session *session)
{
    player_show(session, session->playhead > 0 ? session->playhead - 1 : 0);
}

static void first(model_session *session)
{
    player_show(session, 0);
}

static void last(model_session *session)
{
    player_show(session, DH_NEVER);
}

static void new_data(model_session *session)
{
    dh_config config = session->scene.config;
    config.data.seed++;
    session_configure(session, &config);
}

static void repeat(model_session *session)
{
    session->repeat = (session_repeat)((session->repeat + 1) % REPEAT_COUNT);
}

static void copy(model_session *session)
{
    session->copy_wanted = true;
}

static void slices(model_session *session)
{
    session->view.slices = !session->view.slices;
}

static void loss_axis(model_session *session)
{
    session->view.linear_loss = !session->view.linear_loss;
}

static void residuals(model_session *session)
{
    session->view.residuals = !session->view.residuals;
}

static void gradient(model_session *session)
{
    session->view.gradient = !session->view.gradient;
}

static void alone(model_session *session, view_picture picture)
{
    session->view.alone = session->view.alone == picture ? VIEW_ALL : picture;
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

static void theme(model_session *session)
{
    session->view.dark = !session->view.dark;
}

static void larger(model_session *session)
{
    view_zoom_all(&session->view, 1);
}

static void smaller(model_session *session)
{
    view_zoom_all(&session->view, -1);
}

static void usual_size(model_session *session)
{
    session->view.size = 1.0;
}

static void rate_down(model_session *session)
{
    setting_nudge(session, SETTING_LEARNING_RATE, -1);
}

static void rate_up(model_session *session)
{
    setting_nudge(session, SETTING_LEARNING_RATE, 1);
}

static void from_here(model_session *session)
{
    session->view.from_here = !session->view.from_here;
}

static void next_optimizer(model_session *session)
{
    dh_config config = session->scene.config;
    dh_recipe_set_optimizer(&config.recipe, (config.recipe.optimizer + 1) % dh_optimizer_count());
    session_configure(session, &config);
}

static void batch_down(model_session *session)
{
    setting_nudge(session, SETTING_BATCH, -1);
}

static void batch_up(model_session *session)
{
    setting_nudge(session, SETTING_BATCH, 1);
}

static void keep(model_session *session)
{
    model_scene next;
    scene_copy(&next, &session->scene);
    if (scene_keep(&next, &next.config.recipe, next.name)) {
        next.name[0] = '\0'; /* it is the kept one's */
        session_change(session, &next);
    } else {
        dh_fail(&session->error, "%d runs are shown already: remove one to keep another",
                SCENE_RUNS);
    }
}

static void race(model_session *session)
{
    model_scene next;
    if (!race_scene(session, &next, &session->error))
        return;
    session_change(session, &next);
    player_restart(session);
}

static void gradient_arrow(model_session *session)
{
    session->view.hide_gradient_arrow = !session->view.hide_gradient_arrow;
}

static void velocity_arrow(model_session *session)
{
    session->view.hide_velocity_arrow = !session->view.hide_velocity_arrow;
}

static void step_arrow(model_session *session)
{
    session->view.hide_step_arrow = !session->view.hide_step_arrow;
}

static void batch_loss(model_session *session)
{
    session->view.batch_loss = !session->view.batch_loss;
}

static void full_screen(model_session *session)
{
    session->full_screen = !session->full_screen;
}

static void help(model_session *session)
{
    session->help_open = !session->help_open;
}

static void escape(model_session *session)
{
    if (session->help_open)
        session->help_open = false;
    else if (session->view.alone != VIEW_ALL)
        session->view.alone = VIEW_ALL;
    else
        session->full_screen = false;
}

static void quit(model_session *session)
{
    session->quit = true;
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

static const screen_command COMMANDS[COMMAND_COUNT] = {
    [COMMAND_PLAY_PAUSE] = {"Space", "Play or pause", false, play_pause, {KEY(SDLK_SPACE)}},
    [COMMAND_PLAY_BACKWARDS] =
        {"B", "Play backwards or pause", false, play_backwards, {KEY(SDLK_b)}},
    [COMMAND_STEP] = {"S or Right", "One step forward", true, step, {KEY(SDLK_s), KEY(SDLK_RIGHT)}},
    [COMMAND_STEP_BACK] = {"Left", "One step back", true, step_back, {KEY(SDLK_LEFT)}},
    [COMMAND_FIRST] = {"Home", "First step", false, first, {KEY(SDLK_HOME)}},
    [COMMAND_LAST] = {"End", "Last step", false, last, {KEY(SDLK_END)}},
    [COMMAND_RESET] = {"R", "Back to step 0, and play", false, player_restart, {KEY(SDLK_r)}},
    [COMMAND_SLOWER] = {"-", "Slower", true, player_slower, {SYMBOL("-")}},
    [COMMAND_FASTER] = {"+ or =", "Faster", true, player_faster, {SYMBOL("+"), SYMBOL("=")}},
    [COMMAND_REPEAT] = {"M", "Play once, in a loop, or to and fro", false, repeat, {KEY(SDLK_m)}},
    [COMMAND_RATE_DOWN] = {"[", "Lower learning rate", true, rate_down, {SYMBOL("[")}},
    [COMMAND_RATE_UP] = {"]", "Higher learning rate", true, rate_up, {SYMBOL("]")}},
    [COMMAND_FROM_HERE] = {"H", "Change the rate from here on", false, from_here, {KEY(SDLK_h)}},
    [COMMAND_OPTIMIZER] = {"O", "Next optimizer", false, next_optimizer, {KEY(SDLK_o)}},
    [COMMAND_BATCH_DOWN] = {",", "Smaller batch", true, batch_down, {SYMBOL(",")}},
    [COMMAND_BATCH_UP] = {".", "Larger batch, to all points", true, batch_up, {SYMBOL(".")}},
    [COMMAND_KEEP] = {"K", "Keep this run beside the next", false, keep, {KEY(SDLK_k)}},
    [COMMAND_RACE] = {"A", "Race all optimizers", false, race, {KEY(SDLK_a)}},
    [COMMAND_NEW_DATA] = {"N", "New data, from the next seed", false, new_data, {KEY(SDLK_n)}},
    [COMMAND_UNDO] = {"Ctrl+Z", "Undo", true, session_undo, {CTRL(SDLK_z)}},
    [COMMAND_REDO] =
        {"Ctrl+Shift+Z or Ctrl+Y", "Redo", true, session_redo, {CTRL_SHIFT(SDLK_z), CTRL(SDLK_y)}},
    [COMMAND_COPY] = {"Ctrl+C", "Copy this as a command line", false, copy, {CTRL(SDLK_c)}},
    [COMMAND_SLICES] = {"W", "Weights as contours or slices", false, slices, {KEY(SDLK_w)}},
    [COMMAND_LOSS_AXIS] = {"L", "Loss logarithmic or linear", false, loss_axis, {KEY(SDLK_l)}},
    [COMMAND_RESIDUALS] = {"E", "Show residuals (errors)", false, residuals, {KEY(SDLK_e)}},
    [COMMAND_GRADIENT] = {"G", "Show where the gradient is from", false, gradient, {KEY(SDLK_g)}},
    [COMMAND_GRADIENT_ARROW] = {"D", "Arrow of the gradient", false, gradient_arrow, {KEY(SDLK_d)}},
    [COMMAND_VELOCITY_ARROW] =
        {"V", "Arrow of velocity or adapted step", false, velocity_arrow, {KEY(SDLK_v)}},
    [COMMAND_STEP_ARROW] =
        {"U", "Arrow of the update really made", false, step_arrow, {KEY(SDLK_u)}},
    [COMMAND_BATCH_LOSS] = {"P", "Loss of each mini-batch", false, batch_loss, {KEY(SDLK_p)}},
    [COMMAND_DATA_ALONE] =
        {"1", "The data picture alone, or all", false, data_alone, {SYMBOL("1")}},
    [COMMAND_WEIGHTS_ALONE] =
        {"2", "The weights picture alone, or all", false, weights_alone, {SYMBOL("2")}},
    [COMMAND_LOSS_ALONE] =
        {"3", "The loss picture alone, or all", false, loss_alone, {SYMBOL("3")}},
    [COMMAND_THEME] = {"T", "Light or dark", false, theme, {KEY(SDLK_t)}},
    [COMMAND_LARGER] = {"Ctrl+Plus",
                        "Everything larger",
                        true,
                        larger,
                        {CTRL(SDLK_PLUS), CTRL(SDLK_EQUALS), CTRL(SDLK_KP_PLUS)}},
    [COMMAND_SMALLER] = {"Ctrl+Minus",
                         "Everything smaller",
                         true,
                         smaller,
                         {CTRL(SDLK_MINUS), CTRL(SDLK_KP_MINUS)}},
    [COMMAND_USUAL_SIZE] = {"Ctrl+0",
                            "Everything in its usual size",
                            false,
                            usual_size,
                            {CTRL(SDLK_0), CTRL(SDLK_KP_0)}},
    [COMMAND_FULL_SCREEN] = {"F11", "Full screen, and back", false, full_screen, {KEY(SDLK_F11)}},
    [COMMAND_HELP] = {"F1 or ?", "This help", false, help, {KEY(SDLK_F1), SYMBOL("?")}},
    [COMMAND_ESCAPE] =
        {"Escape", "Leave help, picture, full screen", false, escape, {KEY(SDLK_ESCAPE)}},
    [COMMAND_QUIT] = {"Q or Ctrl+Q", "Quit", false, quit, {KEY(SDLK_q), CTRL(SDLK_q)}},
};

const screen_command *command_of(command_id id)
{
    return &COMMANDS[id];
}

command_hint command_hint_of(command_id id)
{
    command_hint hint;
    snprintf(hint.text, sizeof hint.text, "%s (%s)", COMMANDS[id].help, COMMANDS[id].keys);
    return hint;
}

void command_run(command_id id, model_session *session)
{
    COMMANDS[id].run(session);
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
command_id command_for_key(const ui_input *input)
{
    if (input->alt)
        return COMMAND_COUNT;
    const command_id id = find_key(input, true);
    return id != COMMAND_COUNT ? id : find_key(input, false);
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
