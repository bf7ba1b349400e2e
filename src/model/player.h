/* Playing the run: which step is shown when.
 *
 * A step lasts the session's interval. Where that is shorter than a frame of the display, a frame
 * stands for as many steps as make it long enough; otherwise every step has a frame of its own, and
 * on a slow machine the run plays slower and skips nothing. Time comes in from outside, in
 * milliseconds, so that a test can play a run in no time. */
#ifndef MODEL_PLAYER_H
#define MODEL_PLAYER_H

#include "model/session.h"

enum {
    PLAYER_SLICE = 80000, /* work done in a frame, as session_advance counts it */
    PLAYER_INTERVAL_MAX = 5000,
};

/* Plays from here in the session's direction; from the other end when there is no way to go. */
void player_play(model_session *session);
void player_pause(model_session *session);

/* Back to step 0, and play. */
void player_restart(model_session *session);

/* Shows another step, as near to it as the runs go. While what is known of them does not reach so
 * far, the last known step is shown, and the one that was sought as soon as it is there. */
void player_seek(model_session *session, size_t step);

/* The same, and pauses. */
void player_show(model_session *session, size_t step);

/* Changes how long a step lasts, from the frame that is shown on. */
void player_set_interval(model_session *session, uint32_t interval_ms);

/* The next slower or faster of the usual intervals. */
void player_slower(model_session *session);
void player_faster(model_session *session);

/* "once", "loop" or "reflect". */
const char *player_repeat_word(session_repeat repeat);

/* Steps that a frame stands for, and how long it lasts in milliseconds. */
uint32_t player_steps_per_frame(const model_session *session);
uint32_t player_frame_ms(const model_session *session);

/* Lets time pass: computes a slice of the runs that are not complete, and shows the next frame when
 * the one that is shown has had its time, never more than one. Returns whether anything changed. */
bool player_tick(model_session *session, uint64_t now_ms);

/* Milliseconds until player_tick has something to do, -1 for never. */
int player_wait(const model_session *session, uint64_t now_ms);

#endif
