/* The one state that outlives a frame: what to run, the run itself, and which step is shown.
 *
 * Time comes in from outside, in milliseconds, so that a test can play a run in no time. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/view.h"
#include "downhill/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct app_session {
    dh_config config;
    dh_data data;
    uint64_t data_version; /* grows whenever the data change */
    dh_quadratic quadratic;
    dh_run run;
    uint64_t run_version; /* grows whenever training starts again */

    app_view view;

    size_t playhead; /* the step that is shown */
    bool playing;
    bool held;            /* something is being dragged: playing waits for its release */
    uint32_t interval_ms; /* a step lasts this long */
    uint64_t now_ms;
    uint64_t due_ms; /* when the next step is to be shown, while playing */

    dh_error error; /* why the last change could not be made, or empty */
    bool help_open;
    bool full_screen;
    bool quit;
} app_session;

/* Draws the data and starts the run, paused at step 0. session is zeroed. */
bool session_init(app_session *session, const dh_config *config, uint32_t interval_ms,
                  dh_error *error);
void session_free(app_session *session);

/* Takes a new config, draws its data when they differ, and plays the run from its start. When that
 * cannot be done the session goes on as it was and session->error says why. */
void session_configure(app_session *session, const dh_config *config);

/* Back to step 0, and play. */
void session_restart(app_session *session);

void session_play(app_session *session); /* from the start when at the end */
void session_pause(app_session *session);

/* Shows another step, as near to it as the run goes, and pauses. */
void session_show(app_session *session, size_t step);

/* Shows another step and goes on playing from there if it was. */
void session_seek(app_session *session, size_t step);

/* The last step of the run; computes what is not known of it yet. */
size_t session_last(app_session *session);

/* Lets time pass: computes a slice of a run that is not complete, and when the step that is shown
 * has had its time shows the next, never more than one. Returns whether anything changed. */
bool session_tick(app_session *session, uint64_t now_ms);

/* Milliseconds until session_tick has something to do, -1 for never. */
int session_wait(const app_session *session, uint64_t now_ms);

/* The step that is shown. */
dh_step session_now(const app_session *session);

#endif
