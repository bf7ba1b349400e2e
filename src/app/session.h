/* The one state that outlives a frame: what to run, the run itself, and which step is shown. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/view.h"
#include "downhill/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What happens at the end of the run, and at its start when playing backwards. */
typedef enum session_repeat {
    REPEAT_ONCE,
    REPEAT_LOOP,
    REPEAT_REFLECT,
    REPEAT_COUNT
} session_repeat;

enum { SESSION_HISTORY = 256 }; /* changes of the config that can be undone */

typedef struct app_session {
    dh_config config;
    dh_data data;
    uint64_t data_version; /* grows whenever the data change */
    dh_quadratic quadratic;
    dh_run run;
    uint64_t run_version; /* grows whenever training starts again */
    app_view view;

    size_t playhead;   /* the step that is shown */
    size_t shown_from; /* the frame stands for the steps from this one to the playhead */
    bool playing;
    bool backwards;
    bool held; /* something is being dragged: playing waits for its release */
    session_repeat repeat;
    uint32_t interval_ms; /* a step lasts this long */
    uint32_t frame_ms;    /* and a frame of the display at least this long */
    uint64_t now_ms;
    uint64_t due_ms; /* when the next frame is to be shown, while playing */

    dh_config history[SESSION_HISTORY]; /* configs before and after the present one, in a ring */
    size_t undo_count, redo_count;      /* how many before, how many after */
    size_t history_at;                  /* where in the ring the present one is */
    bool gesture; /* a change has been made; until the mouse is released it and others are one */

    dh_error error; /* why the last change could not be made, or empty */
    bool help_open;
    bool full_screen;
    bool copy_wanted; /* the command line of what is shown is to go to the clipboard */
    bool quit;
} app_session;

/* Draws the data and starts the run, paused at step 0. session is zeroed. */
bool session_init(app_session *session, const dh_config *config, uint32_t interval_ms,
                  dh_error *error);
void session_free(app_session *session);

/* Takes another config, draws its data when they differ, and plays the run from its start. When
 * that cannot be done the session goes on as it was and session->error says why. */
void session_configure(app_session *session, const dh_config *config);

/* The config before the last change, and the one after it again. */
void session_undo(app_session *session);
void session_redo(app_session *session);

/* The last step of the run; computes what is not known of it yet. */
size_t session_last(app_session *session);

/* The step that is shown. */
dh_step session_now(const app_session *session);

#endif
