/* Everything that a person can set: what is run, how it is looked at, how fast it is played. */
#ifndef MODEL_SETUP_H
#define MODEL_SETUP_H

#include "model/pace.h"
#include "model/scene.h"
#include "model/view.h"

typedef struct model_setup {
    model_scene scene;
    model_view view;
    model_pace pace;
} model_setup;

static inline model_setup setup_default(void)
{
    return (model_setup){.scene = scene_default(), .view = view_default(), .pace = pace_default()};
}

#endif
