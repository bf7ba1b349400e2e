#include "model/session.h"

#include "model/aside.h"
#include "model/files.h"
#include "model/race.h"
#include "model/trace_scene.h"
#include "model/undo.h"
#include "model/wait.h"
#include "text/line.h"

#include <assert.h>
#include <stdlib.h>

struct model_session {
    model_runs runs;
    model_aside aside;
    model_player player;
    model_undo undo;
    model_view view;
    model_wishes wishes;
    model_files files;
    size_t pinned;   /* the step that the pin holds */
    dh_points *own;  /* held: a person's own points that were shown last, or NULL */
    dh_error error;  /* why the last change could not be made, or empty */
    dh_error remark; /* what is to be said besides, or empty */
};

/* Points that are no sample's can be shown again once others are. */
static void keep_own(model_session *session)
{
    dh_points *given = session->runs.scene.problem.source.given;
    if (!given || given->place.kind == DH_POINTS_SAMPLE || given == session->own)
        return;
    dh_points_drop(session->own);
    session->own = dh_points_hold(given);
}

model_session *session_create(const model_setup *setup, dh_error *error)
{
    model_session *session = calloc(1, sizeof *session);
    if (!session) {
        dh_fail_memory(error, "not enough memory");
        return NULL;
    }
    session->view = setup->view;
    session->player = player_default();
    session->player.pace = setup->pace;
    if (!runs_take(&session->runs, &setup->scene, error)) {
        session_free(session);
        return NULL;
    }
    if (!undo_init(&session->undo, &setup->scene)) {
        dh_fail_memory(error, "not enough memory for what can be undone");
        session_free(session);
        return NULL;
    }
    keep_own(session);
    runs_advance(&session->runs, RUNS_SLICE);
    aside_follow(&session->aside, &session->runs, RUNS_SLICE);
    return session;
}

void session_free(model_session *session)
{
    if (!session)
        return;
    files_stop(&session->files);
    undo_free(&session->undo);
    aside_free(&session->aside);
    runs_free(&session->runs);
    dh_points_drop(session->own);
    free(session);
}

const model_scene *session_scene(const model_session *session)
{
    return &session->runs.scene;
}

dh_points *session_own_points(const model_session *session)
{
    return session->own;
}

const model_runs *session_runs(const model_session *session)
{
    return &session->runs;
}

const model_player *session_player(const model_session *session)
{
    return &session->player;
}

const model_view *session_view(const model_session *session)
{
    return &session->view;
}

const model_wishes *session_wishes(const model_session *session)
{
    return &session->wishes;
}

model_setup session_setup(const model_session *session)
{
    return (model_setup){
        .scene = session->runs.scene, .view = session->view, .pace = session->player.pace};
}

const char *session_error(const model_session *session)
{
    return session->error.text;
}

void session_refuse(model_session *session, const dh_error *reason)
{
    session->error = *reason;
}

/* Has the pin hold the place. */
static void pin(model_session *session)
{
    session->pinned = player_place(&session->player);
}

/* Takes another scene and shows it from the place that is kept, or from its start. Returns whether
 * it did; *anew, whether training begins again. */
static bool take(model_session *session, const model_scene *scene, bool *anew)
{
    const bool keeps = session->view.pin || runs_keep_place(&session->runs, scene);
    const size_t place = session->view.pin ? session->pinned : player_place(&session->player);
    const bool taken = runs_take(&session->runs, scene, &session->error);
    *anew = taken && !keeps;
    keep_own(session);
    runs_advance(&session->runs, RUNS_SLICE);
    aside_follow(&session->aside, &session->runs, RUNS_SLICE);
    player_follow(&session->player, &session->runs, *anew ? 0 : place);
    if (!session->view.pin)
        pin(session);
    return taken;
}

/* Takes another scene and notes it; runs that are the current one but for a mistake follow it.
 * Returns whether it is the present one now. */
static bool change(model_session *session, const model_scene *scene)
{
    model_scene next = *scene;
    bool anew;
    session->error.text[0] = '\0';
    scene_follow(&next, &session->runs.scene.run[0].recipe);
    if (fields_same_scene(&next, &session->runs.scene))
        return true;
    if (!take(session, &next, &anew))
        return false;
    undo_note(&session->undo, &session->runs.scene);
    if (anew)
        player_restart(&session->player);
    return true;
}

void session_change(model_session *session, const model_scene *scene)
{
    change(session, scene);
}

static void take_source(model_session *session, const dh_source *source)
{
    model_scene next = session->runs.scene;
    next.problem.source = *source;
    if (change(session, &next))
        session->view.zoom.on = false;
}

void session_give(model_session *session, dh_points *points)
{
    dh_source source = session->runs.scene.problem.source;
    source.kind = DH_SOURCE_GIVEN;
    source.given = points;
    take_source(session, &source);
}

void session_give_trace(model_session *session, model_trace *trace)
{
    model_scene next = session->runs.scene;
    if (trace_scene(&session->runs, trace, &next, &session->error))
        change(session, &next);
}

void session_place_points(model_session *session, dh_points *points)
{
    const model_player before = session->player;
    model_scene next = session->runs.scene;
    bool anew;
    next.problem.source.given = points;
    if (!take(session, &next, &anew))
        return;
    undo_amend(&session->undo, &next);
    session->player = before;
    player_follow(&session->player, &session->runs, player_place(&before));
}

void session_draw(model_session *session)
{
    dh_source source = session->runs.scene.problem.source;
    source.kind = DH_SOURCE_GENERATED;
    take_source(session, &source);
}

bool session_open(model_session *session, const char *path)
{
    session->error.text[0] = session->remark.text[0] = '\0';
    return path ? files_open(&session->files, path, &session->error)
                : files_read_again(&session->files, &session->runs.scene, &session->error);
}

bool session_paste(model_session *session, const char *text)
{
    session->error.text[0] = session->remark.text[0] = '\0';
    return files_paste(&session->files, text, &session->error);
}

bool session_loading(const model_session *session)
{
    return files_busy(&session->files);
}

void session_stop_loading(model_session *session)
{
    files_stop(&session->files);
}

void session_look_at_file(model_session *session)
{
    files_look(&session->runs.scene, &session->remark);
}

void session_remark(const model_session *session, char *text, size_t size)
{
    if (session_loading(session))
        files_tell(&session->files, text, size);
    else
        text_copy(text, size, session->remark.text);
}

/* What was read comes while something may be dragged: it is a change of its own, with which no drag
 * and no second click goes on. */
static void give_alone(model_session *session, const loading_result *result)
{
    undo_end_gesture(&session->undo);
    if (result->trace)
        session_give_trace(session, result->trace);
    else
        session_give(session, result->points);
    undo_end_gesture(&session->undo);
    undo_press(&session->undo, false);
}

/* Reads on. Returns whether anything is to be shown. */
static bool load(model_session *session)
{
    loading_result result;
    if (!session_loading(session))
        return false;
    if (files_advance(&session->files, &result, &session->remark, &session->error) ==
        LOADING_DONE) {
        give_alone(session, &result);
        loading_drop(&result);
    }
    return true;
}

const model_checked *session_checked(const model_session *session)
{
    return &session->aside.checked;
}

const model_finder *session_finder(const model_session *session)
{
    return &session->aside.finder;
}

void session_point_at_rate(model_session *session, double rate)
{
    session->aside.ghost.wanted = rate;
}

void session_keep(model_session *session)
{
    model_scene next = session->runs.scene;
    if (scene_add(&next, &next.run[0].recipe, next.run[0].name)) {
        next.run[0].name[0] = '\0'; /* it is the other one's */
        session_change(session, &next);
    } else {
        dh_fail(&session->error, "%d runs are shown already: remove one to keep another",
                SCENE_RUNS);
    }
}

void session_race(model_session *session)
{
    model_scene next;
    if (race_scene(&session->runs, &next, &session->error) && change(session, &next) &&
        !session->view.pin)
        player_restart(&session->player);
}

/* Returns whether there was a way to go; *anew, whether training begins again. */
static bool travel(model_session *session, int direction, bool *anew)
{
    session->error.text[0] = '\0';
    undo_end_gesture(&session->undo);
    const model_scene *there = undo_peek(&session->undo, direction);
    if (!there || !take(session, there, anew))
        return false;
    undo_go(&session->undo, direction);
    return true;
}

static void travel_and_play(model_session *session, int direction)
{
    bool anew;
    if (travel(session, direction, &anew) && anew)
        player_restart(&session->player);
}

void session_undo(model_session *session)
{
    travel_and_play(session, -1);
}

void session_redo(model_session *session)
{
    travel_and_play(session, 1);
}

void session_take_back(model_session *session, const model_player *before)
{
    const uint64_t now_ms = session->player.now_ms;
    bool anew;
    if (!travel(session, -1, &anew))
        return;
    undo_forget_after(&session->undo);
    session->player = *before;
    session->player.now_ms = now_ms;
    player_follow(&session->player, &session->runs, player_place(before));
}

void session_begin_action(model_session *session, bool pressed, bool second)
{
    session->error.text[0] = session->remark.text[0] = '\0';
    if (pressed)
        undo_press(&session->undo, second);
}

void session_set_dragging(model_session *session, bool held)
{
    session->player.waiting = held;
    if (!held)
        undo_end_gesture(&session->undo);
}

void session_play(model_session *session)
{
    player_play(&session->player, &session->runs);
}

void session_play_towards(model_session *session, bool backwards)
{
    model_player *player = &session->player;
    const bool pauses = player->playing && player->backwards == backwards;
    player->backwards = backwards;
    if (pauses)
        player_pause(player);
    else
        player_play(player, &session->runs);
    pin(session);
}

void session_pause(model_session *session)
{
    player_pause(&session->player);
}

void session_restart(model_session *session)
{
    player_restart(&session->player);
    pin(session);
}

void session_seek(model_session *session, size_t step)
{
    player_seek(&session->player, &session->runs, step);
    pin(session);
}

void session_show(model_session *session, size_t step)
{
    session_seek(session, step);
    player_pause(&session->player);
}

void session_set_pace(model_session *session, model_pace pace)
{
    if (pace.interval_ms != session->player.pace.interval_ms)
        player_set_interval(&session->player, pace.interval_ms);
    session->player.pace = pace;
}

void session_set_refresh(model_session *session, uint64_t refresh_ms)
{
    session->player.refresh_ms = refresh_ms;
}

bool session_tick(model_session *session, uint64_t now_ms)
{
    const bool loaded = load(session);
    const bool found = aside_advance(&session->aside, &session->runs);
    const bool moved = player_tick(&session->player, &session->runs, now_ms);
    if (moved && session->player.playing)
        pin(session);
    return moved || loaded || found;
}

int session_wait(const model_session *session, uint64_t now_ms)
{
    if (aside_busy(&session->aside, &session->runs))
        return 0;
    const int wait = player_wait(&session->player, &session->runs, now_ms);
    return session_loading(session) ? wait_sooner(wait, files_pause(&session->files)) : wait;
}

size_t session_last(model_session *session)
{
    return runs_last(&session->runs);
}

void session_settle(model_session *session)
{
    do
        session_shown(session);
    while (session->runs.visiting);
    aside_settle(&session->aside, &session->runs, session->view.finder);
}

void session_set_view(model_session *session, const model_view *view)
{
    session->view = *view;
}

void session_toggle(model_session *session, field_id field)
{
    const model_field *of = field_of(field);
    model_scene next = session->runs.scene;
    assert(of->owner != FIELD_OF_RUN && of->owner != FIELD_OF_RECIPE);
    if (of->owner == FIELD_OF_VIEW) {
        field_next(of, &session->view);
    } else if (of->owner == FIELD_OF_PACE) {
        field_next(of, &session->player.pace);
    } else {
        field_next(of, &next);
        session_change(session, &next);
    }
}

void session_wish(model_session *session, model_wishes wishes)
{
    session->wishes = wishes;
}

model_shown session_shown(model_session *session)
{
    const size_t playhead = session->player.playhead;
    model_shown shown = shown_of(&session->runs, playhead, &session->view);
    shown.finder = &session->aside.finder;
    shown.checked = &session->aside.checked;
    shown.ghost = ghost_beside(&session->aside.ghost, &session->runs);
    if (shown.ghost)
        shown.ghost_step = playhead < shown.ghost->known ? playhead : shown.ghost->known - 1;
    return shown;
}

size_t session_step(const model_session *session, int run)
{
    return runs_step(&session->runs, run, session->player.playhead);
}
