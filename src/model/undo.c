#include "model/undo.h"

#include "model/fields.h"

#include <assert.h>
#include <stdlib.h>

static int place_of(const model_undo *undo, int steps)
{
    return (undo->at + steps + UNDO_SCENES) % UNDO_SCENES;
}

/* Puts a scene into the present place, which holds one already or none. */
static void put(model_undo *undo, const model_scene *scene)
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
    put(undo, scene);
    return true;
}

void undo_free(model_undo *undo)
{
    for (int i = 0; undo->scene && i < UNDO_SCENES; i++)
        scene_drop(&undo->scene[i]);
    free(undo->scene);
    *undo = (model_undo){.scene = NULL};
}

void undo_forget_after(model_undo *undo)
{
    for (int i = 1; i <= undo->after; i++) {
        model_scene *forgotten = &undo->scene[place_of(undo, i)];
        scene_drop(forgotten);
        *forgotten = (model_scene){.count = 0};
    }
    undo->after = 0;
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
    put(undo, scene);
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
