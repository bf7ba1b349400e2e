#include "model/player.h"

static const uint64_t INTERVALS[] = {
    1,   2,   3,   5,   7,   10,  15,   20,   30,   50,   70,
    100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, PACE_INTERVAL_MAX};

enum { INTERVAL_COUNT = sizeof INTERVALS / sizeof *INTERVALS };

enum { SEEK_WORK = 2 * RUNS_SLICE }; /* done at once for a step that is sought */

model_player player_default(void)
{
    const uint64_t sixty_hertz_ms = 16;
    return (model_player){.pace = pace_default(), .refresh_ms = sixty_hertz_ms};
}

static bool at_end(const model_player *player, const model_runs *runs)
{
    return runs_complete(runs) && player->playhead + 1 == runs_known(runs);
}

static void show(model_player *player, size_t step)
{
    player->playhead = player->shown_from = step;
    player->seeking = false;
}

/* Shows a step, or the last that is known on the way to it. */
static void show_when_known(model_player *player, const model_runs *runs, size_t step)
{
    const size_t last = runs_known(runs) - 1;
    show(player, step < last ? step : last);
    player->seeking = step > last && !runs_complete(runs);
    player->sought = step;
}

static void play_from_here(model_player *player)
{
    player->playing = true;
    player->due_ms = player->now_ms + player_frame_ms(player);
}

void player_restart(model_player *player)
{
    player->training++;
    player->backwards = false;
    show(player, 0);
    play_from_here(player);
}

void player_play(model_player *player, model_runs *runs)
{
    if (player->backwards && player->playhead == 0)
        player_seek(player, runs, DH_NEVER);
    else if (!player->backwards && at_end(player, runs))
        player_restart(player);
    play_from_here(player);
}

void player_pause(model_player *player)
{
    player->playing = false;
}

size_t player_place(const model_player *player)
{
    return player->seeking ? player->sought : player->playhead;
}

void player_seek(model_player *player, model_runs *runs, size_t step)
{
    if (step >= runs_known(runs) && !player->seeking)
        runs_advance(runs, SEEK_WORK);
    show_when_known(player, runs, step);
}

void player_follow(model_player *player, model_runs *runs, size_t step)
{
    player->seeking = false;
    player_seek(player, runs, step);
}

void player_set_interval(model_player *player, uint64_t interval_ms)
{
    player->pace.interval_ms = interval_ms;
    if (player->playing)
        play_from_here(player);
}

uint64_t player_next_interval(const model_player *player, int direction)
{
    const uint64_t now = player->pace.interval_ms;
    for (int i = 0; i < INTERVAL_COUNT; i++) {
        const uint64_t next = INTERVALS[direction > 0 ? i : INTERVAL_COUNT - 1 - i];
        if (direction > 0 ? next > now : next < now)
            return next;
    }
    return now;
}

uint64_t player_steps_per_frame(const model_player *player)
{
    const uint64_t interval = player->pace.interval_ms;
    return interval < player->refresh_ms ? (player->refresh_ms + interval - 1) / interval : 1;
}

uint64_t player_frame_ms(const model_player *player)
{
    return player_steps_per_frame(player) * player->pace.interval_ms;
}

/* The next frame forwards. Returns false at the end of the way. */
static bool advance(model_player *player, const model_runs *runs)
{
    const size_t left = runs_known(runs) - 1 - player->playhead;
    const size_t steps = (size_t)player_steps_per_frame(player);
    if (left > 0) {
        player->shown_from = player->playhead + 1;
        player->playhead += steps < left ? steps : left;
        return true;
    }
    if (!runs_complete(runs))
        return true; /* the next step is being computed */
    if (player->pace.repeat == REPEAT_ONCE || runs_known(runs) == 1)
        return false;
    player->backwards = player->pace.repeat == REPEAT_REFLECT;
    show(player, player->backwards ? player->playhead - 1 : 0);
    return true;
}

static bool retreat(model_player *player, model_runs *runs)
{
    const size_t steps = (size_t)player_steps_per_frame(player);
    if (player->playhead > 0) {
        show(player, player->playhead > steps ? player->playhead - steps : 0);
        return true;
    }
    if (player->pace.repeat == REPEAT_ONCE || runs_known(runs) == 1)
        return false;
    player->backwards = player->pace.repeat != REPEAT_REFLECT;
    player_seek(player, runs, player->backwards ? DH_NEVER : 1);
    return true;
}

static bool at_rest(const model_player *player, const model_runs *runs)
{
    if (player->pace.repeat != REPEAT_ONCE)
        return false;
    return player->backwards ? player->playhead == 0 : at_end(player, runs);
}

static bool play(model_player *player, model_runs *runs)
{
    const uint64_t frame_ms = player_frame_ms(player);
    if (player->waiting || player->seeking)
        player->due_ms = player->now_ms + frame_ms;
    if (!player->playing || player->now_ms < player->due_ms)
        return false;
    const bool moved = player->backwards ? retreat(player, runs) : advance(player, runs);
    player->due_ms += frame_ms;
    if (player->due_ms <= player->now_ms) /* too slow: play slower, skip nothing */
        player->due_ms = player->now_ms + frame_ms;
    player->playing = moved && !at_rest(player, runs);
    return true;
}

/* Computes a slice, and shows what was sought as far as it is known now. */
static bool grow(model_player *player, model_runs *runs)
{
    if (!runs_busy(runs))
        return false;
    runs_advance(runs, RUNS_SLICE);
    if (player->seeking)
        show_when_known(player, runs, player->sought);
    return true;
}

bool player_tick(model_player *player, model_runs *runs, uint64_t now_ms)
{
    player->now_ms = now_ms;
    const bool grew = grow(player, runs);
    return play(player, runs) || grew;
}

int player_wait(const model_player *player, const model_runs *runs, uint64_t now_ms)
{
    if (runs_busy(runs))
        return 0;
    if (!player->playing || player->waiting)
        return -1;
    return player->due_ms > now_ms ? (int)(player->due_ms - now_ms) : 0;
}
