#include "ui/button.h"

#include <assert.h>
#include <math.h>

/* The tick of a check, in parts of the size of its box. */
static const ui_point TICK[] = {{0.24, 0.52}, {0.43, 0.71}, {0.77, 0.30}};
enum { TICK_POINTS = sizeof TICK / sizeof *TICK };

static ui_color bare_fill(const ui_theme *theme, const ui_touch_result *touch)
{
    if (touch->held && touch->hovered)
        return theme->press;
    return touch->hovered ? theme->hover : (ui_color){0};
}

static ui_color round_fill(const ui_theme *theme, const ui_touch_result *touch)
{
    if (touch->held && touch->hovered)
        return theme->accent_press;
    return touch->hovered ? theme->accent_hover : theme->accent;
}

static void draw_bordered(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const ui_color fill = touch->hovered ? bare_fill(theme, touch) : theme->paper;
    ui_box(&ui->canvas, def->rect, theme->corner, fill);
    ui_outline(&ui->canvas, def->rect, theme->corner, theme->border_width, theme->border);
}

static void draw_segment(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    ui_box(&ui->canvas, def->rect, theme->corner,
           def->on ? round_fill(theme, touch) : bare_fill(theme, touch));
}

/* The box and its tick, at the left. */
static void draw_check(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const double size = theme->check_size;
    const ui_rect box = {ui_snap(&ui->canvas, def->rect.x),
                         ui_snap(&ui->canvas, def->rect.y + 0.5 * (def->rect.h - size)), size,
                         size};
    const ui_color off = touch->hovered ? bare_fill(theme, touch) : theme->paper;
    const ui_color on = def->color.a > 0 ? def->color : round_fill(theme, touch);
    ui_box(&ui->canvas, box, theme->check_corner, def->on ? on : off);
    if (!def->on) {
        ui_outline(&ui->canvas, box, theme->check_corner, theme->border_width, theme->track);
        return;
    }
    ui_point tick[TICK_POINTS];
    for (int i = 0; i < TICK_POINTS; i++)
        tick[i] = (ui_point){box.x + TICK[i].x * size, box.y + TICK[i].y * size};
    ui_polyline(&ui->canvas, tick, TICK_POINTS,
                (ui_stroke){.width = theme->mark_width, .color = theme->on_accent});
}

/* Draws what lies below the sign and returns the sign's color. */
static ui_color draw_ground(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    switch (def->look) {
    case UI_BUTTON_ROUND:
        ui_disc(&ui->canvas, ui_center(def->rect), 0.5 * def->rect.h, round_fill(theme, touch));
        return theme->on_accent;
    case UI_BUTTON_BORDERED:
        draw_bordered(ui, def, touch);
        return theme->ink;
    case UI_BUTTON_SEGMENT:
        draw_segment(ui, def, touch);
        return def->on ? theme->on_accent : theme->ink;
    case UI_BUTTON_WORD:
        ui_box(&ui->canvas, def->rect, theme->corner, bare_fill(theme, touch));
        return def->on ? theme->accent : theme->muted;
    case UI_BUTTON_CHECK:
        draw_check(ui, def, touch);
        return theme->ink;
    case UI_BUTTON_FOLD:
    case UI_BUTTON_BARE:
        ui_box(&ui->canvas, def->rect, theme->corner, bare_fill(theme, touch));
        break;
    }
    return def->on && def->look == UI_BUTTON_BARE ? theme->accent : theme->ink;
}

/* The sign, the label after it, and the note at the other end, cut to the room that is left. */
static void draw_fold(ui_context *ui, const ui_button_def *def)
{
    const ui_theme *theme = &ui->theme;
    const double size = theme->icon_size, y = def->rect.y + 0.5 * def->rect.h;
    const double left = def->rect.x + size + theme->label_gap, right = def->rect.x + def->rect.w;
    const double label = left + ui_label_width(&ui->canvas, theme->body, def->label);
    const double room = right - label - theme->gap;
    const double width = fmin(ui_label_width(&ui->canvas, theme->small, def->note), room);
    ui_draw_icon(&ui->canvas, def->on ? UI_ICON_UNFOLDED : UI_ICON_FOLDED,
                 (ui_point){def->rect.x + 0.3 * size, y}, size, theme->muted);
    ui_label(&ui->canvas, (ui_point){left, y}, UI_LEFT, theme->body, theme->ink, def->label);
    ui_label_cut(&ui->canvas, (ui_point){right - width, y}, width, theme->small, theme->muted,
                 def->note);
}

static void draw(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect;
    const ui_color sign = draw_ground(ui, def, touch);
    const bool small = def->look == UI_BUTTON_WORD;
    if (def->look == UI_BUTTON_FOLD)
        draw_fold(ui, def);
    else if (def->look == UI_BUTTON_CHECK)
        ui_label_cut(&ui->canvas, (ui_point){r.x + theme->check_size + theme->gap, r.y + 0.5 * r.h},
                     r.w - theme->check_size - theme->gap, theme->body, sign, def->label);
    else if (def->label)
        ui_label(&ui->canvas, ui_center(r), UI_CENTER, small ? theme->small : theme->body, sign,
                 def->label);
    else
        ui_draw_icon(&ui->canvas, def->icon, ui_center(r), theme->icon_size, sign);
    if (def->look == UI_BUTTON_WORD && def->on)
        ui_box(&ui->canvas,
               (ui_rect){r.x + theme->label_gap, r.y + r.h - theme->focus_width,
                         r.w - 2.0 * theme->label_gap, theme->focus_width},
               0.0, theme->accent);
    if (touch->focused && ui->show_focus)
        ui_draw_focus(ui, r, def->look == UI_BUTTON_ROUND ? 0.5 * r.h : theme->corner);
}

bool ui_button(ui_context *ui, const ui_button_def *def)
{
    assert(def->label || (def->look != UI_BUTTON_CHECK && def->icon != UI_ICON_NONE));
    assert(def->look != UI_BUTTON_FOLD || def->note);
    const ui_touch_result touch = ui_touch(ui, def->name, def->rect, true);
    draw(ui, def, &touch);
    if (def->hint)
        ui_hint(ui, &touch, def->rect, def->hint);
    if (touch.hovered)
        ui->pointer = UI_POINTER_HAND;
    const bool fired = touch.clicked || (touch.focused && ui_take_enter(ui));
    ui->again |= fired;
    return fired;
}
