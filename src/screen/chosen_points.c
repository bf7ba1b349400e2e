#include "screen/chosen_points.h"

#include <math.h>
#include <stdlib.h>

static const double AROUND = 4.0; /* pixels from what is selected to the box around it */

void chosen_free(chosen_points *chosen)
{
    free(chosen->flag);
    *chosen = (chosen_points){.count = 0};
}

void chosen_clear(chosen_points *chosen)
{
    chosen->count = 0;
}

bool chosen_has(const chosen_points *chosen, size_t point)
{
    return chosen->count > 0 && chosen->flag[point];
}

static bool reserve(chosen_points *chosen, size_t n)
{
    if (n <= chosen->capacity)
        return true;
    chosen_free(chosen);
    chosen->flag = malloc(n * sizeof *chosen->flag);
    chosen->capacity = chosen->flag ? n : 0;
    return chosen->flag != NULL;
}

bool chosen_take_box(chosen_points *chosen, const plot_frame *frame, const dh_problem *problem,
                     ui_point corner, ui_point opposite)
{
    const double a = plot_value(&frame->x, corner.x), b = plot_value(&frame->x, opposite.x);
    const double c = plot_value(&frame->y, corner.y), d = plot_value(&frame->y, opposite.y);
    const double left = fmin(a, b), right = fmax(a, b), low = fmin(c, d), high = fmax(c, d);
    chosen_clear(chosen);
    if (!reserve(chosen, problem->n))
        return false;
    for (size_t i = 0; i < problem->n; i++) {
        const double x = problem->x[i], y = problem->y[i];
        chosen->flag[i] = x >= left && x <= right && y >= low && y <= high;
        chosen->count += chosen->flag[i];
    }
    return true;
}

static void draw_bounds(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const dh_problem *problem, const chosen_points *chosen)
{
    double left = HUGE_VAL, right = -HUGE_VAL, low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t i = 0; i < problem->n; i++) {
        if (!chosen->flag[i])
            continue;
        left = fmin(left, problem->x[i]);
        right = fmax(right, problem->x[i]);
        low = fmin(low, problem->y[i]);
        high = fmax(high, problem->y[i]);
    }
    const ui_point from = plot_at(frame, left, high), to = plot_at(frame, right, low);
    const ui_rect box = {from.x, from.y, to.x - from.x, to.y - from.y};
    ui_outline(canvas, ui_inset(box, -AROUND), 0.0, style->ui.border_width, style->ui.accent);
}

void chosen_draw(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                 const dh_problem *problem, const chosen_points *chosen)
{
    size_t drawn = 0;
    for (size_t i = 0; drawn < chosen->count && drawn < PLOT_SCATTER_POINTS; i++)
        if (chosen->flag[i]) {
            plot_mark_point(canvas, style, frame, problem, i, true);
            drawn++;
        }
    if (chosen->count > drawn)
        draw_bounds(canvas, style, frame, problem, chosen);
}
