#include "model/player.h"

static const uint32_t INTERVALS[] = {
    1,   2,   3,   5,   7,   10,  15,   20,   30,   50,   70,
    100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, PLAYER_INTERVAL_MAX};

enum { INTERVAL_COUNT = sizeof INTERVALS / sizeof *INTERVALS };

enum { SEEK_WORK = 15 * PLAYER_SLICE }; /* done at once for a step that is sought */

static bool at_end(const model_session *session)
{
    return session_complete(session) && session->playhead + 1 == session_known(session);
}

static void show(model_session *session, size_t step)
{
    session->playhead = session->shown_from = step;
    session->seeking = false;
}

/* Shows a step, or the last that is known on the way to it. */
static void show_when_known(model_session *session, size_t step)
{
    const size_t last = session_known(session) - 1;
    show(session, step < last ? step : last);
    session->seeking = step > last && !session_complete(session);
    session->sought = step;
}

static void play_from_here(model_session *session)
{
    session->playing = true;
    session->due_ms = session->now_ms + player_frame_ms(session);
}

void player_restart(model_session *session)
{
    session->run_version++;
    session->backwards = false;
    show(session, 0);
    play_from_here(session);
}

void player_play(model_session *session)
{
    if (session->backwards && session->playhead == 0)
        player_seek(session, DH_NEVER);
    else if (!session->backwards && at_end(session))
        player_restart(session);
    play_from_here(session);
}

void player_pause(model_session *session)
{
    session->playing = false;
}

void player_seek(model_session *session, size_t step)
{
    if (step >= session_known(session) && !session->seeking)
        session_advance(session, SEEK_WORK);
    show_when_known(session, step);
}

void player_show(model_session *session, size_t step)
{
    player_seek(session, step);
    session->playing = false;
}

void player_set_interval(model_session *session, uint32_t interval_ms)
{
    session->interval_ms = interval_ms;
    if (session->playing)
        play_from_here(session);
}

void player_slower(model_session *session)
{
    for (int i = 0; i < INTERVAL_COUNT; i++)
        if (INTERVALS[i] > session->interval_ms) {
            player_set_interval(session, INTERVALS[i]);
            return;
        }
}

void player_faster(model_session *session)
{
    for (int i = INTERVAL_COUNT - 1; i >= 0; i--)
        if (INTERVALS[i] < session->interval_ms) {
            player_set_interval(session, INTERVALS[i]);
            return;
        }
}

const char *player_repeat_word(session_repeat repeat)
{
    static const char *const words[REPEAT_COUNT] = {"once", "loop", "reflect"};
    return words[repeat];
}

uint32_t player_steps_per_frame(const model_session *session)
{
    const uint32_t interval = session->interval_ms;
    return interval < session->frame_ms ? (session->frame_ms + interval - 1) / interval : 1;
}

uint32_t player_frame_ms(const model_session *session)
{
    return player_steps_per_frame(session) * session->interval_ms;
}

/* The next frame forwards. Returns false at the end of the way. */
static bool advance(model_session *session)
{
    const size_t left = session_known(session) - 1 - session->playhead;
    const size_t steps = player_steps_per_frame(session);
    if (left > 0) {
        session->shown_from = session->playhead + 1;
        session->playhead += steps < left ? steps : left;
        return true;
    }
    if (!session_complete(session))
        return true; /* the next step is being computed */
    if (session->repeat == REPEAT_ONCE || session_known(session) == 1)
        return false;
    session->backwards = session->repeat == REPEAT_REFLECT;
    show(session, session->backwards ? session->playhead - 1 : 0);
    return true;
}

static bool retreat(model_session *session)
{
    const size_t steps = player_steps_per_frame(session);
    if (session->playhead > 0) {
        show(session, session->playhead > steps ? session->playhead - steps : 0);
        return true;
    }
    if (session->repeat == REPEAT_ONCE || session_known(session) == 1)
        return false;
    session->backwards = session->repeat != REPEAT_REFLECT;
    player_seek(session, session->backwards ? DH_NEVER : 1);
    return true;
}

static bool at_rest(const model_session *session)
{
    if (session->repeat != REPEAT_ONCE)
        return false;
    return session->backwards ? session->playhead == 0 : at_end(session);
}

static bool play(model_session *session)
{
    const uint32_t frame_ms = player_frame_ms(session);
    if (session->held || session->seeking)
        session->due_ms = session->now_ms + frame_ms;
    if (!session->playing || session->now_ms < session->due_ms)
        return false;
    const bool moved = session->backwards ? retreat(session) : advance(session);
    session->due_ms += frame_ms;
    if (session->due_ms <= session->now_ms) /* too slow: play slower, skip nothing */
        session->due_ms = session->now_ms + frame_ms;
    session->playing = moved && !at_rest(session);
    return true;
}

/* Computes a slice, and shows what was sought as far as it is known now. */
static bool grow(model_session *session)
{
    if (!session_busy(session))
        return false;
    session_advance(session, PLAYER_SLICE);
    if (session->seeking)
        show_when_known(session, session->sought);
    return true;
}

bool player_tick(model_session *session, uint64_t now_ms)
{
    session->now_ms = now_ms;
    const bool grew = grow(session);
    return play(session) || grew;
}

int player_wait(const model_session *session, uint64_t now_ms)
{
    if (session_busy(session))
        return 0;
    if (!session->playing || session->held)
        return -1;
    return session->due_ms > now_ms ? (int)(session->due_ms - now_ms) : 0;
}
