/* Small values that everything in ui is made of. Lengths are logical pixels unless a name says px,
 * which means pixels of the output: logical pixels times the scale. y grows downwards. */
#ifndef UI_GEOMETRY_H
#define UI_GEOMETRY_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct ui_point {
    double x, y;
} ui_point;

typedef struct ui_rect {
    double x, y, w, h;
} ui_rect;

/* Whole output pixels: left and top inside, right and bottom outside. */
typedef struct ui_px_rect {
    int left, top, right, bottom;
} ui_px_rect;

typedef struct ui_color {
    uint8_t r, g, b, a;
} ui_color;

static inline ui_rect ui_inset(ui_rect r, double by)
{
    return (ui_rect){r.x + by, r.y + by, r.w - 2.0 * by, r.h - 2.0 * by};
}

static inline bool ui_contains(ui_rect r, ui_point p)
{
    return p.x >= r.x && p.x < r.x + r.w && p.y >= r.y && p.y < r.y + r.h;
}

static inline bool ui_overlap(ui_rect a, ui_rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline bool ui_is_within(ui_rect inner, ui_rect outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

static inline ui_point ui_center(ui_rect r)
{
    return (ui_point){r.x + 0.5 * r.w, r.y + 0.5 * r.h};
}

static inline double ui_distance(ui_point a, ui_point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static inline double ui_clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

/* The nearest whole multiple of step. Below 1 a step is the inverse of a whole number, by which
 * dividing is exact. */
static inline double ui_on_grid(double value, double step)
{
    const double inverse = round(1.0 / step);
    return step < 1.0 ? round(value * inverse) / inverse : round(value / step) * step;
}

static inline ui_px_rect ui_px_intersection(ui_px_rect a, ui_px_rect b)
{
    return (ui_px_rect){a.left > b.left ? a.left : b.left, a.top > b.top ? a.top : b.top,
                        a.right < b.right ? a.right : b.right,
                        a.bottom < b.bottom ? a.bottom : b.bottom};
}

static inline bool ui_px_empty(ui_px_rect r)
{
    return r.left >= r.right || r.top >= r.bottom;
}

static inline ui_color ui_faded(ui_color color, double opacity)
{
    color.a = (uint8_t)(color.a * opacity + 0.5);
    return color;
}

/* The color `share` of the way from a to b. */
static inline ui_color ui_mixed(ui_color a, ui_color b, double share)
{
    return (ui_color){
        (uint8_t)(a.r + (b.r - a.r) * share + 0.5), (uint8_t)(a.g + (b.g - a.g) * share + 0.5),
        (uint8_t)(a.b + (b.b - a.b) * share + 0.5), (uint8_t)(a.a + (b.a - a.a) * share + 0.5)};
}

#endif
