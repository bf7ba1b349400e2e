#include "ui/button.h"

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
    const ui_color off = touch->hovered ? bare_fill(theme, touch) : theme->paper;
    ui_box(&ui->canvas, def->rect, 0.0, def->on ? round_fill(theme, touch) : off);
    ui_outline(&ui->canvas, def->rect, 0.0, theme->border_width, theme->border);
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
    const ui_point tick[] = {{box.x + 0.24 * size, box.y + 0.52 * size},
                             {box.x + 0.43 * size, box.y + 0.71 * size},
                             {box.x + 0.77 * size, box.y + 0.30 * size}};
    ui_polyline(&ui->canvas, tick, 3,
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
    case UI_BUTTON_BARE:
        ui_box(&ui->canvas, def->rect, theme->corner, bare_fill(theme, touch));
        break;
    }
    return theme->ink;
}

static void draw(ui_context *ui, const ui_button_def *def, const ui_touch_result *touch)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect;
    const ui_color sign = draw_ground(ui, def, touch);
    const bool small = def->look == UI_BUTTON_WORD;
    if (def->look == UI_BUTTON_CHECK)
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

static void triangle(ui_canvas *canvas, double tip_x, double base_x, double y, double half,
                     ui_color color)
{
    const ui_point corners[] = {{base_x, y - half}, {tip_x, y}, {base_x, y + half}};
    ui_polygon(canvas, corners, 3, color);
}

static void bar(ui_canvas *canvas, double x, double y, double width, double half, ui_color color)
{
    const double left = ui_snap(canvas, x - 0.5 * width);
    ui_box(canvas, (ui_rect){left, y - half, width, 2.0 * half}, 0.5, color);
}

static void draw_reset(ui_canvas *canvas, ui_point c, double half, ui_color color)
{
    /* Three quarters of a circle, counter-clockwise from the right to the top left. */
    static const ui_point circle[] = {
        {0.866, -0.5},    {0.966, -0.259}, {1.0, 0.0},       {0.966, 0.259},  {0.866, 0.5},
        {0.707, 0.707},   {0.5, 0.866},    {0.259, 0.966},   {0.0, 1.0},      {-0.259, 0.966},
        {-0.5, 0.866},    {-0.707, 0.707}, {-0.866, 0.5},    {-0.966, 0.259}, {-1.0, 0.0},
        {-0.966, -0.259}, {-0.866, -0.5},  {-0.707, -0.707}, {-0.5, -0.866},  {-0.259, -0.966},
        {0.0, -1.0},
    };
    enum { COUNT = sizeof circle / sizeof *circle };
    const double radius = 0.85 * half;
    ui_point points[COUNT];
    for (int i = 0; i < COUNT; i++) /* mirrored, so that it turns back */
        points[i] = (ui_point){c.x - circle[i].x * radius, c.y + circle[i].y * radius};
    ui_polyline(canvas, points, COUNT, (ui_stroke){.width = 2.0, .color = color});
    const ui_point tip = {c.x - 0.75 * half, c.y - radius};
    const ui_point head[] = {{tip.x + 0.85 * half, tip.y - 0.6 * half},
                             {tip.x, tip.y},
                             {tip.x + 0.85 * half, tip.y + 0.6 * half}};
    ui_polygon(canvas, head, 3, color);
}

void ui_draw_icon(ui_canvas *canvas, ui_icon icon, ui_point c, double size, ui_color color)
{
    const double half = 0.5 * size;
    switch (icon) {
    case UI_ICON_NONE:
        break;
    case UI_ICON_PLAY:
        triangle(canvas, c.x + half, c.x - 0.7 * half, c.y, half, color);
        break;
    case UI_ICON_PAUSE:
        bar(canvas, c.x - 0.45 * half, c.y, 0.5 * half, half, color);
        bar(canvas, c.x + 0.45 * half, c.y, 0.5 * half, half, color);
        break;
    case UI_ICON_NEXT:
        bar(canvas, c.x - 0.6 * half, c.y, 0.3 * half, 0.8 * half, color);
        triangle(canvas, c.x + 0.9 * half, c.x - 0.2 * half, c.y, 0.8 * half, color);
        break;
    case UI_ICON_PREVIOUS:
        bar(canvas, c.x + 0.6 * half, c.y, 0.3 * half, 0.8 * half, color);
        triangle(canvas, c.x - 0.9 * half, c.x + 0.2 * half, c.y, 0.8 * half, color);
        break;
    case UI_ICON_FIRST:
        bar(canvas, c.x - 0.8 * half, c.y, 0.3 * half, half, color);
        triangle(canvas, c.x - 0.6 * half, c.x + 0.8 * half, c.y, half, color);
        break;
    case UI_ICON_LAST:
        bar(canvas, c.x + 0.8 * half, c.y, 0.3 * half, half, color);
        triangle(canvas, c.x + 0.6 * half, c.x - 0.8 * half, c.y, half, color);
        break;
    case UI_ICON_BACKWARDS:
        triangle(canvas, c.x - half, c.x + 0.7 * half, c.y, half, color);
        break;
    case UI_ICON_PLUS:
        bar(canvas, c.x, c.y, 0.25 * size, 0.75 * half, color);
        /* fall through */
    case UI_ICON_MINUS:
        ui_box(canvas,
               (ui_rect){c.x - 0.75 * half, ui_snap(canvas, c.y - 0.125 * size), 1.5 * half,
                         0.25 * size},
               0.5, color);
        break;
    case UI_ICON_CROSS:
        for (int i = -1; i <= 1; i += 2)
            ui_line(canvas, (ui_point){c.x - 0.5 * half, c.y - 0.5 * half * i},
                    (ui_point){c.x + 0.5 * half, c.y + 0.5 * half * i},
                    (ui_stroke){.width = 0.13 * size, .color = color});
        break;
    case UI_ICON_RESET:
        draw_reset(canvas, c, half, color);
        break;
    }
}
