#include "screen/legend_row.h"

#include "text/number_text.h"

#include <stdio.h>

void legend_draw_swatch(ui_canvas *canvas, const plot_style *style, ui_rect at,
                        const scene_run *run, bool current)
{
    const plot_look shown = style->look[run->look];
    const double y = at.y + 0.5 * at.h;
    const ui_stroke stroke = {.width = current ? style->line_width : shown.width,
                              .color = shown.color,
                              .dash = current ? 0.0 : shown.dash,
                              .gap = current ? 0.0 : shown.gap};
    ui_line(canvas, (ui_point){at.x, y}, (ui_point){at.x + at.w - style->ui.gap, y}, stroke);
}

void legend_draw_numbers(ui_canvas *canvas, const ui_theme *theme, ui_point loss, double near,
                         const dh_run *run, size_t step)
{
    const bool over = run->diverged && step + 1 == run->known;
    char from[32] = "–";
    if (over)
        snprintf(from, sizeof from, "diverged");
    else if (dh_run_near_from(run) != DH_NEVER)
        snprintf(from, sizeof from, "%zu", dh_run_near_from(run));
    ui_label(canvas, loss, UI_RIGHT, theme->number, theme->ink,
             text_reading(run->row[step].loss).text);
    ui_label(canvas, (ui_point){near, loss.y}, UI_RIGHT, over ? theme->small : theme->number,
             over ? theme->bad : theme->ink, from);
}
