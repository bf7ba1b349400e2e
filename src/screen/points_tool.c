#include "screen/points_tool.h"

#include "model/point_edits.h"
#include "screen/points_keys.h"

#include <math.h>

static const double BOX_OPACITY = 0.12;
static const char NAME[] = "data picture";
static const char HINT[] = "Click to add a point; drag to select several";

static const dh_problem *problem_of(const model_session *session)
{
    return &session_runs(session)->problem;
}

static void let_go(points_tool *tool)
{
    dh_points_drop(tool->base);
    if (tool->base)
        dh_source_drop(&tool->before);
    tool->base = NULL;
    tool->grip = POINTS_GRIP_NONE;
}

void points_tool_free(points_tool *tool)
{
    let_go(tool);
    chosen_free(&tool->chosen);
    *tool = (points_tool){.grip = POINTS_GRIP_NONE};
}

/* The points are others now, by what this tool has done. */
static void follow(ui_context *ui, const model_session *session, points_tool *tool)
{
    tool->version = problem_of(session)->version;
    ui->again = true;
}

/* Somebody else has changed the points: what is known of them is out of date. */
static void keep_up(const model_session *session, points_tool *tool)
{
    const dh_problem *problem = problem_of(session);
    if (tool->version == problem->version)
        return;
    tool->version = problem->version;
    let_go(tool);
    chosen_clear(&tool->chosen);
    tool->pointed = false;
    if (tool->point >= problem->n)
        tool->point = problem->n - 1;
}

static bool same_place(ui_point a, ui_point b)
{
    return a.x == b.x && a.y == b.y;
}

/* Finds the point under the pointer; as long as nothing moves it is the one found last. */
static void find_point(ui_context *ui, const plot_frame *frame, const model_session *session,
                       points_tool *tool)
{
    const dh_problem *problem = problem_of(session);
    const ui_point mouse = ui->input.mouse;
    const double reach = plot_point_radius(problem->n) + UI_CLICK_REACH;
    if (tool->searched == problem->version && same_place(tool->looked, mouse) &&
        plot_same_axis(&tool->seen.x, &frame->x) && plot_same_axis(&tool->seen.y, &frame->y))
        return;
    tool->searched = problem->version;
    tool->looked = mouse;
    tool->seen = *frame;
    tool->pointed = plot_nearest_point(frame, problem, mouse, reach, &tool->point);
}

static void forget_pointer(points_tool *tool)
{
    tool->pointed = false;
    tool->searched = 0;
}

static void press(ui_context *ui, const plot_frame *frame, points_tool *tool)
{
    let_go(tool);
    tool->pressed = tool->boxed = ui->input.mouse;
    tool->moved = false;
    tool->taken = *frame;
    if (ui->input.clicks > 1 && !tool->pointed)
        tool->grip = POINTS_GRIP_DONE; /* a double click adds one point, not two */
    else if (!tool->pointed)
        tool->grip = POINTS_GRIP_EMPTY;
    else
        tool->grip = chosen_has(&tool->chosen, tool->point) ? POINTS_GRIP_CHOSEN : POINTS_GRIP_ONE;
    if (tool->grip == POINTS_GRIP_ONE)
        chosen_clear(&tool->chosen);
}

/* Notes where the points are before they are dragged. */
static bool take_base(model_session *session, points_tool *tool)
{
    if (tool->base)
        return true;
    tool->base = edits_base(session);
    if (!tool->base)
        return false;
    tool->player_before = *session_player(session);
    tool->before = session_scene(session)->problem.source;
    dh_source_hold(&tool->before);
    return true;
}

/* Where a drag from one position to another puts a value: it keeps every digit as long as the
 * pointer has not moved along its axis. */
static double dragged(const plot_axis *axis, double value, double from, double to)
{
    return from == to ? value : plot_read_off(axis, plot_position(axis, value) + to - from);
}

static double shift_of(const plot_axis *axis, double from, double to)
{
    return plot_grained(axis, plot_value(axis, to) - plot_value(axis, from));
}

static void drag(ui_context *ui, model_session *session, points_tool *tool)
{
    const ui_point from = tool->pressed, to = ui->input.mouse;
    const plot_axis *const x = &tool->taken.x, *const y = &tool->taken.y;
    const dh_problem *problem = problem_of(session);
    ui->dragging = true;
    if (!take_base(session, tool)) {
        tool->grip = POINTS_GRIP_DONE;
        return;
    }
    const size_t point = tool->point;
    const double was_x = tool->base->x[point], was_y = tool->base->y[point];
    const bool one = tool->grip == POINTS_GRIP_ONE;
    const double dx = shift_of(x, from.x, to.x), dy = shift_of(y, from.y, to.y);
    const double to_x = one ? dragged(x, was_x, from.x, to.x) : was_x + dx;
    const double to_y = one ? dragged(y, was_y, from.y, to.y) : was_y + dy;
    if (problem->x[point] == to_x && problem->y[point] == to_y)
        return;
    if (one)
        edits_place(session, tool->base, point, to_x, to_y);
    else
        edits_move(session, tool->base, tool->chosen.flag, dx, dy);
    follow(ui, session, tool);
}

/* Selects what lies in the box from where the button went down to the pointer. */
static void choose_in_box(ui_context *ui, model_session *session, const plot_frame *frame,
                          points_tool *tool)
{
    const dh_error no_memory = {.text = "not enough memory to select points"};
    if (tool->chosen.count > 0 && same_place(tool->boxed, ui->input.mouse))
        return;
    tool->boxed = ui->input.mouse;
    if (chosen_take_box(&tool->chosen, frame, problem_of(session), tool->pressed, ui->input.mouse))
        return;
    session_refuse(session, &no_memory);
    tool->grip = POINTS_GRIP_DONE;
}

static void click_on_empty(ui_context *ui, model_session *session, const plot_frame *frame,
                           points_tool *tool)
{
    const ui_point at = ui->input.mouse;
    if (tool->chosen.count > 0) {
        chosen_clear(&tool->chosen);
        return;
    }
    edits_add(session, plot_read_off(&frame->x, at.x), plot_read_off(&frame->y, at.y));
    follow(ui, session, tool);
}

/* What the held or released button does. */
static void act(ui_context *ui, model_session *session, const plot_frame *frame,
                const ui_touch_result *touch, points_tool *tool)
{
    const bool on_points = tool->grip == POINTS_GRIP_ONE || tool->grip == POINTS_GRIP_CHOSEN;
    if (touch->held && tool->moved && on_points)
        drag(ui, session, tool);
    else if (touch->held && tool->moved && tool->grip == POINTS_GRIP_EMPTY)
        choose_in_box(ui, session, frame, tool);
    else if (touch->clicked && !tool->moved && tool->grip == POINTS_GRIP_EMPTY)
        click_on_empty(ui, session, frame, tool);
    else if (touch->clicked && !tool->moved && tool->grip == POINTS_GRIP_CHOSEN)
        chosen_clear(&tool->chosen);
    if (!touch->held)
        let_go(tool);
}

static bool is_as_before(const model_session *session, const points_tool *tool)
{
    const dh_source *now = &session_scene(session)->problem.source;
    return now->kind == tool->before.kind && dh_points_equal(now->given, tool->before.given);
}

/* A drag that was not meant leaves no trace; otherwise what is selected is let go of. */
static void escape(ui_context *ui, model_session *session, points_tool *tool)
{
    const bool held = tool->grip != POINTS_GRIP_NONE && tool->grip != POINTS_GRIP_DONE;
    if ((!held && tool->chosen.count == 0) || !ui_take_key(ui, SDLK_ESCAPE))
        return;
    if (!tool->base)
        chosen_clear(&tool->chosen);
    else if (!is_as_before(session, tool))
        session_take_back(session, &tool->player_before);
    follow(ui, session, tool);
    let_go(tool);
    tool->grip = held ? POINTS_GRIP_DONE : POINTS_GRIP_NONE;
}

static void remove_points(ui_context *ui, model_session *session, points_tool *tool, bool all)
{
    if (all)
        edits_remove_chosen(session, tool->chosen.flag, tool->chosen.count);
    else
        edits_remove(session, tool->point);
    ui->again = true;
}

static bool take_delete(ui_context *ui)
{
    return ui_take_key(ui, SDLK_DELETE) || ui_take_key(ui, SDLK_BACKSPACE);
}

static void set_pointer(ui_context *ui, const plot_frame *frame, const ui_touch_result *touch,
                        const points_tool *tool)
{
    if (!touch->hovered && !touch->held)
        return;
    const bool on_points = tool->grip == POINTS_GRIP_ONE || tool->grip == POINTS_GRIP_CHOSEN;
    ui->pointer = on_points || (tool->grip == POINTS_GRIP_NONE && tool->pointed) ? UI_POINTER_HAND
                                                                                 : UI_POINTER_CROSS;
    if (!tool->pointed)
        ui_hint(ui, touch, frame->area, HINT);
}

/* Says what is to be drawn. */
static void tell(const ui_context *ui, const plot_frame *frame, const model_session *session,
                 points_tool *tool, figure_touch *touch, bool by_keys)
{
    const dh_problem *problem = problem_of(session);
    touch->edits = true;
    touch->chosen = tool->chosen.count;
    touch->kept = tool->base ? &tool->taken : NULL;
    touch->on_point = by_keys || tool->grip == POINTS_GRIP_ONE ||
                      (tool->pointed && tool->grip == POINTS_GRIP_NONE);
    touch->point = tool->point;
    touch->beside = ui->input.mouse;
    if (by_keys)
        touch->beside = plot_at(frame, problem->x[tool->point], problem->y[tool->point]);
}

static bool has_keyboard(const ui_context *ui, const ui_touch_result *touch)
{
    return touch->focused && ui->focus == touch->id && ui->show_focus;
}

/* The keys that need no pointer. Returns whether they have the point. */
static bool keys(ui_context *ui, const plot_frame *frame, model_session *session,
                 const ui_touch_result *touch, points_tool *tool)
{
    const bool by_keys = has_keyboard(ui, touch) && tool->grip == POINTS_GRIP_NONE;
    if (by_keys && points_keys_act(ui, frame, session, &tool->point)) {
        chosen_clear(&tool->chosen);
        follow(ui, session, tool);
    }
    const bool has_point = by_keys || (touch->hovered && tool->pointed);
    if ((has_point || tool->chosen.count > 0) && tool->grip == POINTS_GRIP_NONE && take_delete(ui))
        remove_points(ui, session, tool, tool->chosen.count > 0);
    return by_keys;
}

void points_tool_input(ui_context *ui, const plot_frame *frame, model_session *session,
                       points_tool *tool, figure_touch *touch)
{
    const bool edits = session_view(session)->edit && frame->area.w > 0.0 && frame->area.h > 0.0;
    touch->edits = touch->on_point = false;
    touch->chosen = 0;
    touch->kept = NULL;
    keep_up(session, tool);
    if (!edits || ui->covered)
        let_go(tool);
    if (!edits) {
        chosen_clear(&tool->chosen);
        return;
    }
    const ui_touch_result mouse = ui_touch(ui, NAME, frame->area, true);
    const bool by_mouse = mouse.hovered || mouse.pressed || mouse.right;
    if (mouse.pressed || mouse.right)
        ui_set_focus(ui, 0, false);
    if (by_mouse && tool->grip == POINTS_GRIP_NONE && !has_keyboard(ui, &mouse))
        find_point(ui, frame, session, tool);
    if (mouse.pressed)
        press(ui, frame, tool);
    tool->moved |= ui_distance(ui->input.mouse, tool->pressed) > UI_CLICK_REACH;
    if (!ui->covered)
        escape(ui, session, tool);
    act(ui, session, frame, &mouse, tool);
    if (mouse.right && tool->pointed)
        remove_points(ui, session, tool, false);
    const bool by_keys = !ui->covered && keys(ui, frame, session, &mouse, tool);
    keep_up(session, tool);
    if (!mouse.hovered && !mouse.held)
        forget_pointer(tool);
    set_pointer(ui, frame, &mouse, tool);
    tell(ui, frame, session, tool, touch, by_keys);
}

static void draw_box(ui_context *ui, const points_tool *tool)
{
    const ui_point a = tool->pressed, b = ui->input.mouse;
    const ui_color color = ui->theme.accent;
    const ui_rect box = {fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
    ui_box(&ui->canvas, box, 0.0, ui_faded(color, BOX_OPACITY));
    ui_outline(&ui->canvas, box, 0.0, ui->theme.border_width, color);
}

void points_tool_draw(ui_context *ui, const plot_style *style, const plot_frame *frame,
                      const model_session *session, const points_tool *tool)
{
    const ui_px_rect outside = ui_clip(&ui->canvas, frame->area);
    chosen_draw(&ui->canvas, style, frame, problem_of(session), &tool->chosen);
    if (tool->grip == POINTS_GRIP_EMPTY && tool->moved)
        draw_box(ui, tool);
    ui_unclip(&ui->canvas, outside);
    if (ui->focus == ui_id_here(ui, NAME) && ui->show_focus)
        ui_draw_focus(ui, frame->area, 0.0);
}
