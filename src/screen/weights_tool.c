#include "screen/weights_tool.h"

#include "plots/weights_path.h"

#include <math.h>

static const double ZOOM_PER_NOTCH = 1.2;

dh_weights_range weights_tool_range(const plot_frame *frame)
{
    return (dh_weights_range){{frame->x.low, frame->x.high}, {frame->y.low, frame->y.high}};
}

static void move_start(ui_context *ui, model_session *session, const plot_frame *frame,
                       dh_scaling units, ui_point to)
{
    model_scene next = *session_scene(session);
    const dh_weights shown = {plot_read_off(&frame->x, to.x), plot_read_off(&frame->y, to.y)};
    next.init = dh_scaling_trained(units, shown);
    if (fields_same_scene(&next, session_scene(session)))
        return;
    session_change(session, &next);
    ui->again = true;
}

static dh_range shifted(dh_range range, double by)
{
    return (dh_range){range.low + by, range.high + by};
}

/* Lets the weights picture show this range, where it can. */
static void zoom_to(model_session *session, dh_weights_range range)
{
    model_view next = *session_view(session);
    if (!view_range_is_usable(&range))
        return;
    next.zoom = (view_zoom){.on = true, .range = range};
    session_set_view(session, &next);
}

static void pan(model_session *session, const weights_tool *tool, const plot_frame *frame,
                ui_point mouse)
{
    const dh_range slope = tool->taken.slope, intercept = tool->taken.intercept;
    const double slope_pixel = (slope.high - slope.low) / frame->area.w;
    const double intercept_pixel = (intercept.high - intercept.low) / frame->area.h;
    zoom_to(session,
            (dh_weights_range){shifted(slope, -(mouse.x - tool->pressed.x) * slope_pixel),
                               shifted(intercept, (mouse.y - tool->pressed.y) * intercept_pixel)});
}

static dh_range scaled(dh_range range, double fixed, double factor)
{
    return (dh_range){fixed + (range.low - fixed) * factor, fixed + (range.high - fixed) * factor};
}

static void zoom(model_session *session, const plot_frame *frame, ui_point mouse, double notches)
{
    const double factor = pow(ZOOM_PER_NOTCH, -notches);
    const dh_weights_range now = weights_tool_range(frame);
    zoom_to(session,
            (dh_weights_range){scaled(now.slope, plot_value(&frame->x, mouse.x), factor),
                               scaled(now.intercept, plot_value(&frame->y, mouse.y), factor)});
}

static bool over_start(const model_session *session, const plot_style *style,
                       const plot_frame *frame, dh_scaling units, ui_point mouse)
{
    const ui_point start = plot_at_weights(frame, units, session_scene(session)->init);
    return ui_distance(start, mouse) <= style->handle_radius + UI_CLICK_REACH;
}

/* The first click of a double click has moved the start; it was not meant, and leaves no trace. */
static void take_back_click(model_session *session, const weights_tool *tool)
{
    const dh_weights init = session_scene(session)->init;
    if (init.slope == tool->start_before.slope && init.intercept == tool->start_before.intercept)
        return;
    session_take_back(session, &tool->player_before);
}

static void fit_again(ui_context *ui, model_session *session, const weights_tool *tool)
{
    model_view next = *session_view(session);
    next.zoom.on = false;
    session_set_view(session, &next);
    take_back_click(session, tool);
    ui->again = true;
}

static void press(ui_context *ui, model_session *session, const plot_frame *frame, bool on_start,
                  weights_tool *tool)
{
    tool->grip = on_start ? GRIP_START : GRIP_BACKGROUND;
    tool->pressed = ui->input.mouse;
    tool->moved = false;
    tool->taken = weights_tool_range(frame);
    if (ui->input.clicks == 1) {
        tool->start_before = session_scene(session)->init;
        tool->player_before = *session_player(session);
    } else {
        tool->grip = GRIP_NONE;
    }
}

/* What the held or released button does. */
static void act(ui_context *ui, model_session *session, const plot_frame *frame,
                const ui_touch_result *touch, weights_tool *tool)
{
    const ui_point mouse = ui->input.mouse;
    if (touch->held && tool->moved && tool->grip == GRIP_START) {
        move_start(ui, session, frame, tool->units, mouse);
        ui->dragging = true;
    } else if (touch->held && tool->moved && tool->grip == GRIP_BACKGROUND) {
        pan(session, tool, frame, mouse);
    } else if (touch->clicked && !tool->moved && tool->grip == GRIP_BACKGROUND) {
        move_start(ui, session, frame, tool->units, mouse);
    }
    if (!touch->held)
        tool->grip = GRIP_NONE;
}

bool weights_tool_input(ui_context *ui, const plot_style *style, const plot_frame *frame,
                        model_session *session, weights_tool *tool)
{
    const ui_touch_result touch =
        ui_touch_area(ui, "weights picture", frame->area, frame->area.w > 0.0);
    const ui_point mouse = ui->input.mouse;
    if (touch.pressed)
        press(ui, session, frame, over_start(session, style, frame, tool->units, mouse), tool);
    if (touch.doubled)
        fit_again(ui, session, tool);
    tool->moved |= ui_distance(mouse, tool->pressed) > UI_CLICK_REACH;
    act(ui, session, frame, &touch, tool);
    if (touch.wheel != 0) {
        zoom(session, frame, mouse, touch.wheel);
        ui->again = true;
    }
    const bool on_start = tool->grip == GRIP_START ||
                          (touch.hovered && over_start(session, style, frame, tool->units, mouse));
    if (on_start)
        ui->pointer = UI_POINTER_HAND;
    else if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_CROSS;
    return on_start;
}
