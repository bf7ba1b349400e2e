#include "screen/last_step.h"

#include "text/number_text.h"

#include <math.h>
#include <stdio.h>

/* What the step that was just made did to a weight. */
typedef struct weight_change {
    const char *name;
    double from, to;
} weight_change;

/* "a₀ 1.2353 + 0.1268 = 1.3621" within `room` of its end at `end`, or as much of it as fits. */
static void draw_change(ui_canvas *canvas, const plot_style *style, ui_point end, double room,
                        const weight_change *of)
{
    const ui_font font = {style->ui.number.face, style->ui.small.size};
    const char *name = of->name;
    const double change = of->to - of->from;
    const text_number before = text_reading(of->from), after = text_reading(of->to);
    char text[3 * TEXT_NUMBER_BYTES + 24];
    snprintf(text, sizeof text, "%s %s %s %s = %s", name, before.text, change < 0.0 ? "−" : "+",
             text_reading(fabs(change)).text, after.text);
    if (ui_label_width(canvas, font, text) > room)
        snprintf(text, sizeof text, "%s %s → %s", name, before.text, after.text);
    if (ui_label_width(canvas, font, text) > room)
        snprintf(text, sizeof text, "%s %s", name, after.text);
    ui_label(canvas, end, UI_RIGHT, font, style->line, text);
}

void last_step_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect, double share,
                    const model_shown *shown)
{
    const size_t step = shown->step[0];
    const dh_row *to = &shown->runs->run[0].row[step], *from = step > 0 ? to - 1 : to;
    const double column = 0.5 * (1.0 - share) * rect.w, room = column - style->ui.gap;
    const ui_point end = {rect.x + rect.w, rect.y};
    char text[4 * TEXT_NUMBER_BYTES + 32];
    if (step == 0) {
        snprintf(text, sizeof text, "Start: loss %s", text_significant(to->loss, 3).text);
    } else {
        snprintf(text, sizeof text, "Last: %zu → %zu, loss %s → %s", step - 1, step,
                 text_significant(from->loss, 3).text, text_significant(to->loss, 3).text);
        const weight_change slope = {"a₀", from->weights.slope, to->weights.slope};
        const weight_change intercept = {"a₁", from->weights.intercept, to->weights.intercept};
        draw_change(canvas, style, (ui_point){end.x - column, end.y}, room, &slope);
        draw_change(canvas, style, end, room, &intercept);
    }
    ui_label_cut(canvas, (ui_point){rect.x, rect.y}, share * rect.w, style->ui.small,
                 style->ui.muted, text);
}
