#include "ui/icon.h"

#include <assert.h>

/* Lengths are in halves of the icon's height, from its middle. A part that is 0 high is not there.
 */
typedef struct icon_bar {
    double x, width, half; /* its middle, and half its height */
} icon_bar;

typedef struct icon_triangle {
    double tip, base, half; /* x of the tip and of the side across, and half of that side */
} icon_triangle;

/* Icons made of upright bars and triangles. */
static const struct {
    icon_bar bar[2];
    icon_triangle triangle[2];
} ICONS[UI_ICON_COUNT] = {
    [UI_ICON_PLAY] = {.triangle = {{1.0, -0.7, 1.0}}},
    [UI_ICON_PAUSE] = {.bar = {{-0.45, 0.5, 1.0}, {0.45, 0.5, 1.0}}},
    [UI_ICON_NEXT] = {.bar = {{-0.6, 0.3, 0.8}}, .triangle = {{0.9, -0.2, 0.8}}},
    [UI_ICON_PREVIOUS] = {.bar = {{0.6, 0.3, 0.8}}, .triangle = {{-0.9, 0.2, 0.8}}},
    [UI_ICON_FIRST] = {.bar = {{-0.8, 0.3, 1.0}}, .triangle = {{-0.6, 0.8, 1.0}}},
    [UI_ICON_LAST] = {.bar = {{0.8, 0.3, 1.0}}, .triangle = {{0.6, -0.8, 1.0}}},
    [UI_ICON_BACKWARDS] = {.triangle = {{-1.0, 0.7, 1.0}}},
    [UI_ICON_SLOWER] = {.triangle = {{-0.85, -0.05, 0.6}, {0.0, 0.8, 0.6}}},
    [UI_ICON_FASTER] = {.triangle = {{0.0, -0.8, 0.6}, {0.85, 0.05, 0.6}}},
};

static const double BAR_CORNER = 0.5; /* logical pixels */
static const double PIN_RADIUS = 0.62, PIN_UP = 0.36, PIN_HALF = 0.55;
static const double CROSS_REACH = 0.5, CROSS_WIDE = 0.26;
static const double BENT_WIDE = 0.53, BENT_STROKE = 2.0; /* half its width; logical pixels */
static const double RESET_STROKE = 2.0;                  /* logical pixels */
static const double RESET_RADIUS = 0.85, RESET_TIP = 0.75;
static const double RESET_HEAD = 0.85, RESET_HEAD_HALF = 0.6; /* of its arrow */

/* The arrow's way, five sixths of a circle of radius 1, from the right through below to the top. */
static const ui_point RESET_WAY[] = {
    {0.866, -0.5},    {0.966, -0.259}, {1.0, 0.0},       {0.966, 0.259},  {0.866, 0.5},
    {0.707, 0.707},   {0.5, 0.866},    {0.259, 0.966},   {0.0, 1.0},      {-0.259, 0.966},
    {-0.5, 0.866},    {-0.707, 0.707}, {-0.866, 0.5},    {-0.966, 0.259}, {-1.0, 0.0},
    {-0.966, -0.259}, {-0.866, -0.5},  {-0.707, -0.707}, {-0.5, -0.866},  {-0.259, -0.966},
    {0.0, -1.0},
};
enum { RESET_POINTS = sizeof RESET_WAY / sizeof *RESET_WAY };

static void draw_triangle(ui_canvas *canvas, ui_point c, double unit, icon_triangle part,
                          ui_color color)
{
    const double base = c.x + part.base * unit, half = part.half * unit;
    const ui_point corners[] = {
        {base, c.y - half}, {c.x + part.tip * unit, c.y}, {base, c.y + half}};
    ui_polygon(canvas, corners, 3, color);
}

static void draw_bar(ui_canvas *canvas, ui_point c, double unit, icon_bar part, ui_color color)
{
    const double width = part.width * unit, half = part.half * unit;
    const double left = ui_snap(canvas, c.x + part.x * unit - 0.5 * width);
    ui_box(canvas, (ui_rect){left, c.y - half, width, 2.0 * half}, BAR_CORNER, color);
}

/* A disc that ends in a point below. */
static void draw_pin(ui_canvas *canvas, ui_point c, double unit, ui_color color)
{
    const double radius = PIN_RADIUS * unit, half = PIN_HALF * unit;
    const ui_point middle = {c.x, c.y - PIN_UP * unit};
    const ui_point point[] = {{c.x - half, middle.y + 0.5 * radius},
                              {c.x, c.y + unit},
                              {c.x + half, middle.y + 0.5 * radius}};
    ui_disc(canvas, middle, radius, color);
    ui_polygon(canvas, point, 3, color);
}

static void draw_cross(ui_canvas *canvas, ui_point c, double unit, ui_color color)
{
    const double reach = CROSS_REACH * unit;
    const ui_stroke stroke = {.width = CROSS_WIDE * unit, .color = color};
    ui_line(canvas, (ui_point){c.x - reach, c.y + reach}, (ui_point){c.x + reach, c.y - reach},
            stroke);
    ui_line(canvas, (ui_point){c.x - reach, c.y - reach}, (ui_point){c.x + reach, c.y + reach},
            stroke);
}

static void draw_bent(ui_canvas *canvas, ui_point c, double unit, bool down, ui_color color)
{
    const double wide = BENT_WIDE * unit, deep = 0.5 * wide;
    const ui_point to_right[] = {
        {c.x - deep, c.y - wide}, {c.x + deep, c.y}, {c.x - deep, c.y + wide}};
    const ui_point to_bottom[] = {
        {c.x - wide, c.y - deep}, {c.x, c.y + deep}, {c.x + wide, c.y - deep}};
    ui_polyline(canvas, down ? to_bottom : to_right, 3,
                (ui_stroke){.width = BENT_STROKE, .color = color});
}

static void draw_reset(ui_canvas *canvas, ui_point c, double unit, ui_color color)
{
    const double radius = RESET_RADIUS * unit;
    ui_point way[RESET_POINTS];
    for (int i = 0; i < RESET_POINTS; i++) /* mirrored, so that it turns back */
        way[i] = (ui_point){c.x - RESET_WAY[i].x * radius, c.y + RESET_WAY[i].y * radius};
    ui_polyline(canvas, way, RESET_POINTS, (ui_stroke){.width = RESET_STROKE, .color = color});
    const ui_point tip = {c.x - RESET_TIP * unit, c.y - radius};
    const double base = tip.x + RESET_HEAD * unit, half = RESET_HEAD_HALF * unit;
    const ui_point head[] = {{base, tip.y - half}, tip, {base, tip.y + half}};
    ui_polygon(canvas, head, 3, color);
}

void ui_draw_icon(ui_canvas *canvas, ui_icon icon, ui_point c, double size, ui_color color)
{
    assert(icon < UI_ICON_COUNT);
    const double unit = 0.5 * size;
    for (int i = 0; i < 2; i++)
        if (ICONS[icon].bar[i].half > 0.0)
            draw_bar(canvas, c, unit, ICONS[icon].bar[i], color);
    for (int i = 0; i < 2; i++)
        if (ICONS[icon].triangle[i].half > 0.0)
            draw_triangle(canvas, c, unit, ICONS[icon].triangle[i], color);
    if (icon == UI_ICON_PIN)
        draw_pin(canvas, c, unit, color);
    else if (icon == UI_ICON_CROSS)
        draw_cross(canvas, c, unit, color);
    else if (icon == UI_ICON_FOLDED || icon == UI_ICON_UNFOLDED)
        draw_bent(canvas, c, unit, icon == UI_ICON_UNFOLDED, color);
    else if (icon == UI_ICON_RESET)
        draw_reset(canvas, c, unit, color);
}
