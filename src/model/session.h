/* What outlives a frame: the runs, the player, what can be undone, the view, and what was asked
 * for. All of it can be looked at; it changes only through what is said here. */
#ifndef MODEL_SESSION_H
#define MODEL_SESSION_H

#include "model/checked.h"
#include "model/fields.h"
#include "model/finder.h"
#include "model/player.h"
#include "model/runs.h"
#include "model/setup.h"
#include "model/shown.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct model_session model_session;

/* What a person has asked the program for. */
typedef struct model_wishes {
    bool help;
    int help_page;
    bool open; /* the name of a file is to be typed */
    bool full_screen;
    bool copy;                  /* the command line of what is shown is to go to the clipboard */
    bool save;                  /* the points are to go into a file, */
    bool paste, paste_selected; /* or to come from the clipboard, or what is selected elsewhere */
    bool quit;
} model_wishes;

/* Starts what the setup describes, paused at step 0. NULL, and error says why, when it cannot be
 * run or memory runs out. */
model_session *session_create(const model_setup *setup, dh_error *error);
void session_free(model_session *session);

/* To look at, until the next change. */
const model_scene *session_scene(const model_session *session);
const model_runs *session_runs(const model_session *session);
const model_player *session_player(const model_session *session);
const model_view *session_view(const model_session *session);
const model_wishes *session_wishes(const model_session *session);
model_setup session_setup(const model_session *session);

/* A person's own points, those that were opened, pasted, typed or edited last; NULL while there
 * have been none. Held by the session. */
dh_points *session_own_points(const model_session *session);

/* Why the last change could not be made, or an empty text. */
const char *session_error(const model_session *session);

/* A change could not be made for this reason; it is told until something new is done. */
void session_refuse(model_session *session, const dh_error *reason);

/* The scene. A change that cannot be made leaves everything as it was, and session_error says why.
 */

/* Takes another scene. Where all that is shown of the current run up to now stays meaningful, so
 * does the place; otherwise it plays from its start. */
void session_change(model_session *session, const model_scene *scene);

/* Has these points, which the scene then holds; has the generator draw them again. The picture of
 * the weights fits them. */
void session_give(model_session *session, dh_points *points);
void session_draw(model_session *session);

/* Has a trace beside the runs, which the scene then holds, in place of the one there is. */
void session_give_trace(model_session *session, model_trace *trace);

/* Knows the given points as the same ones of another place, where they can be had again: nothing
 * begins anew, and there is nothing to undo. */
void session_place_points(model_session *session, dh_points *points);

/* Begins to read points or a trace from a file, NULL for those that points and trace are from
 * already, or points from a text; until they are there, all goes on as it is. False when there is
 * nothing to read, and session_error says why. What was left out of them is told as a remark. */
bool session_open(model_session *session, const char *path);
bool session_paste(model_session *session, const char *text);
bool session_loading(const model_session *session);
void session_stop_loading(model_session *session);

/* Says so when the file of the points or of the trace has changed on the disk. */
void session_look_at_file(model_session *session);

/* What is to be said besides, that is no error, or an empty text: until something new is done. */
void session_remark(const model_session *session, char *text, size_t size);

/* What the check says of the trace that is shown, if there is one. */
const model_checked *session_checked(const model_session *session);

/* The rate finder for the current run, where it has the rates of the learning rate's slider. */
const model_finder *session_finder(const model_session *session);

/* A learning rate is pointed at, 0: none. The current run is shown at it beside the runs, until the
 * next is said, and nothing else changes. */
void session_point_at_rate(model_session *session, double rate);

/* Adds the current run as another one beside it; has the optimizers run from the same start, and
 * plays. */
void session_keep(model_session *session);
void session_race(model_session *session);

/* The scene before the last change, and the one after it again; and the one before, as if the
 * change had not been made, with the player as it was then. */
void session_undo(model_session *session);
void session_redo(model_session *session);
void session_take_back(model_session *session, const model_player *before);

/* Something new is done: a key or a button has gone down, the button perhaps for the second time in
 * a double click. */
void session_begin_action(model_session *session, bool pressed, bool second);

/* Whether something is being dragged: then playing waits, and all changes are one to undo. */
void session_set_dragging(model_session *session, bool held);

/* Playing; as the player's functions say. */
void session_play(model_session *session);
void session_play_towards(model_session *session, bool backwards); /* or pauses */
void session_pause(model_session *session);
void session_restart(model_session *session);
void session_seek(model_session *session, size_t step);
void session_show(model_session *session, size_t step); /* and pauses */
void session_set_pace(model_session *session, model_pace pace);
void session_set_refresh(model_session *session, uint64_t refresh_ms);
bool session_tick(model_session *session, uint64_t now_ms);

/* Milliseconds until session_tick has something to do, -1 for never. */
int session_wait(const model_session *session, uint64_t now_ms);

/* The last step of the runs; computes what is not known of them, however long that takes. And all
 * that is shown; of the rate finder, unless it is one of the pictures, what takes half a second. */
size_t session_last(model_session *session);
void session_settle(model_session *session);

/* How it is looked at, and what is asked for; a switch, or the next value, of a field that all runs
 * share. */
void session_set_view(model_session *session, const model_view *view);
void session_toggle(model_session *session, field_id field);
void session_wish(model_session *session, model_wishes wishes);

/* What is shown. */
model_shown session_shown(model_session *session);

/* The step that a run shows: the playhead, or its own last. */
size_t session_step(const model_session *session, int run);

#endif
