/* Undo and redo: the scenes before and after the present one. The changes of one gesture, from the
 * press of a button to its release, are one. */
#ifndef MODEL_UNDO_H
#define MODEL_UNDO_H

#include "model/scene.h"

#include <stdbool.h>
#include <stddef.h>

enum { UNDO_SCENES = 256 };
#define UNDO_SHARED_BYTES ((size_t)512 << 20)

typedef struct model_undo {
    model_scene *scene;  /* UNDO_SCENES, a ring, owned; each that counts is held */
    size_t shared_bytes; /* what all the points and traces in them may take, UNDO_SHARED_BYTES: the
                            oldest scenes are forgotten for that */
    int before, after;   /* how many there are before the present one, and after it */
    int at;              /* where in the ring the present one is */
    bool gesture;        /* a change has been made; until the gesture ends it and others are one */
    int pressed_at; /* where the present one was at the first press of what may be a double click
                     */
} model_undo;

/* Begins with this scene. undo is zeroed. False when memory runs out. */
bool undo_init(model_undo *undo, const model_scene *scene);
void undo_free(model_undo *undo);

/* Notes the present scene as the newest; none when the gesture ends where it began. */
void undo_note(model_undo *undo, const model_scene *scene);

/* Has this scene in the place of the present one. */
void undo_amend(model_undo *undo, const model_scene *scene);

/* The scene before (-1) or after (1) the present one, NULL for none; and makes it the present one.
 */
const model_scene *undo_peek(const model_undo *undo, int direction);
void undo_go(model_undo *undo, int direction);

/* What could be done again is forgotten. */
void undo_forget_after(model_undo *undo);

/* A button has gone down: for the first time, or for the second in a double click, which goes on
 * with what the first has changed. And a gesture has ended. */
void undo_press(model_undo *undo, bool second);
void undo_end_gesture(model_undo *undo);

#endif
