#include "ui/slider.h"

#include <assert.h>
#include <math.h>

static const double NUDGES_PER_DECADE = 20.0;

/* 0..1 along the track; outside for values out of range. */
static double position_of(const ui_slider_def *def, double value)
{
    if (!def->logarithmic)
        return (value - def->low) / (def->high - def->low);
    if (!(value > 0.0))
        return 0.0;
    return log(value / def->low) / log(def->high / def->low);
}

static double value_at(const ui_slider_def *def, double position)
{
    if (!def->logarithmic)
        return def->low + position * (def->high - def->low);
    return def->low * pow(def->high / def->low, position);
}

static double rounded_to_digits(double value, int digits)
{
    if (value == 0.0 || !isfinite(value))
        return value;
    const int exponent = digits - 1 - (int)floor(log10(fabs(value)));
    /* A power of ten below 1 is not exact, and dividing by its inverse is. */
    if (exponent >= 0)
        return round(value * pow(10.0, exponent)) / pow(10.0, exponent);
    return round(value / pow(10.0, -exponent)) * pow(10.0, -exponent);
}

/* A dragged value, rounded so that it is short when read or written. */
static double tidied(const ui_slider_def *def, double value)
{
    if (def->whole)
        return round(value);
    /* Adding zero turns the minus of a negative zero into none. */
    return def->logarithmic ? rounded_to_digits(value, 3)
                            : ui_on_grid(value, def->step / 10.0) + 0.0;
}

/* The next of a grid of whole numbers in a direction. */
static double next_whole(double from, int direction, double tolerance)
{
    const double near = round(from);
    if (fabs(near - from) < tolerance)
        return near + direction;
    return direction > 0 ? ceil(from) : floor(from);
}

static double next_value(const ui_slider_def *def, double value, int direction, bool fine)
{
    if (!def->logarithmic) {
        const double step = fine ? def->step / 10.0 : def->step;
        return ui_on_grid(next_whole(value / step, direction, 1e-6) * step, step);
    }
    if (!(value > 0.0))
        return direction > 0 ? def->low : value;
    const double per_decade = fine ? 10.0 * NUDGES_PER_DECADE : NUDGES_PER_DECADE;
    const double next = next_whole(log10(value) * per_decade, direction, 0.2);
    return rounded_to_digits(pow(10.0, next / per_decade), fine ? 4 : 3);
}

double ui_slider_nudged(const ui_slider_def *def, double value, int direction, bool fine)
{
    assert(direction == 1 || direction == -1);
    double next = next_value(def, value, direction, fine);
    if (def->whole)
        next = direction > 0 ? fmax(round(next), value + 1.0) : fmin(round(next), value - 1.0);
    if (direction > 0)
        return value > def->high ? value : fmin(next, tidied(def, def->high));
    return value < def->low ? value : fmax(next, tidied(def, def->low));
}

double ui_slider_x(const ui_slider_def *def, double value)
{
    return def->rect.x + ui_clamp(position_of(def, value), 0.0, 1.0) * def->rect.w;
}

static void take_drag(ui_context *ui, const ui_slider_def *def, double value)
{
    ui->drag = (ui_drag){.mouse = ui->input.mouse,
                         .start = ui_clamp(position_of(def, value), 0.0, 1.0),
                         .fine = ui->input.shift};
}

/* The value that the mouse drags to. Shift makes it ten times slower, from where it was pressed. */
static double dragged(ui_context *ui, const ui_slider_def *def, double value)
{
    if (ui->drag.fine != ui->input.shift)
        take_drag(ui, def, value);
    const double moved = (ui->input.mouse.x - ui->drag.mouse.x) / def->rect.w;
    if (moved == 0.0)
        return value;
    const double position = ui->drag.start + (ui->drag.fine ? 0.1 * moved : moved);
    return tidied(def, value_at(def, ui_clamp(position, 0.0, 1.0)));
}

static double pressed(ui_context *ui, const ui_slider_def *def, double value)
{
    const double knob = ui_slider_x(def, value);
    if (fabs(ui->input.mouse.x - knob) > ui->theme.knob_radius) {
        const double position = (ui->input.mouse.x - def->rect.x) / def->rect.w;
        value = tidied(def, value_at(def, ui_clamp(position, 0.0, 1.0)));
    }
    take_drag(ui, def, value);
    return value;
}

static int arrow_direction(ui_context *ui)
{
    if (ui_take_key(ui, SDLK_RIGHT) || ui_take_key(ui, SDLK_UP))
        return 1;
    if (ui_take_key(ui, SDLK_LEFT) || ui_take_key(ui, SDLK_DOWN))
        return -1;
    return 0;
}

static double acted_on(ui_context *ui, const ui_slider_def *def, const ui_touch_result *touch,
                       double value)
{
    if (touch->doubled) {
        take_drag(ui, def, def->preset);
        return def->preset;
    }
    if (touch->pressed)
        return pressed(ui, def, value);
    if (touch->held)
        return dragged(ui, def, value);
    int nudges = touch->focused ? arrow_direction(ui) : 0;
    nudges += touch->wheel;
    if (touch->hovered)
        ui_take_wheel(ui, touch->id);
    for (; nudges != 0; nudges += nudges > 0 ? -1 : 1)
        value = ui_slider_nudged(def, value, nudges > 0 ? 1 : -1, ui->input.shift);
    return value;
}

static void draw_track(ui_context *ui, const ui_slider_def *def, double knob_x)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect;
    const double half = 0.5 * theme->track_height;
    const double top = ui_snap(&ui->canvas, r.y + 0.5 * r.h - half);
    const double end = r.x + r.w;
    ui_box(&ui->canvas, (ui_rect){r.x, top, r.w, 2.0 * half}, half, theme->track);
    ui_box(&ui->canvas, (ui_rect){r.x, top, knob_x - r.x, 2.0 * half}, half, theme->accent);
    if (!isnan(def->bad_from) &&
        def->bad_from < def->high) { /* also where the knob has passed it */
        const double bad_x = ui_slider_x(def, def->bad_from);
        ui_box(&ui->canvas, (ui_rect){bad_x, top, end - bad_x, 2.0 * half}, half, theme->bad_track);
    }
    if (!isnan(def->aim)) {
        const double x = ui_snap_middle(&ui->canvas, ui_slider_x(def, def->aim));
        const double reach = theme->knob_radius;
        ui_line(&ui->canvas, (ui_point){x, top + half - reach}, (ui_point){x, top + half + reach},
                (ui_stroke){.width = theme->mark_width, .color = theme->good});
    }
}

static void draw_knob(ui_context *ui, ui_point at, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const double radius = theme->knob_radius;
    const ui_color rim = touch->held      ? theme->accent_press
                         : touch->hovered ? theme->accent_hover
                                          : theme->accent;
    if (touch->focused && ui->show_focus)
        ui_ring(&ui->canvas, at, radius + theme->focus_gap + 0.5 * theme->focus_width,
                theme->focus_width, theme->accent);
    else if (touch->hovered || touch->held)
        ui_disc(&ui->canvas, at, radius + theme->knob_halo,
                ui_faded(theme->accent, touch->held ? theme->halo_held : theme->halo_hovered));
    ui_disc(&ui->canvas, at, radius, rim);
    ui_disc(&ui->canvas, at, radius - theme->knob_rim, touch->held ? rim : theme->paper);
}

bool ui_slider(ui_context *ui, const ui_slider_def *def, double *value)
{
    assert(def->low < def->high && (def->logarithmic ? def->low > 0.0 : def->step > 0.0));
    const ui_touch_result touch = ui_touch(ui, def->name, def->rect, true);
    if (touch.pressed)
        ui_set_focus(ui, touch.id, false);
    const double before = *value;
    *value = acted_on(ui, def, &touch, before);
    const double knob_x = ui_slider_x(def, *value);
    draw_track(ui, def, knob_x);
    draw_knob(ui, (ui_point){knob_x, def->rect.y + 0.5 * def->rect.h}, &touch);
    if (def->hint)
        ui_hint_sentence(ui, &touch, def->rect, def->hint);
    if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_SIDES;
    const bool changed = *value != before;
    ui->dragging |= touch.held;
    ui->again |= changed;
    return changed;
}
