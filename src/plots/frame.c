#include "plots/frame.h"

#include "text/number_text.h"

#include <math.h>

/* Without a name below the numbers there is no place for what they leave out, either. */
static plot_ticks ticks_of(const plot_axis *axis, double spacing, bool may_leave_out)
{
    plot_ticks ticks = plot_ticks_of(axis, spacing);
    if (!may_leave_out)
        plot_ticks_tell_all(&ticks);
    return ticks;
}

static double widest_number(ui_canvas *canvas, const plot_style *style, const plot_axis *axis,
                            bool may_leave_out)
{
    const plot_ticks ticks = ticks_of(axis, style->tick_spacing, may_leave_out);
    double widest = 0.0;
    for (int i = 0; i < ticks.count; i++) {
        const text_number number = plot_tick_text(&ticks, i);
        widest = fmax(widest, ui_label_width(canvas, style->ui.small, number.text));
    }
    return widest;
}

double plot_x_axis_height(const plot_style *style, double height)
{
    return height < style->named_from ? fmin(style->x_axis_short, style->x_axis_height)
                                      : style->x_axis_height;
}

plot_frame plot_frame_in(ui_canvas *canvas, const plot_style *style, ui_rect rect, plot_axis x,
                         plot_axis y)
{
    const double top = ui_snap(canvas, rect.y + style->title_height);
    const double bottom = ui_snap(canvas, rect.y + rect.h - plot_x_axis_height(style, rect.h));
    y.from = bottom;
    y.to = top;
    const double numbers = widest_number(canvas, style, &y, rect.h >= style->named_from);
    const double left = ui_snap(canvas, rect.x + style->name_width + numbers + style->tick_gap);
    const double right = ui_snap(canvas, rect.x + rect.w);
    x.from = left;
    x.to = right;
    return (plot_frame){.area = {left, top, right - left, bottom - top},
                        .x = x,
                        .y = y,
                        .named = rect.h >= style->named_from,
                        .title_x = ui_snap(canvas, rect.x + style->name_width)};
}

/* The spacing at which the numbers along x do not meet. */
static double x_spacing(ui_canvas *canvas, const plot_style *style, const plot_frame *frame)
{
    return fmax(style->tick_spacing,
                widest_number(canvas, style, &frame->x, frame->named) + 2.0 * style->tick_gap);
}

static void draw_x_ticks(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const plot_ticks *ticks)
{
    const ui_rect area = frame->area;
    const double below =
        area.y + area.h + style->tick_gap + 0.5 * ui_label_height(canvas, style->ui.small);
    for (int i = 0; i < ticks->count; i++) {
        const double x = plot_position(&frame->x, ticks->value[i]);
        const double middle = ui_snap_middle(canvas, fmin(x, area.x + area.w - style->grid_width));
        ui_line(canvas, (ui_point){middle, area.y}, (ui_point){middle, area.y + area.h},
                (ui_stroke){.width = style->grid_width, .color = style->ui.hairline});
        const text_number number = plot_tick_text(ticks, i);
        const double half = 0.5 * ui_label_width(canvas, style->ui.small, number.text);
        const double last = area.x + area.w + style->tick_gap - half; /* not out of the window */
        ui_label(canvas, (ui_point){fmin(x, last), below}, UI_CENTER, style->ui.small,
                 style->ui.muted, number.text);
    }
}

/* What the numbers leave out, on the line of the name below x: of x at its right end, of y below
 * its numbers. */
static void draw_offsets(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const plot_ticks *x, const plot_ticks *y)
{
    const ui_rect area = frame->area;
    const double line =
        area.y + area.h + style->x_axis_height - ui_label_height(canvas, style->ui.small);
    ui_label(canvas, (ui_point){area.x + area.w, line}, UI_RIGHT, style->ui.small, style->ui.muted,
             plot_offset_text(x).text);
    ui_label(canvas, (ui_point){frame->title_x, line}, UI_LEFT, style->ui.small, style->ui.muted,
             plot_offset_text(y).text);
}

static void draw_y_ticks(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const plot_ticks *ticks)
{
    const ui_rect area = frame->area;
    for (int i = 0; i < ticks->count; i++) {
        const double y = plot_position(&frame->y, ticks->value[i]);
        const double middle = ui_snap_middle(canvas, fmin(y, area.y + area.h - style->grid_width));
        ui_line(canvas, (ui_point){area.x, middle}, (ui_point){area.x + area.w, middle},
                (ui_stroke){.width = style->grid_width, .color = style->ui.hairline});
        ui_label(canvas, (ui_point){area.x - style->tick_gap, y}, UI_RIGHT, style->ui.small,
                 style->ui.muted, plot_tick_text(ticks, i).text);
    }
}

static bool has_room_for(const ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                         const char *y_name)
{
    return ui_label_width(canvas, style->ui.small, y_name) <= frame->area.h;
}

const char *plot_y_name(const ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                        const char *name, const char *shorter)
{
    return !style->short_names || has_room_for(canvas, style, frame, name) ? name : shorter;
}

void plot_draw_frame(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                     const char *title, const char *x_name, const char *y_name)
{
    const ui_rect area = frame->area;
    const plot_ticks x = ticks_of(&frame->x, x_spacing(canvas, style, frame), frame->named);
    const plot_ticks y = ticks_of(&frame->y, style->tick_spacing, frame->named);
    draw_x_ticks(canvas, style, frame, &x);
    draw_y_ticks(canvas, style, frame, &y);
    draw_offsets(canvas, style, frame, &x, &y);
    if (title)
        ui_label(canvas, (ui_point){frame->title_x, area.y - 0.5 * style->title_height}, UI_LEFT,
                 style->ui.title, style->ui.ink, title);
    const double cap = ui_label_height(canvas, style->ui.small);
    if (x_name && frame->named)
        ui_label(canvas,
                 (ui_point){area.x + 0.5 * area.w, area.y + area.h + style->x_axis_height - cap},
                 UI_CENTER, style->ui.small, style->ui.muted, x_name);
    if (!y_name || !has_room_for(canvas, style, frame, y_name))
        return;
    const double numbers = widest_number(canvas, style, &frame->y, frame->named);
    const double left = area.x - style->tick_gap - numbers - style->name_width + 0.5 * cap;
    ui_label_upright(canvas, (ui_point){left, area.y + 0.5 * area.h}, style->ui.small,
                     style->ui.muted, y_name);
}

ui_point plot_at(const plot_frame *frame, double x, double y)
{
    return (ui_point){plot_position(&frame->x, x), plot_position(&frame->y, y)};
}
