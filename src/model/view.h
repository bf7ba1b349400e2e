/* How the run is looked at: what a person sets that changes no number. */
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include "downhill/weights.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum view_theme { VIEW_LIGHT, VIEW_DARK, VIEW_THEME_COUNT } view_theme;

/* The picture that has the room of all. */
typedef enum view_picture {
    VIEW_ALL,
    VIEW_DATA,
    VIEW_WEIGHTS,
    VIEW_LOSS,
    VIEW_PICTURE_COUNT
} view_picture;

/* What the weights picture shows: as much as it chooses, or this. */
typedef struct view_zoom {
    bool on;
    dh_weights_range range;
} view_zoom;

/* The sections of the controls that can be folded. */
typedef enum view_section {
    VIEW_SECTION_OPTIMIZER,
    VIEW_SECTION_MISTAKES, /* a part of it */
    VIEW_SECTION_BATCH,
    VIEW_SECTION_SHOW,
    VIEW_SECTION_RUNS,
    VIEW_SECTION_DATA,
    VIEW_SECTION_COUNT
} view_section;

enum { VIEW_SPLIT_MIN = 35, VIEW_SPLIT_MAX = 75 };

typedef struct model_view {
    view_theme theme;
    view_picture alone;
    bool linear_loss;
    bool residuals;
    bool gradient;   /* show what the gradient is the mean of */
    bool slices;     /* the weights picture shows the loss along each weight, */
    bool finder;     /* or, before that, how well every learning rate would do */
    bool batch_loss; /* the loss picture shows the loss over each mini-batch too */
    bool hide_gradient_arrow, hide_velocity_arrow, hide_step_arrow; /* of the weights picture */
    bool predictions; /* the line's values at the points, beside them */
    bool pulls;       /* what each point adds to the gradient */
    bool own_units;  /* the weights picture has lines in the data's units where x is standardized */
    bool hide_words; /* of the sentence on what the step did */
    bool edit;       /* the mouse moves, adds and removes points */
    bool pin;        /* the step that is shown stays when training begins anew */
    bool from_here;  /* the learning rate is changed from the step that is shown on, not from 0 */
    bool unfolded[VIEW_SECTION_COUNT]; /* of the controls */
    view_zoom zoom;
    size_t split; /* percent of the pictures' width that the data picture has */
    double size;  /* of everything, times what the display asks for */
} model_view;

model_view view_default(void);

/* The next of the sizes of everything, up (1) or down (-1); the last one again at the end. */
double view_next_size(double size, int direction);

/* Whether the weights picture can show this range: both parts have a length that double arithmetic
 * can tell apart. */
bool view_range_is_usable(const dh_weights_range *range);

#endif
