/* The points of the data picture for tests that change them by hand. */
#ifndef TESTS_UI_POINTS_H
#define TESTS_UI_POINTS_H

#include "ui/harness.h"

#include <math.h>

static inline const dh_problem *problem(const ui_harness *h)
{
    return &harness_runs(h)->problem;
}

static inline bool is_given(const ui_harness *h)
{
    return harness_scene(h)->problem.source.kind == DH_SOURCE_GIVEN;
}

/* Where a point is in the window. */
static inline ui_point place_of(ui_harness *h, size_t point)
{
    const plot_frame frame = harness_data_frame(h);
    return plot_at(&frame, problem(h)->x[point], problem(h)->y[point]);
}

/* A place in the lower right corner of the picture, where the notebook's points are not. */
static inline ui_point empty_place(ui_harness *h)
{
    const ui_rect area = harness_data_frame(h).area;
    return (ui_point){floor(area.x + 0.8 * area.w), floor(area.y + 0.8 * area.h)};
}

static inline void drag(ui_harness *h, ui_point from, ui_point to)
{
    harness_press(h, from.x, from.y);
    harness_move(h, to.x, to.y);
    harness_release(h, to.x, to.y);
}

/* A box around everything but a rim of the picture that is half as wide as the points' margin. */
static inline void select_all(ui_harness *h)
{
    const ui_rect area = ui_inset(harness_data_frame(h).area, 3.0);
    drag(h, (ui_point){area.x, area.y}, (ui_point){area.x + area.w, area.y + area.h});
}

static inline size_t selected(const ui_harness *h)
{
    return h->app.pictures.points.chosen.count;
}

#endif
