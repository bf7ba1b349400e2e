#include "plots/pulls.h"

#include "plots/marks.h"
#include "plots/scatter.h"

#include <math.h>
#include <stdio.h>

static const double LONGEST = 34.0; /* pixels of a bar */
static const double FOOT = 12.0;    /* and of a foot: both belong to the largest share there is */

/* The points that an update sees, as far as they are drawn. */
typedef struct seen {
    const dh_problem *problem;
    const dh_batch *batch;
    size_t count;
    double mean; /* of all x */
    dh_weights line;
} seen;

static size_t point_of(const seen *of, size_t number)
{
    return of->batch && of->batch->point ? of->batch->point[number] : number;
}

static double residual_of(const seen *of, size_t point)
{
    const dh_problem *data = of->problem;
    return data->y[point] - (of->line.slope * data->x[point] + of->line.intercept);
}

/* How hard the hardest pulls up or down, and turns. */
static void find_most(const seen *of, double *pull, double *turn)
{
    *pull = *turn = 0.0;
    for (size_t i = 0; i < of->count; i++) {
        const size_t point = point_of(of, i);
        const double residual = residual_of(of, point);
        *pull = fmax(*pull, fabs(residual));
        *turn = fmax(*turn, fabs(residual * (of->problem->x[point] - of->mean)));
    }
}

static void draw_bars(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                      const seen *of)
{
    double most_pull, most_turn;
    find_most(of, &most_pull, &most_turn);
    if (!(most_pull > 0.0) || !isfinite(most_pull) || !isfinite(most_turn))
        return;
    const ui_stroke stroke = {.width = style->best_width, .color = style->gradient};
    for (size_t i = 0; i < of->count; i++) {
        const size_t point = point_of(of, i);
        const double x = of->problem->x[point], residual = residual_of(of, point);
        const double turn = residual * (x - of->mean);
        const ui_point at = plot_at(frame, x, of->problem->y[point]);
        const ui_point end = {at.x, at.y + LONGEST * residual / most_pull};
        ui_line(canvas, at, end, stroke);
        if (most_turn > 0.0)
            ui_line(canvas, end, (ui_point){end.x + FOOT * turn / most_turn, end.y}, stroke);
    }
}

static void draw_mean(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                      double mean)
{
    const ui_rect area = frame->area;
    const double x = ui_snap_middle(canvas, plot_position(&frame->x, mean));
    const ui_stroke stroke = {.width = style->grid_width,
                              .color = style->gradient,
                              .dash = style->best_dash,
                              .gap = style->best_gap};
    ui_line(canvas, (ui_point){x, area.y}, (ui_point){x, area.y + area.h}, stroke);
    plot_draw_haloed(canvas, style, (ui_point){x, area.y + area.h - 2.0 * style->ui.gap}, UI_CENTER,
                     style->gradient, "mean of x");
}

void plot_draw_pulls(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const dh_problem *problem, const dh_batch *batch, dh_weights trained,
                     dh_weights gradient)
{
    const size_t all = batch && batch->point ? batch->count : problem->n;
    const seen of = {.problem = problem,
                     .batch = batch,
                     .count = all < PLOT_SCATTER_POINTS ? all : PLOT_SCATTER_POINTS,
                     .mean = problem->moments.mean_x,
                     .line = dh_problem_line(problem, trained)};
    char text[2 * TEXT_NUMBER_BYTES + 32];
    draw_mean(canvas, style, frame, of.mean);
    draw_bars(canvas, style, frame, &of);
    snprintf(text, sizeof text, "all pulls: gradient %s, %s", text_reading(gradient.slope).text,
             text_reading(gradient.intercept).text);
    plot_draw_haloed(canvas, style,
                     (ui_point){frame->area.x + style->ui.gap, frame->area.y + 2.0 * style->ui.gap},
                     UI_LEFT, style->gradient, text);
}
