/* Which points are selected. */
#ifndef SCREEN_CHOSEN_POINTS_H
#define SCREEN_CHOSEN_POINTS_H

#include "plots/scatter.h"
#include "ui/context.h"

#include <stdbool.h>
#include <stddef.h>

/* Zeroed: none. */
typedef struct chosen_points {
    bool *flag;              /* of each point, owned; good while count is above 0 */
    size_t count;            /* how many are set */
    size_t capacity;         /* flags there is room for */
    dh_range x, y;           /* the box they were in, */
    size_t first;            /* and the first of them: */
    double first_x, first_y; /* where it was then */
} chosen_points;

void chosen_free(chosen_points *chosen);

void chosen_clear(chosen_points *chosen);
bool chosen_has(const chosen_points *chosen, size_t point);

/* Selects the points between two corners of a box in the picture, and no other. False, with none
 * selected, when memory runs out. */
bool chosen_take_box(chosen_points *chosen, const plot_frame *frame, const dh_problem *problem,
                     ui_point corner, ui_point opposite);

/* Marks them; of very many some, and the box they lie in. */
void chosen_draw(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                 const dh_problem *problem, const chosen_points *chosen);

#endif
