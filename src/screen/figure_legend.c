#include "screen/figure_legend.h"

#include "model/run_words.h"
#include "screen/legend_row.h"

#include <math.h>
#include <stdio.h>

static const double ROW = 20.0, HEAD = 20.0;
static const double SWATCH = 36.0;
static const double LOSS = 110.0, NEAR = 110.0; /* of the columns of numbers, */
static const double WITH_NUMBERS = 520.0;       /* which a legend of this width has */
static const double NAME_SHARE = 0.6;           /* of the words names have at most */

enum { SETTINGS_BYTES = 1024 };

static bool has_numbers(double width)
{
    return width >= WITH_NUMBERS;
}

double figure_legend_height(const model_shown *shown, double width)
{
    const model_scene *scene = &shown->runs->scene;
    int rows = 0;
    for (int i = 0; i < scene->count; i++)
        rows += !scene->run[i].hidden;
    return rows * ROW + (has_numbers(width) ? HEAD : 0.0);
}

static void draw_head(ui_canvas *canvas, const ui_theme *theme, ui_rect row,
                      const model_shown *shown)
{
    const double y = row.y + 0.5 * HEAD, end = row.x + row.w;
    char loss[48];
    snprintf(loss, sizeof loss, "loss at step %zu", shown->step[0]);
    ui_label(canvas, (ui_point){end - NEAR, y}, UI_RIGHT, theme->small, theme->muted, loss);
    ui_label(canvas, (ui_point){end, y}, UI_RIGHT, theme->small, theme->muted, "within 1 % from");
}

/* The longest name, as far as there is room for it. */
static double names_width(const ui_canvas *canvas, const ui_theme *theme, const model_scene *scene,
                          double words)
{
    double widest = 0.0;
    for (int i = 0; i < scene->count; i++)
        if (!scene->run[i].hidden)
            widest = fmax(widest, ui_label_width(canvas, theme->body, scene_title(scene, i)));
    return fmin(ceil(widest) + 2.0 * theme->gap, NAME_SHARE * words);
}

static void draw_row(ui_canvas *canvas, const plot_style *style, ui_rect row,
                     const model_shown *shown, int run)
{
    const ui_theme *theme = &style->ui;
    const model_scene *scene = &shown->runs->scene;
    const double numbers = has_numbers(row.w) ? LOSS + NEAR : 0.0;
    const double words = fmax(row.w - SWATCH - numbers, 0.0), y = row.y + 0.5 * row.h;
    const double names = names_width(canvas, theme, scene, words), end = row.x + row.w;
    char settings[SETTINGS_BYTES];
    run_words(scene, run, settings, sizeof settings);
    legend_draw_swatch(canvas, style, (ui_rect){row.x, row.y, SWATCH, row.h}, &scene->run[run],
                       run == 0);
    ui_label_cut(canvas, (ui_point){row.x + SWATCH, y}, names - theme->gap, theme->body, theme->ink,
                 scene_title(scene, run));
    ui_label_cut(canvas, (ui_point){row.x + SWATCH + names, y}, words - names - theme->gap,
                 theme->small, theme->muted, settings);
    if (numbers > 0.0)
        legend_draw_numbers(canvas, theme, (ui_point){end - NEAR, y}, end, &shown->runs->run[run],
                            shown->step[run]);
}

void figure_legend_draw(ui_canvas *canvas, const plot_style *style, ui_rect rect,
                        const model_shown *shown)
{
    ui_rect row = {rect.x, rect.y, rect.w, ROW};
    if (has_numbers(rect.w)) {
        draw_head(canvas, &style->ui, row, shown);
        row.y += HEAD;
    }
    for (int i = 0; i < shown->runs->scene.count; i++) {
        if (shown->runs->scene.run[i].hidden)
            continue;
        draw_row(canvas, style, row, shown, i);
        row.y += ROW;
    }
}
