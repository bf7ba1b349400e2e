#include "plots/marks.h"

#include <math.h>

void plot_draw_haloed(ui_canvas *canvas, const plot_style *style, ui_point at, ui_align align,
                      ui_color color, const char *text)
{
    const double width = ui_label_width(canvas, style->ui.small, text);
    const double cap = ui_label_height(canvas, style->ui.small);
    const double left = align == UI_LEFT    ? at.x
                        : align == UI_RIGHT ? at.x - width
                                            : at.x - 0.5 * width;
    const double around = 0.5 * style->ui.label_gap;
    ui_box(canvas,
           (ui_rect){left - around, at.y - 0.5 * cap - around, width + 2.0 * around,
                     cap + 2.0 * around},
           around, ui_faded(style->ui.paper, style->halo));
    ui_label(canvas, (ui_point){left, at.y}, UI_LEFT, style->ui.small, color, text);
}

double plot_dot_reach(const plot_style *style)
{
    return style->dot_radius + 2.0 * style->casing_width;
}

void plot_draw_dot(ui_canvas *canvas, const plot_style *style, ui_point at)
{
    ui_disc(canvas, at, plot_dot_reach(style), style->casing);
    ui_disc(canvas, at, style->dot_radius, style->line);
}

void plot_draw_kept_dot(ui_canvas *canvas, const plot_style *style, ui_color color, ui_point at)
{
    ui_disc(canvas, at, style->kept_radius + style->casing_width, style->casing);
    ui_disc(canvas, at, style->kept_radius, color);
}

/* A square on one of its corners. */
static void draw_diamond(ui_canvas *canvas, ui_point at, double reach, ui_color color)
{
    const ui_point corners[] = {
        {at.x - reach, at.y}, {at.x, at.y - reach}, {at.x + reach, at.y}, {at.x, at.y + reach}};
    ui_polygon(canvas, corners, 4, color);
}

void plot_draw_departure(ui_canvas *canvas, const plot_style *style, ui_color color, ui_point at)
{
    const double outer = style->departure, inner = outer - 2.0 * style->ghost_width;
    draw_diamond(canvas, at, outer + 2.0 * style->casing_width, style->casing);
    draw_diamond(canvas, at, outer, color);
    draw_diamond(canvas, at, inner, style->casing);
}

void plot_draw_triangle(ui_canvas *canvas, ui_point base, ui_point tip, double half_width,
                        ui_color color)
{
    const double length = ui_distance(base, tip);
    const double nx = -(tip.y - base.y) / length * half_width,
                 ny = (tip.x - base.x) / length * half_width;
    const ui_point corners[] = {{base.x + nx, base.y + ny}, tip, {base.x - nx, base.y - ny}};
    ui_polygon(canvas, corners, 3, color);
}

ui_color plot_arrow_color(const plot_style *style, plot_arrow arrow)
{
    return arrow == PLOT_ARROW_STEP       ? style->path
           : arrow == PLOT_ARROW_VELOCITY ? style->velocity
                                          : style->gradient;
}

static double arrow_width(const plot_style *style, plot_arrow arrow)
{
    return arrow == PLOT_ARROW_VELOCITY   ? style->velocity_arrow_width
           : arrow == PLOT_ARROW_GRADIENT ? style->gradient_arrow_width
                                          : style->step_arrow_width;
}

void plot_draw_arrow(ui_canvas *canvas, const plot_style *style, plot_arrow arrow, ui_point from,
                     ui_point tip)
{
    const double length = ui_distance(from, tip);
    if (!(length >= 1.0) || !isfinite(length))
        return;
    const double width = arrow_width(style, arrow);
    const double head = fmin(style->arrow_head + 2.0 * width, length);
    const double share = head / length; /* from the tip: what is seen may be far from `from` */
    const ui_point base = {tip.x - share * (tip.x - from.x), tip.y - share * (tip.y - from.y)};
    const ui_color color = plot_arrow_color(style, arrow);
    ui_stroke stroke = {.width = width, .color = color};
    ui_line(canvas, from, base,
            (ui_stroke){.width = width + 2.0 * style->casing_width, .color = style->casing});
    if (arrow == PLOT_ARROW_FULL_GRADIENT) {
        stroke.dash = style->arrow_dash;
        stroke.gap = style->arrow_gap;
    }
    ui_line(canvas, from, base, stroke);
    plot_draw_triangle(canvas, base, tip, style->arrow_half * head, color);
    if (arrow == PLOT_ARROW_FULL_GRADIENT) { /* hollow */
        const ui_point inner = {0.75 * base.x + 0.25 * tip.x, 0.75 * base.y + 0.25 * tip.y};
        const ui_point point = {0.25 * base.x + 0.75 * tip.x, 0.25 * base.y + 0.75 * tip.y};
        plot_draw_triangle(canvas, inner, point, 0.25 * head, style->casing);
    }
}
