#include "ui/scroll.h"

#include <math.h>

static const double BAR_WIDTH = 4.0, BAR_REACH = 12.0; /* of the bar, and of where it is taken */
static const double WHEEL = 48.0;                      /* pixels a notch */

static double most_of(const ui_scroll *scroll, ui_rect view)
{
    return fmax(scroll->content - view.h, 0.0);
}

static double top_of(const ui_context *ui, const ui_scroll *scroll, ui_rect view)
{
    return ui_snap(&ui->canvas, view.y - scroll->scrolled);
}

static void scroll_to(ui_context *ui, ui_scroll *scroll, ui_rect view, double to)
{
    const double before = scroll->scrolled;
    scroll->scrolled = ui_clamp(to, 0.0, most_of(scroll, view));
    ui->again |= scroll->scrolled != before;
}

static void draw_bar(ui_context *ui, ui_scroll *scroll, const char *name, ui_rect view)
{
    const ui_theme *theme = &ui->theme;
    const double most = most_of(scroll, view);
    const double length = view.h * view.h / scroll->content;
    const double way = view.h - length;
    const ui_rect bar = {view.x + view.w - BAR_WIDTH - theme->label_gap,
                         view.y + way * scroll->scrolled / most, BAR_WIDTH, length};
    const ui_rect around = {view.x + view.w - BAR_REACH, bar.y, BAR_REACH, length};
    const ui_touch_result touch = ui_touch_area(ui, name, around, true);
    if (touch.pressed) {
        scroll->taken_at = ui->input.mouse.y;
        scroll->taken = scroll->scrolled;
    } else if (touch.held) {
        scroll_to(ui, scroll, view,
                  scroll->taken + (ui->input.mouse.y - scroll->taken_at) * most / way);
    }
    ui_box(&ui->canvas, bar, 0.5 * BAR_WIDTH,
           touch.hovered || touch.held ? theme->muted : theme->border);
}

/* Scrolls as far as it takes to see a part with a margin around it, its top rather than its end. */
static void bring_into_view(ui_context *ui, ui_scroll *scroll, ui_rect view, ui_rect part)
{
    const double margin = ui->theme.margin;
    const double above = view.y + margin - part.y;
    const double below = part.y + part.h + margin - view.y - view.h;
    if (above > 0.0)
        scroll_to(ui, scroll, view, scroll->scrolled - above);
    else if (below > 0.0)
        scroll_to(ui, scroll, view, scroll->scrolled + fmin(below, -above));
}

/* Brings what the keyboard has moved to into view, once: the wheel may take it away again. */
static void follow_focus(ui_context *ui, ui_scroll *scroll, ui_rect view)
{
    const bool moved = ui->show_focus && ui->focus != scroll->followed;
    scroll->followed = ui->focus;
    for (int i = scroll->first; moved && i < ui->control_count; i++)
        if (ui->controls[i].id == ui->focus)
            bring_into_view(ui, scroll, view, ui->controls[i].rect);
}

void ui_scroll_show(ui_scroll *scroll, ui_rect part)
{
    scroll->wanted = part;
}

double ui_scroll_begin(ui_context *ui, ui_scroll *scroll, ui_rect view)
{
    scroll->scrolled = ui_clamp(scroll->scrolled, 0.0, most_of(scroll, view));
    scroll->outside = ui_clip(&ui->canvas, view);
    scroll->first = ui->control_count;
    return top_of(ui, scroll, view);
}

void ui_scroll_end(ui_context *ui, ui_scroll *scroll, const char *name, ui_rect view, double bottom)
{
    const double before = scroll->content;
    const ui_rect wanted = scroll->wanted;
    scroll->wanted.h = 0.0;
    ui_unclip(&ui->canvas, scroll->outside);
    scroll->content = bottom - top_of(ui, scroll, view);
    ui->again |= scroll->content != before;
    if (!(most_of(scroll, view) > 0.0))
        return;
    follow_focus(ui, scroll, view);
    if (wanted.h > 0.0)
        bring_into_view(ui, scroll, view, wanted);
    draw_bar(ui, scroll, name, view);
    const bool over = ui->input.mouse_here && ui_contains(view, ui->input.mouse);
    if (over && !ui->covered && ui_take_wheel(ui, ui_id_here(ui, name)))
        scroll_to(ui, scroll, view, scroll->scrolled - WHEEL * ui->input.wheel);
}
