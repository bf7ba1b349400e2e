#include "model/undo.h"

#include "model/fields.h"

#include <assert.h>
#include <stdlib.h>

static int place_of(const model_undo *undo, int steps)
{
    return (undo->at + steps + UNDO_SCENES) % UNDO_SCENES;
}

/* The place may hold none yet. */
void undo_amend(model_undo *undo, const model_scene *scene)
{
    const model_scene old = undo->scene[undo->at];
    scene_hold(scene);
    undo->scene[undo->at] = *scene;
    scene_drop(&old);
}

bool undo_init(model_undo *undo, const model_scene *scene)
{
    undo->scene = calloc(UNDO_SCENES, sizeof *undo->scene);
    if (!undo->scene)
        return false;
    undo->shared_bytes = UNDO_SHARED_BYTES;
    undo_amend(undo, scene);
    return true;
}

void undo_free(model_undo *undo)
{
    for (int i = 0; undo->scene && i < UNDO_SCENES; i++)
        scene_drop(&undo->scene[i]);
    free(undo->scene);
    *undo = (model_undo){.scene = NULL};
}

static void forget(model_scene *scene)
{
    scene_drop(scene);
    *scene = (model_scene){.count = 0};
}

void undo_forget_after(model_undo *undo)
{
    for (int i = 1; i <= undo->after; i++)
        forget(&undo->scene[place_of(undo, i)]);
    undo->after = 0;
}

/* Something large that scenes share. */
typedef enum shared_thing { SHARED_POINTS, SHARED_TRACE, SHARED_COUNT } shared_thing;

static const void *shared_at(const model_undo *undo, int steps, shared_thing thing)
{
    const model_scene *scene = &undo->scene[place_of(undo, -steps)];
    return thing == SHARED_POINTS ? (const void *)scene->problem.source.given
                                  : (const void *)scene_trace(scene);
}

/* Bytes of what a scene that many steps back has and no later one. */
static size_t own_bytes(const model_undo *undo, int steps)
{
    size_t bytes = 0;
    for (shared_thing thing = 0; thing < SHARED_COUNT; thing++) {
        const void *shared = shared_at(undo, steps, thing);
        bool own = shared != NULL;
        for (int i = steps - 1; own && i >= 0; i--)
            own = shared_at(undo, i, thing) != shared;
        if (own)
            bytes += thing == SHARED_POINTS ? dh_points_bytes(shared) : trace_bytes(shared);
    }
    return bytes;
}

/* Forgets the oldest scenes until the points and traces that are kept take no more than they may.
 * The present one stays, and the one before it. */
static void bound_shared(model_undo *undo)
{
    size_t bytes = 0;
    for (int i = 0; i <= undo->before; i++) {
        bytes += own_bytes(undo, i);
        if (i < 2 || bytes <= undo->shared_bytes)
            continue;
        for (int oldest = undo->before; oldest >= i; oldest--)
            forget(&undo->scene[place_of(undo, -oldest)]);
        undo->before = i - 1;
    }
}

void undo_note(model_undo *undo, const model_scene *scene)
{
    undo_forget_after(undo);
    const bool goes_back = undo->gesture && undo->before > 0 &&
                           fields_same_scene(&undo->scene[place_of(undo, -1)], scene);
    if (goes_back) {
        undo_go(undo, -1);
        undo_forget_after(undo);
        return;
    }
    if (!undo->gesture) {
        undo->at = place_of(undo, 1);
        if (undo->before < UNDO_SCENES - 1)
            undo->before++;
    }
    undo_amend(undo, scene);
    bound_shared(undo);
    undo->gesture = true;
}

const model_scene *undo_peek(const model_undo *undo, int direction)
{
    assert(direction == 1 || direction == -1);
    const int there = direction < 0 ? undo->before : undo->after;
    return there > 0 ? &undo->scene[place_of(undo, direction)] : NULL;
}

void undo_go(model_undo *undo, int direction)
{
    assert(undo_peek(undo, direction));
    undo->at = place_of(undo, direction);
    undo->before += direction;
    undo->after -= direction;
    undo->gesture = false;
}

void undo_press(model_undo *undo, bool second)
{
    if (second)
        undo->gesture = undo->at != undo->pressed_at;
    else
        undo->pressed_at = undo->at;
}

void undo_end_gesture(model_undo *undo)
{
    undo->gesture = false;
}
