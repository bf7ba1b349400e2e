#include "plots/style.h"

static plot_style light(void)
{
    return (plot_style){
        .ui = ui_theme_light(),
        .look = {{{31, 119, 180, 255}, 20.0, 4.0, 2.0},
                 {{130, 40, 150, 255}, 12.0, 4.0, 2.0},
                 {{0, 125, 80, 255}, 3.0, 3.0, 2.0},
                 {{205, 45, 50, 255}, 7.0, 3.0, 2.0},
                 {{125, 85, 30, 255}, 16.0, 8.0, 2.0},
                 {{215, 70, 155, 255}, 6.0, 8.0, 2.0},
                 {{0, 135, 150, 255}, 3.0, 7.0, 2.0},
                 {{60, 64, 80, 255}, 10.0, 10.0, 2.0},
                 {{120, 0, 60, 255}, 9.0, 5.0, 3.0}},
        .point = {255, 165, 0, 255},
        .point_rim = {166, 96, 0, 255},
        .point_pale = {255, 237, 204, 255},
        .rim_pale = {222, 196, 150, 255},
        .line = {31, 119, 180, 255},
        .ghost = {143, 147, 166, 255},
        .best = {128, 135, 145, 255},
        .gradient = {190, 84, 0, 255},
        .velocity = {142, 36, 170, 255},
        .contour_far = {58, 110, 160, 255},
        .contour_near = {246, 250, 253, 255},
        .contour_line = {255, 255, 255, 110},
        .words_on_dark = {255, 255, 255, 255},
        .words_on_light = {16, 40, 62, 255},
        .path = {16, 62, 92, 255},
        .path_ahead = {52, 104, 150, 255},
        .casing = {255, 255, 255, 255},
        .pointed = {31, 35, 40, 255},
        .minimum = {31, 35, 40, 255},
        .notice = {253, 236, 234, 255},

        .line_width = 3.0,
        .ghost_width = 2.0,
        .best_width = 1.5,
        .best_dash = 6.0,
        .best_gap = 4.0,
        .tried_dash = 2.0,
        .tried_gap = 2.0,
        .casing_width = 1.0,
        .residual_width = 1.0,
        .rim_width = 1.0,
        .dot_radius = 5.5,
        .step_radius = 2.6,
        .handle_radius = 7.0,
        .path_width = 2.5,
        .kept_ahead = 0.35,
        .kept_radius = 4.5,
        .departure = 8.0,
        .step_arrow_width = 2.0,
        .gradient_arrow_width = 4.5,
        .velocity_arrow_width = 7.0,
        .arrow_head = 4.0,
        .arrow_dash = 6.0,
        .arrow_gap = 4.0,
        .arrow_half = 0.55,
        .exit_size = 8.0,
        .exit_half = 0.7,
        .pointed_gap = 3.0,
        .cross_reach = 6.0,
        .grid_width = 1.0,
        .pale_density = 0.4,
        .halo = 0.8,
        .tick_spacing = 60.0,
        .tick_gap = 8.0,
        .title_height = 36.0,
        .words_width = 118.0,
        .more_words = 80.0,
        .data_words_from = 440.0,
        .weights_words_from = 320.0,
        .x_axis_height = 44.0,
        .x_axis_short = 26.0,
        .named_from = 200.0,
        .name_width = 20.0,
    };
}

static plot_style dark(void)
{
    plot_style style = light();
    style.ui = ui_theme_dark();
    style.point_rim = (ui_color){20, 24, 29, 255};
    style.point_pale = (ui_color){88, 66, 28, 255};
    style.rim_pale = (ui_color){20, 24, 29, 255};
    static const ui_color looks[PLOT_LOOKS] = {
        {84, 168, 224, 255},  {206, 150, 255, 255}, {80, 205, 140, 255},
        {255, 120, 110, 255}, {205, 170, 105, 255}, {255, 150, 205, 255},
        {90, 215, 220, 255},  {190, 196, 210, 255}, {205, 235, 80, 255}};
    for (int i = 0; i < PLOT_LOOKS; i++)
        style.look[i].color = looks[i];
    style.line = (ui_color){84, 168, 224, 255};
    style.ghost = (ui_color){112, 118, 136, 255};
    style.best = (ui_color){150, 158, 168, 255};
    style.gradient = (ui_color){255, 138, 92, 255};
    style.velocity = (ui_color){214, 160, 255, 255};
    style.contour_far = (ui_color){22, 44, 66, 255};
    style.contour_near = (ui_color){112, 164, 204, 255};
    style.contour_line = (ui_color){255, 255, 255, 60};
    style.path = (ui_color){255, 255, 255, 255};
    style.path_ahead = (ui_color){206, 224, 238, 255};
    style.casing = (ui_color){10, 20, 30, 255};
    style.pointed = (ui_color){240, 243, 246, 255};
    style.minimum = (ui_color){10, 14, 18, 255};
    style.notice = (ui_color){60, 28, 28, 255};
    return style;
}

plot_style plot_style_of(bool is_dark)
{
    return is_dark ? dark() : light();
}

void plot_style_give_look(plot_style *style, int look)
{
    style->line = style->look[look].color;
    if (look > 0) /* the usual one has darker ways of its own */
        style->path = style->line;
}
