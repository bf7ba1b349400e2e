#include "plots/style.h"

plot_style plot_style_light(void)
{
    return (plot_style){
        .ui = ui_theme_light(),
        .point = {255, 165, 0, 255},
        .point_rim = {255, 255, 255, 255},
        .line = {31, 119, 180, 255},
        .ghost = {174, 203, 224, 255},
        .best = {128, 135, 145, 255},
        .gradient = {190, 84, 0, 255},
        .notice = {253, 236, 234, 255},

        .line_width = 3.0,
        .ghost_width = 2.0,
        .best_width = 1.5,
        .best_dash = 6.0,
        .best_gap = 4.0,
        .rim_width = 1.0,
        .grid_width = 1.0,
        .halo = 0.8,
        .tick_spacing = 60.0,
        .tick_gap = 8.0,
        .title_height = 36.0,
        .x_axis_height = 44.0,
        .name_width = 20.0,
    };
}
