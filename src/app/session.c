#include "app/session.h"

enum { UPDATES_PER_TICK = 100000 }; /* a few milliseconds of work */

static bool same_data(const dh_data_def *a, const dh_data_def *b)
{
    return a->points == b->points && a->slope == b->slope && a->intercept == b->intercept &&
           a->noise == b->noise && a->seed == b->seed;
}

static bool draw_data(app_session *session, const dh_data_def *def, dh_error *error)
{
    if (!dh_data_draw(&session->data, def, error))
        return false;
    session->quadratic = dh_quadratic_of(session->data.x, session->data.y, session->data.n);
    session->data_version++;
    return true;
}

static bool adopt(app_session *session, const dh_config *config, dh_error *error)
{
    const dh_data_def before = session->config.data;
    const bool had_data = session->data.n > 0;
    const bool draws = !had_data || !same_data(&config->data, &before);
    if (draws && !draw_data(session, &config->data, error))
        return false;
    if (!dh_run_start(&session->run, config, &session->quadratic, error)) {
        if (draws && had_data)
            draw_data(session, &before, NULL); /* there is room for them: they were here */
        return false;
    }
    session->config = *config;
    session->run_version++;
    session->playhead = 0;
    dh_run_advance(&session->run, UPDATES_PER_TICK);
    return true;
}

bool session_init(app_session *session, const dh_config *config, uint32_t interval_ms,
                  dh_error *error)
{
    session->interval_ms = interval_ms;
    return adopt(session, config, error);
}

void session_free(app_session *session)
{
    dh_data_free(&session->data);
    dh_run_free(&session->run);
}

static void play_from_here(app_session *session)
{
    session->playing = true;
    session->due_ms = session->now_ms + session->interval_ms;
}

void session_configure(app_session *session, const dh_config *config)
{
    session->error.text[0] = '\0';
    if (adopt(session, config, &session->error))
        play_from_here(session);
}

void session_restart(app_session *session)
{
    session->run_version++;
    session->playhead = 0;
    play_from_here(session);
}

static bool at_end(const app_session *session)
{
    return dh_run_complete(&session->run) && session->playhead + 1 == session->run.known;
}

void session_play(app_session *session)
{
    if (at_end(session))
        session_restart(session);
    else
        play_from_here(session);
}

void session_pause(app_session *session)
{
    session->playing = false;
}

size_t session_last(app_session *session)
{
    dh_run_advance(&session->run, session->run.steps);
    return session->run.known - 1;
}

void session_seek(app_session *session, size_t step)
{
    if (step >= session->run.known) {
        const size_t last = session_last(session);
        step = step < last ? step : last;
    }
    session->playhead = step;
}

void session_show(app_session *session, size_t step)
{
    session_seek(session, step);
    session->playing = false;
}

static bool play(app_session *session)
{
    if (session->held)
        session->due_ms = session->now_ms + session->interval_ms;
    if (!session->playing || session->now_ms < session->due_ms)
        return false;
    if (session->playhead + 1 < session->run.known) {
        session->playhead++;
        session->due_ms += session->interval_ms;
        if (session->due_ms <= session->now_ms) /* too slow: play slower, skip nothing */
            session->due_ms = session->now_ms + session->interval_ms;
    }
    if (at_end(session))
        session->playing = false;
    return true;
}

bool session_tick(app_session *session, uint64_t now_ms)
{
    session->now_ms = now_ms;
    const bool growing = !dh_run_complete(&session->run);
    if (growing)
        dh_run_advance(&session->run, UPDATES_PER_TICK);
    return play(session) || growing;
}

int session_wait(const app_session *session, uint64_t now_ms)
{
    if (!dh_run_complete(&session->run))
        return 0;
    if (!session->playing || session->held)
        return -1;
    return session->due_ms > now_ms ? (int)(session->due_ms - now_ms) : 0;
}

dh_step session_now(const app_session *session)
{
    return session->run.row[session->playhead];
}
