#include "screen/rate_marks.h"

#include "model/rate_changes.h"
#include "plots/marks.h"
#include "text/number_text.h"

#include <math.h>

static const double HANDLE_WIDTH = 12.0, HANDLE_HEIGHT = 14.0;
static const char HINT[] = "Drag to another step; double-click or Delete removes it";

static const dh_schedule *rate_of(const model_session *session)
{
    return &session_scene(session)->run[0].recipe.rate;
}

static ui_rect handle_of(const plot_frame *frame, const dh_rate_change *change)
{
    const double x = plot_position(&frame->x, (double)change->step);
    return (ui_rect){x - 0.5 * HANDLE_WIDTH, frame->area.y, HANDLE_WIDTH, HANDLE_HEIGHT};
}

static void drag(ui_context *ui, model_session *session, const plot_frame *frame, size_t index,
                 screen_rate_marks *marks)
{
    const size_t before = dh_schedule_change(rate_of(session), index).step;
    marks->moved |= ui_distance(ui->input.mouse, marks->pressed) > UI_CLICK_REACH;
    if (marks->moved)
        rate_changes_move(session, index, plot_value(&frame->x, ui->input.mouse.x - marks->offset));
    ui->again |= dh_schedule_change(rate_of(session), index).step != before;
    ui->dragging = true;
}

static void act(ui_context *ui, model_session *session, const plot_frame *frame, size_t index,
                const ui_touch_result *touch, screen_rate_marks *marks)
{
    const double step = (double)dh_schedule_change(rate_of(session), index).step;
    const double nudge = ui->input.shift ? 10.0 : 1.0;
    if (touch->pressed) {
        ui_set_focus(ui, touch->id, false);
        marks->pressed = ui->input.mouse;
        marks->offset = ui->input.mouse.x - plot_position(&frame->x, step);
        marks->moved = marks->removed = false;
    }
    if (touch->doubled ||
        (touch->focused && (ui_take_key(ui, SDLK_DELETE) || ui_take_key(ui, SDLK_BACKSPACE)))) {
        rate_changes_remove(session, index);
        ui->again = marks->removed = true;
    } else if (touch->held && !marks->removed) { /* or it is the next one that has its name now */
        drag(ui, session, frame, index, marks);
    } else if (touch->focused && ui_take_key(ui, SDLK_LEFT)) {
        rate_changes_move(session, index, step - nudge);
        ui->again = true;
    } else if (touch->focused && ui_take_key(ui, SDLK_RIGHT)) {
        rate_changes_move(session, index, step + nudge);
        ui->again = true;
    }
}

/* How many of the changes have a handle. */
static int handles_of(const model_session *session)
{
    const dh_schedule *rate = rate_of(session);
    size_t count = 0;
    while (count < RATE_MARKS_MAX && count < dh_schedule_changes(rate) &&
           dh_schedule_change(rate, count).step <= session_scene(session)->steps)
        count++;
    return (int)count;
}

void rate_marks_input(ui_context *ui, model_session *session, const plot_frame *frame,
                      screen_rate_marks *marks)
{
    for (int i = 0; i < RATE_MARKS_MAX; i++)
        marks->touch[i] = (ui_touch_result){0};
    for (int i = 0; frame->area.w > 0.0 && i < handles_of(session); i++) {
        const dh_rate_change change = dh_schedule_change(rate_of(session), (size_t)i);
        ui_push_index(ui, "rate change", i + 1);
        marks->touch[i] = ui_touch(ui, "handle", handle_of(frame, &change), true);
        ui_pop(ui);
        act(ui, session, frame, (size_t)i, &marks->touch[i], marks);
    }
}

static void draw_handle(ui_context *ui, const plot_style *style, const plot_frame *frame,
                        const dh_rate_change *change, const ui_touch_result *touch)
{
    const ui_theme *theme = &style->ui;
    const ui_rect r = handle_of(frame, change);
    const ui_color color = touch->held      ? theme->accent_press
                           : touch->hovered ? theme->accent_hover
                                            : theme->accent;
    const ui_point corners[] = {{r.x, r.y},
                                {r.x + r.w, r.y},
                                {r.x + r.w, r.y + 0.5 * r.h},
                                {r.x + 0.5 * r.w, r.y + r.h},
                                {r.x, r.y + 0.5 * r.h}};
    ui_polygon(&ui->canvas, corners, 5, color);
    if (touch->focused && ui->show_focus)
        ui_draw_focus(ui, r, 0.0);
    ui_hint(ui, touch, r, HINT);
    if (touch->hovered || touch->held)
        ui->pointer = UI_POINTER_SIDES;
}

/* The rate beside its handle, where that is free up to the next change. */
static void draw_rate(ui_context *ui, const plot_style *style, const plot_frame *frame,
                      const dh_rate_change *change, double until)
{
    const ui_rect handle = handle_of(frame, change);
    const text_number number = text_short(change->rate, 3);
    const double width = ui_label_width(&ui->canvas, style->ui.small, number.text);
    const double gap = style->ui.label_gap, left = handle.x + handle.w + gap;
    const ui_point right_of = {left, handle.y + 0.5 * handle.h};
    if (left + width + gap <= until)
        plot_draw_haloed(&ui->canvas, style, right_of, UI_LEFT, style->ui.ink, number.text);
}

void rate_marks_draw(ui_context *ui, const plot_style *style, const model_session *session,
                     const plot_frame *frame, const screen_rate_marks *marks)
{
    const dh_schedule *rate = rate_of(session);
    const ui_rect area = frame->area;
    const int handles = handles_of(session);
    double drawn_at = -1.0;
    if (!(area.w > 0.0))
        return;
    for (size_t i = 0; i < dh_schedule_changes(rate); i++) {
        const dh_rate_change change = dh_schedule_change(rate, i);
        if (change.step > session_scene(session)->steps)
            break;
        const double x = ui_snap_middle(&ui->canvas, plot_position(&frame->x, (double)change.step));
        if (x == drawn_at)
            continue;
        drawn_at = x;
        ui_line(&ui->canvas, (ui_point){x, area.y}, (ui_point){x, area.y + area.h},
                (ui_stroke){.width = style->grid_width,
                            .color = style->ui.accent,
                            .dash = style->best_gap,
                            .gap = style->best_gap});
        if ((int)i >= handles)
            continue;
        double next = area.x + area.w;
        if (i + 1 < dh_schedule_changes(rate))
            next = plot_position(&frame->x, (double)dh_schedule_change(rate, i + 1).step);
        draw_rate(ui, style, frame, &change, fmin(next - 0.5 * HANDLE_WIDTH, area.x + area.w));
        draw_handle(ui, style, frame, &change, &marks->touch[i]);
    }
}
