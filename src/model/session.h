/* The one state that outlives a frame: what to run, the runs themselves, and which step is shown.
 */
#ifndef MODEL_SESSION_H
#define MODEL_SESSION_H

#include "downhill/run.h"
#include "model/scene.h"
#include "model/view.h"

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

enum { SESSION_HISTORY = 256 }; /* changes of the scene that can be undone */

typedef struct model_session {
    model_scene scene;
    dh_data data;
    uint64_t data_version; /* grows whenever the data change */
    dh_quadratic quadratic;
    dh_run run[SCENE_RUNS]; /* of the scene, the current one first */
    uint64_t run_version;   /* grows whenever the current training starts again, */
    uint64_t scene_version; /* and whenever anything about the runs changes */
    model_view view;

    dh_update update;         /* what session_update gave last, */
    uint64_t update_of_scene; /* in which scene_version */
    size_t update_of_step;    /* and of which step */

    size_t playhead; /* the step that is shown; a run that ended before shows its last */
    bool seeking;    /* another is to be shown as soon as it is known: */
    size_t sought;
    size_t shown_from; /* the frame stands for the steps from this one to the playhead */
    bool playing;
    bool backwards;
    bool held; /* something is being dragged: playing waits for its release */
    session_repeat repeat;
    uint32_t interval_ms; /* a step lasts this long */
    uint32_t frame_ms;    /* and a frame of the display at least this long */
    uint64_t now_ms;
    uint64_t due_ms; /* when the next frame is to be shown, while playing */

    model_scene *history; /* SESSION_HISTORY scenes before and after the present one, a ring */
    size_t undo_count, redo_count; /* how many before, how many after */
    size_t history_at;             /* where in the ring the present one is */
    bool gesture; /* a change has been made; until the mouse is released it and others are one */

    dh_error error; /* why the last change could not be made, or empty */
    bool help_open;
    bool full_screen;
    bool copy_wanted; /* the command line of what is shown is to go to the clipboard */
    bool quit;
} model_session;

/* Draws the data and starts the runs, paused at step 0. session is zeroed. */
bool session_init(model_session *session, const model_scene *scene, uint32_t interval_ms,
                  dh_error *error);
void session_free(model_session *session);

/* Takes another scene: draws its data when they differ and starts the runs that are not there.
 * Where all that is shown of the current run up to now stays meaningful, so does the place;
 * otherwise it plays from its start. When the scene cannot be taken the session goes on as it was
 * and session->error says why. */
void session_change(model_session *session, const model_scene *scene);

/* The same, with another config for the current run; data, start and steps are then all runs'. */
void session_configure(model_session *session, const dh_config *config);

/* The config as the controls show and change it: its first learning rate is the one in force from
 * where a change would begin, which is step 0 or, while view.from_here is on, the step that is
 * shown. */
dh_config session_controls(const model_session *session);

/* Takes such a config back. A change of the learning rate from here on keeps what came before, and
 * the place. */
void session_control(model_session *session, const dh_config *config);

/* Another schedule for the current run. */
void session_reschedule(model_session *session, const dh_schedule *schedule);

/* The scene before the last change, and the one after it again. */
void session_undo(model_session *session);
void session_redo(model_session *session);

/* The step that a person has gone to: the one that is shown, or that is sought. */
size_t session_place(const model_session *session);

/* Computes a part of what is not known yet: a unit of work is about 30 ns. */
void session_advance(model_session *session, size_t work);

/* Whether there is anything not known yet, of hidden runs too. */
bool session_busy(const model_session *session);

/* Steps that can be shown, from 0 on: those that every run has, or that the longest has when all
 * are complete; and whether they are. Hidden runs do not count. */
size_t session_known(const model_session *session);
bool session_complete(const model_session *session);

/* The last step of the runs; computes what is not known of them yet, however long that takes. */
size_t session_last(model_session *session);

/* Whether the current run sees mini-batches, not all points at once. */
bool session_has_batches(const model_session *session);

/* The learning rates that theory tells for a run; false where it tells none: of an optimizer that
 * is not linear, and with mini-batches. */
bool session_rates(const model_session *session, int run, dh_rates *rates);

/* The step that a run shows: the playhead, or its own last. */
size_t session_step(const model_session *session, int run);

/* What the current run shows, and the update that it is about to make. */
dh_step session_now(const model_session *session);
const dh_update *session_update(model_session *session);

#endif
