/* Playing the runs: which step is shown when.
 *
 * A step lasts the interval. Where that is shorter than a frame of the display, a frame stands for
 * as many steps as make it long enough; otherwise every step has a frame of its own, and on a slow
 * machine the run plays slower and skips nothing. Time comes in from outside, in milliseconds, so
 * that a test can play a run in no time. */
#ifndef MODEL_PLAYER_H
#define MODEL_PLAYER_H

#include "model/pace.h"
#include "model/runs.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct model_player {
    size_t playhead; /* the step that is shown; a run that ended before shows its last */
    bool seeking;    /* another is to be shown as soon as it is known: */
    size_t sought;
    size_t shown_from; /* the frame stands for the steps from this one to the playhead */
    uint64_t training; /* grows whenever training begins again at step 0 */
    bool playing;
    bool backwards;
    bool waiting; /* something is being dragged: playing waits for its release */
    model_pace pace;
    uint64_t refresh_ms; /* a frame of the display lasts at least this long */
    uint64_t now_ms;
    uint64_t due_ms; /* when the next frame is to be shown, while playing */
} model_player;

/* Paused at step 0, on a display of 60 Hz. */
model_player player_default(void);

/* Plays from here in the player's direction; from the other end when there is no way to go. */
void player_play(model_player *player, model_runs *runs);
void player_pause(model_player *player);

/* Back to step 0, and play forwards. */
void player_restart(model_player *player);

/* The step that a person has gone to: the one that is shown, or that is sought. */
size_t player_place(const model_player *player);

/* Shows another step, as near to it as the runs go. While what is known of them does not reach so
 * far, the last known step is shown, and the one that was sought as soon as it is there. */
void player_seek(model_player *player, model_runs *runs, size_t step);

/* The runs are others now: shows this step of them, and seeks nothing. */
void player_follow(model_player *player, model_runs *runs, size_t step);

/* Changes how long a step lasts, from the frame that is shown on. */
void player_set_interval(model_player *player, uint64_t interval_ms);

/* The next slower (1) or faster (-1) of the usual intervals; the present one at their end. */
uint64_t player_next_interval(const model_player *player, int direction);

/* Steps that a frame stands for, and how long it lasts in milliseconds. */
uint64_t player_steps_per_frame(const model_player *player);
uint64_t player_frame_ms(const model_player *player);

/* Lets time pass: computes a slice of the runs that are not complete, and shows the next frame when
 * the one that is shown has had its time, never more than one. Returns whether anything changed. */
bool player_tick(model_player *player, model_runs *runs, uint64_t now_ms);

/* Milliseconds until player_tick has something to do, -1 for never. */
int player_wait(const model_player *player, const model_runs *runs, uint64_t now_ms);

#endif
