#include "plots/line_names.h"

#include "plots/marks.h"
#include "plots/scatter.h"
#include "ui/line_clip.h"

#include <assert.h>
#include <math.h>

enum { PLACES_ALONG = 24, PLACES_AWAY = 4, PLACES = PLACES_ALONG * PLACES_AWAY };

static const double BEYOND = 8.0;       /* pixels: lines are cut so far outside the frame */
static const double NEAR_LINE = 3.0;    /* pixels between a name and a line, at least */
static const double COST_OF_LINE = 4.0; /* crossing a line is as bad as covering so many points */

bool plot_line_across(const plot_frame *frame, dh_weights line, ui_point *left, ui_point *right)
{
    const ui_rect area = frame->area;
    const ui_rect room = {area.x, area.y - BEYOND, area.w, area.h + 2.0 * BEYOND};
    *left = plot_at(frame, frame->x.low, line.slope * frame->x.low + line.intercept);
    *right = plot_at(frame, frame->x.high, line.slope * frame->x.high + line.intercept);
    return isfinite(left->y) && isfinite(right->y) && isfinite(right->y - left->y) &&
           ui_line_clip(room, left, right);
}

static bool meets(ui_rect box, const plot_frame *frame, dh_weights line)
{
    ui_point left, right;
    if (!plot_line_across(frame, line, &left, &right))
        return false;
    const double from = fmax(box.x, left.x), to = fmin(box.x + box.w, right.x);
    if (from > to)
        return false;
    const double slope = right.x > left.x ? (right.y - left.y) / (right.x - left.x) : 0.0;
    const double a = left.y + slope * (from - left.x), b = left.y + slope * (to - left.x);
    return fmax(a, b) > box.y - NEAR_LINE && fmin(a, b) < box.y + box.h + NEAR_LINE;
}

static double points_below(ui_rect box, const plot_frame *frame, const dh_problem *data)
{
    const size_t looked_at = data->n < PLOT_SCATTER_POINTS ? data->n : PLOT_SCATTER_POINTS;
    const ui_rect around = ui_inset(box, -plot_point_radius(data->n));
    double covered = 0.0;
    for (size_t i = 0; i < looked_at; i++)
        covered += ui_contains(around, plot_at(frame, data->x[i], data->y[i]));
    return covered;
}

/* A name beside its line, whose ends are these. */
typedef struct beside {
    ui_point left, right;
    bool at_right;
    double width, height; /* of the name */
    double gap;
} beside;

/* The place with this number: beside the line, above or below it, farther and farther from its
 * end. */
static ui_rect place(const beside *name, int number)
{
    const ui_point left = name->left, right = name->right;
    const double width = name->width, height = name->height, gap = name->gap;
    const double length = fmax(hypot(right.x - left.x, right.y - left.y), 1.0);
    const double away = (number / PLACES_ALONG) * 2.0 * height;
    const double along = (gap + (number % PLACES_ALONG / 4) * height * 2.0) / length;
    const double share = name->at_right ? 1.0 - along : along;
    const ui_point at = {left.x + share * (right.x - left.x), left.y + share * (right.y - left.y)};
    const bool above = number % 2 == 0, inward = number % 4 < 2;
    const bool to_left = name->at_right == inward;
    const double rise = fabs(right.y - left.y) / fmax(right.x - left.x, 1.0);
    const double clear = fmin(rise * width, height) + gap + away;
    return (ui_rect){to_left ? at.x - width - gap : at.x + gap,
                     above ? at.y - clear - height : at.y + clear, width, height};
}

/* Everything that a name must keep clear of. */
typedef struct surroundings {
    const plot_frame *frame;
    const dh_problem *data;
    const plot_line_name *names;
    int count;
    ui_rect room; /* what names may use of the frame */
    ui_rect taken[PLOT_LINE_NAMES_MAX];
    int taken_count;
} surroundings;

/* How much a name in this box would cover; HUGE_VAL where it must not be. */
static double cost_of(ui_rect box, const surroundings *around)
{
    const ui_rect room = around->room;
    if (box.x < room.x || box.y < room.y || box.x + box.w > room.x + room.w ||
        box.y + box.h > room.y + room.h)
        return HUGE_VAL;
    for (int i = 0; i < around->taken_count; i++)
        if (ui_overlap(box, around->taken[i]))
            return HUGE_VAL;
    double cost = points_below(box, around->frame, around->data);
    for (int i = 0; i < around->count; i++)
        cost += meets(box, around->frame, around->names[i].line) ? COST_OF_LINE : 0.0;
    return cost;
}

/* Finds the place for a name. False when it has none. */
static bool find_place(const beside *name, const surroundings *around, ui_rect *best)
{
    double lowest = HUGE_VAL;
    for (int number = 0; number < PLACES && lowest > 0.0; number++) {
        const ui_rect box = place(name, number);
        const double cost = cost_of(box, around);
        if (cost < lowest) {
            lowest = cost;
            *best = box;
        }
    }
    return lowest < HUGE_VAL;
}

void plot_name_lines(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const plot_line_names *lines)
{
    surroundings around = {.frame = frame,
                           .data = lines->data,
                           .names = lines->name,
                           .count = lines->count,
                           .room = ui_inset(frame->area, NEAR_LINE)};
    around.room.y += lines->kept_clear;
    around.room.h -= lines->kept_clear;
    assert(lines->count <= PLOT_LINE_NAMES_MAX);
    for (int i = 0; i < lines->count; i++) {
        const plot_line_name *line = &lines->name[i];
        beside name = {.at_right = line->at_right,
                       .width = ui_label_width(canvas, style->ui.small, line->name),
                       .height = ui_label_height(canvas, style->ui.small),
                       .gap = style->ui.label_gap};
        ui_rect box;
        if (!plot_line_across(frame, line->line, &name.left, &name.right) ||
            !find_place(&name, &around, &box))
            continue;
        around.taken[around.taken_count++] = box;
        plot_draw_haloed(canvas, style, (ui_point){box.x, box.y + 0.5 * name.height}, UI_LEFT,
                         style->ui.muted, line->name);
    }
}
