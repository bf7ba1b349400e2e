#include "app/readout.h"

#include "plots/number_text.h"

#include <math.h>
#include <stdio.h>

enum { COLUMNS = 3, ROWS = 2, DECIMALS = 4 };

static const double WIDE_CELL = 200.0; /* cells this wide have large figures, and use no more */

typedef struct readout_cell {
    const char *label;
    plot_number number;
    ui_color color;
} readout_cell;

static void draw_cell(ui_canvas *canvas, const ui_theme *theme, ui_rect rect,
                      const readout_cell *cell)
{
    const double middle = rect.y + 0.5 * rect.h;
    const ui_font figure = rect.w >= WIDE_CELL ? theme->figure : theme->number;
    ui_label(canvas, (ui_point){rect.x, middle}, UI_LEFT, theme->small, theme->muted, cell->label);
    const double end = rect.x + fmin(rect.w, WIDE_CELL);
    ui_label(canvas, (ui_point){end, middle}, UI_RIGHT, figure, cell->color, cell->number.text);
}

void readout_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                  const app_session *session)
{
    const ui_theme *theme = &style->ui;
    const dh_step now = session_now(session);
    const dh_weights gradient = dh_gradient(&session->quadratic, now.weights);
    plot_number step;
    snprintf(step.text, sizeof step.text, "%zu", session->playhead);
    const readout_cell cells[ROWS][COLUMNS] = {
        {{"step", step, theme->ink},
         {"slope a₀", plot_fixed(now.weights.slope, DECIMALS), style->line},
         {"gradient", plot_fixed(gradient.slope, DECIMALS), style->gradient}},
        {{"loss", plot_fixed(now.loss, DECIMALS), theme->ink},
         {"intercept a₁", plot_fixed(now.weights.intercept, DECIMALS), style->line},
         {"gradient", plot_fixed(gradient.intercept, DECIMALS), style->gradient}},
    };
    ui_box(canvas, rect, theme->corner, theme->paper);
    ui_outline(canvas, rect, theme->corner, theme->border_width, theme->hairline);
    const ui_rect inside = ui_inset(rect, 2.0 * theme->gap);
    const double gap = 2.0 * theme->gap;
    const double width = (inside.w - gap * (COLUMNS - 1)) / COLUMNS;
    const double height = inside.h / ROWS;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            const ui_rect at = {inside.x + column * (width + gap), inside.y + row * height, width,
                                height};
            draw_cell(canvas, theme, at, &cells[row][column]);
        }
}
