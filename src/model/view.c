#include "model/view.h"

#include <string.h>

static const double SIZES[] = {0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

enum { SIZE_COUNT = sizeof SIZES / sizeof *SIZES };

model_view view_default(void)
{
    return (model_view){.split = 0.59, .size = 1.0};
}

void view_zoom_all(model_view *view, int direction)
{
    for (int i = 0; i < SIZE_COUNT; i++) {
        const double next = SIZES[direction > 0 ? i : SIZE_COUNT - 1 - i];
        if (direction > 0 ? next > view->size : next < view->size) {
            view->size = next;
            return;
        }
    }
}

/* A word stands for a switch, or for the picture that has the room of all. */
static const struct {
    const char *word;
    view_picture alone; /* VIEW_ALL: the switch at this offset */
    size_t offset;
} WORDS[] = {
    {"residuals", VIEW_ALL, offsetof(model_view, residuals)},
    {"gradient", VIEW_ALL, offsetof(model_view, gradient)},
    {"slices", VIEW_ALL, offsetof(model_view, slices)},
    {"linear", VIEW_ALL, offsetof(model_view, linear_loss)},
    {"batch-loss", VIEW_ALL, offsetof(model_view, batch_loss)},
    {"no-gradient-arrow", VIEW_ALL, offsetof(model_view, hide_gradient_arrow)},
    {"no-velocity-arrow", VIEW_ALL, offsetof(model_view, hide_velocity_arrow)},
    {"no-step-arrow", VIEW_ALL, offsetof(model_view, hide_step_arrow)},
    {"from-here", VIEW_ALL, offsetof(model_view, from_here)},
    {"data", VIEW_DATA, 0},
    {"weights", VIEW_WEIGHTS, 0},
    {"loss", VIEW_LOSS, 0},
};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

const char *view_word(size_t index)
{
    return index < WORD_COUNT ? WORDS[index].word : NULL;
}

bool view_shows(const model_view *view, size_t index)
{
    if (WORDS[index].alone != VIEW_ALL)
        return view->alone == WORDS[index].alone;
    return *(const bool *)((const char *)view + WORDS[index].offset);
}

bool view_show(model_view *view, const char *word)
{
    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (strcmp(WORDS[i].word, word) != 0)
            continue;
        if (WORDS[i].alone != VIEW_ALL)
            view->alone = WORDS[i].alone;
        else
            *(bool *)((char *)view + WORDS[i].offset) = true;
        return true;
    }
    return false;
}
