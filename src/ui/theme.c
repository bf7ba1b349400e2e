#include "ui/theme.h"

ui_theme ui_theme_light(void)
{
    return (ui_theme){
        .paper = {255, 255, 255, 255},
        .chrome = {246, 247, 249, 255},
        .ink = {31, 35, 40, 255},
        .muted = {91, 98, 109, 255},
        .hairline = {227, 230, 234, 255},
        .border = {208, 213, 219, 255},
        .accent = {31, 119, 180, 255},
        .accent_hover = {27, 105, 160, 255},
        .accent_press = {22, 88, 134, 255},
        .on_accent = {255, 255, 255, 255},
        .hover = {233, 236, 240, 255},
        .press = {216, 221, 227, 255},
        .track = {134, 142, 153, 255},
        .good = {0, 107, 116, 255},
        .bad = {190, 40, 40, 255},
        .bad_track = {224, 106, 94, 255},
        .shade = {31, 35, 40, 110},

        .body = {UI_SANS, 13.0},
        .small = {UI_SANS, 12.0},
        .heading = {UI_SANS_BOLD, 13.0},
        .title = {UI_SANS_BOLD, 15.0},
        .number = {UI_MONO, 13.0},
        .figure = {UI_MONO, 17.0},

        .gap = 8.0,
        .margin = 20.0,
        .corner = 6.0,
        .card_corner = 8.0,
        .border_width = 1.0,
        .button_height = 32.0,
        .field_height = 24.0,
        .track_height = 4.0,
        .knob_radius = 8.0,
        .knob_rim = 2.0,
        .knob_halo = 4.0,
        .halo_hovered = 0.16,
        .halo_held = 0.28,
        .mark_width = 2.0,
        .focus_gap = 2.0,
        .focus_width = 2.0,
        .icon_size = 15.0,
        .check_size = 16.0,
        .check_corner = 4.0,
        .label_gap = 6.0,
    };
}

ui_theme ui_theme_dark(void)
{
    ui_theme theme = ui_theme_light();
    theme.paper = (ui_color){20, 24, 29, 255};
    theme.chrome = (ui_color){28, 33, 39, 255};
    theme.ink = (ui_color){232, 235, 239, 255};
    theme.muted = (ui_color){160, 169, 181, 255};
    theme.hairline = (ui_color){44, 51, 60, 255};
    theme.border = (ui_color){72, 81, 93, 255};
    theme.accent = (ui_color){84, 168, 224, 255};
    theme.accent_hover = (ui_color){112, 184, 232, 255};
    theme.accent_press = (ui_color){146, 203, 240, 255};
    theme.on_accent = (ui_color){14, 20, 26, 255};
    theme.hover = (ui_color){42, 49, 58, 255};
    theme.press = (ui_color){56, 65, 76, 255};
    theme.track = (ui_color){108, 118, 131, 255};
    theme.good = (ui_color){96, 200, 196, 255};
    theme.bad = (ui_color){255, 138, 128, 255};
    theme.bad_track = (ui_color){206, 92, 86, 255};
    theme.shade = (ui_color){0, 0, 0, 150};
    return theme;
}
