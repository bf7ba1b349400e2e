#include "ui/choice.h"

#include "ui/icon.h"

#include <assert.h>
#include <math.h>

static const double INSET = 10.0;  /* from the edge to the words */
static const double CHEVRON = 4.0; /* half the width of the sign */

static void draw_closed(ui_context *ui, const ui_choice_def *def, const ui_touch_result *touch,
                        int chosen)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect;
    const double middle = r.y + 0.5 * r.h, chevron_x = r.x + r.w - INSET - CHEVRON;
    ui_box(&ui->canvas, r, theme->corner, touch->hovered ? theme->hover : theme->paper);
    ui_outline(&ui->canvas, r, theme->corner, theme->border_width, theme->border);
    ui_label_cut(&ui->canvas, (ui_point){r.x + INSET, middle}, chevron_x - CHEVRON - r.x - INSET,
                 theme->body, theme->ink, def->label(def->context, chosen));
    ui_draw_icon(&ui->canvas, UI_ICON_UNFOLDED, (ui_point){chevron_x, middle}, theme->icon_size,
                 theme->muted);
    if (touch->focused && ui->show_focus)
        ui_draw_focus(ui, r, theme->corner);
}

/* As wide as the control, or as the widest of the words where the window has room for them. */
static double list_width(const ui_context *ui, const ui_choice_def *def)
{
    double width = def->rect.w;
    for (int i = 0; i < def->count; i++)
        width =
            fmax(width, ui_label_width(&ui->canvas, ui->theme.body, def->label(def->context, i)) +
                            2.0 * INSET);
    return fmax(fmin(width, ui_canvas_rect(&ui->canvas).w - def->rect.x), def->rect.w);
}

/* Below the control where there is room, else above it, and in a low window beside it. */
static ui_rect list_rect(const ui_context *ui, const ui_choice_def *def)
{
    const ui_theme *theme = &ui->theme;
    const ui_rect r = def->rect, window = ui_canvas_rect(&ui->canvas);
    const double height = def->count * theme->button_height;
    const bool fits = r.y + r.h + theme->focus_gap + height <= window.h;
    const double y = fits ? r.y + r.h + theme->focus_gap : r.y - theme->focus_gap - height;
    return (ui_rect){r.x, fmax(y, 0.0), list_width(ui, def), height};
}

/* The row under the pointer, -1 for none. */
static int row_at(const ui_context *ui)
{
    const ui_list *list = &ui->list;
    if (!ui->input.mouse_here || !ui_contains(list->rect, ui->input.mouse))
        return -1;
    const int row = (int)((ui->input.mouse.y - list->rect.y) / ui->theme.button_height);
    return row < list->count ? row : list->count - 1;
}

static void draw_list(ui_context *ui)
{
    const ui_theme *theme = &ui->theme;
    const ui_list *list = &ui->list;
    ui_canvas *canvas = &ui->canvas;
    const ui_rect r = list->rect;
    ui_box(canvas, r, theme->corner, theme->paper);
    for (int i = 0; i < list->count; i++) {
        const ui_rect row = {r.x, r.y + i * theme->button_height, r.w, theme->button_height};
        if (i == list->at)
            ui_box(canvas, row, theme->corner, theme->hover);
        ui_label_cut(canvas, (ui_point){row.x + INSET, row.y + 0.5 * row.h}, row.w - 2.0 * INSET,
                     theme->body, theme->ink, list->label(list->context, i));
    }
    ui_outline(canvas, r, theme->corner, theme->border_width, theme->accent);
    if (row_at(ui) >= 0)
        ui->pointer = UI_POINTER_HAND;
}

static void open_list(ui_context *ui, const ui_choice_def *def, ui_id id, int chosen)
{
    ui->list = (ui_list){.of = id,
                         .met = true,
                         .rect = list_rect(ui, def),
                         .count = def->count,
                         .at = chosen,
                         .mouse = ui->input.mouse,
                         .label = def->label,
                         .context = def->context,
                         .draw = draw_list};
    ui->again = true;
}

/* What the input means for the open list. Returns whether a row was chosen: list.at. */
static bool list_input(ui_context *ui)
{
    ui_list *list = &ui->list;
    const int row = row_at(ui);
    const ui_point mouse = ui->input.mouse;
    if (row >= 0 && (mouse.x != list->mouse.x || mouse.y != list->mouse.y))
        list->at = row;
    list->mouse = mouse;
    if (ui_take_key(ui, SDLK_DOWN) && list->at + 1 < list->count)
        list->at++;
    if (ui_take_key(ui, SDLK_UP) && list->at > 0)
        list->at--;
    const bool entered = ui_take_enter(ui);
    const bool leaves =
        ui_take_key(ui, SDLK_ESCAPE) || ui_take_key(ui, SDLK_TAB) || (ui->input.pressed && row < 0);
    const bool chosen = entered || (ui->input.pressed && row >= 0);
    ui->key_taken |=
        ui->input.key != SDLK_UNKNOWN || ui->input.text[0] != '\0' || ui->input.shortcut[0] != '\0';
    if (chosen || leaves) {
        list->of = 0;
        ui->again = true;
    }
    return chosen;
}

bool ui_choice(ui_context *ui, const ui_choice_def *def, int *chosen)
{
    assert(def->label && *chosen >= 0 && *chosen < def->count);
    const ui_touch_result touch = ui_touch(ui, def->name, def->rect, true);
    const int before = *chosen;
    if (ui->list.of == touch.id) {
        ui->list.rect = list_rect(ui, def);
        ui->list.met = true;
        if (list_input(ui))
            *chosen = ui->list.at;
    } else if (touch.clicked || (touch.focused && ui_take_enter(ui))) {
        ui_set_focus(ui, touch.id, ui->show_focus && !touch.clicked);
        open_list(ui, def, touch.id, before);
    } else if (touch.focused) {
        if (ui_take_key(ui, SDLK_DOWN) && before + 1 < def->count)
            *chosen = before + 1;
        if (ui_take_key(ui, SDLK_UP) && before > 0)
            *chosen = before - 1;
    }
    draw_closed(ui, def, &touch, *chosen);
    if (def->hint)
        ui_hint(ui, &touch, def->rect, def->hint);
    if (touch.hovered)
        ui->pointer = UI_POINTER_HAND;
    ui->again |= *chosen != before;
    return *chosen != before;
}
