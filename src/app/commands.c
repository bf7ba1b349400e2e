#include "app/commands.h"

#include "app/settings.h"

#include <string.h>

static void play_pause(app_session *session)
{
    if (session->playing)
        session_pause(session);
    else
        session_play(session);
}

static void step(app_session *session)
{
    session_show(session, session->playhead + 1);
}

static void step_back(app_session *session)
{
    session_show(session, session->playhead > 0 ? session->playhead - 1 : 0);
}

static void first(app_session *session)
{
    session_show(session, 0);
}

static void last(app_session *session)
{
    session_show(session, session_last(session));
}

static void new_data(app_session *session)
{
    dh_config config = session->config;
    config.data.seed++;
    session_configure(session, &config);
}

static void rate_down(app_session *session)
{
    setting_nudge(session, SETTING_LEARNING_RATE, -1);
}

static void rate_up(app_session *session)
{
    setting_nudge(session, SETTING_LEARNING_RATE, 1);
}

static void full_screen(app_session *session)
{
    session->full_screen = !session->full_screen;
}

static void help(app_session *session)
{
    session->help_open = !session->help_open;
}

static void escape(app_session *session)
{
    if (session->help_open)
        session->help_open = false;
    else
        session->full_screen = false;
}

static void quit(app_session *session)
{
    session->quit = true;
}

static const app_command COMMANDS[COMMAND_COUNT] = {
    [COMMAND_PLAY_PAUSE] = {"Space",
                            "Play or pause; at the end, play again",
                            false,
                            play_pause,
                            {{SDLK_SPACE, false, NULL}}},
    [COMMAND_STEP] = {"S or Right",
                      "One step forward",
                      true,
                      step,
                      {{SDLK_s, false, NULL}, {SDLK_RIGHT, false, NULL}}},
    [COMMAND_STEP_BACK] = {"Left", "One step back", true, step_back, {{SDLK_LEFT, false, NULL}}},
    [COMMAND_FIRST] = {"Home", "First step", false, first, {{SDLK_HOME, false, NULL}}},
    [COMMAND_LAST] = {"End", "Last step", false, last, {{SDLK_END, false, NULL}}},
    [COMMAND_RESET] =
        {"R", "Back to step 0, and play", false, session_restart, {{SDLK_r, false, NULL}}},
    [COMMAND_NEW_DATA] =
        {"N", "New data, from the next seed", false, new_data, {{SDLK_n, false, NULL}}},
    [COMMAND_RATE_DOWN] =
        {"[", "Lower learning rate", true, rate_down, {{SDLK_UNKNOWN, false, "["}}},
    [COMMAND_RATE_UP] = {"]", "Higher learning rate", true, rate_up, {{SDLK_UNKNOWN, false, "]"}}},
    [COMMAND_FULL_SCREEN] =
        {"F11", "Full screen, and back", false, full_screen, {{SDLK_F11, false, NULL}}},
    [COMMAND_HELP] =
        {"F1 or ?", "This help", false, help, {{SDLK_F1, false, NULL}, {SDLK_UNKNOWN, false, "?"}}},
    [COMMAND_ESCAPE] = {"Escape",
                        "Close the help, or leave full screen",
                        false,
                        escape,
                        {{SDLK_ESCAPE, false, NULL}}},
    [COMMAND_QUIT] =
        {"Q or Ctrl+Q", "Quit", false, quit, {{SDLK_q, false, NULL}, {SDLK_q, true, NULL}}},
};

const app_command *command_of(command_id id)
{
    return &COMMANDS[id];
}

void command_run(command_id id, app_session *session)
{
    COMMANDS[id].run(session);
}

command_id command_for_key(SDL_Keycode code, bool ctrl, bool alt, bool repeated)
{
    if (code == SDLK_UNKNOWN || alt)
        return COMMAND_COUNT;
    for (int id = 0; id < COMMAND_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS; i++) {
            const command_key *key = &COMMANDS[id].key[i];
            if (key->code == code && key->ctrl == ctrl && (!repeated || COMMANDS[id].repeats))
                return (command_id)id;
        }
    return COMMAND_COUNT;
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
