#include "app/session.h"

#include "app/player.h"

static bool same_data(const dh_data_def *a, const dh_data_def *b)
{
    return a->points == b->points && a->slope == b->slope && a->intercept == b->intercept &&
           a->noise == b->noise && a->seed == b->seed;
}

static bool same_config(const dh_config *a, const dh_config *b)
{
    return same_data(&a->data, &b->data) && a->init.slope == b->init.slope &&
           a->init.intercept == b->init.intercept && a->learning_rate == b->learning_rate &&
           a->steps == b->steps;
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
    session->playhead = session->shown_from = 0;
    dh_run_advance(&session->run, PLAYER_SLICE);
    return true;
}

bool session_init(app_session *session, const dh_config *config, uint32_t interval_ms,
                  dh_error *error)
{
    const uint32_t sixty_hertz_ms = 16;
    session->view = view_default();
    session->interval_ms = interval_ms;
    session->frame_ms = sixty_hertz_ms;
    if (!adopt(session, config, error))
        return false;
    session->history[0] = session->config;
    return true;
}

void session_free(app_session *session)
{
    dh_data_free(&session->data);
    dh_run_free(&session->run);
}

/* Notes the present config as the newest. The changes of one gesture are one. */
static void remember(app_session *session)
{
    if (!session->gesture) {
        session->history_at = (session->history_at + 1) % SESSION_HISTORY;
        if (session->undo_count < SESSION_HISTORY - 1)
            session->undo_count++;
    }
    session->history[session->history_at] = session->config;
    session->redo_count = 0;
    session->gesture = true;
}

void session_configure(app_session *session, const dh_config *config)
{
    session->error.text[0] = '\0';
    if (same_config(config, &session->config) || !adopt(session, config, &session->error))
        return;
    remember(session);
    session->backwards = false;
    player_play(session);
}

static void travel(app_session *session, size_t *from, size_t *to, size_t step)
{
    const size_t at = (session->history_at + step) % SESSION_HISTORY;
    session->error.text[0] = '\0';
    session->gesture = false;
    if (*from == 0 || !adopt(session, &session->history[at], &session->error))
        return;
    session->history_at = at;
    --*from;
    ++*to;
    session->backwards = false;
    player_play(session);
}

void session_undo(app_session *session)
{
    travel(session, &session->undo_count, &session->redo_count, SESSION_HISTORY - 1);
}

void session_redo(app_session *session)
{
    travel(session, &session->redo_count, &session->undo_count, 1);
}

size_t session_last(app_session *session)
{
    dh_run_advance(&session->run, session->run.steps);
    return session->run.known - 1;
}

dh_step session_now(const app_session *session)
{
    return session->run.row[session->playhead];
}
