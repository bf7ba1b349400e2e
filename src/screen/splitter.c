#include "screen/splitter.h"

#include <math.h>

/* The share in percent that the input asks for; the present one where it asks for none. */
static double wanted_share(ui_context *ui, const ui_touch_result *touch, const screen_layout *at,
                           double now)
{
    double wanted = now;
    if (touch->pressed)
        ui->drag = (ui_drag){.mouse = ui->input.mouse,
                             .start = touch->doubled ? (double)view_default().split : now};
    if (touch->held)
        wanted = ui->drag.start + 100.0 * (ui->input.mouse.x - ui->drag.mouse.x) / at->pictures.w;
    if (touch->focused && ui_take_key(ui, SDLK_LEFT))
        wanted -= 1.0;
    if (touch->focused && ui_take_key(ui, SDLK_RIGHT))
        wanted += 1.0;
    return ui_clamp(round(wanted), VIEW_SPLIT_MIN, VIEW_SPLIT_MAX);
}

void splitter_pass(ui_context *ui, const plot_style *style, const screen_layout *at,
                   model_session *session)
{
    if (!(at->splitter.w > 0.0))
        return;
    const ui_touch_result touch = ui_touch(ui, "splitter", at->splitter, true);
    model_view next = *session_view(session);
    next.split = (size_t)wanted_share(ui, &touch, at, (double)next.split);
    ui->again |= next.split != session_view(session)->split;
    session_set_view(session, &next);
    if (touch.hovered || touch.held)
        ui->pointer = UI_POINTER_SIDES;
    ui_hint(ui, &touch, at->splitter, "Drag to share the width; double-click for the usual");
    if (touch.hovered || touch.held || (touch.focused && ui->show_focus)) {
        const double x = ui_snap_middle(&ui->canvas, at->splitter.x + 0.5 * at->splitter.w);
        ui_line(&ui->canvas, (ui_point){x, style->title_height},
                (ui_point){x, at->splitter.h - style->title_height},
                (ui_stroke){.width = style->ghost_width, .color = style->ui.accent});
    }
}
