#include "screen/reading_guide.h"

#include "plots/marks.h"
#include "ui/paragraph.h"

#include <math.h>

typedef enum guide_sign {
    SIGN_TITLE, /* of the picture that the next ones are in */
    SIGN_NONE,
    SIGN_POINT,
    SIGN_LINE,
    SIGN_BEST,
    SIGN_START,
    SIGN_PATH,
    SIGN_MINIMUM,
    SIGN_GRADIENT,
    SIGN_STEP,
    SIGN_DEPARTURE,
} guide_sign;

/* What is explained: a picture by its title, and then the signs in it. */
static const struct {
    guide_sign sign;
    const char *words;
} GUIDE[] = {
    {SIGN_TITLE, "Data"},
    {SIGN_POINT, "The points: the line is to come as near to all of them as it can."},
    {SIGN_LINE, "The line now. Each step turns it a little and lifts or lowers it."},
    {SIGN_BEST, "The best line there is, dashed; grey and whole, the one of the start."},
    {SIGN_TITLE, "Loss over the weights"},
    {SIGN_NONE,
     "Every place is a line: how steep it is goes across, how high up. Rings join lines of "
     "the same loss: the lighter, the lower. Gradient descent walks downhill."},
    {SIGN_START, "The start. Drag it, or click anywhere, and training begins from there."},
    {SIGN_PATH, "The way so far, a dot a step; thinner, the way to come."},
    {SIGN_MINIMUM, "The lowest loss there is: the best line."},
    {SIGN_GRADIENT,
     "The gradient: it points uphill, and is drawn downhill, times the learning rate."},
    {SIGN_STEP, "The step about to be made. Plain gradient descent takes the gradient's."},
    {SIGN_TITLE, "Loss"},
    {SIGN_LINE, "The loss so far, and grey the loss to come. Dashed, the lowest there is."},
    {SIGN_DEPARTURE, "Where a run of your own, dropped on the window, departs from this one."},
    {SIGN_TITLE, "Next: 12 → 13"},
    {SIGN_NONE,
     "The next step in numbers: each weight, less the learning rate times its gradient."},
};

enum { GUIDE_COUNT = sizeof GUIDE / sizeof *GUIDE };

static const double SIGN_WIDTH = 40.0, BEFORE_TITLE = 10.0, LINE = 22.0;

static void draw_sign(ui_canvas *canvas, const plot_style *style, guide_sign sign, ui_rect at)
{
    const ui_point middle = ui_center(at), left = {at.x, middle.y}, right = {at.x + at.w, middle.y};
    switch (sign) {
    case SIGN_TITLE:
    case SIGN_NONE:
        break;
    case SIGN_POINT:
        ui_disc(canvas, middle, style->dot_radius, style->point);
        break;
    case SIGN_LINE:
        ui_line(canvas, left, right, (ui_stroke){.width = style->line_width, .color = style->line});
        break;
    case SIGN_BEST:
        ui_line(canvas, left, right,
                (ui_stroke){.width = style->best_width,
                            .color = style->best,
                            .dash = style->best_dash,
                            .gap = style->best_gap});
        break;
    case SIGN_START:
        ui_ring(canvas, middle, style->handle_radius, style->ui.knob_rim, style->path);
        break;
    case SIGN_PATH:
        ui_line(canvas, left, right, (ui_stroke){.width = style->path_width, .color = style->path});
        ui_disc(canvas, middle, style->step_radius, style->path);
        break;
    case SIGN_MINIMUM:
        ui_label(canvas, middle, UI_CENTER, style->ui.title, style->ui.ink, "+");
        break;
    case SIGN_GRADIENT:
        plot_draw_arrow(canvas, style, PLOT_ARROW_GRADIENT, left, right);
        break;
    case SIGN_STEP:
        plot_draw_arrow(canvas, style, PLOT_ARROW_STEP, left, right);
        break;
    case SIGN_DEPARTURE:
        plot_draw_departure(canvas, style, style->look[PLOT_TRACE_LOOK].color, middle);
        break;
    }
}

void reading_guide_draw(ui_canvas *canvas, const plot_style *style, ui_rect inside)
{
    const ui_theme *theme = &style->ui;
    double y = inside.y;
    for (int i = 0; i < GUIDE_COUNT; i++) {
        if (GUIDE[i].sign == SIGN_TITLE) {
            y += i > 0 ? BEFORE_TITLE : 0.0;
            ui_label(canvas, (ui_point){inside.x, y + 0.5 * LINE}, UI_LEFT, theme->heading,
                     theme->ink, GUIDE[i].words);
            y += LINE;
            continue;
        }
        const double indent = GUIDE[i].sign == SIGN_NONE ? 0.0 : SIGN_WIDTH + theme->gap;
        draw_sign(canvas, style, GUIDE[i].sign,
                  (ui_rect){inside.x + theme->label_gap, y, SIGN_WIDTH - theme->gap, LINE});
        const ui_rect room = {inside.x + indent, y, inside.w - indent, LINE};
        y += fmax(ui_paragraph(canvas, room, theme->body, theme->ink, GUIDE[i].words), LINE);
    }
}
