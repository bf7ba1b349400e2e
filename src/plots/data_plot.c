#include "plots/data_plot.h"

#include <math.h>

static const double X_MARGIN = 0.05, Y_MARGIN = 0.15; /* shares of the data's range */

/* Ends of a line across the frame, cut to it a little outside its upper and lower edges. False when
 * no part of it can be seen. */
static bool across(const plot_frame *frame, dh_weights line, ui_point *left, ui_point *right)
{
    const double beyond = 8.0;
    const double top = frame->area.y - beyond, bottom = frame->area.y + frame->area.h + beyond;
    ui_point a = plot_at(frame, frame->x.low, line.slope * frame->x.low + line.intercept);
    ui_point b = plot_at(frame, frame->x.high, line.slope * frame->x.high + line.intercept);
    if (!isfinite(a.y) || !isfinite(b.y) || !isfinite(b.y - a.y))
        return false;
    if (fmin(a.y, b.y) > bottom || fmax(a.y, b.y) < top)
        return false;
    const ui_point from = a;
    const double dx = b.x - a.x, dy = b.y - a.y;
    for (int end = 0; end < 2; end++) {
        ui_point *p = end == 0 ? &a : &b;
        const double y = ui_clamp(p->y, top, bottom);
        if (y != p->y)
            *p = (ui_point){from.x + dx * ((y - from.y) / dy), y};
    }
    *left = a;
    *right = b;
    return true;
}

static void draw_line(ui_canvas *canvas, const plot_frame *frame, dh_weights line, ui_stroke stroke)
{
    ui_point left, right;
    if (across(frame, line, &left, &right))
        ui_line(canvas, left, right, stroke);
}

/* Writes a line's name above it near the left or right end of what can be seen of it. */
static void name_line(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                      dh_weights line, bool at_right, ui_color color, const char *name)
{
    ui_point left, right;
    if (!across(frame, line, &left, &right))
        return;
    const double width = ui_label_width(canvas, style->ui.small, name);
    const double cap = ui_label_height(canvas, style->ui.small);
    const double inset = style->ui.label_gap;
    const double x = at_right ? right.x - inset - width : left.x + inset;
    const double slope = (right.y - left.y) / (right.x - left.x);
    const double y_begin = left.y + slope * (x - left.x);
    const double y_end = left.y + slope * (x + width - left.x);
    const double y = fmin(y_begin, y_end) - inset - 0.5 * cap;
    const ui_rect area = frame->area;
    if (y - cap < area.y || y + cap > area.y + area.h || x < area.x || x + width > area.x + area.w)
        return;
    const double halo = 0.5 * inset;
    ui_box(canvas, (ui_rect){x - halo, y - 0.5 * cap - halo, width + 2.0 * halo, cap + 2.0 * halo},
           halo, ui_faded(style->ui.paper, style->halo));
    ui_label(canvas, (ui_point){x, y}, UI_LEFT, style->ui.small, color, name);
}

static void draw_notice(ui_canvas *canvas, const plot_style *style, ui_rect area,
                        const plot_data_def *def)
{
    const ui_theme *theme = &style->ui;
    const double width = ui_label_width(canvas, theme->body, def->notice) + 2.0 * theme->gap;
    const double left = ui_snap(canvas, area.x + 0.5 * (area.w - width));
    const ui_rect box = {left, area.y + theme->gap, width, theme->button_height};
    const ui_color ink = def->alarming ? theme->bad : theme->ink;
    ui_box(canvas, box, theme->corner, def->alarming ? style->notice : theme->chrome);
    ui_outline(canvas, box, theme->corner, theme->border_width,
               def->alarming ? ink : theme->border);
    ui_label(canvas, ui_center(box), UI_CENTER, theme->body, ink, def->notice);
}

/* Says where the line has gone when none of it can be seen. */
static void draw_whereabouts(ui_canvas *canvas, const plot_style *style, const plot_frame *frame,
                             dh_weights line)
{
    ui_point left, right;
    if (across(frame, line, &left, &right))
        return;
    const double middle = 0.5 * (frame->x.low + frame->x.high);
    const bool above = line.slope * middle + line.intercept > frame->y.high;
    const ui_rect area = frame->area;
    const double inset = 2.0 * style->ui.gap + (above ? style->ui.button_height : 0.0);
    const double y = above ? area.y + inset + style->ui.gap : area.y + area.h - inset;
    ui_label(canvas, (ui_point){area.x + 0.5 * area.w, y}, UI_CENTER, style->ui.small, style->line,
             above ? "↑ the line is above the picture" : "↓ the line is below the picture");
}

plot_frame plot_draw_data(ui_canvas *canvas, const plot_style *style, const plot_data_def *def,
                          plot_scatter *scatter)
{
    const dh_quadratic *q = def->quadratic;
    const plot_frame frame =
        plot_frame_in(canvas, style, def->rect, plot_axis_around(q->x.low, q->x.high, X_MARGIN),
                      plot_axis_around(q->y.low, q->y.high, Y_MARGIN));
    plot_draw_frame(canvas, style, &frame, "Data and the fitted line", "x", "y");

    const ui_px_rect outside = ui_clip(canvas, frame.area);
    draw_line(canvas, &frame, def->start,
              (ui_stroke){.width = style->ghost_width, .color = style->ghost});
    if (!q->degenerate)
        draw_line(canvas, &frame, q->best,
                  (ui_stroke){.width = style->best_width,
                              .color = style->best,
                              .dash = style->best_dash,
                              .gap = style->best_gap});
    plot_draw_scatter(canvas, style, &frame, def->data, def->data_version, scatter);
    name_line(canvas, style, &frame, def->start, false, style->ui.muted, "start");
    if (!q->degenerate)
        name_line(canvas, style, &frame, q->best, true, style->ui.muted, "best fit");
    draw_line(canvas, &frame, def->now,
              (ui_stroke){.width = style->line_width, .color = style->line});
    ui_unclip(canvas, outside);

    draw_whereabouts(canvas, style, &frame, def->now);
    if (def->notice)
        draw_notice(canvas, style, frame.area, def);
    return frame;
}
