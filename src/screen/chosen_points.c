#include "screen/chosen_points.h"

#include <math.h>
#include <stdlib.h>

enum { MARKS_OF_MANY = 300 };

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

/* Notes a point to tell later how far all have been moved. */
static void note_first(chosen_points *chosen, const dh_problem *problem)
{
    size_t i = 0;
    while (chosen->count > 0 && !chosen->flag[i])
        i++;
    chosen->first = i;
    chosen->first_x = problem->x[i];
    chosen->first_y = problem->y[i];
}

bool chosen_take_box(chosen_points *chosen, const plot_frame *frame, const dh_problem *problem,
                     ui_point corner, ui_point opposite)
{
    const double a = plot_value(&frame->x, corner.x), b = plot_value(&frame->x, opposite.x);
    const double c = plot_value(&frame->y, corner.y), d = plot_value(&frame->y, opposite.y);
    const dh_range across = {fmin(a, b), fmax(a, b)}, up = {fmin(c, d), fmax(c, d)};
    chosen_clear(chosen);
    if (!reserve(chosen, problem->n))
        return false;
    chosen->x = across;
    chosen->y = up;
    for (size_t i = 0; i < problem->n; i++) {
        const double x = problem->x[i], y = problem->y[i];
        chosen->flag[i] =
            (x >= across.low) & (x <= across.high) & (y >= up.low) & (y <= up.high); /* no branch */
        chosen->count += chosen->flag[i];
    }
    note_first(chosen, problem);
    return true;
}

/* The box moves with the points. */
static void draw_box(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const dh_problem *problem, const chosen_points *chosen)
{
    const double dx = problem->x[chosen->first] - chosen->first_x;
    const double dy = problem->y[chosen->first] - chosen->first_y;
    const ui_point from = plot_at(frame, chosen->x.low + dx, chosen->y.high + dy);
    const ui_point to = plot_at(frame, chosen->x.high + dx, chosen->y.low + dy);
    const ui_rect box = {from.x, from.y, to.x - from.x, to.y - from.y};
    ui_outline(canvas, box, 0.0, style->ui.border_width, style->ui.accent);
}

void chosen_draw(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                 const dh_problem *problem, const chosen_points *chosen)
{
    const size_t marks = chosen->count > PLOT_SCATTER_POINTS ? MARKS_OF_MANY : chosen->count;
    size_t drawn = 0;
    for (size_t i = 0; drawn < marks; i++)
        if (chosen->flag[i]) {
            plot_mark_point(canvas, style, frame, problem, i, true);
            drawn++;
        }
    if (chosen->count > drawn)
        draw_box(canvas, style, frame, problem, chosen);
}
