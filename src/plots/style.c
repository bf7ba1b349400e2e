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
        .contour_far = {58, 110, 160, 255},
        .contour_near = {246, 250, 253, 255},
        .contour_line = {255, 255, 255, 110},
        .path = {16, 62, 92, 255},
        .path_ahead = {140, 182, 212, 255},
        .mark = {213, 94, 0, 255},
        .minimum = {31, 35, 40, 255},
        .notice = {253, 236, 234, 255},

        .line_width = 3.0,
        .ghost_width = 2.0,
        .best_width = 1.5,
        .best_dash = 6.0,
        .best_gap = 4.0,
        .residual_width = 1.0,
        .rim_width = 1.0,
        .dot_radius = 5.5,
        .step_radius = 2.6,
        .handle_radius = 7.0,
        .path_width = 2.5,
        .arrow_width = 2.5,
        .arrow_head = 8.0,
        .cross_reach = 6.0,
        .grid_width = 1.0,
        .halo = 0.8,
        .tick_spacing = 60.0,
        .tick_gap = 8.0,
        .title_height = 36.0,
        .x_axis_height = 44.0,
        .name_width = 20.0,
    };
}
