#include "ui/theme.h"

ui_theme ui_theme_light(void)
{
    return (ui_theme){
        .paper = {255, 255, 255, 255},
        .chrome = {246, 247, 249, 255},
        .ink = {31, 35, 40, 255},
        .muted = {95, 102, 113, 255},
        .hairline = {227, 230, 234, 255},
        .border = {208, 213, 219, 255},
        .accent = {31, 119, 180, 255},
        .accent_hover = {27, 105, 160, 255},
        .accent_press = {22, 88, 134, 255},
        .on_accent = {255, 255, 255, 255},
        .hover = {233, 236, 240, 255},
        .press = {216, 221, 227, 255},
        .track = {203, 209, 217, 255},
        .good = {36, 120, 60, 255},
        .bad = {190, 40, 40, 255},
        .bad_track = {235, 150, 146, 255},
        .shade = {31, 35, 40, 110},

        .body = {UI_SANS, 13.0},
        .small = {UI_SANS, 12.0},
        .section = {UI_SANS_BOLD, 11.0},
        .heading = {UI_SANS_BOLD, 13.0},
        .title = {UI_SANS_BOLD, 15.0},
        .number = {UI_MONO, 13.0},
        .figure = {UI_MONO, 17.0},

        .gap = 8.0,
        .margin = 20.0,
        .corner = 6.0,
        .border_width = 1.0,
        .button_height = 32.0,
        .field_height = 24.0,
        .track_height = 4.0,
        .knob_radius = 8.0,
        .focus_gap = 2.0,
        .focus_width = 2.0,
        .label_gap = 6.0,
    };
}
