/* How the run is looked at: what a person sets that changes no number. */
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include "plots/weights_plot.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum view_picture { VIEW_ALL, VIEW_DATA, VIEW_WEIGHTS, VIEW_LOSS } view_picture;

typedef struct model_view {
    bool dark;
    bool linear_loss;
    bool residuals;
    bool gradient;   /* show what the gradient is the mean of */
    bool slices;     /* the weights picture shows the loss along each weight */
    bool batch_loss; /* the loss picture shows the loss over each mini-batch too */
    bool hide_gradient_arrow, hide_velocity_arrow, hide_step_arrow; /* of the weights picture */
    bool from_here; /* the learning rate is changed from the step that is shown on, not from 0 */
    bool zoomed;    /* the weights picture shows `weights` and not what it would choose */
    plot_weights_range weights;
    view_picture alone; /* the picture that has the room of all */
    double split;       /* share of the width that the data picture has */
    double size;        /* of everything, times what the display asks for */
} model_view;

enum { VIEW_SPLIT_PERCENT_MIN = 35, VIEW_SPLIT_PERCENT_MAX = 75 };

model_view view_default(void);

/* The words of --show: whether the view shows what the word names, or has it alone; and a view that
 * does. view_word gives them in order, NULL after the last. view_show is false for another word. */
const char *view_word(size_t index);
bool view_shows(const model_view *view, size_t index);
bool view_show(model_view *view, const char *word);

/* The next size up (1) or down (-1). */
void view_zoom_all(model_view *view, int direction);

#endif
