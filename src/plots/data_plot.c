#include "plots/data_plot.h"

#include "plots/line_names.h"
#include "plots/marks.h"
#include "plots/pulls.h"
#include "text/number_text.h"

#include <math.h>
#include <stdio.h>

static const char TITLE[] = "Data";

enum { EQUATION_BYTES = 2 * TEXT_NUMBER_BYTES + 16 };

static const double X_MARGIN = 0.05, Y_MARGIN = 0.15; /* shares of the data's range */

/* Whole, and not cut to the picture: dashes keep their places while the line turns. */
static void draw_line(ui_canvas *canvas, const plot_frame *frame, dh_weights line, ui_stroke stroke)
{
    const double low = frame->x.low, high = frame->x.high;
    ui_line(canvas, plot_at(frame, low, line.slope * low + line.intercept),
            plot_at(frame, high, line.slope * high + line.intercept), stroke);
}

/* The line that a run shows, in the data's own units. */
static dh_weights line_of(const plot_shown_run *shown)
{
    return dh_problem_line(shown->run->problem, shown->run->row[shown->step].weights);
}

/* The lines of the runs beside the current one. */
static void draw_kept(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                      const plot_shown_runs *runs)
{
    for (int i = 1; i < runs->count; i++) {
        const plot_shown_run *shown = &runs->run[i];
        draw_line(canvas, frame, line_of(shown), plot_kept_stroke(style, shown));
    }
}

static void draw_residuals(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                           const dh_problem *data, dh_weights line)
{
    if (data->n > PLOT_SCATTER_POINTS)
        return;
    const ui_stroke stroke = {.width = style->residual_width, .color = style->gradient};
    const double beyond = frame->area.h;
    for (size_t i = 0; i < data->n; i++) {
        const ui_point from = plot_at(frame, data->x[i], data->y[i]);
        ui_point to = plot_at(frame, data->x[i], line.slope * data->x[i] + line.intercept);
        to.y = ui_clamp(to.y, frame->area.y - beyond, frame->area.y + frame->area.h + beyond);
        ui_line(canvas, from, to, stroke);
    }
}

static void draw_mean_square(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                             const char *of_squares, double loss)
{
    char text[TEXT_NUMBER_BYTES + 48];
    snprintf(text, sizeof text, "%s %s", of_squares, text_reading(loss).text);
    const ui_rect area = frame->area;
    plot_draw_haloed(
        canvas, style,
        (ui_point){area.x + area.w - style->ui.gap, area.y + area.h - 2.0 * style->ui.gap},
        UI_RIGHT, style->gradient, text);
}

/* Says where the line has gone when none of it can be seen. */
static void draw_whereabouts(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                             dh_weights line, double covered)
{
    ui_point left, right;
    if (plot_line_across(frame, line, &left, &right))
        return;
    const double middle = 0.5 * (frame->x.low + frame->x.high);
    const bool above = line.slope * middle + line.intercept > frame->y.high;
    const ui_rect area = frame->area;
    const double gap = style->ui.gap;
    const double inset = fmax(gap + style->ui.button_height, covered) + 2.0 * gap;
    const double y = above ? area.y + inset : area.y + area.h - 4.0 * gap;
    plot_draw_haloed(canvas, style, (ui_point){area.x + 0.5 * area.w, y}, UI_CENTER, style->line,
                     above ? "↑ the line is above the picture" : "↓ the line is below the picture");
}

/* "y = 1.36 x + 2.40" */
static void write_equation(dh_weights line, char text[static EQUATION_BYTES])
{
    snprintf(text, EQUATION_BYTES, "y = %s x %s %s", text_significant(line.slope, 3).text,
             line.intercept < 0.0 ? "−" : "+", text_significant(fabs(line.intercept), 3).text);
}

/* What follows the title on its line, from the left on, in the room that is left. */
typedef struct heading {
    ui_point at;
    double end; /* where the words begin that switch */
} heading;

static heading heading_of(const ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                          const plot_data_def *def)
{
    const ui_rect area = frame->area;
    const bool more = def->rect.w >= style->data_words_from;
    return (heading){
        {frame->title_x + ui_label_width(canvas, style->ui.title, TITLE) + 2.0 * style->ui.gap,
         area.y - 0.5 * style->title_height},
        area.x + area.w - style->words_width - (more ? style->more_words : 0.0)};
}

/* As much as it needs and what follows it stays at, while its numbers change. */
static double equation_room(const ui_canvas *canvas, const plot_style *style, dh_weights line)
{
    char text[EQUATION_BYTES];
    write_equation(line, text);
    return fmax(ui_label_width(canvas, style->ui.number, text),
                ui_label_width(canvas, style->ui.number, "y = −0.000 x + 0.000")) +
           2.0 * style->ui.gap;
}

/* What is blue: the line, by its equation; smaller where there is little room. */
static void draw_equation(ui_canvas *canvas, const plot_style *style, heading *after,
                          dh_weights line)
{
    char text[EQUATION_BYTES];
    write_equation(line, text);
    const bool fits = after->at.x + ui_label_width(canvas, style->ui.number, text) <= after->end;
    const ui_font font = fits ? style->ui.number : style->ui.small;
    if (after->at.x + ui_label_width(canvas, font, text) > after->end)
        return;
    ui_label(canvas, after->at, UI_LEFT, font, style->line, text);
    after->at.x += equation_room(canvas, style, line);
}

/* What is orange. */
static void draw_count(ui_canvas *canvas, const plot_style *style, heading *after, size_t points)
{
    char text[32];
    snprintf(text, sizeof text, "%zu point%s", points, points == 1 ? "" : "s");
    const double radius = plot_point_radius(1);
    const double left = after->at.x + 2.0 * radius + style->ui.label_gap;
    const double width = ui_label_width(canvas, style->ui.small, text);
    if (left + width > after->end)
        return;
    ui_disc(canvas, (ui_point){after->at.x + radius, after->at.y}, radius, style->point);
    ui_label(canvas, (ui_point){left, after->at.y}, UI_LEFT, style->ui.small, style->ui.muted,
             text);
    after->at.x = left + width + 2.0 * style->ui.gap;
}

static void draw_note(ui_canvas *canvas, const plot_style *style, const heading *after,
                      const plot_data_def *def)
{
    const double room = after->end - after->at.x;
    const bool fits = ui_label_width(canvas, style->ui.small, def->note) <= room;
    ui_label_cut(canvas, after->at, room, style->ui.small, style->ui.muted,
                 fits || !def->short_note ? def->note : def->short_note);
}

/* Where there is no room for both, a note is what is new, and the equation gives way. */
static void draw_heading(ui_canvas *canvas, const plot_style *style, const plot_data_def *def,
                         heading *after, dh_weights line)
{
    heading with_equation = *after;
    with_equation.at.x += equation_room(canvas, style, line);
    const bool both =
        !def->note ||
        with_equation.at.x + ui_label_width(canvas, style->ui.small, def->note) <= after->end;
    if (both)
        draw_equation(canvas, style, after, line);
    if (def->note)
        draw_note(canvas, style, after, def);
    else
        draw_count(canvas, style, after, def->problem->n);
}

/* What lies below the points: the lines of start and best fit, the residuals. */
static void draw_below(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const plot_data_def *def)
{
    const dh_problem *problem = def->problem;
    const dh_minimum *minimum = &problem->of_lines.minimum;
    const plot_shown_run *current = &def->runs->run[0];
    const dh_weights start = dh_problem_line(problem, current->run->row[0].weights);
    draw_line(canvas, frame, start,
              (ui_stroke){.width = style->ghost_width, .color = style->ghost});
    if (minimum->unique)
        draw_line(canvas, frame, minimum->at,
                  (ui_stroke){.width = style->best_width,
                              .color = style->best,
                              .dash = style->best_dash,
                              .gap = style->best_gap});
    if (def->residuals)
        draw_residuals(canvas, style, frame, problem, line_of(current));
}

/* Over the lines, on a ground of their own where there is no free room. */
static void name_lines(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const plot_data_def *def)
{
    const dh_problem *problem = def->problem;
    const dh_minimum *minimum = &problem->of_lines.minimum;
    const dh_weights start = dh_problem_line(problem, def->runs->run[0].run->row[0].weights);
    const plot_line_names names = {
        .name = {{start, false, "start"}, {minimum->at, true, "best fit"}},
        .count = minimum->unique ? 2 : 1,
        .data = problem,
        .kept_clear = fmax(style->ui.gap + style->ui.button_height, def->covered) + style->ui.gap};
    plot_name_lines(canvas, style, frame, &names);
}

/* The lines over the points, the current one last. */
static void draw_lines(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                       const plot_data_def *def, dh_weights now)
{
    draw_kept(canvas, style, frame, def->runs);
    if (def->ghost)
        draw_line(canvas, frame, line_of(def->ghost), plot_ghost_stroke(style));
    if (def->pointed)
        draw_line(canvas, frame, dh_problem_line(def->problem, *def->pointed),
                  (ui_stroke){.width = style->best_width, .color = style->pointed});
    draw_line(canvas, frame, now, (ui_stroke){.width = style->line_width, .color = style->line});
}

static plot_frame frame_of(ui_canvas *canvas, const plot_style *style, const plot_data_def *def)
{
    const dh_range x = def->problem->moments.x, y = def->problem->moments.y;
    if (def->kept)
        return plot_frame_in(canvas, style, def->rect, def->kept->x, def->kept->y);
    return plot_frame_in(canvas, style, def->rect, plot_axis_around(x.low, x.high, X_MARGIN),
                         plot_axis_around(y.low, y.high, Y_MARGIN));
}

plot_frame plot_draw_data(ui_canvas *canvas, const plot_style *style, const plot_data_def *def,
                          plot_scatter *scatter)
{
    const plot_shown_run *current = &def->runs->run[0];
    const dh_problem *problem = def->problem;
    const dh_row now = current->run->row[current->step];
    const dh_weights line = line_of(current);
    const plot_frame frame = frame_of(canvas, style, def);
    plot_draw_frame(canvas, style, &frame, TITLE, problem->x_name, problem->y_name);
    heading after = heading_of(canvas, style, &frame, def);
    draw_heading(canvas, style, def, &after, line);

    const ui_px_rect outside = ui_clip(canvas, frame.area);
    draw_below(canvas, style, &frame, def);
    plot_draw_scatter(canvas, style, &frame, problem, def->batch, scatter);
    draw_lines(canvas, style, &frame, def, line);
    if (def->pulls)
        plot_draw_pulls(canvas, style, &frame, problem, def->batch, now.weights, *def->pulls);
    if (def->predictions)
        plot_draw_predictions(canvas, style, &frame, problem, line);
    name_lines(canvas, style, &frame, def);
    ui_unclip(canvas, outside);

    if (def->residuals)
        draw_mean_square(canvas, style, &frame, dh_loss_words_of(problem->def.loss).loss, now.loss);
    draw_whereabouts(canvas, style, &frame, line, def->covered);
    return frame;
}
